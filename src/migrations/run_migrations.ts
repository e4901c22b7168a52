/**
 * Runs what is still to be migrated.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { thrownText } from "../api/app_error.ts";
import type { MigrationContext } from "../plugin/context/migration_context.ts";
import type { Store } from "../plugin/context/store.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import type { Clock } from "../process/clock.ts";
import { checkOrder, isDone, type MigrationHistory, noHistory } from "./history.ts";
import type { Migrations } from "./migrations.ts";

/** The lock under which a cluster's nodes migrate. */
const LOCK = "_plugin_migrations";

const HISTORY = "history";

/** Where the history is, and the time. */
export interface MigrationPlace {
  /** The store of this room. */
  readonly store: Store;
  /** What tells when a migration was done. */
  readonly clock: Clock;
}

/**
 * Runs the migrations that have not run yet, in their order, on one node of a cluster at a time.
 *
 * @throws {Error} naming the migration that failed, or that stands in the wrong place
 */
export async function runMigrations(
  migrations: Migrations,
  context: HookContext,
  place: MigrationPlace,
): Promise<void> {
  const names = Object.keys(migrations);
  const history = await place.store.get<MigrationHistory>(HISTORY) ?? noHistory;
  checkOrder(names, history);
  const forgotten = history.done.filter(({ name }) => !names.includes(name));
  if (forgotten.length > 0) {
    context.log.debug("migrations that have run here are not declared any more", {
      migrations: forgotten.map(({ name }) => name).join(", "),
    });
  }
  // A replica that lags behind shows too few as done, never too many.
  if (names.every((name) => isDone(history, name))) return;
  await using held = await context.mutex(LOCK, { signal: context.signal });
  const signal = AbortSignal.any([context.signal, held.signal]);
  for (const [name, run] of Object.entries(migrations)) {
    signal.throwIfAborted();
    const begun = await begin(name, names, place);
    if (begun === undefined) continue;
    const log = context.log.with({ migration: name });
    const startedAt = place.clock.now();
    try {
      await run(migrationContext(name, begun.checkpoint, { ...context, log, signal }, place));
      signal.throwIfAborted();
      await finish(name, place);
    } catch (error) {
      throw failed(name, error);
    }
    log.info("migrated", { took_ms: place.clock.now() - startedAt });
  }
}

/** Notes that a migration begins; undefined if it is done. An update sees what is really stored. */
async function begin(
  name: string,
  names: readonly string[],
  { store }: MigrationPlace,
): Promise<{ readonly checkpoint?: JsonValue } | undefined> {
  const history = await store.update<MigrationHistory>(HISTORY, (old = noHistory) => {
    checkOrder(names, old);
    return isDone(old, name) || old.begun?.name === name
      ? old
      : { done: old.done, begun: { name } };
  });
  return history?.begun?.name === name ? history.begun : undefined;
}

async function finish(name: string, { store, clock }: MigrationPlace): Promise<void> {
  await store.update<MigrationHistory>(HISTORY, (old = noHistory) => ({
    done: [...old.done, { name, at: clock.now() }],
  }));
}

function migrationContext(
  name: string,
  resumedFrom: JsonValue | undefined,
  context: HookContext,
  { store }: MigrationPlace,
): MigrationContext {
  return {
    ...context,
    resumedFrom,
    async checkpoint(progress) {
      context.signal.throwIfAborted();
      await store.update<MigrationHistory>(HISTORY, (old = noHistory) => ({
        done: old.done,
        begun: { name, checkpoint: progress },
      }));
    },
  };
}

function failed(name: string, cause: unknown): Error {
  return new Error(
    `the migration "${name}" failed: ${
      thrownText(cause)
    }. The plugin does not start without it; it ` +
      "is tried again when the plugin is enabled the next time",
    { cause },
  );
}
