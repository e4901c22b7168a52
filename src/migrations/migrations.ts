/**
 * What a plugin declares as its migrations.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { MigrationContext } from "../plugin/context/migration_context.ts";
import type { PluginConfig } from "../plugin/hook_context.ts";
import type { Ignored } from "../plugin/hook_types.ts";

/** Changes what an older version of the plugin has stored. */
export type Migration<Config extends object = PluginConfig> = (
  context: MigrationContext<Config>,
) => Ignored;

/** Migrations by name, in the order in which they run. */
export type Migrations<Config extends object = PluginConfig> = Readonly<
  Record<string, Migration<Config>>
>;

/**
 * Checks a declaration.
 *
 * @throws {TypeError} with what was wrong, and what was expected
 */
export function checkMigrations(migrations: object): void {
  const where = "definePlugin(): migrations";
  if (typeof migrations !== "object" || migrations === null || Array.isArray(migrations)) {
    throw new TypeError(`${where}: expected functions by name, got ${shown(migrations)}`);
  }
  for (const [name, run] of Object.entries(migrations)) {
    if (name === "" || name.length > 100) {
      throw new TypeError(`${where}: expected a name of 1 to 100 characters, got ${shown(name)}`);
    }
    // JavaScript puts such names before all others, whatever the order in which they are written.
    if (/^\d+$/.test(name)) {
      throw new TypeError(
        `${where}: "${name}" cannot keep its place among other names; say more, such as ` +
          `"${name.padStart(3, "0")}-rename"`,
      );
    }
    if (typeof run !== "function") {
      throw new TypeError(`${where}: ${name}: expected a function, got ${shown(run)}`);
    }
  }
}
