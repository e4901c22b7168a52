/**
 * Keys that peers choose.
 *
 * @module
 */

/** Sets a property of the object itself, whatever it is called; `__proto__` is a key like others. */
export function putOwn<V>(object: { [key: string]: V }, key: string, value: V): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    object[key] = value;
  }
}
