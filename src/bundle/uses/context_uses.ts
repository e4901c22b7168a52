/**
 * What an author takes from the contexts that hooks, commands and the like are given.
 *
 * @module
 */
import type { NamedUse } from "./api_uses.ts";
import { has } from "./origin.ts";
import { CONTEXT_PROPERTIES } from "./property_values.ts";
import { staticName } from "./static_name.ts";
import type { Tracer } from "./trace.ts";

/** Finds the properties of contexts, the API apart. */
export function contextUses(tracer: Tracer): readonly NamedUse[] {
  const { code } = tracer;
  const found: NamedUse[] = [];
  for (const node of code.all("MemberExpression")) {
    const name = staticName(node);
    if (name === undefined || !CONTEXT_PROPERTIES.includes(name)) continue;
    if (node.object.type === "Super" || code.partAt(node.start).origin !== "author") continue;
    const isContext = has(tracer.of(node.object), "unknown") ||
      tracer.of(node).some((it) => it.kind === "global" && it.path === `context.${name}`);
    if (isContext) found.push({ name, offset: node.property.start });
  }
  for (const pattern of code.all("ObjectPattern")) {
    if (code.partAt(pattern.start).origin !== "author") continue;
    for (const property of pattern.properties) {
      if (property.type !== "Property") continue;
      const [name = ""] = tracer.namesOf(property.key, property.computed) ?? [];
      if (!CONTEXT_PROPERTIES.includes(name)) continue;
      if (has(tracer.matched(pattern), "unknown")) found.push({ name, offset: property.key.start });
    }
  }
  return found;
}
