/**
 * Whether two types are the same, as a type.
 *
 * @module
 */

/** `true` for the same types, `false` for others; `any` is the same as nothing but itself. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2)
  ? true
  : false;

/** Takes only `true`: `expectType<Equal<A, B>>()` compiles if A is B. */
export function expectType<_Same extends true>(): void {}
