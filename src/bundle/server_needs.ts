import { apiMethods } from "../../gen/api_methods.ts";
import { hookMethods } from "../../gen/hook_methods.ts";
import type { BundleUses } from "./uses/bundle_uses.ts";
import type { CodePlace } from "./uses/places.ts";

/** Something that a plugin uses and that servers have from some version on. */
export interface ServerNeed {
  /** An API method or a hook. */
  readonly kind: "method" | "hook";
  /** Its name, such as `getUser`. */
  readonly name: string;
  /** The oldest server that has it, such as `9.5`. */
  readonly since: string;
  /** Where it is used first; undefined for a hook that is not written out. */
  readonly place?: CodePlace | undefined;
  /** What of this package calls the method for the author, such as `bot`. */
  readonly caller?: string | undefined;
}

/**
 * The API methods and hooks that a plugin uses, the newest first.
 *
 * @param hooks those that it defines, if it could be loaded
 */
export function serverNeeds(
  uses: Pick<BundleUses, "methods" | "features" | "hooks">,
  hooks?: readonly string[],
): readonly ServerNeed[] {
  const needs = new Map<string, ServerNeed>();
  const addMethod = (name: string, place: CodePlace, caller?: string) => {
    if (needs.has(name) || !Object.hasOwn(apiMethods, name)) return;
    const { since } = apiMethods[name as keyof typeof apiMethods];
    needs.set(name, { kind: "method", name, since, place, caller });
  };
  for (const { name, place } of uses.methods) addMethod(name, place);
  for (const { name, place, methods } of uses.features) {
    for (const method of methods) addMethod(method, place, name);
  }
  for (const name of hooks ?? uses.hooks.map(({ name }) => name)) {
    if (!Object.hasOwn(hookMethods, name)) continue;
    const { since } = hookMethods[name as keyof typeof hookMethods];
    const place = uses.hooks.find((it) => it.name === name)?.place;
    needs.set(`hook ${name}`, { kind: "hook", name, since, place });
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
