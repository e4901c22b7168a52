import { assert, assertEquals } from "@std/assert";
import { CHECKOUT, linkedCommands } from "../support/linked_commands.ts";

const PAGE = `${CHECKOUT}/docs/quick_start.md`;

interface Step {
  readonly kind: "sh" | "text" | "diff";
  readonly line: number;
  readonly text: string;
}

function stepsOf(page: string): Step[] {
  return [...page.matchAll(/^```(sh|text|diff)\n([\s\S]*?)^```$/gm)].map((match) => ({
    kind: match[1] as Step["kind"],
    line: page.slice(0, match.index).split("\n").length,
    text: match[2] ?? "",
  }));
}

/** Runs a block's lines in one shell; gives what they print, and the folder in which they end. */
async function shell(text: string, cwd: string) {
  const script = linkedCommands(text);
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: ["-e", "-c", `${script}\npwd > "$ENDS_IN"`],
    cwd,
    env: { NO_COLOR: "1", ENDS_IN: `${cwd}/.ends_in` },
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const file = `${cwd}/.ends_in`;
  const ends = await Deno.readTextFile(file).catch(() => `${cwd}\n`);
  await Deno.remove(file).catch(() => {});
  return { code, output: decode(stdout) + decode(stderr), cwd: ends.trimEnd() };
}

/** Puts the line with a plus into the place of the one with a minus. */
async function edit(diff: string, folder: string, where: string): Promise<void> {
  const [head = "", from = "", to = ""] = diff.split("\n");
  const file = `${folder}/${head.replace("--- ", "")}`;
  const text = await Deno.readTextFile(file);
  assertEquals(text.split(`${from.slice(1)}\n`).length, 2, `${where}: ${file} has: ${text}`);
  await Deno.writeTextFile(file, text.replace(`${from.slice(1)}\n`, `${to.slice(1)}\n`));
}

/** The shown lines are excerpts of what was printed, in their order. */
function compare(shown: string, printed: string, where: string): void {
  let rest = printed;
  for (const line of shown.trimEnd().split("\n")) {
    const at = rest.indexOf(line.trim());
    assert(at >= 0, `${where}: this is not printed: ${line}\n${printed}`);
    rest = rest.slice(at + line.trim().length);
  }
}

Deno.test("the quick start works as it stands there, step by step", async () => {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "quick-start-" }));
  try {
    const steps = stepsOf(await Deno.readTextFile(PAGE));
    assert(steps.length >= 15, `${steps.length} steps`);
    let cwd = root;
    let last: Awaited<ReturnType<typeof shell>> | undefined;
    for (const [index, { kind, line, text }] of steps.entries()) {
      const where = `docs/quick_start.md:${line}`;
      if (kind === "diff") await edit(text, cwd, where);
      else if (kind === "text") compare(text, last?.output ?? "", where);
      else {
        last = await shell(text, cwd);
        cwd = last.cwd;
        const next = steps[index + 1];
        const fails = next?.kind === "text" && /\berror: |FAILED/.test(next.text);
        assertEquals(last.code, fails ? 1 : 0, `${where}\n${last.output}`);
      }
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
