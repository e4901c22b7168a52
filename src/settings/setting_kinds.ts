/**
 * The kinds of settings.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { shown } from "../api/mismatch.ts";
import type { ManifestOption, ManifestSettingType } from "../plugin/manifest_parts.ts";
import { checkSettingOptions, createSetting } from "./create_setting.ts";
import { choiceReader, numberReader, readBool, type ReadValue, textReader } from "./read_value.ts";
import type { Setting } from "./setting.ts";
import type {
  BoolSettingOptions,
  ChoiceSettingOptions,
  ChoiceValue,
  CustomSettingOptions,
  GeneratedSettingOptions,
  LongTextSettingOptions,
  NumberSettingOptions,
  SecretSettingOptions,
  SettingChoice,
  TextSettingOptions,
  WithSchema,
} from "./setting_options.ts";

/** Options that have a default. */
export type WithDefault<Options extends { readonly default?: unknown }> = Options & {
  readonly default: NonNullable<Options["default"]>;
};

/**
 * Declares settings, one function for each kind that the System Console has.
 *
 * Each of them throws a `TypeError` for options that do not exist or are of the wrong kind, and for
 * a default that does not fit.
 *
 * @example
 * ```ts
 * import { definePlugin, setting } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   settings: {
 *     greeting: setting.text({ label: "Greeting", default: "Hello" }),
 *     limit: setting.number({ label: "Limit", default: 10, min: 1, max: 100 }),
 *     mood: setting.radio({ label: "Mood", options: ["cheerful", "grumpy"] }),
 *     token: setting.secret({ label: "Token", help: "From your account's page." }),
 *   },
 *   hooks: {
 *     // config.limit is a number, config.mood "cheerful", "grumpy" or null.
 *     executeCommand: (_args, { config }) => `${config.greeting}, at most ${config.limit} times!`,
 *   },
 * });
 * ```
 */
export interface SettingKinds {
  /** A line of text; `""` until it is set or has a default. */
  text(options: TextSettingOptions): Setting<string>;
  /** A line of text that a schema reads. Without a default, the schema must take `""`. */
  text<Output>(options: WithSchema<TextSettingOptions, Output>): Setting<Output>;
  /** A text of several lines; `""` until it is set or has a default. */
  longText(options: LongTextSettingOptions): Setting<string>;
  /** A text of several lines that a schema reads. Without a default, the schema must take `""`. */
  longText<Output>(options: WithSchema<LongTextSettingOptions, Output>): Setting<Output>;
  /**
   * A text that nobody may see: the System Console of newer servers hides it (Mattermost 9.9 does
   * not), and it is masked in logs where it has four characters or more. `""` until it is set.
   */
  secret(options: SecretSettingOptions): Setting<string>;
  /** A secret text that a schema reads. `""` until it is set, which the schema does not see. */
  secret<Output>(options: WithSchema<SecretSettingOptions, Output>): Setting<Output | "">;
  /** The name of a user, without the `@`; the System Console suggests names. */
  username(options: TextSettingOptions): Setting<string>;
  /** The name of a user that a schema reads. Without a default, the schema must take `""`. */
  username<Output>(options: WithSchema<TextSettingOptions, Output>): Setting<Output>;
  /** A number that has a default. */
  number(options: WithDefault<NumberSettingOptions>): Setting<number>;
  /** A number; null until it is set. */
  number(options: NumberSettingOptions): Setting<number | null>;
  /** A number that a schema reads and that has a default. */
  number<Output>(
    options: WithSchema<WithDefault<NumberSettingOptions>, Output>,
  ): Setting<Output>;
  /** A number that a schema reads; null until it is set, which the schema does not see. */
  number<Output>(options: WithSchema<NumberSettingOptions, Output>): Setting<Output | null>;
  /** Yes or no; false until it is set or has a default. */
  bool(options: BoolSettingOptions): Setting<boolean>;
  /**
   * One of several values, in a list that opens. The first until another is chosen or is the
   * default, since the System Console shows it as chosen.
   */
  dropdown<const Choices extends readonly SettingChoice[]>(
    options: ChoiceSettingOptions<Choices>,
  ): Setting<ChoiceValue<Choices[number]>>;
  /** One of several values that are shown side by side, with a default. */
  radio<const Choices extends readonly SettingChoice[]>(
    options: ChoiceSettingOptions<Choices> & {
      readonly default: NoInfer<ChoiceValue<Choices[number]>>;
    },
  ): Setting<ChoiceValue<Choices[number]>>;
  /** One of several values that are shown side by side; null until one is chosen. */
  radio<const Choices extends readonly SettingChoice[]>(
    options: ChoiceSettingOptions<Choices>,
  ): Setting<ChoiceValue<Choices[number]> | null>;
  /**
   * A long random text that the System Console makes when an administrator presses a button; `""`
   * until then. It is masked in logs.
   */
  generated(options: GeneratedSettingOptions): Setting<string>;
  /**
   * What a component of the plugin's web app draws and stores, any JSON; null until it is set or
   * has a default.
   */
  custom(options: CustomSettingOptions): Setting<JsonValue>;
  /** The same, read by a schema, with a default. */
  custom<Output>(
    options: WithSchema<WithDefault<CustomSettingOptions>, Output>,
  ): Setting<Output>;
  /** The same, read by a schema; null until it is set, which the schema does not see. */
  custom<Output>(options: WithSchema<CustomSettingOptions, Output>): Setting<Output | null>;
}

const textNames = ["placeholder", "default", "pattern", "validate"];

/** A setting for a text. */
function textKind(
  name: keyof SettingKinds,
  type: ManifestSettingType,
  more: { readonly names?: readonly string[]; readonly secret?: boolean } = {},
) {
  const names = more.names ?? textNames;
  const where = `setting.${name}()`;
  return (options: TextSettingOptions): Setting<unknown> => {
    if (name === "secret") refuseDefault(where, options);
    checkSettingOptions({ where, names }, options);
    const read = textReader(options.pattern);
    const entry = more.secret === true ? { secret: true } : {};
    return createSetting(
      { where, type, names, read, unset: "", secret: more.secret, entry },
      options,
    );
  };
}

function refuseDefault(where: string, options: unknown): void {
  if (typeof options !== "object" || options === null || !("default" in options)) return;
  throw new TypeError(`${where}: a secret has no default, since everybody can read the manifest`);
}

const numberNames = [...["min", "max", "fractions"], ...textNames.filter((it) => it !== "pattern")];

function number(options: NumberSettingOptions): Setting<unknown> {
  const kind = { where: "setting.number()", type: "number", names: numberNames } as const;
  checkSettingOptions(kind, options);
  const { min = -Infinity, max = Infinity } = options;
  if (min > max) {
    throw new TypeError(`${kind.where}: min is ${min}, which is more than max, ${max}`);
  }
  return createSetting({ ...kind, read: numberReader(options), unset: null }, options);
}

function bool(options: BoolSettingOptions): Setting<unknown> {
  const kind = { where: "setting.bool()", type: "bool", names: ["default"] } as const;
  checkSettingOptions(kind, options);
  return createSetting({ ...kind, read: readBool, unset: false, showsUnset: true }, options);
}

function choiceKind(type: "dropdown" | "radio") {
  const kind = { where: `setting.${type}()`, type, names: ["options", "default"] } as const;
  return (options: ChoiceSettingOptions<readonly SettingChoice[]>): Setting<unknown> => {
    checkSettingOptions(kind, options, ["options"]);
    const choices = options.options.map((choice) => manifestOption(kind.where, choice));
    const values = choices.map(({ value }) => value);
    const twice = values.find((value, index) => values.indexOf(value) < index);
    if (twice !== undefined) {
      throw new TypeError(`${kind.where}: options: ${shown(twice)} stands twice; remove one`);
    }
    return createSetting({
      ...kind,
      read: choiceReader(values),
      unset: type === "dropdown" ? values[0] ?? null : null,
      showsUnset: type === "dropdown",
      entry: { options: choices },
    }, options);
  };
}

function manifestOption(where: string, choice: unknown): ManifestOption {
  const { value, label } =
    (typeof choice === "string" ? { value: choice, label: choice } : choice ?? {}) as {
      readonly value?: unknown;
      readonly label?: unknown;
    };
  for (const text of [value, label]) {
    if (typeof text === "string" && text !== "") continue;
    throw new TypeError(
      `${where}: options: expected texts, or { value, label } with texts that are not empty, ` +
        `got ${shown(choice)}`,
    );
  }
  return { display_name: String(label), value: String(value) };
}

function generated(options: GeneratedSettingOptions): Setting<unknown> {
  const kind = {
    where: "setting.generated()",
    type: "generated",
    names: ["placeholder", "regenerateHelp", "secret"],
  } as const;
  checkSettingOptions(kind, options);
  const { regenerateHelp } = options;
  const entry = regenerateHelp ? { regenerate_help_text: regenerateHelp } : {};
  const read = textReader(undefined) satisfies ReadValue<string>;
  return createSetting({ ...kind, read, unset: "", secret: true, entry }, options);
}

function custom(options: CustomSettingOptions): Setting<unknown> {
  const names = ["placeholder", "default", "secret", "validate"];
  const kind = { where: "setting.custom()", type: "custom", names } as const;
  checkSettingOptions(kind, options);
  return createSetting({ ...kind, unset: null }, options);
}

/** Declares settings; {@link SettingKinds} says how. */
export const setting: SettingKinds = Object.freeze({
  text: textKind("text", "text"),
  longText: textKind("longText", "longtext", { names: [...textNames, "secret"] }),
  secret: textKind("secret", "text", {
    names: textNames.filter((name) => name !== "default"),
    secret: true,
  }),
  username: textKind("username", "username"),
  number,
  bool,
  dropdown: choiceKind("dropdown"),
  radio: choiceKind("radio"),
  generated,
  custom,
  // The types say more than one function for all overloads can.
}) as unknown as SettingKinds;
