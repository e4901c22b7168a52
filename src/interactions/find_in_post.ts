/**
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";

/** A button or a menu, found in a post. */
export interface FoundElement {
  /** Whether it is shown grey. */
  readonly disabled: boolean;
}

/**
 * Finds the button or menu that carries exactly this signed context in a post's properties; undefined
 * if there is none.
 */
export function findElement(props: JsonValue | undefined, token: string): FoundElement | undefined {
  if (typeof props !== "object" || props === null) return undefined;
  if (Array.isArray(props)) {
    for (const each of props) {
      const found = findElement(each, token);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (carried(props["integration"]) === token) return { disabled: props["disabled"] === true };
  return findElement(Object.values(props), token);
}

function carried(integration: JsonValue | undefined): JsonValue | undefined {
  const context = member(integration, "context");
  return member(context, "token");
}

function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? value[name]
    : undefined;
}
