/**
 * @module
 */
import { shown } from "../api/mismatch.ts";

/**
 * Refuses what cannot answer a request, when the plugin is loaded and not when somebody asks.
 *
 * @param handler what the author passed
 * @param where the guard
 * @throws {TypeError} for what is no function
 */
export function checkHandler(handler: unknown, where: string): void {
  if (typeof handler === "function") return;
  throw new TypeError(
    `${where}: expected a function that answers a request, (request, context) => Response, got ` +
      shown(handler),
  );
}
