/**
 * `deno task bench:start`: how long the plugin of `examples/hello` takes from the start of its
 * launcher, as a server starts it, to the handshake line; over both protocols in turns. Medians with
 * the range in brackets: milliseconds, what all threads used of the processor until then, and memory
 * at that moment; the last two need Linux. The first start compiles, and has a line of its own.
 *
 * A word after the task is the number of turns: `deno task bench:start 50`.
 *
 * @module
 */
import { bundlePlugin } from "../src/bundle/mod.ts";
import { cookieName, cookieValue } from "../src/process/cookie.ts";
import { table } from "./table.ts";

interface Start {
  readonly ms: number;
  readonly cpuMs: number;
  readonly memoryMiB: number;
}

const protocols: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "net/rpc": {},
  // Nobody listens there: the API is connected to when it is first called.
  gRPC: { MATTERMOST_PLUGIN_API_TARGET: "127.0.0.1:9" },
};

const lines = ["first start, ms", "start, ms", "processor, ms", "memory, MiB"];

/** Starts the bundle once, up to the handshake line, and ends it. */
async function start(
  folder: string,
  sockets: string,
  variables: Readonly<Record<string, string>>,
): Promise<Start> {
  const began = performance.now();
  const child = new Deno.Command(`${folder}/server/launch`, {
    clearEnv: true,
    env: {
      PATH: Deno.env.get("PATH") ?? "",
      MATTERMOST_PLUGIN_DENO: Deno.execPath(),
      PLUGIN_UNIX_SOCKET_DIR: sockets,
      [cookieName]: cookieValue,
      ...variables,
    },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = child.stdout.getReader();
  const { value } = await reader.read();
  const ms = performance.now() - began;
  const line = new TextDecoder().decode(value);
  if (!line.startsWith("1|1|unix|")) throw new Error(`no handshake line, but ${line}`);
  const used = { ms, cpuMs: await cpuMs(child.pid), memoryMiB: await memoryMiB(child.pid) };
  child.kill("SIGTERM");
  await reader.cancel();
  await child.status;
  return used;
}

/** What all threads of a process have used of the processor. */
async function cpuMs(pid: number): Promise<number> {
  let nanoseconds = 0;
  try {
    for await (const { name } of Deno.readDir(`/proc/${pid}/task`)) {
      const text = await Deno.readTextFile(`/proc/${pid}/task/${name}/schedstat`);
      nanoseconds += Number(text.split(" ")[0]);
    }
  } catch {
    return NaN;
  }
  return nanoseconds / 1e6;
}

async function memoryMiB(pid: number): Promise<number> {
  const text = await Deno.readTextFile(`/proc/${pid}/status`).catch(() => "");
  return Number(/VmRSS:\s*(\d+)/.exec(text)?.[1] ?? NaN) / 1024;
}

if (import.meta.main) {
  const turns = Number(Deno.args[0] ?? 20);
  const folder = await Deno.makeTempDir({ prefix: "bench-" });
  try {
    const entry = decodeURIComponent(
      new URL("../examples/hello/plugin.ts", import.meta.url).pathname,
    );
    const names = Object.keys(protocols);
    const samples = Object.fromEntries(names.map((name): [string, Record<string, number[]>] => {
      return [name, Object.fromEntries(lines.map((line) => [line, []]))];
    }));
    // Each has a bundle of its own, and so keeps its own compiled code.
    for (const place of names.keys()) await bundlePlugin({ entry, outDir: `${folder}/${place}` });
    for (let turn = 0; turn <= turns; turn++) {
      for (const [place, [name, variables]] of Object.entries(protocols).entries()) {
        const { ms, cpuMs, memoryMiB } = await start(`${folder}/${place}`, folder, variables);
        const values = turn === 0 ? [ms] : [undefined, ms, cpuMs, memoryMiB];
        values.forEach((value, at) => {
          if (value !== undefined) samples[name]?.[lines[at] ?? ""]?.push(value);
        });
      }
    }
    console.log(table(samples, names));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
