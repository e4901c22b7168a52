import { runDeno } from "../bundle/run_deno.ts";
import { basename, dirname, join, resolve } from "../bundle/paths.ts";
import type { Command, CommandArgs } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { findCheckout } from "./init/checkout.ts";
import { projectFiles } from "./init/project_files.ts";
import {
  type ProjectNames,
  suggestId,
  suggestName,
  triggerOf,
  wrongId,
} from "./init/project_names.ts";
import { UsageError } from "./usage_error.ts";

/** Makes `init`, which writes a task for each command that there is. */
export function createInitCommand(commands: () => readonly Command[]): Command {
  return {
    name: "init",
    summary: "Write a new plugin into a folder: code, manifest, test, tasks, CI",
    usage: "[options] [folder]",
    description: `
The plugin has a command, a setting and a filter of messages, and passes its own tests. What is not
said by options is asked for, or taken from the folder's name where nobody can be asked. A file that
is there already is left alone, and then nothing is written.`,
    options: [
      {
        name: "id",
        value: "id",
        help: "The plugin's id: part of its addresses, and the owner of its data. Default: " +
          "com.example.<folder>",
      },
      { name: "name", value: "name", help: "The name that people see" },
      { name: "yes", short: "y", help: "Ask nothing" },
      {
        name: "link",
        value: "folder",
        help: "Use this checkout of the package in the place of jsr.io's",
      },
    ],
    examples: [
      { words: "word-guard", help: "A new folder" },
      { words: ". --id com.acme.guard --name Guard", help: "This folder, without questions" },
    ],
    words: "folders",
    async run(args, io) {
      if (args.words.length > 1) {
        throw new UsageError(`init takes one folder, and got ${args.words.length}`);
      }
      const asks = io.isTerminal && !args.flag("yes");
      const given = args.words[0] ?? (asks ? await ask(io, "Folder", "my-plugin") : undefined);
      if (given === undefined) {
        throw new UsageError('init needs the folder to write, "." for this one');
      }
      const folder = resolve(given);
      const names = await chooseNames(args, io, folder, asks);
      const link = args.text("link");
      const files = projectFiles({
        ...names,
        commands: commands().map(({ name }) => name),
        checkout: link === undefined ? undefined : await findCheckout(link, folder),
      });
      await writeNew(folder, files, io.signal);
      await format(folder, [...files.keys()]);
      for (const path of files.keys()) io.out(`  ${io.paint.green("written")} ${path}`);
      io.out("");
      io.out(`${names.name} (${names.id}) is in ${folder}. Next:`);
      for (
        const line of [
          ...resolve(".") === folder ? [] : [`cd ${shellWord(given)}`],
          "deno task test",
          "deno task dev",
          "deno task bundle",
        ]
      ) io.out(`  ${io.paint.cyan(line)}`);
      return 0;
    },
  };
}

async function chooseNames(
  args: CommandArgs,
  io: CommandIO,
  folder: string,
  asks: boolean,
): Promise<ProjectNames> {
  const base = basename(folder);
  let id = args.text("id");
  if (id === undefined) {
    const suggested = suggestId(base);
    id = suggested;
    while (asks) {
      id = await ask(io, "Id of the plugin", suggested);
      const wrong = wrongId(id);
      if (wrong === undefined) break;
      io.err(wrong);
    }
  }
  const wrong = wrongId(id);
  if (wrong !== undefined) throw new UsageError(`--id: ${wrong}`);
  const suggested = suggestName(args.text("id") === undefined ? base : triggerOf(id));
  const name = args.text("name") ??
    (asks ? await ask(io, "Name for people", suggested) : suggested);
  if (/[\n\r]|\*\//.test(name)) throw new UsageError(`--name: "${name}" is no name on one line`);
  return { id, name, trigger: triggerOf(id) };
}

async function ask(io: CommandIO, question: string, suggested: string): Promise<string> {
  const answer = await io.prompt(question, suggested);
  if (answer === undefined) throw new Error("the answers end here, so nothing was written");
  return answer;
}

/** Writes all files, or none. */
async function writeNew(
  folder: string,
  files: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const present: string[] = [];
  for (const path of files.keys()) {
    const info = await Deno.lstat(join(folder, path)).catch(() => undefined);
    if (info !== undefined) present.push(path);
  }
  if (present.length > 0) {
    throw new Error(
      `${folder}: ${present.join(", ")} ${present.length === 1 ? "is" : "are"} there already, so ` +
        "nothing was written; choose another folder, or move that away",
    );
  }
  const undo: string[] = [];
  try {
    for (const [path, text] of files) {
      signal.throwIfAborted();
      const file = join(folder, path);
      undo.push(...await makeFolders(dirname(file)), file);
      await Deno.writeTextFile(file, text, { createNew: true });
    }
  } catch (error) {
    for (const path of undo.toReversed()) await Deno.remove(path).catch(() => {});
    throw error;
  }
}

/** Breaks lines where `deno fmt --check` wants them: that depends on how long the names are. */
async function format(folder: string, paths: readonly string[]): Promise<void> {
  await runDeno(folder, ["fmt", "--quiet", ...paths.filter((path) => path !== ".gitignore")]);
}

/** Makes a folder and those around it; gives those that it made, the outermost first. */
async function makeFolders(path: string): Promise<string[]> {
  if (await Deno.stat(path).then(({ isDirectory }) => isDirectory, () => false)) return [];
  const outer = await makeFolders(dirname(path));
  await Deno.mkdir(path).catch((cause) => {
    if (!(cause instanceof Deno.errors.AlreadyExists)) throw cause;
    throw new Error(`${path} is a file, so nothing was written; choose another folder`, { cause });
  });
  return [...outer, path];
}

function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
