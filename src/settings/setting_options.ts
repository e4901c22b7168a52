/**
 * What settings are declared with.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { StandardSchema } from "../plugin/context/store_codec.ts";

/** What every kind of setting has. */
export interface SettingOptions {
  /** The name that administrators see. */
  readonly label: string;
  /** What is said below the setting, in Markdown. */
  readonly help?: string | undefined;
  /** Where the System Console shows it: in Mattermost's cloud or elsewhere. Default: everywhere. */
  readonly hosting?: "cloud" | "on-prem" | undefined;
  /**
   * The setting's name in the server's configuration, such as one that an older version of the
   * plugin used. Default: its name in the declaration.
   */
  readonly key?: string | undefined;
}

/** Says why a value does not fit, such as `must be a URL`; undefined where it fits. */
export type SettingCheck<Value> = (value: Value) => string | undefined;

/** What a setting has that is typed in. */
export interface TypedSettingOptions extends SettingOptions {
  /** What an empty field shows. */
  readonly placeholder?: string | undefined;
}

/** What a setting for a text has. */
export interface TextSettingOptions extends TypedSettingOptions {
  /** The text until an administrator sets one. Default: none, `""`. */
  readonly default?: string | undefined;
  /** What a text must match; write `^` and `$` where all of it must. */
  readonly pattern?: RegExp | undefined;
  /** Says why a text does not fit. */
  readonly validate?: SettingCheck<string> | undefined;
}

/** What a setting for a text of several lines has. */
export interface LongTextSettingOptions extends TextSettingOptions {
  /** Whether it is masked in logs, and hidden in the System Console. Default: no. */
  readonly secret?: boolean | undefined;
}

/** What a setting for a secret text has. It has no default: the manifest is public. */
export type SecretSettingOptions = Omit<TextSettingOptions, "default">;

/** What a setting for a number has. */
export interface NumberSettingOptions extends TypedSettingOptions {
  /** The number until an administrator sets one. Default: none, `null`. */
  readonly default?: number | undefined;
  /** The least number. */
  readonly min?: number | undefined;
  /** The greatest number. */
  readonly max?: number | undefined;
  /**
   * Whether fractions fit. The System Console takes whole numbers only, so that fractions come from
   * defaults and from whoever edits the server's configuration. Default: no.
   */
  readonly fractions?: boolean | undefined;
  /** Says why a number does not fit. */
  readonly validate?: SettingCheck<number> | undefined;
}

/** What a setting for yes or no has. */
export interface BoolSettingOptions extends SettingOptions {
  /** What it is until an administrator sets it. Default: false. */
  readonly default?: boolean | undefined;
}

/** One choice: its value, or its value and the text that administrators see. */
export type SettingChoice = string | { readonly value: string; readonly label: string };

/** The value that a choice stands for. */
export type ChoiceValue<Choice extends SettingChoice> = Choice extends string ? Choice
  : Choice extends { readonly value: infer Value extends string } ? Value
  : never;

/** What a setting with choices has. */
export interface ChoiceSettingOptions<Choices extends readonly SettingChoice[]>
  extends SettingOptions {
  /** What can be chosen, in this order. */
  readonly options: Choices;
  /** The value until an administrator chooses. */
  readonly default?: NoInfer<ChoiceValue<Choices[number]>> | undefined;
}

/** What a setting has whose value the server makes: a long random text. */
export interface GeneratedSettingOptions extends TypedSettingOptions {
  /** What is said beside the button that makes a new one, in Markdown. */
  readonly regenerateHelp?: string | undefined;
  /** Whether the System Console hides it. Default: no. In logs it is masked in any case. */
  readonly secret?: boolean | undefined;
}

/** What a setting has that a component of the plugin's web app draws. */
export interface CustomSettingOptions extends TypedSettingOptions {
  /** The value until an administrator sets one. Default: none, `null`. */
  readonly default?: JsonValue | undefined;
  /** Whether its texts are masked in logs, and hidden in the System Console. Default: no. */
  readonly secret?: boolean | undefined;
  /** Says why a value does not fit. */
  readonly validate?: SettingCheck<JsonValue> | undefined;
}

/** The same options, with a validator in the place of the check: what it makes is what authors see. */
export type WithSchema<Options, Output> = Omit<Options, "validate"> & {
  /** A validator of any library that follows the Standard Schema, without promises. */
  readonly validate: StandardSchema<unknown, Output>;
};
