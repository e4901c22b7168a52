/**
 * One setting, from what it is declared with.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { shown } from "../api/mismatch.ts";
import type { ManifestSetting, ManifestSettingType } from "../plugin/manifest_parts.ts";
import { checkOptions } from "./check_options.ts";
import { readAny, type ReadValue, type StoredValue } from "./read_value.ts";
import type { Setting, SettingReading } from "./setting.ts";
import { isSchema, validateValue, type Validator } from "./validate_value.ts";

/** What is particular about one kind of setting. */
export interface SettingKind {
  /** The function that declares it, such as `setting.text()`. */
  readonly where: string;
  /** What the manifest calls it. */
  readonly type: ManifestSettingType;
  /** The names of its options, beside those that all kinds have. */
  readonly names: readonly string[];
  /** Makes of a stored value what it holds. Default: takes anything. */
  readonly read?: ReadValue<JsonValue> | undefined;
  /** What it is until it is set, where no default is given. */
  readonly unset: JsonValue;
  /** Whether the manifest says `unset`, too, since the System Console shows it. */
  readonly showsUnset?: boolean | undefined;
  /** Whether its values are masked in logs. */
  readonly secret?: boolean | undefined;
  /** What the manifest's entry has in addition. */
  readonly entry?: Partial<ManifestSetting> | undefined;
}

const commonNames = ["label", "help", "hosting", "key"];

/** The brand of a setting; a bundle and its loader share no code, so no class can serve. */
const brand = "mattermost-deno.Setting";

/** Whether it is a setting. */
export function isSetting(value: unknown): value is Setting<unknown> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === brand;
}

/** Refuses options that the kind does not have. @throws {TypeError} with what was expected */
export function checkSettingOptions(
  { where, names }: Pick<SettingKind, "where" | "names">,
  options: object,
  required: readonly string[] = [],
): void {
  checkOptions(where, options, [...commonNames, ...names], ["label", ...required]);
}

// A plugin that saves the configuration that it was given would store it.
const serverMask = "*".repeat(32);
const maskStored =
  "expected the secret itself, not the asterisks that the server shows in its place";

interface AnyOptions {
  readonly label: string;
  readonly help?: string | undefined;
  readonly hosting?: string | undefined;
  readonly key?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly default?: JsonValue | undefined;
  readonly secret?: boolean | undefined;
  readonly validate?: Validator | undefined;
}

/**
 * Makes a setting of options that were checked.
 *
 * @throws {TypeError} when the default does not fit
 */
export function createSetting(kind: SettingKind, options: AnyOptions): Setting<unknown> {
  const { read: readValue = readAny } = kind;
  const { validate, label, default: given } = options;
  const secret = kind.secret ?? options.secret ?? false;
  const read = (stored: StoredValue): SettingReading<unknown> | undefined => {
    if (secret && stored === serverMask) return { problem: maskStored };
    const reading = readValue(stored);
    return reading?.problem === undefined && reading !== undefined
      ? validateValue(validate, reading.value)
      : reading;
  };
  const unset = given ?? kind.unset;
  // A text that nobody has set must fit a schema, too: authors see what that makes of it.
  const isRead = given !== undefined || (isSchema(validate) && unset !== null && !kind.secret);
  const initial = isRead && unset !== null ? checkDefault(kind, unset) ?? read(unset) : undefined;
  if (initial?.problem !== undefined) {
    const where = `${kind.where.slice(0, -1)}{ label: ${shown(label)} })`;
    const advice = given === undefined ? "; give a default that fits" : "";
    throw new TypeError(
      `${where}: default: ${initial.problem}, got ${shown(unset)}${advice}`,
    );
  }
  const unsetValue = initial === undefined ? unset : initial.value;
  const manifestDefault = given ?? (kind.showsUnset === true ? kind.unset : undefined);
  return Object.freeze<Setting<unknown>>({
    kind: brand,
    default: unsetValue,
    key: options.key,
    secret,
    entry: Object.freeze({
      display_name: label,
      type: kind.type,
      ...present({
        help_text: options.help,
        placeholder: options.placeholder,
        default: manifestDefault,
        hosting: options.hosting,
        secret: options.secret,
      }),
      ...kind.entry,
    }),
    // What equals the default fits, whatever an author's check would say of an empty text.
    read: (stored) =>
      stored === unset ? { value: unsetValue } : read(stored) ?? { value: unsetValue },
  });
}

/** The properties that say something. */
function present(
  entry: { readonly [Name in keyof ManifestSetting]?: ManifestSetting[Name] | undefined },
): Partial<ManifestSetting> {
  return Object.fromEntries(
    Object.entries(entry).filter(([name, value]) =>
      value !== undefined && value !== "" && !(name === "secret" && value === false)
    ),
  );
}

/** A default is of the type itself: what is stored may be a text that stands for it. */
function checkDefault({ type }: SettingKind, value: JsonValue): SettingReading<never> | undefined {
  if (type === "number" && typeof value !== "number") return { problem: "expected a number" };
  if (type === "bool" && typeof value !== "boolean") return { problem: "expected true or false" };
  if (JSON.stringify(value) === undefined) return { problem: "expected JSON" };
  return undefined;
}
