import { assertEquals, assertStringIncludes } from "@std/assert";
import { runDemo } from "./demo.ts";
import { expectEqual, expectRefusal, Surprise } from "./demo/expect.ts";
import { bundle, install, type Stage } from "./demo/stage.ts";

Deno.test("the demo shows everything and meets no surprise", async () => {
  const lines: string[] = [];
  assertEquals(await runDemo((line) => void lines.push(line), false), true, lines.join("\n"));
  const text = lines.join("\n");
  for (
    const shown of [
      "stored: the quick fox",
      "refused: Post rejected by plugin. That looks like a password.",
      "ada alone sees: Hello, @ada! (Greeting number 1.)",
      "ada alone sees: Good evening, @ada! (Greeting number 3.)",
      "it does not start: Requires read access",
      "NotCapable: Requires run access",
      "processes left: none",
      "expectations held",
    ]
  ) assertStringIncludes(text, shown);
  assertEquals(text.includes("\x1b"), false, "no colours unless they are asked for");
});

Deno.test("a surprise ends the demo as a failure, and nothing of it is left", async () => {
  const lines: string[] = [];
  let stage: Stage | undefined;
  const ok = await runDemo((line) => void lines.push(line), false, [async (given) => {
    stage = given;
    const { folder } = await bundle(given, "../plugin.ts", "hello");
    const plugin = await install(given, folder);
    expectEqual("the plugin's id", plugin.id, "com.example.other");
  }]);
  assertEquals(ok, false);
  assertStringIncludes(
    lines.join("\n"),
    'the plugin\'s id: expected "com.example.other", but it was "com.example.hello".',
  );
  const folder = await Deno.stat(stage!.folder).catch((error) => error);
  assertEquals(folder instanceof Deno.errors.NotFound, true);
});

Deno.test("what must be refused and goes through is a surprise, and so is another refusal", async () => {
  const said = async (work: Promise<unknown>) => {
    try {
      return await expectRefusal("it", work, /not allowed/);
    } catch (error) {
      return error instanceof Surprise ? `surprise: ${error.message}` : "something else";
    }
  };
  assertEquals(
    await said(Promise.reject(new Error("This is not allowed."))),
    "This is not allowed.",
  );
  assertEquals(
    await said(Promise.resolve(7)),
    "surprise: it: expected a refusal, but it went through: 7.",
  );
  assertStringIncludes(
    await said(Promise.reject(new Error("disk full"))),
    "surprise: it: expected",
  );
});
