/**
 * Dialogs that follow each other, also on servers that know only single ones.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { DialogReference, OpenDialogOptions } from "../plugin/context/interactive.ts";
import { type ActionContext, createAction } from "./action.ts";
import type { NextStep } from "./dialog.ts";
import { botIdOf } from "./bot_id.ts";
import { jsonCopy } from "./json_copy.ts";
import { type InteractiveFacts, makeButtonIn } from "./make_interactive.ts";
import { checkedDialog, type DialogFacts, dialogMessage } from "./open_dialog.ts";
import type { AnyAction } from "./serve_actions.ts";
import type { NextSteps } from "./serve_dialogs.ts";

/** The name of the action that opens a next step; authors' names begin with a letter. */
export const continueName = "_continue";

/** The first version whose clients show the form in the answer to a submission. */
const since = [11, 1] as const;

/** Both ways to a next step. */
export interface NextStepFeature {
  readonly steps: NextSteps;
  /** What the button of the second way does. */
  readonly action: AnyAction;
}

/** Makes both ways. */
export function nextSteps(facts: InteractiveFacts & DialogFacts): NextStepFeature {
  let known: Promise<boolean> | undefined;
  const action = createAction(continueName, openStep, { membersOnly: false });

  async function openStep(
    item: { dialog: string; state?: JsonValue; options: JsonValue },
    { openDialog, api, userId, postId, log }: ActionContext,
  ): Promise<void> {
    const dialog = facts.dialogs.get(item.dialog) as DialogReference<unknown> | undefined;
    if (dialog === undefined) throw new TypeError(`there is no dialog "${item.dialog}" any more`);
    await openDialog(dialog, item.state, item.options as OpenDialogOptions<object>);
    // The message has done its work; that it stays would be no harm.
    await api.deleteEphemeralPost({ userId, postId }).catch((error) =>
      log.debug("the message that led to a dialog could not be removed", { error })
    );
  }

  return {
    action: action as unknown as AnyAction,
    steps: {
      async shown({ api, log }) {
        known ??= api.getServerVersion().then(atLeast, (error) => {
          log.debug("the server's version is not known", { error });
          return false;
        });
        return await known;
      },
      async offer({ dialog, state, options }: NextStep, context) {
        const { api, userId, channelId, rootId } = context;
        const where = checkedDialog(facts, dialog, "nextStep");
        // What cannot be opened fails here, and not after a click.
        const { title, introductionText } = await dialogMessage(
          facts,
          context,
          context,
          dialog.name,
          state,
          options,
          where,
        );
        const button = makeButtonIn(facts, context)(action, {
          label: "Continue",
          style: "primary",
          ephemeral: true,
          context: {
            dialog: dialog.name,
            ...(state === undefined ? {} : { state: jsonCopy(state, `${where}: state`) }),
            options: jsonCopy(options, `${where}: options`),
          },
        });
        await api.sendEphemeralPost({
          userId,
          post: {
            channelId,
            rootId,
            userId: botIdOf(context) ?? userId,
            props: { attachments: [{ title, text: introductionText, actions: [button] }] },
          },
        });
      },
    },
  };
}

function atLeast(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > since[0] || (major === since[0] && minor >= since[1]);
}
