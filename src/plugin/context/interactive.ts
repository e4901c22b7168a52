/**
 * Buttons, menus and dialogs, as a context has them. What they do is declared with `defineAction`
 * and `defineDialog`.
 *
 * @module
 */
import type { JsonObject } from "@bufbuild/protobuf";

/** A declared action, as what names it: the item is what its buttons carry. */
export interface ActionReference<Item> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Action";
  /** Its name, unique in the plugin. */
  readonly name: string;
  /** Never there: it carries the type of what buttons of this action hold. */
  readonly item?: (item: Item) => void;
}

/** A declared dialog, as what names it. */
export interface DialogReference<State> {
  /** Says what this object is. */
  readonly kind: "mattermost-deno.Dialog";
  /** Its name, unique in the plugin. */
  readonly name: string;
  /** Never there: it carries the type of what travels with the dialog. */
  readonly state?: (state: State) => void;
}

/** How a button is shown. */
export interface ButtonOptions<Item> {
  /** The text on it. */
  readonly label: string;
  /** What the action is given when it is clicked; JSON, signed, and never shown to clients. */
  readonly context: Item;
}

/**
 * Makes a button for a post, as `props.attachments[].actions` of a post takes it.
 *
 * @param action what it does, as `defineAction` made it
 */
export type MakeButton = <Item>(
  action: ActionReference<Item>,
  options: ButtonOptions<NoInfer<Item>>,
) => JsonObject;
