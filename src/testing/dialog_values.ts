/**
 * What a client makes of what is filled into a dialog.
 *
 * @module
 */
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import { nearestName } from "../api/nearest_name.ts";
import type { Dialog, DialogElement } from "../contract/mod.ts";

/**
 * The values of all elements: those that were given, else the defaults; null for what is empty.
 *
 * @throws {TypeError} for a value that belongs to no element
 */
export function filledIn({ title, elements }: Dialog, values: JsonObject): JsonObject {
  const names = elements.map(({ name }) => name);
  for (const name of Object.keys(values)) {
    if (names.includes(name)) continue;
    const nearest = nearestName(name, names);
    throw new TypeError(
      `The dialog "${title}" has no element "${name}"; ` +
        (nearest === undefined
          ? `it has ${names.join(", ") || "none"}`
          : `did you mean "${nearest}"?`),
    );
  }
  return Object.fromEntries(
    elements.map((element) => [element.name, values[element.name] ?? initial(element)]),
  );
}

function initial(element: DialogElement): JsonValue {
  if (element.type === "bool") return element.default.toLowerCase() === "true";
  return element.default === "" ? null : element.default;
}

/** What a client would tell its user instead of sending the dialog off. */
export function clientMistakes({ elements }: Dialog, values: JsonObject): string[] {
  return elements.flatMap((element) => {
    const mistake = mistakeIn(element, values[element.name] ?? null);
    return mistake === undefined ? [] : [`${element.name} ${mistake}`];
  });
}

function mistakeIn(element: DialogElement, value: JsonValue): string | undefined {
  const { type, subtype, minLength, maxLength, options, dataSource } = element;
  const empty = value === null || value === "" || (Array.isArray(value) && value.length === 0);
  // A check box that is not checked has a value.
  if (empty) return element.optional || type === "bool" ? undefined : "is required";
  if (type === "bool") return typeof value === "boolean" ? undefined : "must be true or false";
  if (type === "text" || type === "textarea") {
    if (subtype === "number") {
      return Number.isFinite(Number(value)) ? undefined : "must be a number";
    }
    if (typeof value !== "string") return "must be a text";
    if (value.length < minLength) return `must have ${minLength} characters or more`;
    if (maxLength > 0 && value.length > maxLength) {
      return `must have ${maxLength} characters or fewer`;
    }
    if (subtype === "email" && !value.includes("@")) return "must be an e-mail address";
    if (subtype === "url" && !/^https?:\/\//.test(value)) return "must be a URL";
    return undefined;
  }
  if (type === "radio" || (type === "select" && dataSource === "")) {
    const chosen = Array.isArray(value) ? value : [value];
    const known = options.map((option) => option.value);
    if (chosen.some((each) => !known.includes(String(each)))) {
      return `must be one of ${known.map((each) => `"${each}"`).join(", ")}`;
    }
  }
  return undefined;
}
