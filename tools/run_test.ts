import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { captureDeno } from "./capture.ts";
import { prepare } from "./deno_command.ts";
import { fromFileUrl } from "./paths.ts";

const RUNNER = fromFileUrl(new URL("./run.ts", import.meta.url));

/** Runs a program of one file through the runner. */
async function through(text: string, ...words: string[]) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/program.ts`, text);
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", RUNNER, "run", "-A", `${folder}/program.ts`, ...words],
      stderr: "inherit",
    }).output();
    return { code, stdout: new TextDecoder().decode(stdout) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("the runner passes on arguments, streams and the exit code", async () => {
  const { code, stdout } = await through(
    "console.log(Deno.args.join()); Deno.exit(7);",
    "--lock",
    "a b",
  );
  assertEquals(stdout, "--lock,a b\n");
  assertEquals(code, 7);
});

Deno.test("a program under the runner finds @std, whatever the network", async () => {
  const { stdout } = await through(
    'import { assertThrows } from "@std/assert"; import { parseArgs } from "@std/cli/parse-args";' +
      'assertThrows(() => { throw new Error("x"); }, Error, "x");' +
      'console.log(parseArgs(["--a"]).a);',
  );
  assertEquals(stdout, "true\n");
});

Deno.test("SIGTERM reaches the program under the runner", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(
      `${folder}/program.ts`,
      'Deno.addSignalListener("SIGTERM", () => { console.log("stopped"); Deno.exit(3); });' +
        'console.log("ready"); setInterval(() => {}, 1000);',
    );
    const runner = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", RUNNER, "run", "-A", `${folder}/program.ts`],
      stdout: "piped",
    }).spawn();
    let said = "";
    for await (const text of runner.stdout.pipeThrough(new TextDecoderStream())) {
      said += text;
      if (text.includes("ready")) runner.kill("SIGTERM");
    }
    assertStringIncludes(said, "stopped");
    assertEquals((await runner.status).code, 3);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("what a command needed for itself is gone after it", async () => {
  let lock = "";
  {
    await using command = await prepare(["check", "mod.ts"]);
    lock = command.args.find((word) => word.startsWith("--lock="))?.slice("--lock=".length) ?? "";
    assert((await Deno.stat(lock)).isFile);
  }
  assertEquals(await Deno.stat(lock).catch(() => "gone"), "gone");
});

Deno.test("commands that resolve nothing are left as they are", async () => {
  await using command = await prepare(["fmt", "--check"]);
  assertEquals(command.args, ["fmt", "--check"]);
});

Deno.test("a failing command says why", async () => {
  const { success, output } = await captureDeno(["check", "no/such/file.ts"]);
  assertEquals(success, false);
  assertStringIncludes(output, "no/such/file.ts");
});
