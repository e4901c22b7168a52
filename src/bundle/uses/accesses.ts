/**
 * What a bundled plugin reaches for outside of the plugin API: hosts, files, variables, programs.
 *
 * @module
 */
import type { AnyNode } from "acorn";
import { type AccessKind, ENV_OBJECTS, GUARDED, type GuardedFunction } from "./access_table.ts";
import { has, type Origins } from "./origin.ts";
import type { CodePart, NodeOf } from "./parsed_code.ts";
import { BUNDLE_URL } from "./text_values.ts";
import type { Tracer } from "./trace.ts";

/** An access that needs a permission, and where it is in the bundle. */
export interface Access {
  /** The permission. */
  readonly kind: AccessKind;
  /** What is called or read, such as `Deno.readTextFile`. */
  readonly what: string;
  /**
   * Which host (`host:port`), file, variable or program; undefined for what cannot be told. A path is
   * relative to the bundle, or absolute.
   */
  readonly target: string | undefined;
  /** Whose code does it. */
  readonly origin: CodePart["origin"];
  /** Where it is in the bundle. */
  readonly offset: number;
}

/** Finds them, in an author's code and in libraries. */
export function accessesIn(tracer: Tracer): readonly Access[] {
  const { code } = tracer;
  const calls = [...code.all("CallExpression"), ...code.all("NewExpression")];
  return [
    ...calls.flatMap((node) => accessesOf(node, tracer)),
    ...code.all("MemberExpression").flatMap((node) => variablesRead(node, tracer)),
  ];
}

function accessesOf(
  node: NodeOf<"CallExpression"> | NodeOf<"NewExpression">,
  tracer: Tracer,
): Access[] {
  const { callee } = node;
  const { origin } = tracer.code.partAt(node.start);
  if (origin === "package" || callee.type === "Super") return [];
  // A library's own names are not followed: most of what it could do it never does.
  if (origin === "library" && !beginsGlobal(callee, tracer)) return [];
  return tracer.of(callee).flatMap((it): Access[] => {
    const guarded = it.kind === "global" ? GUARDED.get(it.path) : undefined;
    if (it.kind !== "global" || guarded === undefined) return [];
    const [first] = node.arguments;
    const targets = first === undefined ? [undefined] : targetsOf(guarded, first, it.path, tracer);
    const { kind } = guarded;
    const offset = callee.type === "MemberExpression" ? callee.property.start : callee.start;
    return targets.map((target) => ({ kind, what: it.path, target, origin, offset }));
  });
}

function beginsGlobal(callee: AnyNode, { code }: Tracer): boolean {
  let root = callee;
  while (root.type === "MemberExpression") root = root.object;
  if (root.type !== "Identifier") return false;
  const variable = code.variableOf(root);
  return variable === undefined || variable.defs.length === 0 ||
    variable.defs.some(({ type }) => (type as string) === "ImportBinding");
}

function targetsOf(
  { target }: GuardedFunction,
  argument: AnyNode,
  what: string,
  tracer: Tracer,
): (string | undefined)[] {
  if (argument.type === "SpreadElement" || target === "none") return [undefined];
  const origins = tracer.of(argument);
  if (target === "address") return [addressOf(origins, argument, tracer)];
  const texts = origins.flatMap((it) => it.kind === "text" ? [it] : []);
  if (texts.length === 0 || texts.length < origins.length) return [undefined];
  return texts.map(({ value, whole }) => {
    if (target === "url") return hostIn(value, whole);
    if (!whole) return undefined;
    return target === "path" ? pathInBundle(value, what) : value;
  });
}

/** The host and port of a URL of which at least the host is known. */
function hostIn(url: string, whole: boolean): string | undefined {
  // What follows could still belong to the host.
  if (!whole && !/^[a-z]+:\/\/[^/?#]+[/?#]/i.test(url)) return undefined;
  if (!/^(?:https?|wss?):\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === "https:" || protocol === "wss:" ? 443 : 80)}`;
}

function addressOf(origins: Origins, at: AnyNode, tracer: Tracer): string | undefined {
  if (!has(origins, "object")) return undefined;
  const [host, ...others] = tracer.property(origins, "hostname", at);
  if (host?.kind !== "text" || !host.whole || others.length > 0) return undefined;
  const port = origins.flatMap((it) => it.kind === "object" ? it.node.properties : [])
    .find((it) => it.type === "Property" && it.key.type === "Identifier" && it.key.name === "port");
  return port?.type === "Property" && port.value.type === "Literal"
    ? `${host.value}:${port.value.value}`
    : host.value;
}

/** A path as the bundle has it: a plugin runs in its bundle's folder. */
function pathInBundle(path: string, what: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path) && !path.startsWith("file:")) return undefined;
  // The name of a library for the system to look for.
  if (what === "Deno.dlopen" && !path.includes("/")) return path;
  if (!path.startsWith("file:") && !URL.canParse(path, BUNDLE_URL)) return undefined;
  const { pathname } = new URL(path.startsWith("file:") ? path : encodeURI(path), BUNDLE_URL);
  const folder = new URL(BUNDLE_URL).pathname;
  const decoded = decodeURI(pathname);
  return decoded.startsWith(folder) ? decoded.slice(folder.length) : decoded;
}

/** `process.env.NAME`, of an author: libraries look for variables that change how they behave. */
function variablesRead(node: NodeOf<"MemberExpression">, tracer: Tracer): Access[] {
  if (tracer.code.partAt(node.start).origin !== "author" || node.object.type === "Super") return [];
  const env = tracer.of(node.object)
    .find((it) => it.kind === "global" && ENV_OBJECTS.includes(it.path));
  if (env === undefined) return [];
  const names = tracer.namesOf(node.property, node.computed) ?? [undefined];
  return names.map((target) => ({
    kind: "env",
    what: "process.env",
    target,
    origin: "author",
    offset: node.property.start,
  }));
}
