/**
 * Follows values through a bundled plugin: what may an expression be? The question is asked
 * backwards, from a use to whatever may have put the value there, through names, patterns,
 * parameters, properties, classes and results.
 *
 * The order in which lines run does not count, and conditions do not: an expression is everything
 * that any line may have made of it.
 *
 * @module
 */
import type { AnyNode, Identifier, Pattern } from "acorn";
import type { Variable } from "eslint-scope";
import { callValues, newValues } from "./call_values.ts";
import { globalThing, type Origins, OTHER, text, union, UNKNOWN } from "./origin.ts";
import type { ClassNode, FunctionNode, NodeOf, ParsedCode } from "./parsed_code.ts";
import { propertyValues, superValues } from "./property_values.ts";
import { keyName } from "./static_name.ts";
import { concatenated, filled } from "./text_values.ts";
import { elementsOf, matchedBy } from "./pattern_values.ts";

/** Answers what expressions may be. */
export interface Tracer {
  /** The code that it is about. */
  readonly code: ParsedCode;
  /** What an expression may be. */
  of(expression: AnyNode): Origins;
  /** What a pattern, or a name in one, takes apart. */
  matched(pattern: Pattern): Origins;
  /** What a property of something may be, read at a place. */
  property(object: Origins, name: string, at: AnyNode): Origins;
  /** The names that a member or a key may have; undefined if that cannot be told. */
  namesOf(key: AnyNode, computed: boolean): readonly string[] | undefined;
  /** Whether something gets properties whose names no line says. */
  isFilled(node: AnyNode): boolean;
  /** Works something out once; while that is under way, asking again gives nothing. */
  once(key: object, find: () => Origins): Origins;
}

// A question that leads through more than this is given up: it cannot be told.
const MOST_STEPS = 20_000;
const MOST_DEPTH = 300;
// So is every question after this many steps in all, so that no bundle takes forever.
const MOST_STEPS_IN_ALL = 3_000_000;

/** Makes the one who answers for a bundle. */
export function createTracer(code: ParsedCode): Tracer {
  const known = new Map<object, Origins>();
  const open = new Map<object, number>();
  // The outermost question under way that the answer now being worked out would have needed.
  let needed = Infinity;
  let steps = 0;
  let stepsInAll = 0;
  const once = (key: object, find: () => Origins): Origins => {
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const under = open.get(key);
    if (under !== undefined) {
      needed = Math.min(needed, under);
      return [];
    }
    const depth = open.size;
    if (depth === 0) steps = 0;
    if (
      ++steps > MOST_STEPS || depth > MOST_DEPTH || ++stepsInAll > MOST_STEPS_IN_ALL
    ) {
      needed = -1;
      return UNKNOWN;
    }
    const before = needed;
    needed = Infinity;
    open.set(key, depth);
    const found = find();
    open.delete(key);
    // Without a part that is still being worked out, the answer holds for this question alone.
    if (needed >= depth) {
      known.set(key, found);
      needed = Infinity;
    }
    needed = Math.min(before, needed);
    return found;
  };
  const matchedKeys = new Map<AnyNode, object>();
  const isAuthors = ({ start }: AnyNode) => code.partAt(start).origin === "author";
  const filled = new Set<AnyNode>();
  let isFilledKnown = false;
  const tracer: Tracer = {
    code,
    once,
    // How a library fills what it makes is of no interest.
    isFilled: (node) => !isFilledKnown || filled.has(node) || !isAuthors(node),
    of: (expression) => once(expression, () => evaluate(expression, tracer)),
    matched(pattern) {
      const key = matchedKeys.get(pattern) ?? {};
      matchedKeys.set(pattern, key);
      return once(key, () => matchedBy(pattern, tracer));
    },
    property: (object, name, at) => propertyValues(object, name, at, tracer),
    namesOf(key, computed) {
      const name = keyName(key, computed);
      if (name !== undefined) return [name];
      const texts = tracer.of(key).flatMap((it) => it.kind === "text" && it.whole ? it.value : []);
      return texts.length > 0 && texts.length === tracer.of(key).length ? texts : undefined;
    },
  };
  // Until it is known which these are, any may be one; what follows from that is forgotten.
  for (const object of code.filled) {
    for (const origin of tracer.of(object)) if ("node" in origin) filled.add(origin.node);
  }
  isFilledKnown = true;
  known.clear();
  return tracer;
}

function evaluate(node: AnyNode, tracer: Tracer): Origins {
  const { of } = tracer;
  switch (node.type) {
    case "Identifier":
      return nameValues(node, tracer);
    case "ThisExpression":
      return thisValues(node, tracer);
    case "MemberExpression":
      return memberValues(node, tracer);
    case "CallExpression":
      return callValues(node, tracer);
    case "NewExpression":
      return newValues(node, tracer);
    case "AwaitExpression":
      return of(node.argument);
    case "ChainExpression":
    case "ParenthesizedExpression":
      return of(node.expression);
    case "SequenceExpression":
      return of(node.expressions.at(-1)!);
    case "AssignmentExpression":
      return node.operator === "="
        ? of(node.right)
        : /^(?:\?\?|\|\||&&)=$/.test(node.operator)
        ? union(of(node.left), of(node.right))
        : OTHER;
    case "LogicalExpression":
      return union(of(node.left), of(node.right));
    case "ConditionalExpression":
      return union(of(node.consequent), of(node.alternate));
    case "ObjectExpression":
      return [{ kind: "object", node }];
    case "ArrayExpression":
      return [{ kind: "list", node }];
    case "FunctionExpression":
    case "FunctionDeclaration":
    case "ArrowFunctionExpression":
      return [{ kind: "function", node }];
    case "ClassExpression":
    case "ClassDeclaration":
      return [{ kind: "class", node }];
    case "Literal":
      return typeof node.value === "string" ? text(node.value) : OTHER;
    case "TemplateLiteral":
      return filled(node, of);
    case "BinaryExpression":
      return node.operator === "+"
        ? concatenated(of(node.left as AnyNode), () => of(node.right))
        : OTHER;
    case "MetaProperty":
      return globalThing("import.meta");
    case "YieldExpression":
      return UNKNOWN;
    default:
      return OTHER;
  }
}

function memberValues(node: NodeOf<"MemberExpression">, tracer: Tracer): Origins {
  const { object, property, computed } = node;
  if (object.type === "Super") {
    const names = tracer.namesOf(property, computed);
    return names === undefined ? UNKNOWN : superValues(node, names, tracer);
  }
  const objects = tracer.of(object);
  const names = tracer.namesOf(property, computed);
  if (names !== undefined) {
    return union(...names.map((name) => tracer.property(objects, name, node)));
  }
  return union(
    ...objects.map((origin) =>
      origin.kind === "unknown"
        ? UNKNOWN
        : origin.kind === "list"
        ? elementsOf([origin], tracer)
        : OTHER
    ),
  );
}

/** What a name stands for. */
function nameValues(node: Identifier, tracer: Tracer): Origins {
  const variable = tracer.code.variableOf(node);
  if (variable === undefined || variable.defs.length === 0) {
    return node.name === "undefined" ? [] : globalThing(node.name);
  }
  return tracer.once(variable, () => variableValues(variable, tracer));
}

function variableValues(variable: Variable, tracer: Tracer): Origins {
  const declared = variable.defs.map((definition): Origins => {
    const { type, node, name } = definition as unknown as {
      type: string;
      node: AnyNode;
      name: Identifier;
    };
    if (type === "ImportBinding") return imported(node, tracer);
    if (type === "FunctionName") return [{ kind: "function", node: node as FunctionNode }];
    if (type === "ClassName") return [{ kind: "class", node: node as ClassNode }];
    return type === "CatchClause" ? OTHER : tracer.matched(name);
  });
  const written = variable.references.filter((it) => it.isWrite() && !it.init)
    .map(({ identifier }) => tracer.matched(identifier as unknown as Identifier));
  return union(...declared, ...written);
}

/** What a name from a module of the runtime stands for; no other imports are left in a bundle. */
function imported(node: AnyNode, { code }: Tracer): Origins {
  const declaration = code.parentOf(node);
  if (declaration?.type !== "ImportDeclaration") return OTHER;
  const from = String(declaration.source.value);
  if (node.type !== "ImportSpecifier") return globalThing(from);
  const name = keyName(node.imported, false);
  return globalThing(name === undefined || name === "default" ? from : `${from}.${name}`);
}

function thisValues(node: AnyNode, { code }: Tracer): Origins {
  for (
    let at = node, around = code.parentOf(at);
    around !== undefined;
    around = code.parentOf(at)
  ) {
    const isFunction = at.type === "FunctionExpression" || at.type === "FunctionDeclaration";
    if (around.type === "MethodDefinition" || around.type === "PropertyDefinition") {
      const isBody = around.type === "MethodDefinition" ? isFunction : around.value === at;
      const body = code.parentOf(around);
      const of = body === undefined ? undefined : code.parentOf(body);
      if (isBody && (of?.type === "ClassDeclaration" || of?.type === "ClassExpression")) {
        return [{ kind: around.static ? "class" : "instance", node: of }];
      }
    }
    if (isFunction) {
      const object = around.type === "Property" ? code.parentOf(around) : undefined;
      return object?.type === "ObjectExpression" ? [{ kind: "object", node: object }] : UNKNOWN;
    }
    if (at.type === "StaticBlock") return UNKNOWN;
    at = around;
  }
  return OTHER;
}
