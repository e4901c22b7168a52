/**
 * What patterns take apart: names in declarations, assignments, loops and parameters.
 *
 * @module
 */
import type { AnyNode, Pattern } from "acorn";
import { type Origins, OTHER, union, UNKNOWN } from "./origin.ts";
import { parameterValues } from "./parameter_values.ts";
import type { Tracer } from "./trace.ts";

/** What the value may be that a pattern stands for, found from what surrounds the pattern. */
export function matchedBy(pattern: Pattern, tracer: Tracer): Origins {
  const { code, of } = tracer;
  const around = code.parentOf(pattern);
  switch (around?.type) {
    case "AssignmentPattern":
      return union(tracer.matched(around), of(around.right));
    case "Property": {
      const whole = code.parentOf(around);
      if (whole?.type !== "ObjectPattern") return OTHER;
      const names = tracer.namesOf(around.key, around.computed);
      const objects = tracer.matched(whole);
      if (names === undefined) return elementsOf(objects, tracer);
      return union(...names.map((name) => tracer.property(objects, name, around)));
    }
    case "RestElement": {
      const whole = code.parentOf(around);
      return whole?.type === "ObjectPattern" ? tracer.matched(whole) : UNKNOWN;
    }
    case "ArrayPattern":
      return elementsOf(tracer.matched(around), tracer, around.elements.indexOf(pattern));
    case "VariableDeclarator": {
      if (around.init) return of(around.init);
      const declaration = code.parentOf(around);
      return declaration === undefined ? [] : loopValues(declaration, tracer);
    }
    case "AssignmentExpression":
      return of(around);
    case "ForOfStatement":
    case "ForInStatement":
      return loopValues(pattern, tracer);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return parameterValues(around, around.params.indexOf(pattern), tracer);
    default:
      return OTHER;
  }
}

function loopValues(left: AnyNode, tracer: Tracer): Origins {
  const loop = tracer.code.parentOf(left);
  if (loop?.type === "ForInStatement" && loop.left === left) return OTHER;
  if (loop?.type !== "ForOfStatement" || loop.left !== left) return [];
  return elementsOf(tracer.of(loop.right), tracer);
}

/** What an element of something may be, the one with a number or any. */
export function elementsOf(objects: Origins, { of }: Pick<Tracer, "of">, index?: number): Origins {
  return union(...objects.map((origin): Origins => {
    if (origin.kind === "unknown") return UNKNOWN;
    if (origin.kind !== "list") return OTHER;
    const { elements } = origin.node;
    if (elements.some((it) => it?.type === "SpreadElement")) return UNKNOWN;
    const wanted = index === undefined ? elements : [elements[index] ?? null];
    return union(...wanted.map((it) => it === null ? [] : of(it)));
  }));
}
