/** Calls methods of the plugin API through the plugin that has an endpoint for that. @module */
import type { Person } from "./rest.ts";

/**
 * Has the plugin call a method and gives the result as REST would give it.
 *
 * @param request the arguments by name, in the order in which Go takes them
 * @throws {Error} with what the plugin answered, if the method failed
 */
export async function callAPI(
  person: Person,
  method: string,
  request: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const response = await person.fetch("/plugins/com.example.exerciser/call", {
    method: "POST",
    body: JSON.stringify({ method, request, args: Object.values(request).map(asGoReads) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} failed: ${text}`);
  return JSON.parse(text);
}

/** Objects of the API have Go's JSON names there; what is inside of their fields stays. */
function asGoReads(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asGoReads);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      field,
    ]),
  );
}
