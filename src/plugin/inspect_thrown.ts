/**
 * @module
 */
import { thrownText } from "../api/app_error.ts";

/**
 * The error with its stack, its fields and its causes. Texts are cut beyond what a log line shows,
 * since a secret must be whole to be masked.
 */
export function inspect(thrown: unknown): string {
  try {
    return Deno.inspect(thrown, { depth: 4, strAbbreviateSize: 10_000 });
  } catch {
    return thrownText(thrown);
  }
}
