/** What the completions that `completions` prints do in the shells that they are for. */
import { assert, assertEquals } from "@std/assert";
import { commands } from "../../src/cli/commands.ts";
import { main } from "../../src/cli/main.ts";
import { createMemoryIO } from "../../src/cli/memory_io.ts";
import { needing } from "../support/needs.ts";
import { openTerminal } from "./terminal.ts";

/** What is typed before the Tab key, and the words that the program gets. */
const cases: readonly (readonly [typed: string, words: readonly string[]])[] = [
  ["bun", ["bundle"]],
  ["help bun", ["help", "bundle"]],
  ["bundle --mani", ["bundle", "--manifest"]],
  ["bundle --self-contained linux-x", ["bundle", "--self-contained", "linux-x64"]],
  ["bundle --self-contained=linux-a", ["bundle", "--self-contained=linux-arm64"]],
  ["bundle plug", ["bundle", "plugin.ts"]],
  ["bundle --out di", ["bundle", "--out", "dist/"]],
  ["dev --trace hoo", ["dev", "--trace", "hooks"]],
  ["deploy --tok", ["deploy", "--token"]],
  ["completions fi", ["completions", "fish"]],
  ["xyz", ["xyz"]],
];

async function script(shell: string): Promise<string> {
  const io = createMemoryIO();
  assertEquals(await main(["completions", shell], io), 0, io.stderr());
  return io.stdout();
}

/** A folder with a plugin in it, and with the shell's completions. */
async function folderFor(shell: string): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await Deno.realPath(await Deno.makeTempDir({ prefix: "completions-" }));
  await Deno.writeTextFile(`${path}/plugin.ts`, "");
  await Deno.mkdir(`${path}/dist`);
  await Deno.writeTextFile(`${path}/completions.${shell}`, await script(shell));
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

const SHELLS = {
  bash: { command: "bash --noprofile --norc -i", setup: "source completions.bash" },
  zsh: {
    command: "zsh -f -i",
    setup: "autoload -U compinit && compinit -u -D && source completions.zsh",
  },
} as const;

/** The program, as far as the shell is concerned: it shows the words that it got. */
const PROGRAM = `mattermost-plugin() { printf 'got'; printf '<%s>' "$@"; echo; }`;

for (const [shell, { command, setup }] of Object.entries(SHELLS)) {
  Deno.test(
    await needing(["script", shell as keyof typeof SHELLS], {
      name: `in ${shell} the Tab key completes commands, options, platforms and files`,
      async fn() {
        await using folder = await folderFor(shell);
        await using terminal = openTerminal(command, folder.path);
        await terminal.type(`${PROGRAM}; ${setup}; echo "rea""dy"\n`, /ready/);
        for (const [typed, words] of cases) {
          const line = `mattermost-plugin ${typed}\t\n`;
          const [, got = ""] = await terminal.type(line, /got((?:<[^>]*>)+)/);
          // zsh takes back the slash of a folder, and the "=" of an option, behind which nothing came.
          const expected = words.map((word) => `<${word}>`).join("").replace("/>", ">");
          assertEquals(got.replace(/[/=]>$/, ">"), expected, typed);
        }
      },
    }),
  );
}

Deno.test(
  await needing(["script", "zsh"], {
    name: "zsh lists the commands with what they do",
    async fn() {
      await using folder = await folderFor("zsh");
      await using terminal = openTerminal(SHELLS.zsh.command, folder.path);
      await terminal.type(`${PROGRAM}; ${SHELLS.zsh.setup}; echo "rea""dy"\n`, /ready/);
      await terminal.type("mattermost-plugin \t", /bundle +-- Turn a plugin/);
    },
  }),
);

/** What fish offers for a line, without the descriptions. */
async function fishOffers(line: string, folder: string): Promise<string[]> {
  const { success, stdout, stderr } = await new Deno.Command("fish", {
    args: ["--no-config", "-c", "source completions.fish; complete --do-complete $argv[1]", line],
    cwd: folder,
    env: { HOME: folder },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  const lines = new TextDecoder().decode(stdout).split("\n").filter((line) => line !== "");
  return lines.map((line) => line.split("\t")[0] ?? "");
}

Deno.test(
  await needing(["fish"], {
    name: "fish completes commands, options, platforms and files",
    async fn() {
      await using folder = await folderFor("fish");
      for (const [typed, words] of cases) {
        const offered = await fishOffers(`mattermost-plugin ${typed}`, folder.path);
        assertEquals(offered, typed === "xyz" ? [] : [words.at(-1)], typed);
      }
      const all = await fishOffers("mattermost-plugin ", folder.path);
      assertEquals(all.toSorted(), [...commands.map(({ name }) => name), "help"].toSorted());
    },
  }),
);
