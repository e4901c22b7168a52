/**
 * A plugin's migrations, before it starts.
 *
 * @module
 */
import type { Feature } from "../plugin/feature.ts";
import { roomStore } from "../store/store_feature.ts";
import type { Migrations } from "./migrations.ts";
import { runMigrations } from "./run_migrations.ts";

/**
 * Runs the migrations before `onActivate`; one that fails keeps the plugin from starting.
 *
 * @param migrations the declaration, checked
 */
export function migrationsFeature(migrations: Migrations): Feature {
  return {
    name: "migrations",
    start({ clock }) {
      // A plugin that declares none asks the server nothing.
      if (Object.keys(migrations).length === 0) return {};
      return {
        activate: (context) =>
          runMigrations(migrations, context, {
            clock,
            store: roomStore({ api: context.api, clock }, "migrations"),
          }),
      };
    },
  };
}
