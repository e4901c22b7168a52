/**
 * How values become the bytes that are stored.
 *
 * @module
 */
import type { Awaitable } from "../hook_types.ts";

/**
 * How values of one type become bytes, and come back.
 *
 * @typeParam Value what is read
 * @typeParam Input what may be written
 */
export interface Codec<Value, Input = Value> {
  /** The bytes to store; at least one, since Mattermost takes no bytes at all for a deletion. */
  readonly encode: (value: Input) => Awaitable<Uint8Array>;
  /** The value that was stored. A throw becomes the cause of the error that the reader gets. */
  readonly decode: (bytes: Uint8Array) => Awaitable<Value>;
}

/** What was wrong with a value, as a validator says it. */
export interface StandardSchemaIssue {
  /** The problem, for people. */
  readonly message: string;
  /** The way to it through the value. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a validator found: the value, or what is wrong with it. */
export type StandardSchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardSchemaIssue[] };

/**
 * What validators of many libraries have in common: version 1 of the Standard Schema
 * (https://standardschema.dev).
 *
 * @typeParam Input what it takes
 * @typeParam Output what it gives: the input, with defaults filled in, for example
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  /** What the specification prescribes. */
  readonly "~standard": {
    /** The version of the specification. */
    readonly version: 1;
    /** The library. */
    readonly vendor: string;
    /** Checks a value. */
    readonly validate: (value: unknown) => Awaitable<StandardSchemaResult<Output>>;
    /** Its types; never there when the program runs. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}
