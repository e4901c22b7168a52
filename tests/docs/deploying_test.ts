/** What docs/deploying.md shows as output is what the commands write, against a server for tests. */
import { assert, assertEquals } from "@std/assert";
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { packBundle } from "../../src/bundle/archive/pack_bundle.ts";
import type { CommandIO } from "../../src/cli/command_io.ts";
import { main } from "../../src/cli/main.ts";
import { createMemoryIO } from "../../src/cli/memory_io.ts";
import { fromFileUrl } from "../../tools/paths.ts";
import { type FakeState, startFakeMattermost } from "../support/fake_mattermost.ts";
import { needing } from "../support/needs.ts";
import { unsaid } from "./said_messages.ts";

const PAGE = "docs/deploying.md";
const ID = "com.example.hello";
const root = fromFileUrl(new URL("../../", import.meta.url));

/** A command that the page shows, and what it shows as its output. */
interface Shown {
  readonly line: number;
  readonly words: readonly string[];
  readonly output: string;
}

/** Each block of one command with the block of its output after it. */
function shownIn(page: string): Shown[] {
  const pairs = page.matchAll(/^```sh\nmattermost-plugin (.+)\n```\n\n```text\n([\s\S]*?)^```$/gm);
  return [...pairs].map((match) => ({
    line: page.slice(0, match.index).split("\n").length,
    words: (match[1] ?? "").split(" "),
    output: match[2] ?? "",
  }));
}

/** What differs from machine to machine and from run to run, by what stands for it. */
const VARYING: readonly (readonly [string, RegExp])[] = [
  ["<the server's address>", /http:\/\/(?:localhost|127\.0\.0\.1):\d+/g],
  ["<the bundle's size>", /\b\d+(?:\.\d+)? [KM]iB(?=\n)/g],
  ["<this Deno>", /(?<=Deno )\d+\.\d+\.\d+(?= is here)/g],
];

function withoutVarying(text: string): string {
  return VARYING.reduce((rest, [name, pattern]) => rest.replaceAll(pattern, name), text);
}

/** Line by line the same, but for what "…" stands for at the end of a shown line. */
function assertShown({ line, output }: Shown, written: string): void {
  const shown = withoutVarying(output).split("\n");
  const lines = withoutVarying(written).split("\n");
  const cut = lines.map((text, at) => {
    const begin = shown[at]?.endsWith("…") ? shown[at].slice(0, -1) : undefined;
    return begin !== undefined && text.startsWith(begin) ? `${begin}…` : text;
  });
  assertEquals(cut.join("\n"), shown.join("\n"), `${PAGE}:${line}`);
}

/** Both streams as a terminal shows them, with the questions and their answers. */
function terminal(env: Readonly<Record<string, string>>, signal: AbortSignal) {
  const lines: string[] = [];
  const io = createMemoryIO({ env, signal, answers: [], onLine: (line) => void lines.push(line) });
  const asking: CommandIO = {
    ...io,
    confirm(question) {
      lines.push(`${question} [y/N] y`);
      return Promise.resolve(true);
    },
  };
  return { io: asking, text: () => lines.map((line) => `${line}\n`).join("") };
}

/** Bundles the example, as the page has it, into `dist`. */
async function bundleHello(folder: string, version: string, permissions = {}): Promise<void> {
  const entry = `${root}examples/hello/plugin.ts`;
  const manifest = JSON.parse(await Deno.readTextFile(`${root}examples/hello/plugin.json`));
  const file = `${folder}/plugin.json`;
  const server = { ...manifest.server, permissions };
  await Deno.writeTextFile(file, JSON.stringify({ ...manifest, version, server }));
  await bundlePlugin({
    entry,
    manifest: file,
    outDir: `${folder}/dist/${ID}`,
    usualLaunchers: true,
  });
}

const log = (time: string, fields: object) =>
  JSON.stringify({ timestamp: `2026-01-02 ${time} Z`, plugin_id: ID, ...fields });

/** What the server and the folder are like when the page's reader types each command. */
const BEFORE: Readonly<Record<string, (folder: string, state: FakeState) => Promise<void>>> = {
  async doctor(folder, state) {
    await bundleHello(folder, "1.0.0");
    const file = `${folder}/dist/${ID}-1.0.0.tar.gz`;
    await using draft = await packBundle({ folder: `${folder}/dist/${ID}`, id: ID, file });
    await draft.keep();
    state.config.PluginSettings["EnableUploads"] = false;
  },
  async deploy(folder, state) {
    state.config.PluginSettings["EnableUploads"] = true;
    const { io } = terminal(environment(folder), new AbortController().signal);
    assertEquals(await main(["deploy", `dist/${ID}-1.0.0.tar.gz`], io), 0);
    await bundleHello(folder, "1.1.0", { net: ["api.example.com:443"] });
  },
  logs(_folder, state) {
    state.log = [
      log("03:04:05.000", { level: "info", msg: "ready to greet" }),
      log("03:05:10.120", {
        level: "error",
        msg: "the greeting cannot be posted",
        hook: "userHasJoinedChannel",
      }),
    ];
    return Promise.resolve();
  },
};

let address = "";
const environment = (folder: string) => ({
  MM_SERVICESETTINGS_SITEURL: address,
  MM_ADMIN_TOKEN: "k5w1xytokenofadmin8a9b0c1d",
  XDG_STATE_HOME: folder,
});

Deno.test(
  await needing(["go"], {
    name: "the outputs on the page about deploying are those of the commands above them",
    async fn() {
      const shown = shownIn(await Deno.readTextFile(`${root}${PAGE}`))
        .filter(({ words: [command = ""] }) => Object.hasOwn(BEFORE, command));
      assertEquals(shown.map(({ words: [command] }) => command), Object.keys(BEFORE));
      const before = Deno.cwd();
      const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "docs-deploying-" }));
      try {
        await using server = startFakeMattermost();
        address = server.url;
        Deno.chdir(folder);
        for (const one of shown) {
          const [command = ""] = one.words;
          await BEFORE[command]?.(folder, server.state);
          const controller = new AbortController();
          const { io, text } = terminal(environment(folder), controller.signal);
          const follows = one.words.includes("--follow");
          const lines = one.output.trimEnd().split("\n").length;
          // Who follows a log ends it by Ctrl-C, having seen what there is.
          const out = (line: string) => {
            io.out(line);
            if (follows && text().trimEnd().split("\n").length === lines) controller.abort();
          };
          await main(one.words, { ...io, out });
          assertShown(one, text());
        }
      } finally {
        Deno.chdir(before);
        await Deno.remove(folder, { recursive: true });
      }
    },
  }),
);

Deno.test("what may stand in the way is what is said", async () => {
  const page = await Deno.readTextFile(`${root}${PAGE}`);
  const rows = page.slice(page.indexOf("| what is said")).matchAll(/^\| `([^`]+)`/gm);
  // This one is a server's own.
  const messages = [...rows].map(([, message = ""]) => message)
    .filter((message) => !message.startsWith("fork/exec"));
  assert(messages.length > 10, `${messages.length} messages`);
  assertEquals(await unsaid(messages), []);
});

Deno.test("a line that a command does not write is found out", () => {
  const page = "```sh\nmattermost-plugin list\n```\n\n```text\nat http://localhost:8065, …\n```\n";
  const [one] = shownIn(page);
  assert(one !== undefined);
  assertShown(one, "at http://127.0.0.1:41234, whatever comes\n");
  for (const written of ["at http://127.0.0.1:41234\n", "at http://127.0.0.1:1, x\nmore\n"]) {
    let same = true;
    try {
      assertShown(one, written);
    } catch {
      same = false;
    }
    assertEquals(same, false, written);
  }
});
