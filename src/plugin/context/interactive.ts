/**
 * Buttons, menus and dialogs, as a context has them. What they do is declared with `defineAction`
 * and `defineDialog`.
 *
 * @module
 */
import type { JsonObject } from "@bufbuild/protobuf";
import type { Awaitable } from "../hook_types.ts";
import type { Text } from "./translate.ts";

/** A declared action, as what names it: the item is what its buttons and menus carry. */
export interface ActionReference<Item> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Action";
  /** Its name, unique in the plugin. */
  readonly name: string;
  /** Never there: it carries the type of what buttons of this action hold. */
  readonly item?: (item: Item) => void;
}

/** A declared dialog, as what names it. */
export interface DialogReference<State, Values extends object = Record<never, never>> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Dialog";
  /** Its name, unique in the plugin. */
  readonly name: string;
  /** Never there: it carries the type of what travels with the dialog. */
  readonly state?: (state: State) => void;
  /** Never there: it carries the types of the elements' values. */
  readonly values?: (values: Values) => void;
}

/** What an action's buttons must carry: its item, unless the action takes none. */
export type Carried<Item> = undefined extends Item ? {
    /** What the action is given when it is clicked; JSON, signed, and never shown to clients. */
    readonly context?: Item;
  }
  : {
    /** What the action is given when it is clicked; JSON, signed, and never shown to clients. */
    readonly context: Item;
  };

/**
 * What buttons and menus have in common: how they look, and which clicks are accepted.
 *
 * @typeParam Words what its texts are: plain ones, or any {@link Text}
 */
export interface InteractionOptions<Words = string> {
  /** What is shown: the text on a button, the text of a menu before something is selected. */
  readonly label: Words;
  /** What is shown while the pointer rests on it. */
  readonly tooltip?: Words | undefined;
  /** Whether it is shown grey. Clicks are refused on our side as well. Default: false. */
  readonly disabled?: boolean | undefined;
  /**
   * After how many milliseconds a click is refused. Default: never for posts, since a post that still
   * shows a button is one that people click; 24 hours for ephemeral ones.
   */
  readonly expiresInMs?: number | undefined;
  /**
   * The channel of the post, 26 characters: clicks in any other are refused. Default: the context's
   * `channelId` in commands, actions and dialogs; elsewhere any channel in which the post is.
   */
  readonly channelId?: string | undefined;
  /**
   * The one person who may click, 26 characters. Default: everybody in the channel; with `ephemeral`
   * the context's `userId`.
   */
  readonly userId?: string | undefined;
  /**
   * Set this for a post that only one person sees (`api.sendEphemeralPost`, a command's ephemeral
   * response). Such posts are in no database, so a click cannot be compared with the post: it is
   * bound to the person and the channel instead. Default: false.
   */
  readonly ephemeral?: boolean | undefined;
}

/**
 * How a button is shown, and which clicks are accepted.
 *
 * @typeParam Words what its texts are: plain ones, or any {@link Text}
 */
export interface ButtonOptions<Words = string> extends InteractionOptions<Words> {
  /**
   * Its colour: one of Mattermost's names, or a hexadecimal colour such as `#1e325c`. Default:
   * "default".
   */
  readonly style?:
    | "default"
    | "primary"
    | "success"
    | "good"
    | "warning"
    | "danger"
    | `#${string}`
    | undefined;
}

/**
 * One choice of a menu.
 *
 * @typeParam Words what its text is: a plain one, or any {@link Text}
 */
export interface MenuOption<Words = string> {
  /** What people see. */
  readonly text: Words;
  /** What the action gets. */
  readonly value: string;
}

/**
 * How a menu is shown, and which clicks are accepted.
 *
 * @typeParam Words what its texts are: plain ones, or any {@link Text}
 */
export interface MenuOptions<Words = string> extends InteractionOptions<Words> {
  /**
   * The choices: texts that stand for themselves, texts with values, all users, or all channels that
   * the person can see. What is selected is checked against them before the action runs.
   */
  readonly options: readonly (string | MenuOption<Words>)[] | "users" | "channels";
  /** The value that is selected at the beginning. Default: none. */
  readonly default?: string | undefined;
}

/** A button or a menu, in Mattermost's JSON. */
export type InteractiveElement = JsonObject;

/** A button, in Mattermost's JSON, which is also what typed attachments take. */
export type ButtonElement = {
  /** Unique in its post: letters and digits. */
  id: string;
  /** What it is. */
  type: "button";
  /** The text on it. */
  name: string;
  /** What is shown while the pointer rests on it. */
  tooltip?: string;
  /** Whether it is grey. */
  disabled?: boolean;
  /** Its colour. */
  style?: string;
  /** Where a click leads, and what it carries. Mattermost never shows this to clients. */
  integration: { url: string; context: { token: string } };
};

/** Makes buttons for posts. */
export interface MakeButton {
  /**
   * Makes a button for a post, as `props.attachments[].actions` of a post and the attachments of a
   * command's response take it.
   *
   * @param action what it does, as `defineAction` made it; it must be among the definition's `actions`
   * @throws {TypeError} for an action that is not declared, and for a context that is no JSON
   */
  <Item>(
    action: ActionReference<Item>,
    options: ButtonOptions & Carried<NoInfer<Item>>,
  ): ButtonElement;

  /**
   * The same with texts that `localized` names; wait for it. A button that only one person may click
   * is in that person's language. All others are in the server's, since everybody sees them.
   *
   * @param action as above
   * @throws {TypeError} as above
   */
  <Item>(
    action: ActionReference<Item>,
    options: ButtonOptions<Text> & Carried<NoInfer<Item>>,
  ): Awaitable<ButtonElement>;
}

/** Makes menus for posts. */
export interface MakeMenu {
  /**
   * Makes a menu for a post, as `props.attachments[].actions` of a post takes it. The action finds
   * what was selected in `context.selected`.
   *
   * @param action what it does, as `defineAction` made it; it must be among the definition's `actions`
   * @throws {TypeError} for an action that is not declared, for a context that is no JSON, for options
   * that are empty or not unique
   */
  <Item>(
    action: ActionReference<Item>,
    options: MenuOptions & Carried<NoInfer<Item>>,
  ): InteractiveElement;

  /**
   * The same with texts that `localized` names; wait for it. A menu that only one person may use is in
   * that person's language. All others are in the server's, since everybody sees them.
   *
   * @param action as above
   * @throws {TypeError} as above
   */
  <Item>(
    action: ActionReference<Item>,
    options: MenuOptions<Text> & Carried<NoInfer<Item>>,
  ): Awaitable<InteractiveElement>;
}

/** How a dialog is opened. */
export interface OpenDialogOptions<Values extends object> {
  /** What stands in the elements at the beginning, instead of their own defaults. */
  readonly values?: Readonly<Partial<Values>> | undefined;
  /** The text above the elements, in Markdown, instead of the dialog's own. */
  readonly introduction?: Text | undefined;
}

/** What is to be given beside the dialog: its state, unless it has none. */
export type OpenDialogArguments<State, Values extends object> = undefined extends State
  ? [state?: State, options?: OpenDialogOptions<Values>]
  : [state: State, options?: OpenDialogOptions<Values>];

/**
 * Opens a dialog for the person whose command or click is being answered.
 *
 * Mattermost takes it within 30 seconds after the command or click (an administrator can change
 * that: "Integration request timeout").
 *
 * @param dialog the dialog, as `defineDialog` made it; it must be among the definition's `dialogs`
 * @param state what travels with it and is given to its `submit`; JSON, signed, but readable for the
 * person who fills it in
 * @throws {TypeError} for a dialog that is not declared, and for a state that is no JSON
 * @throws {PluginAPIError} when Mattermost refuses, for instance because it took too long
 */
export type OpenDialog = <State, Values extends object>(
  dialog: DialogReference<State, Values>,
  ...more: OpenDialogArguments<NoInfer<State>, NoInfer<Values>>
) => Promise<void>;

/** For whom a dialog opens, and where. */
export interface DialogPlace {
  /**
   * What Mattermost gave with the command or the click, and takes for 30 seconds. It says for whom
   * the dialog opens.
   */
  readonly triggerId: string;
  /** The person who gets it, 26 characters: nobody else can submit it. */
  readonly userId: string;
  /** The channel that the dialog's `submit` is told, 26 characters. */
  readonly channelId: string;
  /** The team that it is told; empty where there is none. */
  readonly teamId: string;
  /** The thread that it is told; empty outside of threads. */
  readonly rootId: string;
}

/** Gives what opens dialogs for a person at a place. */
export type OpenDialogFor = (place: DialogPlace) => OpenDialog;
