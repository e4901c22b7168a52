/**
 * @module
 */
import type { AnyNode, MemberExpression } from "acorn";

/** The name that a member has whatever the program does: `a.b`, `a["b"]`, `a.#b`. */
export function staticName({ property, computed }: MemberExpression): string | undefined {
  return keyName(property, computed);
}

/** The name of a property as an object, a pattern or a class writes it. */
export function keyName(key: AnyNode, computed: boolean): string | undefined {
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  if (key.type === "Identifier" && !computed) return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}
