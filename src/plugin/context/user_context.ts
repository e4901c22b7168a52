/**
 * What a command, a button or a dialog knows beside its input.
 *
 * @module
 */
import type { HookContext, PluginConfig } from "../hook_context.ts";
import type { OpenDialog } from "./interactive.ts";

/** The context of what a person does in a channel: a command, a click, a submitted dialog. */
export interface UserContext<Config extends object = PluginConfig> extends HookContext<Config> {
  /** Who does it, 26 characters; Mattermost has checked it. */
  readonly userId: string;
  /** The channel in which it is done, 26 characters. */
  readonly channelId: string;
  /** The team in which it is done; empty where there is none, as in some direct messages. */
  readonly teamId: string;
  /** The post that begins the thread in which it is done; empty outside of threads. */
  readonly rootId: string;
  /**
   * Opens a dialog for this person: `openDialog(dialog, state?, { values, introduction }?)`.
   *
   * @throws {TypeError} where there is no click or command to open it for, as in a dialog's `submit`:
   * return `nextStep(…)` there
   */
  readonly openDialog: OpenDialog;
}
