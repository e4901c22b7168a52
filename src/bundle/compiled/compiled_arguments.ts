/**
 * The arguments that are baked into a compiled plugin, for its loader.
 *
 * @module
 */
import { cookieName } from "../../process/cookie.ts";

/** The variables of a host that a compiled plugin's loader reads; launchers read the same. */
export const HOST_VARIABLES = {
  cookie: cookieName,
  apiTarget: "MATTERMOST_PLUGIN_API_TARGET",
  logLevel: "MATTERMOST_PLUGIN_LOG_LEVEL",
} as const;

/** What the loader of a compiled plugin is told. */
export interface CompiledArguments {
  /** What the paths of its sockets begin with. */
  readonly sockets: string;
  /** The variables that only the loader reads. */
  readonly variables: readonly string[];
  /** The permissions that it gives back in part. */
  readonly kinds: readonly string[];
}

/** Writes them as arguments. */
export function formatCompiledArguments(given: CompiledArguments): string[] {
  return [given.sockets, given.variables.join(","), given.kinds.join(",")];
}

/**
 * Reads them.
 *
 * @throws {Error} if there are others: a host gives none.
 */
export function parseCompiledArguments(args: readonly string[]): CompiledArguments {
  const [sockets = "", variables = "", kinds = "", ...others] = args;
  if (!sockets.startsWith("/")) throw new Error("it was compiled without its arguments");
  if (others.length > 0) throw new Error(`it takes no arguments, and got ${others.join(" ")}`);
  const list = (text: string) => text.split(",").filter((part) => part !== "");
  return { sockets, variables: list(variables), kinds: list(kinds) };
}
