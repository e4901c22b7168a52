import { apiMethods } from "../../gen/api_methods.ts";
import { hookMethods } from "../../gen/hook_methods.ts";
import type { CodeSection } from "./code_sections.ts";

/** Something that a plugin uses and that servers have from some version on. */
export interface ServerNeed {
  /** An API method or a hook. */
  readonly kind: "method" | "hook";
  /** Its name, such as `getUser`. */
  readonly name: string;
  /** The oldest server that has it, such as `9.5`. */
  readonly since: string;
  /** The file that uses it, as the bundle names it; undefined for hooks. */
  readonly file?: string | undefined;
}

/**
 * The API methods and hooks that a plugin uses, the newest first.
 *
 * Methods are found by their calls in the plugin's own files, hooks by what the plugin defines.
 */
export function serverNeeds(
  sections: readonly CodeSection[],
  hooks: readonly string[],
): readonly ServerNeed[] {
  const needs = new Map<string, ServerNeed>();
  for (const { file, origin, code } of sections) {
    if (origin !== "author") continue;
    for (const [, name = ""] of code.matchAll(/[.?]\s*([a-z][A-Za-z0-9]*)\s*(?:\?\.)?\(/g)) {
      if (!Object.hasOwn(apiMethods, name) || needs.has(name)) continue;
      const { since } = apiMethods[name as keyof typeof apiMethods];
      needs.set(name, { kind: "method", name, since, file });
    }
  }
  for (const name of hooks) {
    if (!Object.hasOwn(hookMethods, name)) continue;
    const { since } = hookMethods[name as keyof typeof hookMethods];
    needs.set(`hook ${name}`, { kind: "hook", name, since });
  }
  return [...needs.values()].toSorted((a, b) =>
    compareReleases(b.since, a.since) || (a.name < b.name ? -1 : 1)
  );
}

/** Below 0 where the first release of a server is older, by major and minor number. */
export function compareReleases(first: string, second: string): number {
  const numbers = (text: string) => text.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [a, b] = [numbers(first), numbers(second)];
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}
