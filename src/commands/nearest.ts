/**
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";

/** No slip of the finger: comparing takes as long as both are long. */
const maxLength = 200;

/** The name that somebody probably meant; undefined if none is near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  return typed.length > maxLength ? undefined : nearestName(typed, names);
}
