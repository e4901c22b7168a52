/**
 * What functions are called with.
 *
 * @module
 */
import type { AnyNode, Identifier } from "acorn";
import { type Origins, OTHER, union, UNKNOWN } from "./origin.ts";
import type { ClassNode, FunctionNode, NodeOf } from "./parsed_code.ts";
import { elementsOf } from "./pattern_values.ts";
import { keyName } from "./static_name.ts";
import type { Tracer } from "./trace.ts";

type Call = NodeOf<"CallExpression"> | NodeOf<"NewExpression">;

/** The calls of a function that are known, and whether there may be others. */
interface Calls {
  readonly calls: readonly Call[];
  readonly others: boolean;
}

const UNSEEN: Calls = { calls: [], others: true };

/** What a parameter may be. */
export function parameterValues(node: FunctionNode, index: number, tracer: Tracer): Origins {
  const fromList = listCallback(node, index, tracer);
  if (fromList !== undefined) return fromList;
  const { calls, others } = callsOfFunction(node, tracer);
  return union(
    ...calls.map(({ arguments: given }) => {
      const spread = given.findIndex(({ type }) => type === "SpreadElement");
      if (spread >= 0 && spread <= index) return UNKNOWN;
      const argument = given[index];
      return argument === undefined ? [] : tracer.of(argument);
    }),
    ...others ? [UNKNOWN] : [],
  );
}

const LIST_METHODS = ["every", "filter", "find", "findIndex", "findLast", "flatMap", "forEach"];
const LIST_CALLBACKS = new Set([...LIST_METHODS, "map", "some", "toSorted", "sort"]);

/** What `list.map((it) => …)` and the like give to their function. */
function listCallback(node: FunctionNode, index: number, tracer: Tracer): Origins | undefined {
  const call = tracer.code.parentOf(node);
  if (call?.type !== "CallExpression" || call.arguments[0] !== node) return undefined;
  const { callee } = call;
  if (callee.type !== "MemberExpression") return undefined;
  const name = keyName(callee.property, callee.computed);
  if (name === undefined || !LIST_CALLBACKS.has(name)) return undefined;
  if (index > 0 && !/sort/i.test(name)) return OTHER;
  return elementsOf(tracer.of(callee.object), tracer);
}

function callsOfFunction(node: FunctionNode, tracer: Tracer): Calls {
  const { code } = tracer;
  const around = code.parentOf(node);
  const named = node.type !== "ArrowFunctionExpression" && node.id
    ? callsOfName(node.id, tracer)
    : [];
  if (node.type === "FunctionDeclaration") return merged(named);
  switch (around?.type) {
    case "VariableDeclarator":
      return around.id.type === "Identifier"
        ? merged([...named, ...callsOfName(around.id, tracer)])
        : UNSEEN;
    case "AssignmentExpression": {
      const { left } = around;
      if (left.type === "Identifier") return merged([...named, ...callsOfName(left, tracer)]);
      if (left.type !== "MemberExpression") return UNSEEN;
      return callsOfMember(left.property, left.computed, tracer, (object) => {
        const owners = tracer.of(left.object);
        return tracer.of(object).some((it) =>
          "node" in it && owners.some((owner) => "node" in owner && owner.node === it.node)
        );
      });
    }
    case "Property": {
      const owner = code.parentOf(around);
      return callsOfMember(
        around.key,
        around.computed,
        tracer,
        (object) => tracer.of(object).some((it) => "node" in it && it.node === owner),
      );
    }
    case "MethodDefinition":
    case "PropertyDefinition":
      return callsOfMethod(around, tracer);
    case "CallExpression":
      return around.callee === node ? { calls: [around], others: false } : UNSEEN;
    default:
      return UNSEEN;
  }
}

function merged(all: readonly Calls[]): Calls {
  const calls = all.flatMap((it) => it.calls);
  return { calls, others: calls.length === 0 || all.some(({ others }) => others) };
}

/** Calls of what a name stands for; where the name is used otherwise, there may be more. */
function callsOfName(name: Identifier, { code }: Tracer): readonly Calls[] {
  const variable = code.variableOf(name);
  if (variable === undefined) return [UNSEEN];
  const calls: Call[] = [];
  let others = false;
  for (const reference of variable.references) {
    if (!reference.isRead()) continue;
    const used = reference.identifier as unknown as AnyNode;
    const around = code.parentOf(used);
    const isCall = around?.type === "CallExpression" || around?.type === "NewExpression";
    if (isCall && around.callee === used) calls.push(around);
    else others = true;
  }
  return [{ calls, others }];
}

/** Calls of a member by its name, of the objects that have it. */
function callsOfMember(
  key: AnyNode,
  computed: boolean,
  { code }: Tracer,
  isOwner: (object: AnyNode) => boolean,
): Calls {
  const name = keyName(key, computed);
  if (name === undefined) return UNSEEN;
  const calls = code.callsOf(name)
    .filter(({ callee }) => callee.type === "MemberExpression" && isOwner(callee.object));
  return { calls, others: calls.length === 0 };
}

function callsOfMethod(
  method: NodeOf<"MethodDefinition"> | NodeOf<"PropertyDefinition">,
  tracer: Tracer,
): Calls {
  const { code } = tracer;
  const body = code.parentOf(method);
  const owner = body === undefined ? undefined : code.parentOf(body);
  if (owner?.type !== "ClassDeclaration" && owner?.type !== "ClassExpression") return UNSEEN;
  if (method.type === "MethodDefinition" && method.kind === "constructor") {
    return { calls: constructionsOf(owner, tracer), others: false };
  }
  return callsOfMember(
    method.key,
    method.computed,
    tracer,
    (object) =>
      object.type === "Super"
        ? false
        : tracer.of(object).some((it) =>
          (it.kind === "instance" || it.kind === "class") && lineOf(it.node, tracer).includes(owner)
        ),
  );
}

/** `new C(…)`, and `super(…)` in the classes below. */
function constructionsOf(owner: ClassNode, tracer: Tracer): readonly Call[] {
  const { code } = tracer;
  return [
    ...code.all("NewExpression").filter(({ callee }) =>
      tracer.of(callee).some((it) => it.kind === "class" && it.node === owner)
    ),
    ...code.all("Super").flatMap((node) => {
      const call = code.parentOf(node);
      if (call?.type !== "CallExpression") return [];
      const inside = classAround(node, tracer);
      const above = inside?.superClass ? tracer.of(inside.superClass) : [];
      return above.some((it) => it.kind === "class" && it.node === owner) ? [call] : [];
    }),
  ];
}

/** The class in which something stands. */
export function classAround(node: AnyNode, { code }: Tracer): ClassNode | undefined {
  for (let at = code.parentOf(node); at !== undefined; at = code.parentOf(at)) {
    if (at.type === "ClassDeclaration" || at.type === "ClassExpression") return at;
  }
  return undefined;
}

/** A class and those above it, as far as they are in the bundle. */
export function lineOf(node: ClassNode, { of }: Pick<Tracer, "of">): readonly ClassNode[] {
  const line: ClassNode[] = [];
  for (let at: ClassNode | undefined = node; at !== undefined && !line.includes(at);) {
    line.push(at);
    const above: Origins = at.superClass ? of(at.superClass) : [];
    at = above.find((it) => it.kind === "class")?.node;
  }
  return line;
}
