/**
 * Nodes of a cluster that run Go, on keys and values that this process serves to them.
 *
 * @module
 */
import { type FakeKV, fakeKV, type FakeKVAPI } from "../support/fake_kv.ts";
import { buildGoProgram } from "../support/go_program.ts";

const sources = ["main.go", "go.mod", "go.sum"].map((name) =>
  new URL(`go/${name}`, import.meta.url)
);

let built: Promise<string> | undefined;

/** Builds the program beside this file, once, and gives its path. */
function buildNode(): Promise<string> {
  return built ??= buildGoProgram("cluster", sources);
}

/** What a node in Go tells the test. */
export interface Told {
  readonly what: string;
  readonly detail: unknown;
  readonly at: number;
}

/** A node in Go. */
export interface GoNode extends AsyncDisposable {
  /** Waits until it has ended by itself; rejects if it failed. */
  ended(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/** Keys and values that nodes in Go and in this process share. */
export interface SharedKV extends AsyncDisposable {
  /** What is stored. */
  readonly server: FakeKV;
  /** The calls, for this process. */
  readonly api: FakeKVAPI;
  /** Starts a node in Go. */
  start(...args: string[]): Promise<GoNode>;
  /** Lets what expires think that so much more time has passed. */
  age(ms: number): void;
}

interface Call {
  readonly Method: string;
  readonly Key: string;
  readonly Value: string | null;
  readonly Atomic: boolean;
  readonly OldValue: string | null;
  readonly ExpireInSeconds: number;
  readonly Page: number;
  readonly PerPage: number;
  readonly Detail: unknown;
}

/** Begins to serve; `told` is called with what nodes in Go tell. */
export function shareKV(told: (told: Told) => void = () => {}): SharedKV {
  let aged = 0;
  const server = fakeKV(() => Date.now() + aged);
  const api = server.node();
  const bytes = (text: string | null) => Uint8Array.fromBase64(text ?? "");
  const answer = async (call: Call): Promise<object> => {
    switch (call.Method) {
      case "kvGet":
        return { Value: (await api.kvGet({ key: call.Key }))?.toBase64() };
      case "kvList":
        return { Keys: await api.kvList({ page: call.Page, perPage: call.PerPage }) };
      case "kvSetWithOptions": {
        const { Key: key, Value: value, Atomic: atomic, OldValue: old, ExpireInSeconds } = call;
        const success = await api.kvSetWithOptions({
          key,
          value: bytes(value),
          options: { atomic, oldValue: bytes(old), expireInSeconds: BigInt(ExpireInSeconds) },
        });
        return { Success: success };
      }
      default:
        told({ what: call.Method, detail: call.Detail, at: performance.now() });
        return {};
    }
  };
  const http = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => Response.json(await answer(await request.json())),
  );
  return {
    server,
    api,
    age: (ms) => void (aged += ms),
    async start(...args) {
      const child = new Deno.Command(await buildNode(), {
        args: [`http://127.0.0.1:${http.addr.port}/`, ...args],
        stdin: "null",
        stdout: "null",
        stderr: "piped",
      }).spawn();
      let over = false;
      const output = child.output().finally(() => void (over = true));
      const kill = async () => {
        if (!over) child.kill("SIGKILL");
        await output;
      };
      return {
        async ended() {
          const { code, stderr } = await output;
          if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
        },
        kill,
        [Symbol.asyncDispose]: kill,
      };
    },
    async [Symbol.asyncDispose]() {
      await http.shutdown();
    },
  };
}
