/**
 * The store, over the server's calls.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { shown } from "../api/mismatch.ts";
import { checkOptionNames } from "../api/option_names.ts";
import type { Codec } from "../plugin/context/store_codec.ts";
import type { Store, StoreSetOptions, TypedStore } from "../plugin/context/store.ts";
import { codec as codecs } from "./codecs.ts";
import { inParallel } from "./in_parallel.ts";
import { fullKey, isReserved, type KeySpace, subSpace } from "./keys.ts";
import { compareAndSet, type KVAPI, listAll, nothing, wholeSeconds } from "./kv_api.ts";
import { codecOf } from "./schema_codec.ts";
import { StoreValueError } from "./store_errors.ts";
import { checkedAttempts, type Updates } from "./updates.ts";

/** What a store works with. */
export interface StoreParts {
  /** The server. */
  readonly api: KVAPI;
  /** What updates values, for the whole plugin process. */
  readonly updates: Updates;
}

/** The store of JSON values in a space of keys. */
export function createStore(parts: StoreParts, space: KeySpace): Store {
  const store = {
    ...createTypedStore(parts, space, codecs.json),
    sub: (prefix: string) => createStore(parts, subSpace(space, prefix)),
    typed: <Value, Input>(type: Codec<Value, Input>) =>
      createTypedStore(parts, space, codecOf(type)),
  };
  // Which types its values have is for the caller to say; see the interface.
  return store as unknown as Store;
}

/** A comparison sends two values in one message, and messages have 100 MiB at most. */
const maxValueBytes = 48 * 1024 * 1024;

/** How many values are read, and lie in memory, at a time. */
const readsAtOnce = 16;

function createTypedStore<Value, Input>(
  parts: StoreParts,
  space: KeySpace,
  codec: Codec<Value, Input>,
): TypedStore<Value, Input> {
  const { api, updates } = parts;
  const named = (key: string) => fullKey(space, key);

  const read = async (key: string): Promise<Value | undefined> =>
    await decoded(codec, key, await api.kvGet({ key }) ?? nothing);

  const write = async (key: string, value: Uint8Array, expireInSeconds: bigint) => {
    await api.kvSetWithOptions({ key, value, options: { expireInSeconds } });
  };

  const keys = async (prefix: string): Promise<string[]> => {
    const full = space.prefix + prefix;
    return (await listAll(api))
      .filter((key) => key.startsWith(full) && (space.internal || !isReserved(key)))
      .map((key) => key.slice(space.prefix.length))
      // The store that begins with "a:" cannot name the key "a:" itself.
      .filter((key) => key !== "");
  };

  return {
    async get(key) {
      return await read(named(key));
    },
    async getMany(wanted) {
      if (typeof wanted === "string" || typeof wanted?.[Symbol.iterator] !== "function") {
        throw new TypeError(
          `kv.getMany(): expected keys, as an array, got ${shown(wanted)}; kv.get() reads one`,
        );
      }
      const unique = [...new Set(wanted)].map((key) => [key, named(key)] as const);
      const values = await inParallel(unique, readsAtOnce, ([, full]) => read(full));
      return new Map(
        unique.flatMap(([key], index) => {
          const value = values[index];
          return value === undefined ? [] : [[key, value] as const];
        }),
      );
    },
    async set(key, value, options) {
      const full = named(key);
      const seconds = lifetime("set", options);
      await write(full, await encoded(codec, full, value), seconds);
    },
    async setIfAbsent(key, value, options) {
      const full = named(key);
      const seconds = lifetime("setIfAbsent", options);
      return await compareAndSet(api, full, nothing, await encoded(codec, full, value), seconds);
    },
    async compareAndSet(key, old, value, options) {
      const full = named(key);
      const seconds = lifetime("compareAndSet", options);
      const [before, after] = [
        await encoded(codec, full, old),
        await encoded(codec, full, value),
      ];
      return await compareAndSet(api, full, before, after, seconds);
    },
    async compareAndDelete(key, old) {
      const full = named(key);
      return await compareAndSet(api, full, await encoded(codec, full, old), nothing);
    },
    async delete(key) {
      await write(named(key), nothing, 0n);
    },
    async update(key, change, options = {}) {
      const full = named(key);
      if (typeof change !== "function") {
        throw new TypeError(
          `kv.update(): expected a function that makes the new value from the old one, got ` +
            `${shown(change)}; kv.set() writes a value`,
        );
      }
      const expireInSeconds = lifetime("update", options, ["attempts"]);
      const attempts = checkedAttempts(options.attempts);
      let result: Input | undefined;
      await updates(full, {
        async change(old) {
          result = await change(await decoded(codec, full, old));
          return result === undefined ? nothing : await encoded(codec, full, result);
        },
        attempts,
        expireInSeconds,
      });
      return result;
    },
    async *list(prefix = "") {
      yield* await keys(prefix);
    },
    async *entries(prefix = "") {
      const all = await keys(prefix);
      for (let start = 0; start < all.length; start += readsAtOnce) {
        const some = all.slice(start, start + readsAtOnce);
        const values = await Promise.all(some.map((key) => read(named(key))));
        for (const [index, key] of some.entries()) {
          const value = values[index];
          if (value !== undefined) yield [key, value];
        }
      }
    },
    sub: (prefix) => createTypedStore(parts, subSpace(space, prefix), codec),
  };
}

/** When what is written expires, in seconds from now; 0 for never. */
function lifetime(
  method: string,
  options: StoreSetOptions | undefined,
  more: readonly string[] = [],
): bigint {
  if (options === undefined) return 0n;
  checkOptionNames(`kv.${method}()`, options, ["expiresInMs", ...more]);
  return wholeSeconds(options.expiresInMs);
}

async function encoded<Value, Input>(
  codec: Codec<Value, Input>,
  key: string,
  value: Input,
): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await codec.encode(value);
  } catch (error) {
    throw new TypeError(`key ${JSON.stringify(key)}: ${thrownText(error)}`, { cause: error });
  }
  if (bytes.length > maxValueBytes) {
    throw new TypeError(
      `key ${JSON.stringify(key)}: value: expected at most ${maxValueBytes} bytes, got ` +
        `${bytes.length}; spread it over several keys, or upload it as a file`,
    );
  }
  if (bytes.length > 0) return bytes;
  throw new TypeError(
    `key ${JSON.stringify(key)}: value: is empty, which Mattermost takes for a deletion; call ` +
      "delete(), or store it as JSON",
  );
}

async function decoded<Value, Input>(
  codec: Codec<Value, Input>,
  key: string,
  bytes: Uint8Array,
): Promise<Value | undefined> {
  if (bytes.length === 0) return undefined;
  try {
    return await codec.decode(bytes);
  } catch (error) {
    throw new StoreValueError(key, thrownText(error), error);
  }
}
