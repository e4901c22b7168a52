/** A button that opens a dialog, and the dialog's answer. @module */
import type { HTTPContext } from "@mattermost-deno/plugin";

/** What the server sends when somebody presses the button. */
interface ActionRequest {
  readonly trigger_id: string;
  readonly post_id: string;
  readonly context: { readonly where: string };
}

/** Opens the dialog and changes the post that the button is in. */
export async function askForColour(
  request: ActionRequest,
  { api }: HTTPContext,
): Promise<Response> {
  await api.openInteractiveDialog({
    dialog: {
      triggerId: request.trigger_id,
      url: "/plugins/com.example.exerciser/dialog",
      dialog: {
        callbackId: "colours",
        title: "A colour",
        submitLabel: "Take it",
        state: request.post_id,
        elements: [{
          displayName: "Colour",
          name: "colour",
          type: "text",
          optional: true,
          maxLength: 20,
        }],
      },
    },
  });
  return Response.json({
    update: { message: `asked in ${request.context.where}` },
    ephemeral_text: "choose",
  });
}

/** What the server sends when somebody submits the dialog. */
interface DialogSubmission {
  readonly user_id: string;
  readonly channel_id: string;
  readonly state: string;
  readonly submission: { readonly colour?: string };
}

/** Refuses an empty answer; posts any other. */
export async function takeColour(
  { user_id, channel_id, state, submission: { colour = "" } }: DialogSubmission,
  { api }: HTTPContext,
): Promise<Response> {
  if (colour === "") return Response.json({ errors: { colour: "name one" } });
  await api.createPost({
    post: {
      userId: user_id,
      channelId: channel_id,
      rootId: state,
      message: `chose ${colour}`,
      props: { chosen: { colour, letters: colour.length } },
    },
  });
  return Response.json({});
}
