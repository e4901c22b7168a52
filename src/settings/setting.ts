/**
 * What a plugin's settings are declared as, and the types that follow from it.
 *
 * @module
 */
import type { PluginConfig } from "../plugin/hook_context.ts";

/** A declared setting: what an administrator can set, and what authors see of it. */
export interface Setting<Value> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Setting";
  /** What the setting is until an administrator sets it. */
  readonly default: Value;
}

/** Settings by the names under which authors see them in `config`. */
export type SettingDeclarations = Readonly<Record<string, Setting<unknown>>>;

/** The type of `config` that follows from a declaration; JSON by name where there is none. */
export type ConfigOf<Settings extends SettingDeclarations> = [keyof Settings] extends [never]
  ? PluginConfig
  : {
    readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never;
  };
