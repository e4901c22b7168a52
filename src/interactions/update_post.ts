/**
 * How the post with a button is changed by its click.
 *
 * @module
 */
import type { JsonObject } from "@bufbuild/protobuf";
import { botIdOf } from "./bot_id.ts";
import type { ActionContext } from "./action.ts";

/** What is to become of a post; undefined keeps what there is. */
export interface PostChanges {
  readonly message: string | undefined;
  readonly props: JsonObject | undefined;
}

/** Above this, Mattermost would get an answer in pieces, and see only the last. */
const maxAnswerBytes = 128 * 1024;

/**
 * The answer with which Mattermost changes the post; a change that is too long for an answer is made
 * here. Mattermost takes text and files of an update as they are, also where there are none.
 */
export async function updateOrDo(
  { message, props }: PostChanges,
  { api, post }: ActionContext,
  said: object,
): Promise<object> {
  if (post === null) return said;
  const answer = {
    update: {
      message: message ?? post.message,
      file_ids: post.fileIds,
      ...(props === undefined ? {} : { props }),
    },
    ...said,
  };
  if (new TextEncoder().encode(JSON.stringify(answer)).length <= maxAnswerBytes) return answer;
  await api.updatePost({
    post: {
      id: post.id,
      message: message ?? post.message,
      fileIds: post.fileIds,
      isPinned: post.isPinned,
      ...(props ?? post.props) === undefined ? {} : { props: props ?? post.props ?? {} },
    },
  });
  return said;
}

/**
 * Changes a post that only one person sees. Mattermost does not keep such posts, so what is not
 * given is empty.
 */
export async function updateEphemeral(
  { message, props }: PostChanges,
  context: ActionContext,
): Promise<void> {
  const { api, userId, channelId, postId } = context;
  await api.updateEphemeralPost({
    userId,
    post: {
      id: postId,
      channelId,
      userId: botIdOf(context) ?? userId,
      message: message ?? "",
      props: props ?? {},
    },
  });
}
