import { assertEquals } from "@std/assert";

/** Type checks files, by their places seen from here, and gives what the compiler complains about. */
async function complaints(options: string[], ...files: string[]): Promise<string> {
  const { stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "check",
      "--quiet",
      ...options,
      ...files.map((file) => new URL(file, import.meta.url).pathname),
    ],
    env: { NO_COLOR: "1" },
  }).output();
  return new TextDecoder().decode(stderr).replace(/\s*Stack backtrace:[\s\S]*$/, "").trim();
}

const files = [
  "plugin_types.ts",
  "api_types.ts",
  "command_types.ts",
  "database_types.ts",
  "http_types.ts",
  "interactions_types.ts",
  "message_types.ts",
  "rooms_types.ts",
  "settings_types.ts",
  "store_types.ts",
];

Deno.test("what authors may write compiles, and what they may not does not", async () => {
  assertEquals(await complaints([], ...files), "");
});

Deno.test("every line that must not compile says why", async () => {
  for (const file of files) {
    const text = await Deno.readTextFile(new URL(file, import.meta.url));
    for (const [line] of text.matchAll(/@ts-expect-error.*/g)) {
      assertEquals(/@ts-expect-error \S+ \S+/.test(line), true, line);
    }
  }
});

Deno.test("the examples in the documentation compile", async () => {
  const text = await complaints(
    ["--doc-only"],
    "../../mod.ts",
    "../../src/api/errors.ts",
    "../../src/api/connect.ts",
    "../../src/commands/arg.ts",
    "../../src/commands/subcommand.ts",
    "../../src/define/define_plugin.ts",
    "../../src/events/event.ts",
    "../../src/jobs/job_declaration.ts",
    "../../src/store/codecs.ts",
    "../../src/plugin/context/job_scheduler.ts",
    "../../src/plugin/context/mutex.ts",
    "../../src/plugin/context/store.ts",
    "../../src/plugin/database/database.ts",
    "../../src/plugin/database/database_error.ts",
    "../../src/plugin/outcomes.ts",
    "../../src/plugin/user_error.ts",
    "../../src/settings/setting_kinds.ts",
    "../../src/settings/section.ts",
    "../../src/plugin/logger.ts",
    "../../src/plugin/http_exchange.ts",
  );
  // Deno puts imports of the file itself before each example, which few of them use.
  const others = [...text.matchAll(/TS\d+ \[ERROR\][^\n]*\n[^\n]*/g)].map(([line]) => line).filter(
    (line) => !/^TS6192|^TS6133 .*\nimport .* from "file:/.test(line),
  );
  assertEquals(others, []);
  assertEquals(
    [...text.matchAll(/^error: (?!Type checking failed).*/gm)].map(([line]) => line),
    [],
  );
});
