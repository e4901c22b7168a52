/**
 * What an expression of a plugin may be, as far as it matters for what the plugin uses.
 *
 * @module
 */
import type { AnyNode } from "acorn";
import type { ClassNode, FunctionNode, NodeOf } from "./parsed_code.ts";

/** One thing that an expression may be. */
export type Origin =
  /** The plugin API. */
  | { readonly kind: "api" }
  /** One of its methods. */
  | { readonly kind: "method"; readonly name: string }
  /** It cannot be told: what comes from a caller that is not in the bundle. */
  | { readonly kind: "unknown" }
  /** Certainly not the API. */
  | { readonly kind: "other" }
  /** A text, or how it begins. */
  | { readonly kind: "text"; readonly value: string; readonly whole: boolean }
  /** Something that the runtime has: `Deno.env.get`, `node:fs.readFile`. */
  | { readonly kind: "global"; readonly path: string }
  /** What a line of the bundle makes. */
  | { readonly kind: "object"; readonly node: NodeOf<"ObjectExpression"> }
  | { readonly kind: "list"; readonly node: NodeOf<"ArrayExpression"> }
  | { readonly kind: "function"; readonly node: FunctionNode }
  | { readonly kind: "class"; readonly node: ClassNode }
  | { readonly kind: "instance"; readonly node: ClassNode };

/** All that it may be; nothing for what never has a value. */
export type Origins = readonly Origin[];

/** The API itself. */
export const API: Origins = [{ kind: "api" }];
/** It cannot be told. */
export const UNKNOWN: Origins = [{ kind: "unknown" }];
/** Certainly not the API. */
export const OTHER: Origins = [{ kind: "other" }];

/** A text that is known as a whole, or only how it begins. */
export function text(value: string, whole = true): Origins {
  return [{ kind: "text", value, whole }];
}

/** Something that the runtime has. */
export function globalThing(path: string): Origins {
  return [{ kind: "global", path }];
}

/** Whether one of them is of a kind. */
export function has(origins: Origins, kind: Origin["kind"]): boolean {
  return origins.some((origin) => origin.kind === kind);
}

/** What any of several may be, each thing once. */
export function union(...lists: readonly Origins[]): Origins {
  const [first = [], ...more] = lists.filter((list) => list.length > 0);
  if (more.length === 0) return first;
  const found = new Map<string | AnyNode, Map<string, Origin>>();
  for (const origin of lists.flat()) {
    const key = "node" in origin ? origin.node : "";
    const same = found.get(key) ?? new Map<string, Origin>();
    const { kind } = origin;
    const name = kind === "text"
      ? `${kind} ${origin.whole} ${origin.value}`
      : kind === "global"
      ? `${kind} ${origin.path}`
      : kind === "method"
      ? `${kind} ${origin.name}`
      : kind;
    found.set(key, same.set(name, origin));
  }
  return [...found.values()].flatMap((same) => [...same.values()]);
}

/** The one text that they are, if they are nothing else. */
export function onlyText(origins: Origins): { value: string; whole: boolean } | undefined {
  const [first, ...more] = origins;
  return first?.kind === "text" && more.length === 0 ? first : undefined;
}

/** The texts that they are, if they are texts as a whole and nothing else. */
export function wholeTexts(origins: Origins): readonly string[] | undefined {
  const found = origins.flatMap((it) => it.kind === "text" && it.whole ? [it.value] : []);
  return found.length > 0 && found.length === origins.length ? found : undefined;
}
