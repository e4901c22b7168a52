/**
 * What a value of a manifest must be: one description, from which both the checks and the published
 * JSON Schema come.
 *
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";
import type { ManifestPath } from "./manifest_source.ts";

/**
 * How much a finding matters: an `error` keeps the plugin from being bundled or started, a `warning`
 * is most probably a mistake, a `hint` may be one.
 */
export type Severity = "error" | "warning" | "hint";

/** Takes a finding: where it is, the sentence that says what is wrong and what to do. */
export type Report = (path: ManifestPath, reason: string, severity?: Severity) => void;

/** What a value must be. */
export interface Shape {
  /** Its type; absent where anything may stand. */
  readonly type?: "string" | "boolean" | "integer" | "object" | "array";
  /** What it is, for editors. */
  readonly description: string;
  /** Values for editors to offer. */
  readonly examples?: readonly unknown[];
  /** What counts where the manifest says nothing. */
  readonly default?: unknown;
  /** For texts: what they must look like. */
  readonly pattern?: RegExp;
  /** For texts: the fewest characters. */
  readonly minLength?: number;
  /** For texts: the most characters. */
  readonly maxLength?: number;
  /** All values that there are. */
  readonly choices?: readonly string[];
  /** For numbers. */
  readonly minimum?: number;
  /** For numbers. */
  readonly maximum?: number;
  /** For lists: what each entry must be. */
  readonly items?: Shape;
  /** Whether `true` may stand in its place. */
  readonly orTrue?: boolean;
  /** For objects: their names. */
  readonly fields?: Readonly<Record<string, Field>>;
  /** For objects: what stands under any other name. */
  readonly values?: Shape;
  /** For objects: whether there are no other names. */
  readonly closed?: boolean;
  /** What an author must know of a name that is none of {@linkcode Shape.fields}. */
  readonly otherName?: (name: string) => { severity: Severity; reason: string } | undefined;
  /**
   * What is wrong with a value, as a sentence that says what to do; undefined if nothing is. Decides
   * alone: type, pattern and limits are for the schema then.
   */
  readonly wrong?: (value: unknown) => string | undefined;
}

/** What a value in an object must be. */
export interface Field extends Shape {
  /** Whether it must be there. */
  readonly required?: boolean;
}

/** Compares a value with what it must be, all of it, and reports every difference. */
export function compareShape(
  shape: Shape,
  value: unknown,
  report: Report,
  path: ManifestPath = [],
): void {
  if (shape.orTrue && value === true) return;
  if (shape.wrong !== undefined) {
    const reason = shape.wrong(value);
    if (reason !== undefined) return report(path, reason);
  } else {
    const reason = wrongType(shape, value) ?? wrongText(shape, value);
    if (reason !== undefined) return report(path, reason);
  }
  if (Array.isArray(value) && shape.items !== undefined) {
    for (const [index, entry] of value.entries()) {
      compareShape(shape.items, entry, report, [...path, index]);
    }
  } else if (isObject(value) && (shape.fields ?? shape.values) !== undefined) {
    compareObject(shape, value, report, path);
  }
}

function compareObject(
  shape: Shape,
  value: Readonly<Record<string, unknown>>,
  report: Report,
  path: ManifestPath,
): void {
  const { fields = {}, values, otherName } = shape;
  for (const [name, field] of Object.entries(fields)) {
    // Null is nothing, as in Go; what must be there says what it misses.
    const inner = Object.hasOwn(value, name) ? value[name] : undefined;
    if ((inner === undefined || inner === null) && !field.required) continue;
    compareShape(field, inner ?? undefined, report, [...path, name]);
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(fields, name)) continue;
    if (values !== undefined) compareShape(values, value[name], report, [...path, name]);
    const said = otherName?.(name);
    if (said !== undefined) report([...path, name], said.reason, said.severity);
  }
}

const CALLED = {
  string: "a string",
  boolean: "true or false",
  integer: "a whole number",
  object: "an object",
  array: "a list",
} as const;

function wrongType({ type, minLength = 0 }: Shape, value: unknown): string | undefined {
  if (type === undefined) return undefined;
  const right = type === "array"
    ? Array.isArray(value)
    : type === "object"
    ? isObject(value)
    : type === "integer"
    ? Number.isInteger(value)
    : (typeof value as string) === type;
  if (right) return undefined;
  if (type === "string" && minLength > 0 && value === undefined) return emptyText(value);
  return `expected ${CALLED[type]}, found ${shown(value)}${hint(type, value)}`;
}

/** What was probably meant by a value of another type. */
function hint(type: NonNullable<Shape["type"]>, value: unknown): string {
  if (type === "boolean" && (value === "true" || value === "false")) {
    return `; leave the quotes out: ${value}`;
  }
  if (type === "integer" && typeof value === "string" && /^\d+$/.test(value)) {
    return `; leave the quotes out: ${value}`;
  }
  if (type === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return `; put it in quotes: "${value}"`;
  }
  if (type === "array" && (typeof value === "string" || isObject(value))) {
    return `; put it in brackets: [${typeof value === "string" ? shown(value) : "{ … }"}]`;
  }
  return "";
}

function wrongText(shape: Shape, value: unknown): string | undefined {
  const { choices, minLength = 0 } = shape;
  if (typeof value !== "string") return undefined;
  if (value.length < minLength) return emptyText(value);
  if (choices !== undefined && !choices.includes(value)) {
    // Whoever writes "boolean" for "bool" makes no typing error.
    const near = nearestName(value, choices) ?? choices.find((it) => value.startsWith(it));
    return `expected one of ${choices.join(", ")}, found "${value}"` +
      (near === undefined ? "" : `; did you mean "${near}"?`);
  }
  return undefined;
}

function emptyText(value: unknown): string {
  return `expected a text that is not empty, found ${shown(value)}`;
}

/** A value as a sentence quotes it. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
