/**
 * What a bundled plugin declares with `definePlugin`, as its code says it.
 *
 * @module
 */
import type { AnyNode } from "acorn";
import type { NamedUse } from "./api_uses.ts";
import type { Origins } from "./origin.ts";
import { propertyValues } from "./property_values.ts";
import type { Tracer } from "./trace.ts";

/** The names that stand in a definition. */
export interface DeclaredNames {
  /** What it consists of: `hooks`, `commands`, `jobs`, … */
  readonly parts: readonly NamedUse[];
  /** The hooks. */
  readonly hooks: readonly NamedUse[];
}

/** Finds them, as far as the definition is written out. */
export function declaredNames(tracer: Tracer): DeclaredNames {
  const definitions = tracer.code.all("CallExpression")
    .filter(({ callee }) => isDefinePlugin(callee, tracer))
    .flatMap(({ arguments: [definition] }) => definition === undefined ? [] : [definition]);
  return {
    parts: definitions.flatMap((it) => namesIn(tracer.of(it), tracer)),
    hooks: definitions.flatMap((it) =>
      namesIn(propertyValues(tracer.of(it), "hooks", it, tracer), tracer)
    ),
  };
}

/** The bundler may have given it another name. */
function isDefinePlugin(callee: AnyNode, { code }: Tracer): boolean {
  if (callee.type !== "Identifier") return false;
  const name = code.variableOf(callee)?.identifiers[0] as unknown as AnyNode | undefined;
  return name !== undefined && name.type === "Identifier" && name.name.startsWith("definePlugin") &&
    code.partAt(name.start).origin === "package";
}

function namesIn(objects: Origins, tracer: Tracer): NamedUse[] {
  return objects.flatMap((origin) =>
    origin.kind !== "object" ? [] : origin.node.properties.flatMap((property) => {
      if (property.type === "SpreadElement") return namesIn(tracer.of(property.argument), tracer);
      const names = tracer.namesOf(property.key, property.computed) ?? [];
      return names.map((name) => ({ name, offset: property.key.start }));
    })
  );
}
