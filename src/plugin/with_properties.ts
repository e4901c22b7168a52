/**
 * @module
 */

/**
 * A context with more properties. Those that are made when they are first asked for stay so, and are
 * made from the new context: a copy with `{ ...context }` would make all of them at once, from the
 * old one.
 *
 * @param context the context, which stays as it is
 * @param more what the new one has in addition, or instead
 */
export function withProperties<Context extends object, More extends object>(
  context: Context,
  more: More,
): Omit<Context, keyof More> & More {
  return Object.defineProperties({}, {
    ...Object.getOwnPropertyDescriptors(context),
    ...Object.getOwnPropertyDescriptors(more),
  }) as Omit<Context, keyof More> & More;
}
