/**
 * A bundled plugin as a tree, with what each name in it means and which file each part comes from.
 *
 * @module
 */
import { type AnyNode, type Identifier, parse } from "acorn";
import { analyze, type Variable } from "eslint-scope";
import { type CodeSection, originsOf } from "../code_sections.ts";
import { staticName } from "./static_name.ts";

/** A function of any kind. */
export type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

/** A class of either kind. */
export type ClassNode = Extract<AnyNode, { type: "ClassDeclaration" | "ClassExpression" }>;

/** Any node of one of these types. */
export type NodeOf<Type extends AnyNode["type"]> = Extract<AnyNode, { type: Type }>;

/** A file's part of a bundle. */
export interface CodePart {
  /** The file, as the bundle names it. */
  readonly file: string;
  /** Whose it is. The bundler's own lines are the package's. */
  readonly origin: CodeSection["origin"];
  /** Where it begins in the bundle. */
  readonly start: number;
}

/** A bundled plugin, parsed. */
export interface ParsedCode {
  /** The code itself. */
  readonly text: string;
  /** All nodes of a type, in the order of the code. */
  all<Type extends AnyNode["type"]>(type: Type): readonly NodeOf<Type>[];
  /** The node around one; undefined for the whole. */
  parentOf(node: AnyNode): AnyNode | undefined;
  /** What a name stands for; undefined for what no line of the bundle declares. */
  variableOf(name: Identifier): Variable | undefined;
  /** The file that a position comes from. */
  partAt(offset: number): CodePart;
  /** Assignments to properties of a name: of an author's, and those to `this`. */
  assignmentsTo(name: string): readonly { readonly object: AnyNode; readonly value: AnyNode }[];
  /** What gets properties whose names no line says. */
  readonly filled: readonly AnyNode[];
  /** Calls of properties of a name by an author. */
  callsOf(name: string): readonly NodeOf<"CallExpression">[];
}

/**
 * Parses a bundled plugin.
 *
 * @param text what the bundler wrote: JavaScript with a comment above each file's part
 * @throws {SyntaxError} if it is no JavaScript
 */
export function parseCode(text: string): ParsedCode {
  const headings: { readonly file: string; readonly start: number }[] = [];
  const program = parse(text, {
    ecmaVersion: "latest",
    sourceType: "module",
    ranges: true,
    onComment(isBlock, comment, start) {
      const isWholeLine = !isBlock && (start === 0 || text[start - 1] === "\n");
      const file = isWholeLine ? /^ (\S.*\.[A-Za-z0-9]+)$/.exec(comment)?.[1] : undefined;
      if (file !== undefined) headings.push({ file, start });
    },
  });
  const parts = partsOf(headings);
  const byType = new Map<string, AnyNode[]>();
  const parents = new Map<AnyNode, AnyNode>();
  eachNode(program, (node, parent) => {
    if (parent !== undefined) parents.set(node, parent);
    const same = byType.get(node.type);
    if (same === undefined) byType.set(node.type, [node]);
    else same.push(node);
  });
  const all = <Type extends AnyNode["type"]>(type: Type) =>
    (byType.get(type) ?? []) as unknown as readonly NodeOf<Type>[];
  const variables = variablesOf(program);
  const partAt = (offset: number): CodePart => {
    let [low, high] = [0, parts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (parts[middle]!.start <= offset) low = middle;
      else high = middle;
    }
    return parts[low]!;
  };
  const isAuthors = ({ start }: AnyNode) => partAt(start).origin === "author";
  const written = all("AssignmentExpression").filter((node) =>
    node.left.type === "MemberExpression" &&
    (node.left.object.type === "ThisExpression" || isAuthors(node))
  );
  const called = all("CallExpression").filter(({ callee }) => callee.type === "MemberExpression")
    .filter(isAuthors);
  const assignments = Map.groupBy(written.flatMap(namedAssignment), ({ name }) => name);
  const calls = Map.groupBy(
    called,
    ({ callee }) => callee.type === "MemberExpression" ? staticName(callee) : undefined,
  );
  return {
    text,
    all,
    parentOf: (node) => parents.get(node),
    variableOf: (name) => variables.get(name),
    partAt,
    filled: filledObjects(written.filter(isAuthors), called),
    assignmentsTo: (name) => assignments.get(name) ?? [],
    callsOf: (name) => calls.get(name) ?? [],
  };
}

function namedAssignment({ operator, left, right }: NodeOf<"AssignmentExpression">) {
  if (left.type !== "MemberExpression" || !/^(?:=|\?\?=|\|\|=)$/.test(operator)) return [];
  const name = staticName(left);
  if (name === undefined) return [];
  return [{ name, object: left.object as AnyNode, value: right as AnyNode }];
}

const FILLING = new Set(["assign", "defineProperties", "defineProperty", "setPrototypeOf"]);

/** The objects in `object[name] = …`, `Object.assign(object, …)` and the like. */
function filledObjects(
  assignments: readonly NodeOf<"AssignmentExpression">[],
  calls: readonly NodeOf<"CallExpression">[],
): readonly AnyNode[] {
  const written = assignments.flatMap(({ left }) =>
    left.type === "MemberExpression" && staticName(left) === undefined ? [left.object] : []
  );
  const given = calls.flatMap(({ callee, arguments: [first] }) =>
    first !== undefined && callee.type === "MemberExpression" &&
      FILLING.has(staticName(callee) ?? "")
      ? [first]
      : []
  );
  return [...written, ...given];
}

function partsOf(headings: readonly { file: string; start: number }[]): readonly CodePart[] {
  const origins = originsOf(headings.map(({ file }) => file));
  return [
    { file: "", origin: "package", start: 0 },
    ...headings.map((it, index): CodePart => ({ ...it, origin: origins[index] ?? "author" })),
  ];
}

/** Visits every node, in the order of the code; no depth of nesting is too much. */
function eachNode(root: AnyNode, visit: (node: AnyNode, parent: AnyNode | undefined) => void) {
  const waiting: [AnyNode, AnyNode | undefined][] = [[root, undefined]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, parent] = next;
    visit(node, parent);
    const first = waiting.length;
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const inner of value) if (isNode(inner)) waiting.push([inner, node]);
      } else if (isNode(value)) waiting.push([value, node]);
    }
    reverseFrom(waiting, first);
  }
}

/** Turns the end of a list round. */
function reverseFrom<T>(list: T[], first: number): void {
  for (let [low, high] = [first, list.length - 1]; low < high; low++, high--) {
    [list[low], list[high]] = [list[high]!, list[low]!];
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function variablesOf(program: AnyNode): ReadonlyMap<AnyNode, Variable> {
  // Two descriptions of the same tree: the nodes are those of the parser.
  const manager = analyze(program as unknown as Parameters<typeof analyze>[0], {
    ecmaVersion: 2022,
    sourceType: "module",
  });
  const found = new Map<AnyNode, Variable>();
  for (const { references, variables } of manager.scopes) {
    for (const { identifier, resolved } of references) {
      if (resolved !== null) found.set(identifier as unknown as AnyNode, resolved);
    }
    for (const variable of variables) {
      for (const name of variable.identifiers) found.set(name as unknown as AnyNode, variable);
    }
  }
  return found;
}
