import { isDeepStrictEqual } from "node:util";

/**
 * Whether two values are equal in depth. It is `isDeepStrictEqual` of Node except where
 * `@std/assert` is milder: 0 equals -0, and an object without a prototype equals a plain one.
 */
export function equal(left: unknown, right: unknown): boolean {
  return compare(left, right, new Map());
}

function compare(left: unknown, right: unknown, seen: Map<object, object>): boolean {
  if (Object.is(left, right) || (left === 0 && right === 0)) return true;
  if (!isObject(left) || !isObject(right)) return false;
  if (seen.get(left) === right) return true; // A cycle: its first round decides.
  seen.set(left, right);
  if (left instanceof Map && right instanceof Map) return entriesEqual(left, right, seen);
  if (!isPlain(left) || !isPlain(right)) return isDeepStrictEqual(left, right);
  if (Array.isArray(left) !== Array.isArray(right) || !sameKind(left, right)) return false;
  const keys = enumerableKeys(left);
  return keys.length === enumerableKeys(right).length &&
    (!Array.isArray(left) || left.length === (right as unknown[]).length) &&
    keys.every((key) =>
      Object.prototype.propertyIsEnumerable.call(right, key) &&
      compare(Reflect.get(left, key), Reflect.get(right, key), seen)
    );
}

function entriesEqual(
  left: ReadonlyMap<unknown, unknown>,
  right: ReadonlyMap<unknown, unknown>,
  seen: Map<object, object>,
): boolean {
  if (left.size !== right.size) return false;
  const rest = [...right];
  return [...left].every(([key, value]) => {
    const at = rest.findIndex(([otherKey, otherValue]) =>
      compare(key, otherKey, new Map(seen)) && compare(value, otherValue, new Map(seen))
    );
    return at >= 0 && rest.splice(at, 1).length === 1;
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Objects that are no more than their enumerable properties. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  if (value instanceof Error || ArrayBuffer.isView(value)) return false;
  return Object.prototype.toString.call(value) === "[object Object]" && !isOpaque(value);
}

function isOpaque(value: object): boolean {
  return value instanceof WeakRef || value instanceof Promise || value instanceof URL;
}

function sameKind(left: object, right: object): boolean {
  const a = Object.getPrototypeOf(left) ?? Object.prototype;
  const b = Object.getPrototypeOf(right) ?? Object.prototype;
  return a === b;
}

function enumerableKeys(value: object): PropertyKey[] {
  return Reflect.ownKeys(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key)
  );
}
