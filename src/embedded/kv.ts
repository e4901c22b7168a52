import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { internal, invalid } from "./app_error.ts";
import type { Server } from "./server.ts";
import { runeCount } from "./text.ts";

/** A key has at most this many characters, as Mattermost's `KeyValueKeyMaxRunes`. */
export const maxKeyLength = 150;

/** What `kvList` gives where no page size is named. */
const defaultKeysPerPage = 10;

/** How a value is to be set. */
export interface KVSetOptions {
  /** Only if the value there now is `oldValue`. */
  readonly atomic?: boolean;
  /** What must be there now; empty means: nothing. */
  readonly oldValue?: Uint8Array;
  /** Seconds until the value is gone; 0 keeps it. */
  readonly expireInSeconds?: bigint;
}

/**
 * The key-value store of one plugin, with the rules of a real server: an empty value is none at
 * all, so setting one deletes; expiry counts whole seconds, and every set writes it anew.
 *
 * Each function does its work in one synchronous step, so that calls that arrive together see each
 * other's effects in some order and never half of them.
 */
export function kvMethods(server: Server, pluginId: string): PluginAPIHandlers {
  return {
    kvGet: ({ key }) => getValue(server, pluginId, key) ?? new Uint8Array(),
    kvSet: ({ key, value }) => void setValue(server, pluginId, key, value),
    kvSetWithExpiry: ({ key, value, expireInSeconds }) =>
      void setValue(server, pluginId, key, value, { expireInSeconds }),
    kvSetWithOptions: ({ key, value, options }) =>
      setValue(server, pluginId, key, value, options ?? {}),
    kvCompareAndSet: ({ key, oldValue, newValue }) =>
      setValue(server, pluginId, key, newValue, { atomic: true, oldValue }),
    kvCompareAndDelete: ({ key, oldValue }) => compareAndDelete(server, pluginId, key, oldValue),
    kvDelete: ({ key }) => deleteValue(server, pluginId, key),
    kvDeleteAll: () => {
      server.database.run("DELETE FROM plugin_key_values WHERE plugin_id = ?", pluginId);
    },
    kvList: ({ page, perPage }) => listKeys(server, pluginId, page, perPage),
  };
}

/** The value of a key, or undefined where there is none (any more). */
export function getValue(server: Server, pluginId: string, key: string): Uint8Array | undefined {
  const row = server.database.first(
    "SELECT value FROM plugin_key_values WHERE plugin_id = ? AND key = ? " +
      "AND (expire_at = 0 OR expire_at > ?)",
    pluginId,
    key,
    server.now(),
  );
  const value = row?.["value"];
  return value instanceof Uint8Array ? value : undefined;
}

/**
 * Sets a value, or deletes it where the new value is empty.
 *
 * @returns Whether it was set: false only where `atomic` and another value was there.
 * @throws {ValidationError} For a key that is empty or too long, and for an old value without
 * `atomic`.
 */
export function setValue(
  server: Server,
  pluginId: string,
  key: string,
  value: Uint8Array,
  { atomic = false, oldValue = new Uint8Array(), expireInSeconds = 0n }: KVSetOptions = {},
): boolean {
  if (!atomic && oldValue.length > 0) {
    throw invalid(
      "PluginKVSetOptions.IsValid",
      "model.plugin_kvset_options.is_valid.old_value.app_error",
      "An old value was given, but it is compared only where `atomic` is true: set it, or leave " +
        "`oldValue` out.",
    );
  }
  checkKey(key, pluginId);
  const { database } = server;
  const now = server.now();
  const expireAt = expireInSeconds === 0n ? 0n : BigInt(now) + expireInSeconds * 1000n;
  if (!atomic) {
    if (value.length === 0) deleteValue(server, pluginId, key);
    else {
      database.run(
        "INSERT INTO plugin_key_values (plugin_id, key, value, expire_at) VALUES (?, ?, ?, ?) " +
          "ON CONFLICT DO UPDATE SET value = excluded.value, expire_at = excluded.expire_at",
        pluginId,
        key,
        value,
        expireAt,
      );
    }
    return true;
  }
  if (value.length === 0) return compareAndDelete(server, pluginId, key, oldValue);
  if (oldValue.length > 0) {
    return database.run(
      "UPDATE plugin_key_values SET value = ?, expire_at = ? WHERE plugin_id = ? AND key = ? " +
        "AND value = ? AND (expire_at = 0 OR expire_at > ?)",
      value,
      expireAt,
      pluginId,
      key,
      oldValue,
      now,
    ) > 0;
  }
  return database.run(
    "INSERT INTO plugin_key_values (plugin_id, key, value, expire_at) VALUES (?, ?, ?, ?) " +
      "ON CONFLICT DO UPDATE SET value = excluded.value, expire_at = excluded.expire_at " +
      "WHERE expire_at <> 0 AND expire_at <= ?",
    pluginId,
    key,
    value,
    expireAt,
    now,
  ) > 0;
}

/** Deletes a value. Deleting what is not there is no error. */
export function deleteValue(server: Server, pluginId: string, key: string): void {
  server.database.run(
    "DELETE FROM plugin_key_values WHERE plugin_id = ? AND key = ?",
    pluginId,
    key,
  );
}

function compareAndDelete(
  server: Server,
  pluginId: string,
  key: string,
  oldValue: Uint8Array,
): boolean {
  checkKey(key, pluginId);
  // Without an old value there is nothing to compare with, and nothing to delete.
  if (oldValue.length === 0) return false;
  return server.database.run(
    "DELETE FROM plugin_key_values WHERE plugin_id = ? AND key = ? AND value = ? " +
      "AND (expire_at = 0 OR expire_at > ?)",
    pluginId,
    key,
    oldValue,
    server.now(),
  ) > 0;
}

function listKeys(server: Server, pluginId: string, page: number, perPage: number): string[] {
  const limit = perPage > 0 ? perPage : defaultKeysPerPage;
  return server.database.all(
    "SELECT key FROM plugin_key_values WHERE plugin_id = ? " +
      "AND (expire_at = 0 OR expire_at > ?) ORDER BY key LIMIT ? OFFSET ?",
    pluginId,
    server.now(),
    limit,
    Math.max(0, page) * limit,
  ).map((row) => String(row["key"]));
}

function checkKey(key: string, pluginId: string): void {
  const length = runeCount(key);
  if (length === 0 || length > maxKeyLength) {
    throw invalid(
      "PluginKeyValue.IsValid",
      "model.plugin_key_value.is_valid.key.app_error",
      `A key must have 1 to ${maxKeyLength} characters; this one has ${length}.`,
      { detailedError: `key=${key}`, params: { Min: 0, Max: maxKeyLength } },
    );
  }
  if (key.includes("\0")) {
    throw internal(
      "SetPluginKeyWithOptions",
      "app.plugin_store.save.app_error",
      `Could not save the key of plugin ${pluginId}: it has a NUL character, which the database ` +
        `of a Mattermost server does not take.`,
    );
  }
}
