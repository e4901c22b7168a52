/**
 * A session of ours with a Go program that runs hashicorp/yamux at the other end of a unix socket.
 *
 * @module
 */
import { openYamux, type YamuxOptions, type YamuxSession } from "../../src/netrpc/yamux/mod.ts";

/** The versions that go-plugin brings: 1.6 and before, and 1.8. */
export const VERSIONS = ["0.1.1", "0.1.2"] as const;

const source = new URL("go/", import.meta.url);
const built = new Map<string, Promise<string>>();

async function build(version: string): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "yamux-" });
  addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
  const modules = version === "0.1.1" ? ["-modfile=older.mod"] : [];
  const { success, stderr } = await new Deno.Command("go", {
    args: ["build", ...modules, "-o", `${folder}/peer`, "."],
    cwd: source,
  }).output();
  if (!success) throw new Error(`the Go peer was not built:\n${new TextDecoder().decode(stderr)}`);
  return `${folder}/peer`;
}

/** A session and the program at its other end. */
export interface GoPeer extends AsyncDisposable {
  readonly session: YamuxSession;
  /** Opens a stream, sends the words, closes the writing side, and gives what comes back. */
  ask(words: string): Promise<string>;
  /** Ends the program at once, without a word to us. */
  kill(): void;
  /** Waits for the program to end, and gives what it logged. */
  ended(): Promise<string>;
}

/** Starts the program, which connects to a socket of ours; it has the other side of the session. */
export async function startGoPeer(
  version: string,
  options: YamuxOptions,
  ...flags: string[]
): Promise<GoPeer> {
  const making = built.get(version) ?? build(version);
  built.set(version, making);
  const program = await making;
  const folder = await Deno.makeTempDir({ prefix: "yamux-" });
  const listener = Deno.listen({ transport: "unix", path: `${folder}/s` });
  const child = new Deno.Command(program, {
    args: [`-socket=${folder}/s`, `-client=${options.side === "server"}`, ...flags],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const log = new Response(child.stderr).text();
  const connection = await listener.accept();
  listener.close();
  await Deno.remove(folder, { recursive: true });
  const session = openYamux(connection, options);

  const ask = async (words: string) => {
    const stream = session.open();
    await stream.write(new TextEncoder().encode(words));
    stream.closeWrite();
    return new TextDecoder().decode(await readToEnd(stream));
  };
  return {
    session,
    ask,
    kill: () => child.kill("SIGKILL"),
    async ended() {
      await child.status;
      return await log;
    },
    async [Symbol.asyncDispose]() {
      session.close();
      await session.closed;
      await child.status;
      await log;
    },
  };
}

/** Reads until the peer's end. */
export async function readToEnd(
  stream: { read(): Promise<Uint8Array | null> },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let chunk = await stream.read(); chunk !== null; chunk = await stream.read()) {
    chunks.push(chunk);
    length += chunk.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Sends back what comes on every stream that the peer opens, until the session ends. */
export async function echo(session: YamuxSession): Promise<void> {
  for (let stream = await session.accept(); stream !== null; stream = await session.accept()) {
    const one = stream;
    (async () => {
      for (let chunk = await one.read(); chunk !== null; chunk = await one.read()) {
        await one.write(chunk);
      }
      one.closeWrite();
    })().catch(() => one.reset());
  }
}
