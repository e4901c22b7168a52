import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { cookieValue } from "./cookie.ts";
import { chooseTransport, LoaderArgumentError, parseLoaderArguments } from "./loader_arguments.ts";

const cookie = `--cookie=${cookieValue}`;
const needed = [cookie, "--plugin=/b/plugin.js", "--manifest=/b/plugin.json"];

Deno.test("arguments are read, values may hold anything, empty ones count as absent", () => {
  assertEquals(
    parseLoaderArguments([
      ...needed,
      "--api-target=",
      "--socket=/tmp/a=b c",
      "--log-level=warn",
    ]),
    {
      cookie: cookieValue,
      apiTarget: undefined,
      socket: "/tmp/a=b c",
      plugin: "/b/plugin.js",
      manifest: "/b/plugin.json",
      logLevel: "warn",
    },
  );
});

Deno.test("an API target means gRPC, the cookie alone net/rpc, no cookie a person", () => {
  const choose = (...args: string[]) => chooseTransport(parseLoaderArguments(args));
  assertEquals(choose(...needed, "--api-target=unix:/a"), { kind: "grpc", apiTarget: "unix:/a" });
  assertEquals(choose(...needed), { kind: "netrpc" });
  assertEquals(choose(), { kind: "none" });
  assertEquals(choose("--cookie=something else", "--api-target=unix:/a"), { kind: "none" });
});

Deno.test("what is wrong with an argument is said, with what the loader takes", () => {
  for (
    const [args, what] of [
      [["plugin.js"], '"plugin.js" is not of the form --key=value'],
      [["--unknown=1"], "--unknown is not known"],
      [["--to-string=1"], "--to-string is not known"],
      [[cookie, cookie], "--cookie is given twice"],
      [["--log-level=loud"], "--log-level=loud is not one of trace, debug, info, warn, error"],
      [[cookie, "--manifest=m"], "--plugin is missing"],
      [[cookie, "--plugin=p"], "--manifest is missing"],
    ] as const
  ) {
    const error = assertThrows(() => parseLoaderArguments(args), LoaderArgumentError);
    assertStringIncludes(error.message, what);
    assertStringIncludes(error.message, "--api-target=…");
  }
});
