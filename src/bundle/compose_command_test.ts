import { assertEquals, assertThrows } from "@std/assert";
import { parseApiTarget } from "./api_target.ts";
import { composeCommand, type StartFacts } from "./compose_command.ts";
import { createLaunchPlan } from "./launch_plan.ts";

const FACTS: StartFacts = {
  bundleDir: "/plugins/hello",
  socket: "/run/s/plugin.sock",
  denoDir: "/var/deno",
  deno: "/usr/bin/deno",
};

const PLAN = createLaunchPlan({
  id: "com.example.hello",
  version: "1.0.0",
  server: { permissions: { net: ["b:1", "a", "b:1"], env: ["TOKEN"], memory: 64 } },
});

Deno.test("the command holds the sandbox's flags, the declared permissions and nothing else", () => {
  const command = composeCommand(PLAN, {
    ...FACTS,
    apiTarget: "unix:///run/s/api.sock",
    cookie: "a cookie",
    logLevel: "warn",
    environment: { TOKEN: "t", OTHER: "o", DENO_PERMISSION_BROKER_PATH: "/x", TZ: "UTC" },
  });
  assertEquals(command, {
    command: "/usr/bin/deno",
    args: [
      "run",
      "--no-prompt",
      "--no-config",
      "--no-lock",
      "--no-remote",
      "--no-npm",
      "--cached-only",
      "--deny-import",
      "--ignore-env",
      "--allow-env=TOKEN",
      "--allow-read=/plugins/hello",
      "--allow-net=unix:/run/s/plugin.sock,unix:/run/s/api.sock,a,b:1",
      "--allow-read=/run/s/plugin.sock",
      "--allow-write=/run/s/plugin.sock",
      "--allow-read=/run/s/api.sock",
      "--allow-write=/run/s/api.sock",
      "--v8-flags=--max-old-space-size=64,--max-semi-space-size=1",
      "/plugins/hello/server/loader.js",
      "--cookie=a cookie",
      "--api-target=unix:/run/s/api.sock",
      "--socket=/run/s/plugin.sock",
      "--plugin=/plugins/hello/server/plugin.js",
      "--manifest=/plugins/hello/plugin.json",
      "--log-level=warn",
    ],
    cwd: "/plugins/hello",
    env: {
      DENO_DIR: "/var/deno",
      DENO_NO_UPDATE_CHECK: "1",
      NO_COLOR: "1",
      TMPDIR: "/dev/null",
      TOKEN: "t",
      TZ: "UTC",
    },
  });
});

Deno.test("without an API target, cookie and log level their arguments are left out", () => {
  const { args } = composeCommand(PLAN, { ...FACTS, loader: "/trusted/loader.js" });
  assertEquals(args.slice(args.indexOf("/trusted/loader.js")), [
    "/trusted/loader.js",
    "--socket=/run/s/plugin.sock",
    "--plugin=/plugins/hello/server/plugin.js",
    "--manifest=/plugins/hello/plugin.json",
  ]);
  assertEquals(args.filter((arg) => arg.startsWith("--allow-write")).length, 1);
});

Deno.test("paths with a comma, relative ones and sockets that are too long are refused", () => {
  const refuse = (facts: Partial<StartFacts>, text: string) =>
    assertThrows(() => composeCommand(PLAN, { ...FACTS, ...facts }), Error, text);
  refuse({ bundleDir: "/a,b" }, "the bundle's folder must have no comma");
  refuse({ bundleDir: "a" }, "the bundle's folder must be absolute");
  refuse({ socket: "/a,b" }, "the socket's path must have no comma");
  refuse({ loader: "loader.js" }, "the loader's path must be absolute");
  refuse({ socket: `/${"é".repeat(56)}` }, "has 113 bytes, and at most 103 are possible");
  refuse({ apiTarget: "a,b:1" }, "must have no comma");
});

Deno.test("API targets become what Deno's flags take", () => {
  assertEquals(parseApiTarget("unix:/a/b"), { target: "unix:/a/b", socket: "/a/b" });
  assertEquals(parseApiTarget("unix:///a/b"), { target: "unix:/a/b", socket: "/a/b" });
  for (
    const [given, address] of [
      ["localhost:80", "127.0.0.1:80"],
      ["127.0.0.1:80", "127.0.0.1:80"],
      ["api.example.com:443", "api.example.com:443"],
      ["[::1]:80", "[::1]:80"],
    ]
  ) assertEquals(parseApiTarget(given ?? ""), { target: address, address } as unknown);
  for (const wrong of ["", "host", ":80", "host:", "unix:rel", "*:80", "dns:///a:1"]) {
    assertThrows(() => parseApiTarget(wrong), TypeError, "the plugin API's");
  }
});
