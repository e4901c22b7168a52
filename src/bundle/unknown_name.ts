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
