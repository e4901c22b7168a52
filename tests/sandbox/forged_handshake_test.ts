/**
 * Whether a plugin can write the line to whose address a server connects. A stock server would
 * connect to any that it names, also to one on the internet, and would then call its hooks and answer
 * its calls there: that is the whole plugin API, for a plugin that may not use the network.
 */
import { assertEquals } from "@std/assert";
import { BUNDLE_LAYOUT } from "../../src/bundle/bundle_layout.ts";
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { fromFileUrl } from "../../src/bundle/paths.ts";
import { PLUGIN_COOKIE } from "../../src/host/plugin_cookie.ts";

const FORGED = "1|1|tcp|203.0.113.7:443|netrpc";

/** What a plugin's file does as it is imported; `line` is the forged one, with its end. */
const WAYS: Readonly<Record<string, string>> = {
  "console.log()": "console.log(line.trim())",
  "Deno.stdout.write()": "await Deno.stdout.write(bytes)",
  "Deno.stdout's class": "Object.getPrototypeOf(Deno.stdout).writeSync.call(Deno.stdout, bytes)",
  "Deno.stdout.writable": "await Deno.stdout.writable.getWriter().write(bytes)",
  "the writable of Deno.stdout's class":
    'await Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Deno.stdout), "writable")' +
    ".get.call(Deno.stdout).getWriter().write(bytes)",
  "process.stdout":
    'const { default: p } = await import("node:process"); await new Promise((d) => p.stdout.write(line, d))',
  "node:fs, writeSync()": '(await import("node:fs")).writeSync(1, line)',
  "node:fs, writeFileSync()": '(await import("node:fs")).writeFileSync(1, line)',
  "node:fs, a stream":
    'const out = (await import("node:fs")).createWriteStream("", { fd: 1 }); await new Promise((d) => out.write(line, d))',
  "a worker":
    "const w = new Worker(`data:text/javascript,console.log(${JSON.stringify(line.trim())});postMessage(0)`," +
    ' { type: "module" }); await new Promise((d) => w.onmessage = d); w.terminate()',
  "Deno's internals": "Deno[Deno.internal].core.print(line)",
  "another TextEncoder.encode()":
    "const { encode } = TextEncoder.prototype; TextEncoder.prototype.encode = function (text) {" +
    ' return encode.call(this, String(text).startsWith("1|1|") ? line : text); }',
  "another Deno.stdout.writeSync()":
    "const { writeSync } = Deno.stdout; const proto = Object.getPrototypeOf(Deno.stdout);" +
    "const own = proto.writeSync; const to = (f) => function (b) {" +
    " return f.call(Deno.stdout, b[0] === 49 && b[1] === 124 ? bytes : b), b.length; };" +
    "proto.writeSync = to(own); Deno.stdout.writeSync = to(own);",
};

function moduleOf(way: string, rest: string): string {
  return `const line = ${JSON.stringify(`${FORGED}\n`)};
const bytes = new TextEncoder().encode(line);
await (async () => {\n${way}\n})();
${rest}`;
}

/** The first line that a program writes; the program is ended then. */
async function firstLine(command: Deno.Command): Promise<string> {
  const child = command.spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("\n")) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  try {
    child.kill("SIGKILL");
  } catch {
    // It has ended by itself.
  }
  while (!(await reader.read()).done);
  await child.status;
  return text.split("\n", 1)[0] ?? "";
}

Deno.test("no plugin can write the handshake line, and each way would with the line written last", async (t) => {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmd-" }));
  try {
    const { folder } = await bundlePlugin({
      entry: fromFileUrl(new URL("../faults/sandboxed/plugin.ts", import.meta.url)),
      outDir: `${root}/bundle`,
    });
    const plugin = `${folder}/${BUNDLE_LAYOUT.plugin}`;
    const code = await Deno.readTextFile(plugin);
    await Deno.mkdir(`${root}/s`);
    const base = { stdin: "null", stdout: "piped", stderr: "null" } as const;
    const env = {
      MATTERMOST_PLUGIN: PLUGIN_COOKIE,
      MATTERMOST_PLUGIN_DENO: Deno.execPath(),
      PLUGIN_UNIX_SOCKET_DIR: `${root}/s`,
    };
    const api = { MATTERMOST_PLUGIN_API_TARGET: `unix:${root}/api.sock` };
    for (const [name, way] of Object.entries(WAYS)) {
      await t.step(name, async () => {
        await Deno.writeTextFile(plugin, moduleOf(way, code));
        for (const [protocol, more] of [["netrpc", {}], ["grpc", api]] as const) {
          const launched = new Deno.Command(`${folder}/${BUNDLE_LAYOUT.launcher}`, {
            ...base,
            env: { ...env, ...more },
          });
          const line = (await firstLine(launched)).replace(/-\d+-\w{6}\./, "-N-XXXXXX.");
          assertEquals(
            line.replace(/mmdeno-\w+/, "ID"),
            `1|1|unix|${root}/s/ID-N-XXXXXX.sock|${protocol}`,
          );
        }
        // A program that writes its line after it has run the same code.
        const last =
          'Deno.stdout.writeSync(new TextEncoder().encode("1|1|unix|/own|netrpc\\n"));\n';
        await Deno.writeTextFile(`${root}/naive.js`, moduleOf(way, last));
        const naive = new Deno.Command(Deno.execPath(), {
          ...base,
          args: ["run", "--allow-all", "--no-config", `${root}/naive.js`],
        });
        assertEquals(await firstLine(naive), FORGED);
      });
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
