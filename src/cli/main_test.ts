import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { commands } from "./commands.ts";
import { main } from "./main.ts";
import { createMemoryIO } from "./memory_io.ts";

const PLUGIN = 'import { definePlugin } from "@mattermost-deno/plugin";\n' +
  "export default definePlugin({});\n";

/** Runs the command line and gives what it printed. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = createMemoryIO();
  return { code: await main(args, io), out: io.stdout(), err: io.stderr() };
}

Deno.test("without words the usage is shown and the exit code is 2", async () => {
  const { code, out } = await run();
  assertEquals(code, 2);
  assertStringIncludes(out, "Usage:");
});

Deno.test("--help shows all commands, and the options of one", async () => {
  const all = await run("--help");
  assertEquals(all.code, 0);
  for (const { name, summary } of commands) {
    assert(all.out.includes(`  ${name} `) && all.out.includes(summary.slice(0, 30)), name);
  }
  assertEquals(await run("help"), all);
  const one = await run("bundle", "-h");
  assertEquals(one.code, 0);
  assertStringIncludes(one.out, "--manifest <path>");
  assertEquals(await run("help", "bundle"), one);
  assertEquals(await run("bundle", "x.ts", "--help"), one);
});

Deno.test("the help of every command names its options and fits into 100 columns", async () => {
  for (const { name, options } of commands) {
    const { code, out } = await run("help", name);
    assertEquals(code, 0);
    for (const option of options) assertStringIncludes(out, `--${option.name}`);
    for (const line of out.split("\n")) assert(line.length <= 100, `${name}: ${line}`);
  }
});

Deno.test("--version says which, and under which Deno", async () => {
  const { code, out } = await run("--version");
  assertEquals(code, 0);
  assertMatch(out, /^@mattermost-deno\/plugin \d+\.\d+\.\d+\S* \(deno \d+\.\d+\.\d+.*\)\n$/);
});

Deno.test("an unknown command or option is named, with the nearest one", async () => {
  const command = await run("bundel");
  assertEquals(command.code, 2);
  assertStringIncludes(command.err, 'there is no command "bundel"; did you mean "bundle"?');
  assertStringIncludes(command.err, "Usage:");
  const help = await run("help", "completion");
  assertEquals(help.code, 2);
  assertStringIncludes(help.err, 'did you mean "completions"?');
  const option = await run("bundle", "plugin.ts", "--output", "x");
  assertEquals(option.code, 2);
  assertStringIncludes(option.err, "there is no option --output; did you mean --out?");
  const first = await run("--out", "x", "bundle");
  assertEquals(first.code, 2);
  assertStringIncludes(first.err, "the command comes first, and --out is none");
});

Deno.test("an option without its value, or twice, is misuse", async () => {
  for (const words of [["--out"], ["--out="], ["--out", "--manifest", "x"]]) {
    const { code, err } = await run("bundle", "plugin.ts", ...words);
    assertEquals(code, 2);
    assertStringIncludes(err, "--out needs a value: <folder>");
  }
  const twice = await run("bundle", "plugin.ts", "--out", "a", "--out", "b");
  assertEquals(twice.code, 2);
  assertStringIncludes(twice.err, "--out stands 2 times; give it once");
});

Deno.test("a flag with a value is misuse", async () => {
  for (const word of ["--json=yes", "--json=false"]) {
    const { code, err } = await run("list", word);
    assertEquals(code, 2);
    assertStringIncludes(err, `--json takes no value, and ${word} gives it one`);
  }
  for (const word of ["-y1", "-y=no"]) {
    const { code, err } = await run("init", word);
    assertEquals(code, 2);
    assertStringIncludes(err, `--yes takes no value, and ${word} gives it one`);
  }
});

Deno.test("bundle without a file says what is missing", async () => {
  const { code, err } = await run("bundle");
  assertEquals(code, 2);
  assertStringIncludes(err, "bundle needs the plugin's file");
});

Deno.test("bundle writes a folder and says what the plugin may do", async () => {
  const folder = await Deno.makeTempDir({ prefix: "cli-" });
  try {
    await Deno.writeTextFile(`${folder}/plugin.ts`, PLUGIN);
    const manifest = {
      id: "com.example.cli",
      name: "CLI",
      version: "1.2.3",
      server: {
        runtime: "deno",
        executable: "server/launch",
        permissions: { net: ["example.com:443"] },
      },
    };
    await Deno.writeTextFile(`${folder}/plugin.json`, JSON.stringify(manifest));
    const { code, out, err } = await run(
      "bundle",
      `${folder}/plugin.ts`,
      "--out",
      `${folder}/dist`,
      "--no-native-launcher",
    );
    assertEquals(err, "");
    assertEquals(code, 0);
    assertMatch(out, /^com\.example\.cli 1\.2\.3: .*dist\n/);
    assertStringIncludes(out, "may net: example.com:443");
    const launcher = await Deno.stat(`${folder}/dist/server/launch`);
    assertEquals((launcher.mode ?? 0) & 0o777, 0o755);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a plugin that is not there is an error with exit code 1", async () => {
  const { code, err } = await run("bundle", "/nowhere/plugin.ts", "--out", "/nowhere/dist");
  assertEquals(code, 1);
  assertStringIncludes(err, "there is no file /nowhere/plugin.ts; name the plugin's file");
  const folder = await run("bundle", ".");
  assertEquals(folder.code, 1);
  assertStringIncludes(folder.err, "such as: bundle src/plugin.ts");
});

Deno.test("what fails after Ctrl-C failed because of it: exit code 130", async () => {
  const io = createMemoryIO({ signal: AbortSignal.abort(new Error("interrupted")) });
  assertEquals(await main(["bundle", "/nowhere/plugin.ts"], io), 130);
  assertEquals(io.stderr(), "interrupted\n");
});

Deno.test("no colour where output is piped", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      "--no-lock",
      `
      import { openProcessIO } from ${JSON.stringify(import.meta.resolve("./process_io.ts"))};
      using io = openProcessIO();
      io.out(io.paint.red("red"));
      io.out(String(io.isTerminal));
      io.out(String(await io.prompt("who")));
    `,
    ],
    stdin: "null",
    stdout: "piped",
  }).output();
  assertEquals(new TextDecoder().decode(stdout), "red\nfalse\nundefined\n");
});
