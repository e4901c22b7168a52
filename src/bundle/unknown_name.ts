import { nearestName } from "../api/nearest_name.ts";
import type { Shape } from "./manifest_shape.ts";

/**
 * What to say about names that Mattermost does not know: a newer server may.
 *
 * @param names the names that it knows, asked for late since a shape may name itself
 * @param more what else can be done
 */
export function unknownTo(
  names: () => readonly string[],
  more = "",
): NonNullable<Shape["otherName"]> {
  return (name) => {
    const folded = names().find((known) => withoutCase(known) === withoutCase(name));
    if (folded !== undefined) {
      return {
        severity: "error",
        reason: `servers read this as "${folded}", whatever the case of its letters; write ` +
          `"${folded}", once`,
      };
    }
    const near = nearestName(name, names());
    if (near !== undefined) {
      return { severity: "warning", reason: `unknown name; did you mean "${near}"?` };
    }
    return {
      severity: "hint",
      reason: `Mattermost does not know this name and ignores it${more || "; leave it out"}`,
    };
  };
}

/** As Go's reader of JSON compares names: it takes a Kelvin sign for a k, and a long s for an s. */
function withoutCase(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
