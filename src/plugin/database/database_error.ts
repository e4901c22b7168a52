/**
 * What a failed statement throws.
 *
 * @module
 */
import { PluginAPIError, ValidationError } from "../../api/errors.ts";
import { toPluginAPIError } from "../../api/to_plugin_api_error.ts";
import { DriverError, type DriverErrorFacts } from "../../transport/database_driver.ts";
import { TransportError } from "../../transport/transport_error.ts";

const brand: unique symbol = Symbol.for("mattermost-deno.DatabaseError") as never;

/**
 * The database, or the driver before it, has refused. What it did not say is empty.
 *
 * @example
 * ```ts
 * import { type Database, DatabaseError } from "@mattermost-deno/plugin";
 *
 * export async function reserve(database: Database, name: string): Promise<boolean> {
 *   try {
 *     await database.exec("INSERT INTO reserved (name) VALUES ($1)", [name]);
 *     return true;
 *   } catch (error) {
 *     if (error instanceof DatabaseError && error.code === "23505") return false; // It is taken.
 *     throw error;
 *   }
 * }
 * ```
 */
export class DatabaseError extends PluginAPIError {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "DatabaseError";
  /**
   * The database's code: five characters of SQLSTATE from PostgreSQL, such as `23505` for a value
   * that must be unique; a number from MySQL, such as `1062`. `""` where it came from elsewhere.
   */
  readonly code: string;
  /** More about it, such as the key that exists; may hold data. */
  readonly detail: string;
  /** What the database thinks may help. */
  readonly hint: string;
  /** How severe it is, such as `ERROR`. */
  readonly severity: string;
  /** Where in the statement it is, in characters counted from 1. */
  readonly position: string;
  /** The schema that it is about. */
  readonly schema: string;
  /** The table that it is about. */
  readonly table: string;
  /** The column that it is about. */
  readonly column: string;
  /** The constraint that was violated. */
  readonly constraint: string;

  /**
   * Makes the error.
   *
   * @param message what went wrong
   * @param method what was called, such as `database.query`
   * @param facts what the database says about it
   */
  constructor(message: string, method: string, facts: Readonly<DriverErrorFacts> = {}) {
    super({ message, method, detailedError: facts.detail });
    this.code = facts.code ?? "";
    this.detail = facts.detail ?? "";
    this.hint = facts.hint ?? "";
    this.severity = facts.severity ?? "";
    this.position = facts.position ?? "";
    this.schema = facts.schema ?? "";
    this.table = facts.table ?? "";
    this.column = facts.column ?? "";
    this.constraint = facts.constraint ?? "";
  }

  /** Marks the kind of error across copies of this package. */
  get [brand](): true {
    return true;
  }

  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === DatabaseError
      ? typeof value === "object" && value !== null && brand in value
      : Function.prototype[Symbol.hasInstance].call(this, value);
  }
}

/** What authors get to see of a failure; what is none of the driver's stays as it is. */
export function toDatabaseError(thrown: unknown, method: string): unknown {
  if (thrown instanceof DriverError) {
    return new DatabaseError(thrown.message, method, thrown.facts);
  }
  return thrown instanceof TransportError ? toPluginAPIError(thrown, method) : thrown;
}

/** The error of something that an author must not pass. */
export function unfit(method: string, what: string): ValidationError {
  return new ValidationError({ message: `${method}: ${what}`, method });
}
