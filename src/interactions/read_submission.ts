/**
 * What people entered, checked and typed.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { DialogDeclaration } from "./dialog.ts";
import { needed, partsOf, type Read, type ReadingContext } from "./elements/element.ts";

/** What came out of a submission. */
export interface ReadSubmission {
  /** The values of all elements; complete only where there are no errors. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What is wrong, by element. */
  readonly errors: Readonly<Record<string, string>>;
}

/**
 * Reads all elements of a submission. What it has beside them is not looked at: a client that goes
 * through several steps sends what was entered before as well.
 *
 * @param contextOf gives what an element is read with
 */
export async function readSubmission(
  { elements }: DialogDeclaration,
  submission: Readonly<Record<string, unknown>>,
  contextOf: (element: string) => ReadingContext,
): Promise<ReadSubmission> {
  const read = await Promise.all(
    Object.entries(elements).map(async ([name, input]): Promise<[string, Read]> => {
      const parts = partsOf(input);
      const raw = Object.hasOwn(submission, name) ? submission[name] : undefined;
      if (!isEmpty(raw)) return [name, await parts.read(raw as JsonValue, contextOf(name))];
      return [
        name,
        parts.wire.optional ? parts.empty ?? { value: undefined } : { error: needed },
      ];
    }),
  );
  const values: [string, unknown][] = [];
  const errors: [string, string][] = [];
  for (const [name, result] of read) {
    if ("error" in result) errors.push([name, result.error]);
    else values.push([name, result.value]);
  }
  return { values: Object.fromEntries(values), errors: Object.fromEntries(errors) };
}

function isEmpty(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === "" ||
    (Array.isArray(raw) && raw.length === 0);
}
