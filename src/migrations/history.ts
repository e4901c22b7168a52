/**
 * Which migrations have run, as the plugin's keys and values tell.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";

/** A migration that has run. */
export interface DoneMigration {
  /** Its name. */
  readonly name: string;
  /** When it was done, in Unix milliseconds. */
  readonly at: number;
}

/** What is stored under `_plugin/migrations/history`. */
export interface MigrationHistory {
  /** Those that are done, in the order in which they ran. */
  readonly done: readonly DoneMigration[];
  /** The one that has begun, with its last checkpoint. */
  readonly begun?: { readonly name: string; readonly checkpoint?: JsonValue };
}

/** The history of a plugin that has never migrated anything. */
export const noHistory: MigrationHistory = { done: [] };

/** Whether a migration has run. */
export function isDone({ done }: MigrationHistory, name: string): boolean {
  return done.some((one) => one.name === name);
}

/**
 * Checks that what is still to run comes after what has run: a migration may count on those before
 * it, and not on those behind it.
 *
 * @param names the declared migrations, in order
 * @throws {Error} naming the two that are in the wrong order
 */
export function checkOrder(names: readonly string[], history: MigrationHistory): void {
  const pending = names.findIndex((name) => !isDone(history, name));
  if (pending < 0) return;
  const late = names.slice(pending).find((name) => isDone(history, name));
  if (late === undefined) return;
  throw new Error(
    `the migration "${names[pending]}" is declared before "${late}", which has run here already: ` +
      "declare it behind all that were ever released",
  );
}
