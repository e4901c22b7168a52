import { inspect } from "node:util";

/** A value as it stands in a failed assertion's message. */
export function shown(value: unknown): string {
  return inspect(value, { depth: 12, breakLength: 100 });
}
