/**
 * A database that a plugin cannot have.
 *
 * @module
 */
import {
  NotImplementedError,
  PermissionDeniedError,
  type PluginAPIError,
} from "../../api/errors.ts";
import type { Transport } from "../../transport/transport.ts";
import type { Database } from "./database.ts";

/** Makes the error of the method that was called. */
export type Refusal = (method: string) => PluginAPIError;

/** The refusal where the manifest does not ask for the database. */
export const undeclared: Refusal = (method) =>
  new PermissionDeniedError({
    message: `${method}: the plugin's manifest does not ask for the database; add ` +
      '"database": true to "server": { "permissions": { … } } and bundle again',
    method,
  });

const reasons: Readonly<Record<Transport["protocol"], string>> = {
  grpc: "Mattermost's gRPC protocol for plugins has no calls for SQL",
  memory:
    "the test kit has no SQL; keep what needs the database in functions that take a Database " +
    "and give them one of your own",
  netrpc: "this host has not connected one",
};

/** The refusal where the host gives plugins no database. */
export function unavailable(protocol: Transport["protocol"]): Refusal {
  return (method) =>
    new NotImplementedError({
      message:
        `${method}: this host gives plugins no access to its database: ${reasons[protocol]}. ` +
        "A stock Mattermost server does; use the plugin API elsewhere",
      method,
    });
}

/** A database of which every call rejects. */
export function refusedDatabase(refusal: Refusal): Database {
  return {
    // deno-lint-ignore require-yield -- It throws before the first row.
    async *query() {
      throw refusal("database.query");
    },
    exec: () => Promise.reject(refusal("database.exec")),
    transaction: () => Promise.reject(refusal("database.transaction")),
  };
}
