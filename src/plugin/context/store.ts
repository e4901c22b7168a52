/**
 * The plugin's keys and values, as a context has them.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";

/** How long a value lives. */
export interface StoreSetOptions {
  /**
   * After how many milliseconds the value is gone. Mattermost counts whole seconds; it is rounded
   * up. Default: never.
   */
  readonly expiresInMs?: number | undefined;
}

/** How often an update is tried. */
export interface StoreUpdateOptions extends StoreSetOptions {
  /** How often it is tried before it fails, for as long as others write in between. */
  readonly attempts?: number | undefined;
}

/**
 * The plugin's own keys and values, in the server's database: shared by all nodes of a cluster, and
 * kept when the plugin is stopped or upgraded. Values are JSON.
 */
export interface Store {
  /** The value; undefined if there is none. */
  get<Value = JsonValue>(key: string): Promise<Value | undefined>;
  /** Writes a value, whatever was there. */
  set(key: string, value: unknown, options?: StoreSetOptions): Promise<void>;
  /** Writes a value if there is none, and tells whether it did. */
  setIfAbsent(key: string, value: unknown, options?: StoreSetOptions): Promise<boolean>;
  /** Takes a value out; it is no error if there is none. */
  delete(key: string): Promise<void>;
  /**
   * Makes a new value from the old one, without losing what others write at the same time: `change`
   * runs again on a conflict. Returning undefined deletes the value.
   */
  update<Value = JsonValue>(
    key: string,
    change: (old: Value | undefined) => Value | undefined | Promise<Value | undefined>,
    options?: StoreUpdateOptions,
  ): Promise<Value | undefined>;
}
