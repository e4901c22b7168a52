/**
 * Which methods of the plugin API a bundled plugin uses.
 *
 * @module
 */
import type { AnyNode } from "acorn";
import { apiMethods } from "../../../gen/api_methods.ts";
import { isForeign, isGivenApi } from "./call_values.ts";
import { has, type Origins } from "./origin.ts";
import type { NodeOf } from "./parsed_code.ts";
import type { Tracer } from "./trace.ts";

/** A use, and where it is in the bundle. */
export interface NamedUse {
  readonly name: string;
  readonly offset: number;
}

/** What was found. */
export interface ApiUses {
  /** Methods, each use of one. */
  readonly methods: readonly NamedUse[];
  /** Where a method's name is worked out while the plugin runs. */
  readonly computed: readonly number[];
}

/** Finds them in an author's code and in libraries. What this package itself calls is not in it. */
export function apiUses(tracer: Tracer): ApiUses {
  const { code } = tracer;
  const methods: NamedUse[] = [];
  const computed: number[] = [];
  const libraries = isInLibraries(tracer);
  const isLeftOut = ({ start }: AnyNode) => {
    const { origin } = code.partAt(start);
    return origin === "package" || origin === "library" && !libraries;
  };
  const add = (key: AnyNode, names: readonly string[]) =>
    void methods.push(...names.map((name) => ({ name, offset: key.start })));
  for (const node of code.all("MemberExpression")) {
    if (node.object.type === "Super" || isLeftOut(node) || isWritten(node, tracer)) continue;
    const { property, object } = node;
    if (node.computed && property.type !== "Literal") {
      if (!has(tracer.of(object), "api")) continue;
      const names = tracer.namesOf(property, true);
      if (names === undefined) computed.push(property.start);
      else add(property, names.filter(isMethod));
      continue;
    }
    const [name = ""] = tracer.namesOf(property, node.computed) ?? [];
    if (!isMethod(name)) continue;
    if (isUse(tracer.of(node), name) || mayBeUse(node, tracer)) add(property, [name]);
  }
  for (const pattern of code.all("ObjectPattern")) {
    if (isLeftOut(pattern)) continue;
    for (const property of pattern.properties) {
      if (property.type !== "Property") continue;
      const names = tracer.namesOf(property.key, property.computed);
      if (names !== undefined && !names.some(isMethod)) continue;
      const objects = tracer.matched(pattern);
      if (names === undefined) {
        if (has(objects, "api")) computed.push(property.key.start);
        continue;
      }
      add(
        property.key,
        names.filter((name) =>
          isMethod(name) && isUse(tracer.property(objects, name, property), name)
        ),
      );
    }
  }
  return { methods, computed };
}

/** Whether an author hands the API to a library; without that, none has it. */
function isInLibraries(tracer: Tracer): boolean {
  const { code } = tracer;
  return [...code.all("CallExpression"), ...code.all("NewExpression")].some((node) =>
    code.partAt(node.start).origin === "author" && isForeign(node.callee, tracer) &&
    isGivenApi(node, tracer)
  );
}

function isMethod(name: string): boolean {
  return Object.hasOwn(apiMethods, name);
}

function isUse(origins: Origins, name: string): boolean {
  return origins.some((it) => it.kind === "method" && it.name === name);
}

/**
 * Whether an author calls a method of this name of something of which nothing can be told. Most
 * probably that is the API, as nothing else of an author comes from where the bundle does not reach.
 */
function mayBeUse(node: NodeOf<"MemberExpression">, { code, of }: Tracer): boolean {
  if (code.partAt(node.start).origin !== "author") return false;
  const around = code.parentOf(node);
  return around?.type === "CallExpression" && around.callee === node &&
    has(of(node.object), "unknown");
}

function isWritten(node: NodeOf<"MemberExpression">, { code }: Tracer): boolean {
  const around = code.parentOf(node);
  return around?.type === "AssignmentExpression" && around.left === node ||
    around?.type === "UnaryExpression" && around.operator === "delete";
}
