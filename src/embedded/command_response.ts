import { create, type JsonObject, toJson } from "@bufbuild/protobuf";
import {
  type CommandArgs,
  type CommandResponse,
  type MessageAttachment,
  MessageAttachmentSchema,
  PostSchema,
} from "../contract/mod.ts";
import { denied, internal, invalid } from "./app_error.ts";
import { sendEphemeralPost } from "./ephemeral_posts.ts";
import { createPost } from "./posts.ts";
import type { Server } from "./server.ts";
import { announcements, markdownLinks, namedUsers } from "./slack_text.ts";

/**
 * Posts what a command answered: to its caller alone, or as their message into the channel. The
 * response's own text is changed as Mattermost changes it, because clients get it back.
 *
 * @throws {PluginAPIError} When one of the posts could not be made.
 */
export async function answerCommand(
  server: Server,
  args: CommandArgs,
  response: CommandResponse,
): Promise<void> {
  const failures: unknown[] = [];
  for (const each of [response, ...response.extraResponses]) {
    try {
      await post(server, args, each);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 0) return;
  throw internal(
    "command",
    "api.command.execute_command.create_post_failed.app_error",
    `Could not post what the command answered: ${
      failures.map((error) => error instanceof Error ? error.message : String(error)).join("; ")
    }`,
    { cause: failures[0], params: { Trigger: args.command.split(" ")[0]?.slice(1) } },
  );
}

async function post(
  server: Server,
  args: CommandArgs,
  response: CommandResponse,
): Promise<void> {
  if (
    response.channelId !== "" &&
    !server.tables.channelMembers.get(response.channelId, args.userId)
  ) {
    throw denied(
      "HandleCommandResponsePost",
      "api.command.command_post.forbidden.app_error",
      `The caller of the command is not in the channel "${response.channelId}".`,
    );
  }
  if (response.type.startsWith("system_")) {
    throw invalid(
      "CreateCommandPost",
      "api.context.invalid_param.app_error",
      `A command cannot post a message of the system; its type is "${response.type}".`,
      { params: { Name: "post.type" } },
    );
  }
  const slack = (text: string) => response.skipSlackParsing ? text : markdownLinks(text);
  if (!response.skipSlackParsing) {
    response.text = namedUsers(server, announcements(response.text));
  }
  const attachments = response.messageAttachments.map((each) => attachment(each, slack));
  const draft = create(PostSchema, {
    userId: args.userId,
    channelId: response.channelId || args.channelId,
    rootId: args.rootId,
    type: response.type || (attachments.length > 0 ? "slack_attachment" : ""),
    message: slack(response.text),
    createAt: BigInt(server.now()),
    props: { ...response.props, ...attachments.length > 0 && { attachments } },
  });
  if (response.responseType === "in_channel") await createPost(server, draft);
  else if (response.responseType === "" || response.responseType === "ephemeral") {
    if (response.text !== "" || attachments.length > 0) {
      sendEphemeralPost(server, args.userId, draft);
    }
  }
  // A response of any other type posts nothing and is no error, as on a real server.
}

function attachment(given: MessageAttachment, slack: (text: string) => string): JsonObject {
  given.text = slack(given.text);
  given.pretext = slack(given.pretext);
  for (const field of given.fields) {
    if (field.value?.kind.case === "stringValue") {
      field.value.kind.value = slack(field.value.kind.value);
    }
  }
  return toJson(MessageAttachmentSchema, given, { useProtoFieldName: true }) as JsonObject;
}
