/**
 * Keys and values with the rules of a real server, for tests.
 *
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";

/** The calls of the plugin API that this has. */
export type FakeKVAPI = Pick<PluginAPI, "kvGet" | "kvList" | "kvSetWithOptions">;

/** A call, before it is done. */
export interface KVCall {
  readonly method: keyof FakeKVAPI;
  readonly key: string;
}

/** A database with keys and values. */
export interface FakeKV {
  /** The calls, as a node has them; `before` may delay a call or fail it. */
  node(before?: (call: KVCall) => void | Promise<void>): FakeKVAPI;
  /** What is stored now, as text; undefined for nothing. */
  text(key: string): string | undefined;
  /** Writes text. */
  put(key: string, text: string): void;
  /** The keys with their values, without what has expired. */
  keys(): string[];
  /** The calls so far. */
  readonly calls: KVCall[];
  /** From now on, reads see what was there at this moment. */
  freezeReplica(): void;
  /** Reads see what is there. */
  catchUp(): void;
}

interface Row {
  readonly value: Uint8Array;
  readonly expireAt: number;
}

/** Makes one, with the time by which values expire. */
export function fakeKV(now: () => number): FakeKV {
  const rows = new Map<string, Row>();
  let replica: ReadonlyMap<string, Row> = rows;
  const calls: KVCall[] = [];
  const live = (from: ReadonlyMap<string, Row>, key: string): Uint8Array | undefined => {
    const row = from.get(key);
    return row === undefined || (row.expireAt !== 0 && row.expireAt <= now())
      ? undefined
      : row.value;
  };
  const keysOf = (from: ReadonlyMap<string, Row>) =>
    [...from.keys()].filter((key) => live(from, key) !== undefined).sort();
  const write = (
    key: string,
    value: Uint8Array,
    atomic: boolean,
    old: Uint8Array,
    seconds: bigint,
  ) => {
    const present = live(rows, key) ?? new Uint8Array();
    if (atomic && (!same(present, old) || (old.length === 0 && value.length === 0))) return false;
    if (value.length === 0) rows.delete(key);
    else {
      const expireAt = seconds === 0n ? 0 : now() + Number(seconds) * 1000;
      rows.set(key, { value: value.slice(), expireAt });
    }
    return true;
  };
  const decoder = new TextDecoder();
  return {
    calls,
    node(before = () => {}) {
      const begin = async (method: keyof FakeKVAPI, key: string) => {
        calls.push({ method, key });
        await before({ method, key });
      };
      return {
        async kvGet({ key = "" }) {
          await begin("kvGet", key);
          return live(replica, key)?.slice() ?? null;
        },
        async kvList({ page = 0, perPage = 0 }) {
          await begin("kvList", "");
          const size = perPage > 0 ? perPage : 10;
          return keysOf(replica).slice(page * size, (page + 1) * size);
        },
        async kvSetWithOptions({ key = "", value = new Uint8Array(), options }) {
          await begin("kvSetWithOptions", key);
          const { atomic = false, oldValue = new Uint8Array(), expireInSeconds = 0n } = options ??
            {};
          return write(key, value, atomic, oldValue, expireInSeconds);
        },
      };
    },
    text: (key) => {
      const value = live(rows, key);
      return value === undefined ? undefined : decoder.decode(value);
    },
    put: (key, text) => void rows.set(key, { value: new TextEncoder().encode(text), expireAt: 0 }),
    keys: () => keysOf(rows),
    freezeReplica() {
      replica = new Map(rows);
    },
    catchUp() {
      replica = rows;
    },
  };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
