/**
 * The plugin's keys and values, as a context has them.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { Awaitable } from "../hook_types.ts";
import type { Codec, StandardSchema } from "./store_codec.ts";

/** How long a value lives. */
export interface StoreSetOptions {
  /**
   * After how many milliseconds the value is gone; more than 0. Mattermost counts whole seconds, so
   * it is rounded up. Default: never. Every write sets it anew: one without it keeps the value for
   * good, whatever an earlier one said.
   */
  readonly expiresInMs?: number | undefined;
}

/** How often an update is tried. */
export interface StoreUpdateOptions extends StoreSetOptions {
  /**
   * How often it is tried before it fails, for as long as others write in between. Default: 15, which
   * takes some seconds, since the waits between two attempts grow.
   */
  readonly attempts?: number | undefined;
}

/**
 * Keys and values of one type, or those whose keys begin with one prefix.
 *
 * A key has 1 to 150 characters, the prefixes of sub-stores counted. Keys that begin with `_plugin/`,
 * `mmi_`, `mutex_`, `cron_` or `once_` belong to the server and to this package and are refused.
 * A value has 48 MiB at most, as it is stored.
 *
 * On a server with read replicas, what was just written may take a moment until `get`, `getMany` and
 * `list` see it. `update`, `setIfAbsent`, `compareAndSet` and `compareAndDelete` decide by the
 * database itself and are always right.
 *
 * @typeParam Value what is read
 * @typeParam Input what may be written; it differs from `Value` where a schema fills in defaults
 */
export interface TypedStore<Value, Input = Value> {
  /**
   * The value; undefined if there is none, or it has expired.
   *
   * @throws {TypeError} for a key that cannot be
   * @throws {StoreValueError} if what is stored is no such value
   * @throws {PluginAPIError} if the server cannot be reached
   */
  get(key: string): Promise<Value | undefined>;
  /** The values of several keys, read in parallel; keys without a value are not in the map. */
  getMany(keys: Iterable<string>): Promise<Map<string, Value>>;
  /**
   * Writes a value, whatever was there.
   *
   * @throws {TypeError} for a key or an expiry that cannot be, and for what cannot be stored or does
   * not fit the schema: the message says where in the value it is
   */
  set(key: string, value: Input, options?: StoreSetOptions): Promise<void>;
  /** Writes a value if there is none, and tells whether it did. */
  setIfAbsent(key: string, value: Input, options?: StoreSetOptions): Promise<boolean>;
  /**
   * Writes a value if the present one is `old`, and tells whether it did. They are compared byte for
   * byte, as this store writes them: for JSON, the order of properties counts. `update` is the better
   * choice wherever the new value depends on the old one.
   */
  compareAndSet(key: string, old: Input, value: Input, options?: StoreSetOptions): Promise<boolean>;
  /** Deletes a value if it is `old`, compared as above, and tells whether it did. */
  compareAndDelete(key: string, old: Input): Promise<boolean>;
  /** Deletes a value; it is no error if there is none. */
  delete(key: string): Promise<void>;
  /**
   * Makes a new value from the old one, without losing what others write at the same time, in this
   * process or on other nodes: `change` runs again on a conflict, so it should do nothing else.
   * Returning undefined deletes the value; a throw leaves it as it is.
   *
   * @returns the new value as it was written; undefined if it was deleted
   * @throws {StoreConflictError} if others wrote in between at every attempt
   *
   * @example Counting
   * ```ts
   * import type { Store } from "@mattermost-deno/plugin";
   *
   * export async function count(kv: Store): Promise<void> {
   *   await kv.update<number>("count", (old = 0) => old + 1);
   * }
   * ```
   */
  update(
    key: string,
    change: (old: Value | undefined) => Awaitable<Input | undefined>,
    options?: StoreUpdateOptions,
  ): Promise<Input | undefined>;
  /**
   * The keys, without the store's prefix, sorted as the server's database sorts. They are those of
   * the moment in which the listing begins: what others write or delete meanwhile makes no key slip
   * by. Keys that are refused elsewhere are left out.
   *
   * @param prefix what they begin with; default: any
   */
  list(prefix?: string): AsyncIterableIterator<string>;
  /** The keys as `list` gives them, each with its value; those that vanish meanwhile are left out. */
  entries(prefix?: string): AsyncIterableIterator<[key: string, value: Value]>;
  /**
   * The keys that begin with a prefix, as a store of their own in which they are named without it.
   *
   * @throws {TypeError} for a prefix that is reserved or leaves no room for a key
   */
  sub(prefix: string): TypedStore<Value, Input>;
}

/**
 * The plugin's own keys and values, in the server's database: shared by all nodes of a cluster, and
 * kept when the plugin is stopped or upgraded. Values are JSON, as Go's `pluginapi` writes them.
 *
 * The type parameters of its methods are promises that nobody checks; `typed` gives a store that
 * checks what it reads.
 *
 * @example Values, expiry, a sub-store
 * ```ts
 * import { definePlugin } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     async userHasLoggedIn({ id }, { kv }) {
 *       await kv.sub("seen:").set(id, { at: Date.now() }, { expiresInMs: 86_400_000 });
 *     },
 *   },
 * });
 * ```
 */
export interface Store extends TypedStore<unknown> {
  /** The value; undefined if there is none. See {@link TypedStore.get}. */
  get<Value = JsonValue>(key: string): Promise<Value | undefined>;
  /** The values of several keys, read in parallel; keys without a value are not in the map. */
  getMany<Value = JsonValue>(keys: Iterable<string>): Promise<Map<string, Value>>;
  /** Makes a new value from the old one, without losing any. See {@link TypedStore.update}. */
  update<Value = JsonValue>(
    key: string,
    change: (old: Value | undefined) => Awaitable<Value | undefined>,
    options?: StoreUpdateOptions,
  ): Promise<Value | undefined>;
  /** The keys, each with its value. See {@link TypedStore.entries}. */
  entries<Value = JsonValue>(prefix?: string): AsyncIterableIterator<[key: string, value: Value]>;
  /** The keys that begin with a prefix, as a store of their own. See {@link TypedStore.sub}. */
  sub(prefix: string): Store;
  /**
   * The same keys, with values that a schema checks, both when they are read and before they are
   * written. What is stored is JSON.
   *
   * @param schema a validator of any library that follows the Standard Schema, such as Zod, Valibot
   * or ArkType
   */
  typed<Output, Input = Output>(schema: StandardSchema<Input, Output>): TypedStore<Output, Input>;
  /**
   * The same keys, with values that a codec writes and reads.
   *
   * @param codec how values become bytes, such as `codec.bytes`
   */
  typed<Value, Input = Value>(codec: Codec<Value, Input>): TypedStore<Value, Input>;
}
