/**
 * What is worked out when it is first asked for.
 *
 * @module
 */

/** Keeps a getter's value in its place: from now on it is an ordinary property of the object. */
export function once<T>(target: object, name: string, value: T): T {
  Object.defineProperty(target, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  return value;
}
