/**
 * Where the lists of choices are served.
 *
 * @module
 */
import { featurePath } from "../plugin/feature.ts";
import type { CommandNode } from "./command_tree.ts";
import type { NamedArgument } from "./declared_argument.ts";

/** The name of this room's routes. */
export const routeName = "commands";

/**
 * The path of a choice's list below `/plugins/ID/`, such as `_plugin/commands/todo/add/list`. The
 * command travels in the path, since a server drops the query that such an address has.
 */
export function listPath(node: CommandNode, { key }: NamedArgument): string {
  // What may be in a trigger, but would be two parts of a path.
  const words = node.path.map((word) => word.replaceAll("/", "~"));
  return [`${featurePath.slice(1)}${routeName}`, ...words, key].join("/");
}
