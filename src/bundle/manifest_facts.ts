/**
 * @module
 */
import type { Manifest } from "./manifest_types.ts";

/** What a loader needs of the bundle's manifest. */
export interface ManifestFacts {
  /** The plugin's id. */
  readonly pluginId: string;
  /** Whether it asks for the server's database. */
  readonly wantsDatabase: boolean;
  /** The bundle's folder, in which the manifest lies. */
  readonly bundleFolder: string;
}

/** Reads them. @throws {Error} when the manifest cannot be read, or has no id */
export function readManifestFacts(path: string): ManifestFacts {
  const manifest: Partial<Manifest> | null = JSON.parse(Deno.readTextFileSync(path));
  const pluginId = manifest?.id;
  if (typeof pluginId !== "string") throw new Error(`the manifest ${path} has no "id"`);
  return {
    pluginId,
    wantsDatabase: manifest?.server?.permissions?.database === true,
    // Not with Node's functions: its modules take Deno 8 ms and 4 MB.
    bundleFolder: path.slice(0, path.lastIndexOf("/")),
  };
}
