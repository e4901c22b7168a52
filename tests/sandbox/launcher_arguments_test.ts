import { assertEquals } from "@std/assert";
import { createLaunchPlan } from "../../src/bundle/mod.ts";
import { body } from "./probe.ts";
import { launch, testBundle } from "./launched.ts";

Deno.test("arguments of the launcher reach neither Deno nor the loader", async () => {
  const plan = createLaunchPlan({ id: "com.example.launched", version: "1.0.0", server: {} });
  await using bundle = await testBundle(plan, "bundle", body("return Deno.args"));
  const launcher = `${bundle.folder}/server/launch`;
  const given = ["--allow-all", "-A", "--inspect=127.0.0.1:0", "--plugin=/etc/passwd", "; true"];
  const script = `exec "$1" "$@"`;
  // The launcher is $0's first argument, and gets itself and the rest as arguments.
  await using plugin = await launch(bundle, {}, [
    "/bin/sh",
    "-c",
    script,
    "sh",
    launcher,
    ...given,
  ]);
  const { told } = await plugin.line();
  const words = await plugin.commandLine();
  for (const word of given) assertEquals(words.includes(word), false, word);
  assertEquals(told, words.slice(words.findIndex((word) => word.startsWith("--cookie="))));
});
