import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { main } from "./main.ts";

/** Runs the command line and gives what it printed. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { log, error } = console;
  const printed = { out: "", err: "" };
  console.log = (text: unknown) => printed.out += `${text}\n`;
  console.error = (text: unknown) => printed.err += `${text}\n`;
  try {
    return { code: await main(args), ...printed };
  } finally {
    Object.assign(console, { log, error });
  }
}

Deno.test("without words the usage is shown and the exit code is 2", async () => {
  const { code, out } = await run();
  assertEquals(code, 2);
  assertStringIncludes(out, "Usage:");
});

Deno.test("--help shows the usage and succeeds", async () => {
  const { code, out } = await run("bundle", "-h");
  assertEquals(code, 0);
  assertStringIncludes(out, "--manifest");
});

Deno.test("an unknown command or option is named", async () => {
  const command = await run("build");
  assertEquals(command.code, 2);
  assertStringIncludes(command.err, 'there is no command "build"');
  const option = await run("bundle", "plugin.ts", "--output", "x");
  assertEquals(option.code, 2);
  assertStringIncludes(option.err, "there is no option --output");
});

Deno.test("bundle without a file says what is missing", async () => {
  const { code, err } = await run("bundle");
  assertEquals(code, 2);
  assertStringIncludes(err, "bundle needs the plugin's file");
});

Deno.test("bundle writes a folder and says what the plugin may do", async () => {
  const folder = await Deno.makeTempDir({ prefix: "cli-" });
  try {
    await Deno.writeTextFile(`${folder}/plugin.ts`, "export default 1;");
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
  assertStringIncludes(err, "/nowhere");
});
