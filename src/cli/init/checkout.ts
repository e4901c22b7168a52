import { PACKAGE_NAME } from "../../bundle/own_package.ts";
import { relative, resolve } from "../../bundle/paths.ts";
import { UsageError } from "../usage_error.ts";

/** A checkout of this package, as a project beside it names it. */
export interface Checkout {
  /** The checkout's folder, relative to the project's. */
  readonly path: string;
}

/**
 * Looks whether a folder is a checkout of this package.
 *
 * @throws {UsageError} if it is not.
 */
export async function findCheckout(folder: string, project: string): Promise<Checkout> {
  const root = resolve(folder);
  const config = await Deno.readTextFile(`${root}/deno.json`).then(JSON.parse).catch(() => ({}));
  if (config.name !== PACKAGE_NAME) {
    throw new UsageError(`--link ${folder}: this folder is no checkout of ${PACKAGE_NAME}`);
  }
  const path = relative(resolve(project), root).replaceAll("\\", "/");
  return { path: path.startsWith(".") ? path : `./${path}` };
}
