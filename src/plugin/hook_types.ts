/**
 * Words that the hooks' types are written with.
 *
 * @module
 */

/** A value, or a promise of it. */
export type Awaitable<Value> = Value | Promise<Value>;

/**
 * What a hook returns that is only told about something: anything, since nobody looks at it. A
 * promise is awaited, so that its failure is noticed.
 */
export type Ignored = unknown;
