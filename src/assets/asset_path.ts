/**
 * Which paths name an asset.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";

/**
 * Refuses what is no path below the assets folder: a plugin may pass on what a request has said.
 *
 * @param path relative to the folder
 * @param where the call, for the error's text
 * @throws {TypeError} saying what is wrong with it
 */
export function checkAssetPath(path: unknown, where: string): asserts path is string {
  const expected = 'expected a path below the folder "assets", such as "images/logo.png"';
  const refuse = (why: string): never => {
    throw new TypeError(`${where}: ${expected}, got ${shown(path)}${why}`);
  };
  if (typeof path !== "string" || path === "") return refuse("");
  if (path.includes("\\")) refuse('; write "/" between its parts');
  if (path.startsWith("/")) refuse("; it begins with a slash");
  if (path.includes("\0")) refuse("; it has a NUL in it");
  if (path.split("/").some((step) => step === "" || step === "." || step === "..")) {
    refuse('; empty parts, "." and ".." are not allowed');
  }
}
