/**
 * What properties hold.
 *
 * @module
 */
import type { AnyNode } from "acorn";
import { apiMethods } from "../../../gen/api_methods.ts";
import { returned } from "./call_values.ts";
import {
  API,
  globalThing,
  type Origin,
  type Origins,
  OTHER,
  text,
  union,
  UNKNOWN,
} from "./origin.ts";
import { classAround, lineOf } from "./parameter_values.ts";
import type { ClassNode, NodeOf } from "./parsed_code.ts";
import { BUNDLE_URL } from "./text_values.ts";
import type { Tracer } from "./trace.ts";

/** What contexts have beside the API, and authors get from nowhere else. */
export const CONTEXT_PROPERTIES: readonly string[] = [
  ...["assets", "bot", "button", "config", "database", "jobs", "kv", "log", "menu", "mutex"],
  ...["openDialog", "openDialogFor", "publish", "t", "translateFor"],
];

/** What a property of something may be, read at a place. */
export function propertyValues(
  objects: Origins,
  name: string,
  at: AnyNode,
  tracer: Tracer,
): Origins {
  return union(...objects.map((origin) => propertyOf(origin, name, at, tracer)));
}

function propertyOf(origin: Origin, name: string, at: AnyNode, tracer: Tracer): Origins {
  switch (origin.kind) {
    case "api":
      return Object.hasOwn(apiMethods, name) ? [{ kind: "method", name }] : OTHER;
    case "unknown":
      // Only an author's code is given contexts; what a library calls so is something else.
      if (tracer.code.partAt(at.start).origin !== "author") return UNKNOWN;
      if (name === "api") return API;
      return CONTEXT_PROPERTIES.includes(name) ? globalThing(`context.${name}`) : UNKNOWN;
    case "text":
      return name === "href" || name === "url" || name === "pathname" ? [origin] : OTHER;
    case "global":
      return globalProperty(origin.path, name, tracer);
    case "object":
      return orNothingKnown(
        [origin.node],
        tracer,
        objectProperty(origin.node, name, at, tracer),
        assigned(name, [origin.node], tracer),
      );
    case "instance":
    case "class":
      return classProperty(origin.node, name, origin.kind === "class", tracer);
    case "function":
      return orNothingKnown([origin.node], tracer, assigned(name, [origin.node], tracer));
    default:
      return OTHER;
  }
}

/** What is known of a property; where that is nothing, whether there may be one all the same. */
function orNothingKnown(
  owners: readonly AnyNode[],
  { isFilled }: Tracer,
  ...lists: readonly Origins[]
): Origins {
  const found = union(...lists);
  if (found.length > 0) return found;
  return owners.some(isFilled) ? UNKNOWN : OTHER;
}

const GLOBAL_OBJECTS = ["globalThis", "self", "window"];
const BUNDLE_FACTS: Readonly<Record<string, string>> = {
  url: `${BUNDLE_URL}server/plugin.js`,
  filename: "/bundle/server/plugin.js",
  dirname: "/bundle/server",
};

function globalProperty(path: string, name: string, tracer: Tracer): Origins {
  if (GLOBAL_OBJECTS.includes(path)) {
    const put = tracer.code.assignmentsTo(name).filter(({ object }) =>
      tracer.of(object).some((it) => it.kind === "global" && it.path === path)
    ).map(({ value }) => tracer.of(value));
    return union(globalThing(name), ...put);
  }
  const fact = path === "import.meta" ? BUNDLE_FACTS[name] : undefined;
  if (fact !== undefined) return text(fact);
  if (name === "default" && path.startsWith("node:")) return globalThing(path);
  return path.split(".").length > 4 ? OTHER : globalThing(`${path}.${name}`);
}

function objectProperty(
  node: NodeOf<"ObjectExpression">,
  name: string,
  at: AnyNode,
  tracer: Tracer,
): Origins {
  return union(...node.properties.map((property): Origins => {
    if (property.type === "SpreadElement") {
      const spread = tracer.property(tracer.of(property.argument), name, at);
      return spread.every(({ kind }) => kind === "other") ? [] : spread;
    }
    const names = tracer.namesOf(property.key, property.computed);
    if (names !== undefined && !names.includes(name)) return [];
    if (property.kind !== "get") return tracer.of(property.value);
    return property.value.type === "FunctionExpression" ? returned(property.value, tracer) : OTHER;
  }));
}

/** What lines anywhere put under a name of what one of these nodes makes. */
function assigned(name: string, owners: readonly AnyNode[], tracer: Tracer): Origins {
  return union(
    ...tracer.code.assignmentsTo(name)
      .filter(({ object }) =>
        tracer.of(object).some((it) => "node" in it && owners.includes(it.node))
      )
      .map(({ value }) => tracer.of(value)),
  );
}

function classProperty(
  node: ClassNode,
  name: string,
  isStatic: boolean,
  tracer: Tracer,
): Origins {
  const line = lineOf(node, tracer);
  const written = line.map((it) => memberOf(it, name, isStatic, tracer));
  const found = union(...written, assigned(name, line, tracer));
  if (found.length > 0) return found;
  const top = line.at(-1)?.superClass;
  if (top && tracer.of(top).some(({ kind }) => kind === "unknown")) return UNKNOWN;
  return orNothingKnown(line, tracer);
}

function memberOf(node: ClassNode, name: string, isStatic: boolean, tracer: Tracer): Origins {
  return union(...node.body.body.map((member): Origins => {
    if (member.type === "StaticBlock" || member.static !== isStatic) return [];
    if (!tracer.namesOf(member.key, member.computed)?.includes(name)) return [];
    if (member.type === "PropertyDefinition") return member.value ? tracer.of(member.value) : [];
    return member.kind === "get" ? returned(member.value, tracer) : tracer.of(member.value);
  }));
}

/** What `super.name` may be. */
export function superValues(at: AnyNode, names: readonly string[], tracer: Tracer): Origins {
  const above = classAround(at, tracer)?.superClass;
  if (!above) return UNKNOWN;
  const objects = tracer.of(above).map((it): Origin =>
    it.kind === "class" ? { kind: "instance", node: it.node } : it
  );
  return union(...names.map((name) => tracer.property(objects, name, at)));
}
