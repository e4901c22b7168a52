/**
 * What calls give.
 *
 * @module
 */
import type { AnyNode } from "acorn";
import { has, type Origin, type Origins, OTHER, union, UNKNOWN } from "./origin.ts";
import type { FunctionNode, NodeOf } from "./parsed_code.ts";
import { elementsOf } from "./pattern_values.ts";
import { staticName } from "./static_name.ts";
import { urlOf } from "./text_values.ts";
import type { Tracer } from "./trace.ts";

type Call = NodeOf<"CallExpression"> | NodeOf<"NewExpression">;

/** What `new C(…)` gives. */
export function newValues(node: NodeOf<"NewExpression">, tracer: Tracer): Origins {
  const given = argumentsOf(node);
  return union(
    ...tracer.of(node.callee).map((origin): Origins => {
      if (origin.kind === "class") return [{ kind: "instance", node: origin.node }];
      if (origin.kind !== "global") return OTHER;
      const [first, second] = given;
      if (first === undefined) return OTHER;
      if (origin.path === "URL") return urlOf(tracer.of(first), second && tracer.of(second));
      return origin.path === "Request" || origin.path === "Proxy" ? tracer.of(first) : OTHER;
    }),
  );
}

const ELEMENT_METHODS = new Set(["at", "find", "findLast", "pop", "shift"]);
const SAME_TEXT_METHODS = new Set(["toString", "valueOf", "trim"]);

/** What a call gives. */
export function callValues(node: NodeOf<"CallExpression">, tracer: Tracer): Origins {
  const { callee } = node;
  if (callee.type === "Super") return [];
  const name = callee.type === "MemberExpression" ? staticName(callee) : undefined;
  if (callee.type === "MemberExpression" && callee.object.type !== "Super" && name !== undefined) {
    const objects = tracer.of(callee.object);
    const direct = objects.map((origin) => directly(origin, name, tracer));
    if (direct.every((it) => it !== undefined) && direct.length > 0) return union(...direct);
  }
  // What another's function gives is the API only if it was given the API.
  if (isForeign(callee, tracer) && !isGivenApi(node, tracer)) return OTHER;
  return union(...tracer.of(callee).map((it) => resultOf(it, node, tracer)));
}

/** Methods of values whose results are known without a look at any function. */
function directly(origin: Origin, name: string, tracer: Tracer): Origins | undefined {
  if (name === "bind" && (origin.kind === "method" || origin.kind === "function")) return [origin];
  if (origin.kind === "text") return SAME_TEXT_METHODS.has(name) ? [origin] : OTHER;
  if (origin.kind === "list" && ELEMENT_METHODS.has(name)) return elementsOf([origin], tracer);
  return undefined;
}

// These give what they are given.
const PASSED_ON = new Set(["Object.freeze", "Object.seal", "Promise.resolve", "String"]);
// These put things together.
const COMPOSING = new Set([
  ...["Object.assign", "Object.create", "Object.defineProperties", "Object.defineProperty"],
  ...["Object.fromEntries", "Reflect.get", "Reflect.apply"],
]);

function resultOf(origin: Origin, node: Call, tracer: Tracer): Origins {
  switch (origin.kind) {
    case "unknown":
      return UNKNOWN;
    case "function":
      // No function of this package gives the API, unless it passes on what it was given.
      return tracer.code.partAt(origin.node.start).origin !== "package"
        ? returned(origin.node, tracer)
        : isGivenApi(node, tracer)
        ? UNKNOWN
        : OTHER;
    case "global":
      return PASSED_ON.has(origin.path) || COMPOSING.has(origin.path)
        ? union(
          ...argumentsOf(node).map((it) => tracer.of(it)),
          ...COMPOSING.has(origin.path) ? [UNKNOWN] : [],
        )
        : OTHER;
    default:
      return OTHER;
  }
}

/** What a function returns. */
export function returned(node: FunctionNode, tracer: Tracer): Origins {
  if (node.generator) return OTHER;
  if (node.body.type !== "BlockStatement") return tracer.of(node.body);
  return union(
    ...returnsOf(node, tracer).map(({ argument }) => argument ? tracer.of(argument) : []),
  );
}

const returns = new WeakMap<Tracer, Map<AnyNode, NodeOf<"ReturnStatement">[]>>();

function returnsOf(node: FunctionNode, tracer: Tracer): readonly NodeOf<"ReturnStatement">[] {
  let known = returns.get(tracer);
  if (known === undefined) {
    known = new Map();
    for (const statement of tracer.code.all("ReturnStatement")) {
      let at = tracer.code.parentOf(statement);
      while (at !== undefined && !isFunction(at)) at = tracer.code.parentOf(at);
      if (at === undefined) continue;
      const same = known.get(at);
      if (same === undefined) known.set(at, [statement]);
      else same.push(statement);
    }
    returns.set(tracer, known);
  }
  return known.get(node) ?? [];
}

function isFunction(node: AnyNode): node is FunctionNode {
  return node.type === "FunctionDeclaration" || node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression";
}

function argumentsOf({ arguments: given }: Call): readonly AnyNode[] {
  return given.filter(({ type }) => type !== "SpreadElement");
}

/** Whether one of the arguments is the API, or has it. */
export function isGivenApi(node: Call, tracer: Tracer): boolean {
  return argumentsOf(node).some((argument) =>
    tracer.of(argument).some((it) => {
      if (it.kind === "api") return true;
      if (it.kind !== "object") return false;
      return it.node.properties.some((property) =>
        has(tracer.of(property.type === "Property" ? property.value : property.argument), "api")
      );
    })
  );
}

/** Whether what is called belongs to a library or to this package, and not to the author. */
export function isForeign(callee: AnyNode, { code }: Tracer): boolean {
  let root = callee;
  while (true) {
    if (root.type === "MemberExpression") root = root.object;
    else if (root.type === "CallExpression") root = root.callee;
    else if (root.type === "AwaitExpression") root = root.argument;
    else if (root.type === "ChainExpression") root = root.expression;
    else break;
  }
  if (root.type !== "Identifier") return false;
  const name = code.variableOf(root)?.identifiers[0] as unknown as AnyNode | undefined;
  return name !== undefined && code.partAt(name.start).origin !== "author";
}
