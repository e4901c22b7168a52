import { ManifestError } from "./manifest_error.ts";
import type { ManifestPath, ManifestSource } from "./manifest_source.ts";

/** Checks one value of a manifest; throws where it is not what is expected. */
export interface ManifestCheck {
  /** The value at a path; undefined where there is none. Null counts as none, as in Go. */
  get(path: ManifestPath): unknown;
  /** Refuses the value at a path. */
  refuse(path: ManifestPath, reason: string): never;
  /** Refuses anything but a value of this type, or none. */
  type(path: ManifestPath, type: "string" | "boolean" | "object" | "array"): void;
}

/** Makes the {@linkcode ManifestCheck} of one manifest. */
export function createManifestCheck(source: ManifestSource): ManifestCheck {
  const check: ManifestCheck = {
    get(path) {
      let value: unknown = source.value;
      for (const step of path) {
        if (typeof value !== "object" || value === null) return undefined;
        value = Object.hasOwn(value, step) ? (value as Record<PropertyKey, unknown>)[step] : null;
      }
      return value ?? undefined;
    },
    refuse(path, reason) {
      throw new ManifestError(source.place(path), reason);
    },
    type(path, type) {
      const value = check.get(path);
      if (value === undefined) return;
      const found = Array.isArray(value) ? "array" : typeof value;
      if (found !== type) {
        const article = type === "array" ? "a list" : type === "object" ? "an object" : `a ${type}`;
        check.refuse(path, `expected ${article}, found ${JSON.stringify(value)}`);
      }
    },
  };
  return check;
}
