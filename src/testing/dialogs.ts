/**
 * Dialogs, as a test uses them.
 *
 * @module
 */
import { fromJson, type JsonObject, type JsonValue } from "@bufbuild/protobuf";
import { type Channel, type Dialog, DialogSchema } from "../contract/mod.ts";
import type { DialogAnswer, DialogOption, DialogSubmission } from "../embedded/dialogs.ts";
import type { EmbeddedEvent } from "../embedded/events.ts";
import type { ActOptions, ClientParts } from "./client.ts";
import { clientMistakes, filledIn } from "./dialog_values.ts";
import { type Person, personOf } from "./person.ts";

/** A dialog as a client has it. */
export interface OpenedDialog extends Dialog {
  /** Where it leads. */
  readonly url: string;
  /** Whose it is. */
  readonly userId: string;
}

/** What came of a dialog that was sent off. */
export interface SubmitResult extends DialogAnswer {
  /** The dialog that follows, where the answer has one. */
  readonly next: OpenedDialog | null;
}

/** How a dialog is sent off. */
export interface SubmitOptions extends ActOptions {
  /**
   * Sends what a client would not send: without the checks that clients make. Default: what is
   * missing or too long is an error here, as nobody could send it.
   */
  readonly unchecked?: boolean | undefined;
}

/** What people do with dialogs. */
export interface DialogsClient {
  /**
   * The dialog that was opened last for somebody.
   *
   * @throws {TypeError} when none was
   */
  dialog(person?: Person): OpenedDialog;
  /**
   * Fills a dialog in and sends it off. What is left out has its default.
   *
   * @param values by the elements' names; texts, and true or false for check boxes
   * @throws {TypeError} for values that a client could not send
   * @throws {PluginAPIError} when the server refuses it
   */
  submit(dialog: OpenedDialog, values?: JsonObject, options?: SubmitOptions): Promise<SubmitResult>;
  /** Closes a dialog; its plugin hears of it if it wants to. */
  cancel(dialog: OpenedDialog, options?: ActOptions): Promise<void>;
  /**
   * Types into a menu with a dynamic source, and gives what it offers.
   *
   * @param element the menu's name
   * @param query what is typed
   */
  lookup(
    dialog: OpenedDialog,
    element: string,
    query: string,
    options?: ActOptions & { readonly values?: JsonObject | undefined },
  ): Promise<readonly DialogOption[]>;
}

/** The dialog that was opened last for somebody, in these events. */
export function lastDialog(
  events: readonly EmbeddedEvent[],
  userId: string,
): OpenedDialog | undefined {
  const event = events.findLast((each) => each.type === "open_dialog" && each.userId === userId);
  if (event?.type !== "open_dialog" || !event.request.dialog) return undefined;
  return { ...event.request.dialog, url: event.request.url, userId };
}

/** Makes the clients' side of dialogs. */
export function dialogsClient(parts: ClientParts): DialogsClient {
  const { mattermost, seeded, events, settled } = parts;
  const sender = (as: Person | undefined, dialog: OpenedDialog): string =>
    as === undefined ? dialog.userId : personOf(as, seeded.users).id;
  const submission = (
    dialog: OpenedDialog,
    { as, channel }: { as?: Person | undefined; channel?: Channel | undefined },
    values: JsonObject | null,
  ): DialogSubmission => ({
    userId: sender(as, dialog),
    url: dialog.url,
    callbackId: dialog.callbackId,
    state: dialog.state,
    channelId: (channel ?? seeded.channel).id,
    teamId: channel?.teamId || seeded.team.id,
    submission: values,
  });
  return {
    dialog(person = "ada") {
      const user = personOf(person, seeded.users);
      const dialog = lastDialog(events, user.id);
      if (dialog) return dialog;
      throw new TypeError(`No dialog was opened for ${user.username}.`);
    },
    async submit(dialog, values = {}, options = {}) {
      const filled = filledIn(dialog, values);
      const mistakes = options.unchecked ? [] : clientMistakes(dialog, filled);
      if (mistakes.length > 0) {
        throw new TypeError(
          `A client does not send the dialog "${dialog.title}" like this: ${
            mistakes.join("; ")
          }. ` +
            "Use { unchecked: true } to send it all the same.",
        );
      }
      const answer = await mattermost.submitDialog(submission(dialog, options, filled));
      await settled();
      const { url, userId } = dialog;
      const next = answer.type === "form" && answer.form
        ? { ...readDialog(answer.form), url, userId }
        : null;
      return { ...answer, next };
    },
    async cancel(dialog, options = {}) {
      if (!dialog.notifyOnCancel) return;
      await mattermost.submitDialog({ ...submission(dialog, options, null), cancelled: true });
      await settled();
    },
    async lookup(dialog, element, query, { values = {}, ...options } = {}) {
      const found = dialog.elements.find(({ name }) => name === element);
      if (found?.dataSource !== "dynamic") {
        throw new TypeError(`The dialog "${dialog.title}" has no dynamic menu "${element}".`);
      }
      const typed = { ...filledIn(dialog, values), query, selected_field: element };
      return await mattermost.lookupDialog({
        ...submission(dialog, options, typed),
        url: found.dataSourceUrl,
      });
    },
  };
}

function readDialog(form: JsonObject): Dialog {
  return fromJson(DialogSchema, form as JsonValue, { ignoreUnknownFields: true });
}
