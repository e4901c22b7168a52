/**
 * Buttons and menus of posts, as a test uses them.
 *
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";
import type { Channel, Post, User } from "../contract/mod.ts";
import { actionsOf, type Attached } from "../embedded/attachments.ts";
import type { ActOptions, ClientParts } from "./client.ts";
import { lastDialog, type OpenedDialog } from "./dialogs.ts";
import { personOf } from "./person.ts";
import { ephemeralPosts } from "./what_was_seen.ts";

/** What came of a click. */
export interface ClickResult {
  /** The post as it is now; null where it is gone. */
  readonly post: Post | null;
  /** What the person alone has seen meanwhile. */
  readonly ephemeral: readonly Post[];
  /** The dialog that was opened for them; null where none was. */
  readonly dialog: OpenedDialog | null;
}

/** What is chosen from a menu: an option's text or value; for menus of people or channels, one. */
export type Choice = string | Pick<User, "id" | "username"> | Pick<Channel, "id" | "name">;

/** What people do with buttons and menus. */
export interface ActionsClient {
  /**
   * Clicks a button.
   *
   * @param post the post; it may be one that this person alone sees
   * @param label the text on the button
   * @throws {TypeError} when the post has no such button, or several
   * @throws {PluginAPIError} when the server refuses it, or the plugin's answer is none
   */
  click(post: Post, label: string, options?: Pick<ActOptions, "as">): Promise<ClickResult>;
  /**
   * Chooses from a menu.
   *
   * @param label the menu's text
   * @throws {TypeError} when the post has no such menu, or the menu no such option
   * @throws {PluginAPIError} when the server refuses it, or the plugin's answer is none
   */
  select(
    post: Post,
    label: string,
    choice: Choice,
    options?: Pick<ActOptions, "as">,
  ): Promise<ClickResult>;
}

/** Makes the clients' side of buttons and menus. */
export function actionsClient(parts: ClientParts): ActionsClient {
  const { mattermost, seeded, events, settled } = parts;
  const act = async (
    given: Post,
    actionOf: (post: Post) => { readonly action: Attached; readonly selectedOption?: string },
    as: ActOptions["as"],
  ): Promise<ClickResult> => {
    const { id: userId } = personOf(as ?? "ada", seeded.users);
    const seen = ephemeralPosts(events, userId).find(({ id }) => id === given.id);
    const stored = () => mattermost.posts(given.channelId).find(({ id }) => id === given.id);
    const { action, selectedOption } = actionOf(stored() ?? seen ?? given);
    const first = events.length;
    await mattermost.doPostAction({
      userId,
      postId: given.id,
      actionId: String(action.id ?? ""),
      ...selectedOption !== undefined && { selectedOption },
      ...typeof action.cookie === "string" && { cookie: action.cookie },
    });
    await settled();
    const since = events.slice(first);
    return {
      post: stored() ?? ephemeralPosts(events, userId).find(({ id }) => id === given.id) ?? null,
      ephemeral: ephemeralPosts(since, userId),
      dialog: lastDialog(since, userId) ?? null,
    };
  };
  return {
    click: (post, label, { as } = {}) =>
      act(post, (now) => ({ action: findAction(now, label, "button") }), as),
    select: (post, label, choice, { as } = {}) =>
      act(post, (now) => {
        const action = findAction(now, label, "select");
        return { action, selectedOption: optionOf(action, label, choice) };
      }, as),
  };
}

function findAction(post: Post, label: string, kind: "button" | "select"): Attached {
  const what = kind === "button" ? "button" : "menu";
  // An action without a type is a button.
  const all = actionsOf(post).filter(({ type }) => (type || "button") === kind);
  const [found, ...more] = all.filter(({ name }) => name === label);
  if (found && more.length === 0) return found;
  const names = all.map(({ name }) => String(name));
  if (found) {
    throw new TypeError(`The post has ${more.length + 1} ${what}s "${label}"; which one is meant?`);
  }
  const nearest = nearestName(label, names);
  throw new TypeError(
    `The post has no ${what} "${label}"` +
      (names.length === 0
        ? `; it has none at all`
        : nearest === undefined
        ? `; it has ${names.map((name) => `"${name}"`).join(", ")}`
        : `; did you mean "${nearest}"?`),
  );
}

function optionOf(action: Attached, label: string, choice: Choice): string {
  if (action.data_source) return typeof choice === "string" ? choice : choice.id;
  const options = (Array.isArray(action["options"]) ? action["options"] : []) as {
    readonly text?: string;
    readonly value?: string;
  }[];
  const found = options.find(({ text, value }) => choice === text || choice === value);
  if (found) return found.value ?? "";
  throw new TypeError(
    `The menu "${label}" has no option ${JSON.stringify(choice)}; ` +
      `it has ${options.map(({ text }) => `"${text}"`).join(", ") || "none"}`,
  );
}
