import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { commands } from "./commands.ts";
import { main } from "./main.ts";
import { createMemoryIO } from "./memory_io.ts";

async function completions(...words: string[]): Promise<string> {
  const io = createMemoryIO();
  assertEquals(await main(["completions", ...words], io), 0, io.stderr());
  return io.stdout();
}

/** What bash offers for the last of these words. */
async function offered(script: string, words: readonly string[]): Promise<string[]> {
  const program = `${script}
COMP_WORDS=(mattermost-plugin ${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length}
_mattermost_plugin
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { success, stdout, stderr } = await new Deno.Command("bash", {
    args: ["--noprofile", "--norc", "-u", "-c", program],
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).split("\n").filter((line) => line !== "");
}

Deno.test("bash completes commands, options and choices", async () => {
  const script = await completions("bash");
  const all = await offered(script, [""]);
  for (const { name } of commands) assert(all.includes(name), name);
  assertEquals(await offered(script, ["bun"]), ["bundle"]);
  assertEquals(await offered(script, ["help", "bun"]), ["bundle"]);
  assertEquals(await offered(script, ["bundle", "--ma"]), ["--manifest"]);
  assertEquals(await offered(script, ["completions", ""]), ["bash", "zsh", "fish"]);
  assertEquals(await offered(script, ["bundle", ""]), [], "files are bash's own business");
});

Deno.test("zsh and fish are told of every command and option", async () => {
  for (const shell of ["zsh", "fish"]) {
    const script = await completions(shell, "--name", "mmp");
    for (const command of commands) {
      assertStringIncludes(script, command.name);
      for (const { name } of command.options) {
        assertStringIncludes(script, shell === "zsh" ? `--${name}` : `-l ${name} `);
      }
    }
    assertStringIncludes(script, shell === "zsh" ? "#compdef mmp" : "complete -c mmp");
  }
});

Deno.test("another shell, or none, is misuse", async () => {
  const io = createMemoryIO();
  assertEquals(await main(["completions", "fsh"], io), 2);
  assertStringIncludes(io.stderr(), 'no completions for "fsh"; expected bash, zsh, fish');
  assertStringIncludes(io.stderr(), 'did you mean "');
  assertEquals(await main(["completions"], io), 2);
  assertEquals(await main(["completions", "bash", "--name", "a b; rm"], io), 2);
});
