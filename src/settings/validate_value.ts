/**
 * An author's own checks of a setting.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import { shown } from "../api/mismatch.ts";
import type { StandardSchema, StandardSchemaIssue } from "../plugin/context/store_codec.ts";
import type { SettingReading } from "./setting.ts";
import type { SettingCheck } from "./setting_options.ts";

/** What authors give as `validate`. */
export type Validator = SettingCheck<never> | StandardSchema<unknown, unknown>;

/** Whether it follows the Standard Schema; some of those validators are functions. */
export function isSchema(validate: unknown): validate is StandardSchema<unknown, unknown> {
  const known = (typeof validate === "object" && validate !== null) ||
    typeof validate === "function";
  return known && "~standard" in validate;
}

/** What the author's check makes of a value. Never throws. */
export function validateValue(
  validate: Validator | undefined,
  value: unknown,
): SettingReading<unknown> {
  if (validate === undefined) return { value };
  try {
    if (isSchema(validate)) return validateBySchema(validate, value);
    const problem: unknown = validate(value as never);
    if (problem === undefined) return { value };
    return typeof problem === "string"
      ? { problem }
      : { problem: `validate() must return a text or undefined, and returned ${shown(problem)}` };
  } catch (error) {
    return { problem: `validate() threw: ${thrownText(error)}` };
  }
}

function validateBySchema(
  schema: StandardSchema<unknown, unknown>,
  value: unknown,
): SettingReading<unknown> {
  const result = schema["~standard"].validate(value);
  if ("then" in result) {
    // Nobody waits for it.
    Promise.resolve(result).catch(() => {});
    return { problem: "its validator answers with a promise, and a setting cannot wait for one" };
  }
  return result.issues === undefined
    ? { value: result.value }
    : { problem: result.issues.map(issueText).join("; ") };
}

function issueText({ message, path = [] }: StandardSchemaIssue): string {
  const names = path.map((part) => String(typeof part === "object" ? part.key : part));
  return names.length === 0 ? message : `${names.join(".")}: ${message}`;
}
