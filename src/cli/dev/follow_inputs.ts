import { fromFileUrl } from "../../bundle/paths.ts";
import type { Changes } from "./watch_changes.ts";

/**
 * Has the files watched that a bundle was made from, which may lie anywhere; where there is none, also
 * those that the reason names.
 */
export function followInputs(
  changes: Changes,
): (result: { readonly inputs: readonly string[] } | { readonly reason: string }) => Promise<void> {
  let known: readonly string[] = [];
  return async (result) => {
    if ("inputs" in result) known = result.inputs;
    await changes.follow("inputs" in result ? known : [...known, ...filesIn(result.reason)]);
  };
}

/** The files that the bundler's errors name, as addresses with line and column. */
export function filesIn(text: string): string[] {
  const found = [...text.matchAll(/\bfile:\/\/\/[^\s"'`<>()]+/g)].map(([address]) =>
    address.replace(/(?::\d+){1,2}[.,:]?$|[.,:]$/, "")
  );
  return [...new Set(found)].flatMap((address) => {
    try {
      return [fromFileUrl(address)];
    } catch {
      return [];
    }
  });
}
