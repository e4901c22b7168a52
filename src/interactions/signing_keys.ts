/**
 * The keys that buttons and dialogs are signed with: in the KV store, so that all nodes of a cluster
 * have the same.
 *
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { Clock } from "../process/clock.ts";
import type { Logger } from "../plugin/logger.ts";

/**
 * Where the keys are in the KV store, as JSON: `{ keys: [{ id, secret, created_at }] }`, the newest
 * first; `secret` is base64 of 32 bytes, `created_at` Unix milliseconds.
 */
export const signingKeysKey = "_plugin/signing_keys";

/** How long a key signs, in milliseconds: 90 days. */
export const signingPeriodMs = 90 * 24 * 60 * 60 * 1000;

/**
 * How many keys are kept, with the one that signs. What was signed last with a key is good for
 * another 8 periods, almost two years: as long as the button that it is in.
 */
export const keptKeys = 9;

/** How often a running plugin looks whether a new key is due, in milliseconds. */
const checkEveryMs = 24 * 60 * 60 * 1000;

/** One key. */
export interface SigningKey {
  /** Names it, in what it has signed. */
  readonly id: string;
  /** The key itself, 32 bytes. */
  readonly secret: Uint8Array;
}

/** The keys, as a plugin process knows them. */
export interface SigningKeys {
  /**
   * The key to sign with.
   *
   * @throws {TypeError} before the plugin is activated
   */
  current(): SigningKey;
  /** The key with this id; asks the store once more if it is not known, since a node may be ahead. */
  find(id: string): Promise<SigningKey | undefined>;
  /** Reads the keys, and makes what is missing or due. */
  load(api: PluginAPI): Promise<void>;
  /** Keeps looking whether a new key is due; the function that it returns ends that. */
  keepFresh(): () => void;
}

interface StoredKey {
  readonly id: string;
  readonly secret: string;
  readonly created_at: number;
}

/** The keys of one plugin process; nothing is read before `load`. */
export function signingKeys(api: PluginAPI, log: Logger, clock: Clock): SigningKeys {
  let known: readonly StoredKey[] = [];
  let asked: Promise<void> | undefined;

  async function load(by: PluginAPI): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt++) {
      // Another node was faster. What it wrote may take a moment to reach the database's replica.
      if (attempt > 1) await new Promise<void>((resolve) => void clock.after(50, resolve));
      const stored = await by.kvGet({ key: signingKeysKey }) ?? new Uint8Array();
      const keys = parse(stored);
      if (keys === undefined && stored.length > 0) {
        log.error(
          `${signingKeysKey} in the KV store is not what was written there; new keys are made, ` +
            "and all buttons and dialogs of before stop working",
        );
      }
      const next = withDueKey(keys ?? [], clock.now());
      const newValue = new TextEncoder().encode(JSON.stringify({ keys: next }));
      if (
        next === keys ||
        await by.kvCompareAndSet({ key: signingKeysKey, oldValue: stored, newValue })
      ) {
        known = next;
        return;
      }
    }
    throw new Error(`${signingKeysKey} in the KV store could neither be read nor be written`);
  }

  async function reread(): Promise<void> {
    known = parse(await api.kvGet({ key: signingKeysKey }) ?? new Uint8Array()) ?? known;
  }

  return {
    load,
    current() {
      const [key] = known;
      if (key === undefined) {
        throw new TypeError(
          "buttons, menus and dialogs can be made from onActivate on: the keys that sign them are " +
            "not there before",
        );
      }
      return decode(key);
    },
    async find(id) {
      const key = known.find((key) => key.id === id);
      if (key !== undefined) return decode(key);
      // Anybody can send ids that do not exist: one question at a time for all of them.
      asked ??= reread().finally(() => asked = undefined);
      await asked;
      const found = known.find((key) => key.id === id);
      return found === undefined ? undefined : decode(found);
    },
    keepFresh: () =>
      clock.every(checkEveryMs, () => {
        load(api).catch((error) =>
          log.warn("the keys of buttons and dialogs could not be renewed; the old ones go on", {
            error,
          })
        );
      }),
  };
}

/** The keys, with a new one in front if it is time; the very same list if not. */
function withDueKey(keys: readonly StoredKey[], now: number): readonly StoredKey[] {
  const [newest] = keys;
  if (newest !== undefined && now - newest.created_at < signingPeriodMs) return keys;
  const key: StoredKey = {
    id: crypto.randomUUID().replaceAll("-", "").slice(0, 8),
    secret: crypto.getRandomValues(new Uint8Array(32)).toBase64(),
    created_at: now,
  };
  return [key, ...keys].slice(0, keptKeys);
}

/** Undefined for what is no list of keys, an empty one included. */
function parse(stored: Uint8Array): readonly StoredKey[] | undefined {
  try {
    const { keys } = JSON.parse(new TextDecoder().decode(stored)) as { keys?: unknown };
    return Array.isArray(keys) && keys.length > 0 && keys.every(isStoredKey) ? keys : undefined;
  } catch {
    return undefined;
  }
}

function isStoredKey(value: unknown): value is StoredKey {
  const { id, secret, created_at } = (value ?? {}) as Partial<Record<keyof StoredKey, unknown>>;
  return typeof id === "string" && /^[\w-]+$/.test(id) && typeof created_at === "number" &&
    typeof secret === "string" && bytesOf(secret).length >= 32;
}

function decode({ id, secret }: StoredKey): SigningKey {
  return { id, secret: bytesOf(secret) };
}

/** The bytes of a text in base64; none if it is not such a text. */
function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64);
  } catch {
    return new Uint8Array();
  }
}
