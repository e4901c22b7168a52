/**
 * Texts that a program puts together, as far as they are known.
 *
 * @module
 */
import type { AnyNode } from "acorn";
import { onlyText, type Origins, OTHER, text } from "./origin.ts";
import type { NodeOf } from "./parsed_code.ts";

/** A text in backquotes; known up to the first part that is not. */
export function filled(
  { quasis, expressions }: NodeOf<"TemplateLiteral">,
  of: (node: AnyNode) => Origins,
): Origins {
  let known = "";
  for (const [index, { value }] of quasis.entries()) {
    known += value.cooked ?? "";
    const next = expressions[index];
    if (next === undefined) break;
    const part = onlyText(of(next));
    known += part?.value ?? "";
    if (!part?.whole) return text(known, false);
  }
  return text(known);
}

/** Two texts that are added. */
export function concatenated(left: Origins, right: () => Origins): Origins {
  const first = onlyText(left);
  if (first === undefined) return OTHER;
  if (!first.whole) return left;
  const second = onlyText(right());
  return text(first.value + (second?.value ?? ""), second?.whole ?? false);
}

/** Where a bundle's files are, as its code sees them. */
export const BUNDLE_URL = "file:///bundle/";

/** What `new URL(path, base)` is. */
export function urlOf(path: Origins, base: Origins | undefined): Origins {
  const first = onlyText(path);
  const start = base === undefined ? undefined : onlyText(base);
  if (first !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(first.value)) return path;
  if (start === undefined) return OTHER;
  if (!first?.whole) {
    return text(start.value.endsWith("/") ? start.value : `${start.value}/`, false);
  }
  return start.whole && URL.canParse(first.value, start.value)
    ? text(new URL(first.value, start.value).href)
    : text(start.value, false);
}
