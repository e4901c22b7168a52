/**
 * What a failed call of the plugin API throws: one error class with everything that is known, and a
 * subclass for each kind of failure that a plugin may want to tell from the others.
 *
 * A plugin's bundle and the program that loads it each carry a copy of these classes, so `instanceof`
 * asks for a brand instead of the prototype.
 *
 * @module
 */

/** What a {@link PluginAPIError} is made from; only `message` is needed. */
export interface PluginAPIErrorInit {
  /** Mattermost's error id, such as `app.user.missing_account.const`. */
  readonly id?: string | undefined;
  /** What went wrong, for people. */
  readonly message: string;
  /** More about the cause, for logs. */
  readonly detailedError?: string | undefined;
  /** The HTTP status that says what kind of failure this is. Default: the class's own. */
  readonly statusCode?: number | undefined;
  /** The function of the server that failed. */
  readonly where?: string | undefined;
  /** The id of the request in the course of which it failed. */
  readonly requestId?: string | undefined;
  /** The values that belong into the translated message. */
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** The API method that was called, such as `getUser`. */
  readonly method?: string | undefined;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

const pluginAPIError: unique symbol = Symbol.for("mattermost-deno.PluginAPIError") as never;
const notFound: unique symbol = Symbol.for("mattermost-deno.NotFoundError") as never;
const denied: unique symbol = Symbol.for("mattermost-deno.PermissionDeniedError") as never;
const invalid: unique symbol = Symbol.for("mattermost-deno.ValidationError") as never;
const exists: unique symbol = Symbol.for("mattermost-deno.AlreadyExistsError") as never;
const unavailable: unique symbol = Symbol.for("mattermost-deno.UnavailableError") as never;
const missing: unique symbol = Symbol.for("mattermost-deno.NotImplementedError") as never;
const timeout: unique symbol = Symbol.for("mattermost-deno.TimeoutError") as never;

function has(value: unknown, brand: symbol): boolean {
  return typeof value === "object" && value !== null && brand in value;
}

/** For a class that a plugin derives from one of these: the language's own rule. */
function isDerived(type: unknown, value: unknown): boolean {
  return Function.prototype[Symbol.hasInstance].call(type as () => void, value);
}

/**
 * A call of the plugin API that failed. Every error that an API method throws is one; the subclasses
 * say which kind of failure it is.
 *
 * @example Telling one failure from the others
 * ```ts
 * import { NotFoundError, type PluginAPI, type User } from "@mattermost-deno/plugin";
 *
 * export async function findUser(api: PluginAPI, name: string): Promise<User | null> {
 *   try {
 *     return await api.getUserByUsername({ name });
 *   } catch (error) {
 *     if (error instanceof NotFoundError) return null;
 *     throw error;
 *   }
 * }
 * ```
 */
export class PluginAPIError extends Error {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "PluginAPIError";
  /** Mattermost's error id, such as `app.user.missing_account.const`; `""` where there is none. */
  readonly id: string;
  /** More about the cause, for logs; `""` where there is nothing more. */
  readonly detailedError: string;
  /**
   * The HTTP status that says what kind of failure this is: the server's own, or the one closest to
   * how the call itself failed. 500 where nothing more is known.
   */
  readonly statusCode: number;
  /** The function of the server that failed; `""` where it did not say. */
  readonly where: string;
  /** The id of the request in the course of which it failed; `""` where it is not known. */
  readonly requestId: string;
  /** The values that belong into the translated message; empty where there are none. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The API method that was called, such as `getUser`; `""` outside of a call. */
  readonly method: string;

  /**
   * Makes the error.
   *
   * @param init what is known about the failure
   * @param statusCode the status where `init` names none
   */
  constructor(init: PluginAPIErrorInit, statusCode = 500) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.id = init.id ?? "";
    this.detailedError = init.detailedError ?? "";
    this.statusCode = init.statusCode ?? statusCode;
    this.where = init.where ?? "";
    this.requestId = init.requestId ?? "";
    this.params = init.params ?? {};
    this.method = init.method ?? "";
  }

  /** Marks the kind of error across copies of this package. */
  get [pluginAPIError](): true {
    return true;
  }

  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === PluginAPIError ? has(value, pluginAPIError) : isDerived(this, value);
  }
}

/** What was asked for does not exist (404). */
export class NotFoundError extends PluginAPIError {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "NotFoundError";
  /**
   * Makes the error; its status is 404 unless `init` names another.
   *
   * @param init what is known about the failure
   */
  constructor(init: PluginAPIErrorInit) {
    super(init, 404);
  }
  /** Marks the kind of error across copies of this package. */
  get [notFound](): true {
    return true;
  }
  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === NotFoundError ? has(value, notFound) : isDerived(this, value);
  }
}

/** The server refused: not allowed, or nobody is logged in (403, 401). */
export class PermissionDeniedError extends PluginAPIError {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "PermissionDeniedError";
  /**
   * Makes the error; its status is 403 unless `init` names another.
   *
   * @param init what is known about the failure
   */
  constructor(init: PluginAPIErrorInit) {
    super(init, 403);
  }
  /** Marks the kind of error across copies of this package. */
  get [denied](): true {
    return true;
  }
  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === PermissionDeniedError ? has(value, denied) : isDerived(this, value);
  }
}

/**
 * An argument is wrong (400): either the server said so, or this package noticed before it called,
 * in which case the message names the field, what was expected and what was there.
 */
export class ValidationError extends PluginAPIError {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "ValidationError";
  /**
   * Makes the error; its status is 400 unless `init` names another.
   *
   * @param init what is known about the failure
   */
  constructor(init: PluginAPIErrorInit) {
    super(init, 400);
  }
  /** Marks the kind of error across copies of this package. */
  get [invalid](): true {
    return true;
  }
  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === ValidationError ? has(value, invalid) : isDerived(this, value);
  }
}

/** What was to be created exists already, or somebody else changed it meanwhile (409). */
export class AlreadyExistsError extends PluginAPIError {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "AlreadyExistsError";
  /**
   * Makes the error; its status is 409 unless `init` names another.
   *
   * @param init what is known about the failure
   */
  constructor(init: PluginAPIErrorInit) {
    super(init, 409);
  }
  /** Marks the kind of error across copies of this package. */
  get [exists](): true {
    return true;
  }
  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === AlreadyExistsError ? has(value, exists) : isDerived(this, value);
  }
}

/** The server cannot be reached, or is too busy just now (503, 429): trying again may help. */
export class UnavailableError extends PluginAPIError {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "UnavailableError";
  /**
   * Makes the error; its status is 503 unless `init` names another.
   *
   * @param init what is known about the failure
   */
  constructor(init: PluginAPIErrorInit) {
    super(init, 503);
  }
  /** Marks the kind of error across copies of this package. */
  get [unavailable](): true {
    return true;
  }
  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === UnavailableError ? has(value, unavailable) : isDerived(this, value);
  }
}

/** The server does not have this function, or not with its licence (501). */
export class NotImplementedError extends PluginAPIError {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "NotImplementedError";
  /**
   * Makes the error; its status is 501 unless `init` names another.
   *
   * @param init what is known about the failure
   */
  constructor(init: PluginAPIErrorInit) {
    super(init, 501);
  }
  /** Marks the kind of error across copies of this package. */
  get [missing](): true {
    return true;
  }
  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === NotImplementedError ? has(value, missing) : isDerived(this, value);
  }
}

/** The answer did not come in time (408, 504): the server may or may not have done the work. */
export class TimeoutError extends PluginAPIError {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "TimeoutError";
  /**
   * Makes the error; its status is 504 unless `init` names another.
   *
   * @param init what is known about the failure
   */
  constructor(init: PluginAPIErrorInit) {
    super(init, 504);
  }
  /** Marks the kind of error across copies of this package. */
  get [timeout](): true {
    return true;
  }
  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === TimeoutError ? has(value, timeout) : isDerived(this, value);
  }
}
