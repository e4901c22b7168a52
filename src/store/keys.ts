/**
 * Which keys a plugin may use.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";

/** A key has at most so many characters (Unicode code points), as the server's database allows. */
export const maxKeyLength = 150;

/** What keys of this package begin with, where Go's `pluginapi` prescribes no name. */
export const ownPrefix = "_plugin/";

/** Beginnings of keys that belong to others, and to whom. */
const reserved: readonly (readonly [prefix: string, owner: string])[] = [
  [ownPrefix, "this package"],
  ["mmi_", "the server"],
  ["mutex_", "the cluster's locks"],
  ["cron_", "the cluster's jobs"],
  ["once_", "the cluster's scheduled jobs"],
];

/** Whether a key belongs to the server or to this package. */
export function isReserved(key: string): boolean {
  return reserved.some(([prefix]) => key.startsWith(prefix));
}

/** How a store names its keys. */
export interface KeySpace {
  /** What all of its keys begin with. */
  readonly prefix: string;
  /** Whether they may be ones that belong to this package. */
  readonly internal: boolean;
}

/**
 * The key as the server has it.
 *
 * @param what the key's role, for the error's text
 * @throws {TypeError} for a key that the server would refuse, or change, or that is reserved
 */
export function fullKey({ prefix, internal }: KeySpace, key: string, what = "key"): string {
  if (typeof key !== "string") {
    throw new TypeError(`${what}: expected a string, got ${shown(key)}`);
  }
  if (key === "") {
    throw new TypeError(`${what}: expected 1 character at least, got an empty string`);
  }
  const full = prefix + key;
  checkText(full, `${what} ${shown(full)}`);
  if (!internal) checkOwner(full, `${what} ${shown(full)}`);
  const length = characters(full);
  if (length > maxKeyLength) {
    const counted = prefix === "" ? "" : `, the prefix ${shown(prefix)} counted`;
    throw new TypeError(
      `${what} ${
        shown(full)
      }: expected at most ${maxKeyLength} characters, got ${length}${counted}; ` +
        "store a hash of what is longer",
    );
  }
  return full;
}

/**
 * The names of a sub-store's keys.
 *
 * @throws {TypeError} for a prefix that is reserved, or that no key could have
 */
export function subSpace({ prefix, internal }: KeySpace, more: string): KeySpace {
  if (typeof more !== "string" || more === "") {
    throw new TypeError(`sub(): expected a prefix of 1 character at least, got ${shown(more)}`);
  }
  const full = prefix + more;
  checkText(full, `sub(): prefix ${shown(full)}`);
  if (!internal) checkOwner(full, `sub(): prefix ${shown(full)}`);
  const length = characters(full);
  if (length >= maxKeyLength) {
    throw new TypeError(
      `sub(): prefix ${
        shown(full)
      }: expected fewer than ${maxKeyLength} characters, which is what ` +
        `a whole key has at most, got ${length}`,
    );
  }
  return { prefix: full, internal };
}

function checkText(text: string, where: string): void {
  if (text.includes("\0")) {
    throw new TypeError(`${where}: contains the character NUL, which the server does not store`);
  }
  if (!text.isWellFormed()) {
    throw new TypeError(`${where}: contains half of a surrogate pair, which is no character`);
  }
}

function checkOwner(text: string, where: string): void {
  const found = reserved.find(([prefix]) => text.startsWith(prefix));
  if (found === undefined) return;
  const [prefix, owner] = found;
  throw new TypeError(
    `${where}: keys that begin with "${prefix}" belong to ${owner}; choose another beginning, or ` +
      "use api.kvGet and its like, which check nothing",
  );
}

/** As Go counts them: runes. */
function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
