import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { DescMessage, Message } from "@bufbuild/protobuf";
import {
  allow,
  definePlugin,
  dismiss,
  type HookContext,
  PluginAPIError,
  reject,
  replace,
} from "@mattermost-deno/plugin";
import { hookMethods } from "../../../gen/hook_methods.ts";
import type { MethodInfo } from "../../../gen/method_info.ts";
import type { AppError } from "../../../gen/mattermost/pluginapi/v1/common_pb.ts";
import { callMethod } from "./call_method.ts";
import { echo } from "./echo.ts";
import { sideChannel } from "./side_channel.ts";

type Fields = Record<string, unknown>;
type HookName = keyof typeof hookMethods;

const lifecycle: string[] = [];
const text = new TextDecoder();
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Says what the author's code saw, as the request message that it must have come from. */
async function saw(info: MethodInfo, payload: Fields, context: HookContext): Promise<void> {
  const fields: Fields = { ...payload };
  if ("pluginContext" in info.method.input.field) {
    fields["pluginContext"] = {
      sessionId: context.sessionId ?? "",
      requestId: context.requestId ?? "",
      ipAddress: context.ipAddress ?? "",
      acceptLanguage: context.acceptLanguage ?? "",
      userAgent: context.userAgent ?? "",
      connectionId: context.connectionId ?? "",
    };
  }
  const message = create(info.method.input, fields);
  await sideChannel(context.api).say("saw", toBinary(info.method.input as DescMessage, message));
}

interface Plan {
  readonly kind: "allow" | "replace" | "reject" | "dismiss" | "value" | "error" | "none";
  readonly reason?: string;
}

/** Reports the payload and answers as the Go program planned it. */
async function probe<Outcome>(
  hook: HookName,
  payload: Fields,
  context: HookContext,
  value: (answer: Fields) => unknown = () => undefined,
): Promise<Outcome> {
  const info: MethodInfo = hookMethods[hook];
  const channel = sideChannel(context.api);
  await saw(info, payload, context);
  const plan: Plan = JSON.parse(text.decode(await channel.read("plan")));
  const answer = fromBinary(info.method.output, await channel.read("answer")) as Message & Fields;
  if (plan.kind === "error") {
    throw new PluginAPIError({ ...answer["error"] as AppError });
  }
  const outcomes: Record<string, () => unknown> = {
    allow,
    dismiss,
    reject: () => reject(plan.reason ?? ""),
    replace: () => replace(value(answer) as Fields),
    value: () => value(answer),
    none: () => undefined,
  };
  return outcomes[plan.kind]?.() as Outcome;
}

const parsed = (holder: unknown, field: string) =>
  JSON.parse(text.decode((holder as Record<string, Uint8Array>)[field]));

export default definePlugin({
  async onConfigurationChange({ config }) {
    lifecycle.push("onConfigurationChange");
    if (config["setting"] !== "from the host") throw new Error("the configuration did not arrive");
    await Promise.resolve();
  },
  async onActivate({ api }) {
    lifecycle.push("onActivate");
    await sideChannel(api).say("lifecycle", JSON.stringify(lifecycle));
  },
  async onDeactivate({ api }) {
    lifecycle.push("onDeactivate");
    await sideChannel(api).say("lifecycle", JSON.stringify(lifecycle));
  },
  hooks: {
    messageWillBePosted: (post, c) =>
      probe("messageWillBePosted", { post }, c, (answer) => answer["modifiedPost"]),
    messageWillBeUpdated: (newPost, oldPost, c) =>
      probe("messageWillBeUpdated", { newPost, oldPost }, c, (answer) => answer["modifiedPost"]),
    messageHasBeenPosted: (post, c) => probe("messageHasBeenPosted", { post }, c),
    messageHasBeenUpdated: (newPost, oldPost, c) =>
      probe("messageHasBeenUpdated", { newPost, oldPost }, c),
    messagesWillBeConsumed: (posts, c) =>
      probe("messagesWillBeConsumed", { posts }, c, (answer) => answer["posts"]),
    messageHasBeenDeleted: (post, c) => probe("messageHasBeenDeleted", { post }, c),
    reactionHasBeenAdded: (reaction, c) => probe("reactionHasBeenAdded", { reaction }, c),
    reactionHasBeenRemoved: (reaction, c) => probe("reactionHasBeenRemoved", { reaction }, c),
    scheduledPostWillBeCreated: (scheduledPost, c) =>
      probe("scheduledPostWillBeCreated", { scheduledPost }, c, (a) => a["modifiedScheduledPost"]),
    draftWillBeUpserted: (draft, c) =>
      probe("draftWillBeUpserted", { draft }, c, (answer) => answer["modifiedDraft"]),

    userHasBeenCreated: (user, c) => probe("userHasBeenCreated", { user }, c),
    userWillLogIn: (user, c) => probe("userWillLogIn", { user }, c),
    userHasLoggedIn: (user, c) => probe("userHasLoggedIn", { user }, c),
    userHasBeenDeactivated: (user, c) => probe("userHasBeenDeactivated", { user }, c),
    onSAMLLogin: (user, assertion, c) =>
      probe("onSAMLLogin", { user, assertion: { assertionJson: json(assertion) } }, c),
    preferencesHaveChanged: (preferences, c) => probe("preferencesHaveChanged", { preferences }, c),
    notificationWillBePushed: (pushNotification, userId, c) =>
      probe(
        "notificationWillBePushed",
        { pushNotification, userId },
        c,
        (answer) => answer["modifiedNotification"],
      ),
    emailNotificationWillBeSent: (notification, c) =>
      probe(
        "emailNotificationWillBeSent",
        { emailNotification: { notificationJson: json(notification) } },
        c,
        (answer) => emailContent(answer["modifiedContent"] as Record<string, string>),
      ),

    channelHasBeenCreated: (channel, c) => probe("channelHasBeenCreated", { channel }, c),
    channelWillBeUpdated: (newChannel, oldChannel, c) =>
      probe("channelWillBeUpdated", { newChannel, oldChannel }, c, (a) => a["modifiedChannel"]),
    channelWillBeArchived: (channel, c) => probe("channelWillBeArchived", { channel }, c),
    channelWillBeRestored: (channel, c) => probe("channelWillBeRestored", { channel }, c),
    channelMemberWillBeAdded: (channelMember, c) =>
      probe("channelMemberWillBeAdded", { channelMember }, c, (a) => a["modifiedChannelMember"]),
    teamMemberWillBeAdded: (teamMember, c) =>
      probe("teamMemberWillBeAdded", { teamMember }, c, (answer) => answer["modifiedTeamMember"]),
    userHasJoinedChannel: (channelMember, actor, c) =>
      probe("userHasJoinedChannel", { channelMember, ...actor && { actor } }, c),
    userHasLeftChannel: (channelMember, actor, c) =>
      probe("userHasLeftChannel", { channelMember, ...actor && { actor } }, c),
    userHasJoinedTeam: (teamMember, actor, c) =>
      probe("userHasJoinedTeam", { teamMember, ...actor && { actor } }, c),
    userHasLeftTeam: (teamMember, actor, c) =>
      probe("userHasLeftTeam", { teamMember, ...actor && { actor } }, c),

    fileWillBeUploaded: async ({ info, content }, c) => {
      const fileContent = new Uint8Array(await new Response(content).arrayBuffer());
      return await probe("fileWillBeUploaded", { fileInfo: info, fileContent }, c, (answer) => ({
        info: answer["modifiedFileInfo"],
        content: answer["modifiedContent"],
      }));
    },
    fileWillBeDownloaded: ({ info, userId, downloadType }, c) =>
      probe("fileWillBeDownloaded", { fileInfo: info, userId, downloadType }, c),

    executeCommand: async (args, context) => {
      const { api, log } = context;
      const [word, method = ""] = args.command.split(" ");
      if (word === "/interop-call") {
        await callMethod(method, api, sideChannel(api));
        return "called";
      }
      if (word === "/interop-log") {
        console.debug("interop console debug");
        console.info("interop console info");
        console.warn("interop console warn");
        console.error("interop console error");
        log.info("interop structured", { answer: 42 });
        return "logged";
      }
      return await probe("executeCommand", { args }, context, (answer) => answer["response"]);
    },

    configurationWillBeSaved: (config, c) =>
      probe(
        "configurationWillBeSaved",
        { newConfig: { configJson: json(config) } },
        c,
        (answer) => parsed(answer["modifiedConfig"], "configJson"),
      ),
    onInstall: (event, c) => probe("onInstall", { event }, c),
    onSendDailyTelemetry: (c) => probe("onSendDailyTelemetry", {}, c),
    runDataRetention: ({ now, batchSize }, c) =>
      probe("runDataRetention", { nowTime: now, batchSize }, c, (answer) => answer["deletedCount"]),
    onCloudLimitsUpdated: (limits, c) => probe("onCloudLimitsUpdated", { limits }, c),
    onPluginClusterEvent: (event, c) => probe("onPluginClusterEvent", { event }, c),
    generateSupportData: (c) =>
      probe("generateSupportData", {}, c, (answer) => supportFiles(answer)),

    onWebSocketConnect: ({ id, userId }, c) =>
      probe("onWebSocketConnect", { webConnId: id, userId }, c),
    onWebSocketDisconnect: ({ id, userId }, c) =>
      probe("onWebSocketDisconnect", { webConnId: id, userId }, c),
    webSocketMessageHasBeenPosted: (request, { id, userId }, c) =>
      probe("webSocketMessageHasBeenPosted", { request, webConnId: id, userId }, c),

    onSharedChannelsSyncMsg: (message, remoteCluster, c) =>
      probe(
        "onSharedChannelsSyncMsg",
        { syncMsg: { syncMsgJson: json(message) }, remoteCluster },
        c,
        (answer) => answer["response"],
      ),
    onSharedChannelsPing: (remoteCluster, c) =>
      probe("onSharedChannelsPing", { remoteCluster }, c, (answer) => answer["healthy"]),
    onSharedChannelsAttachmentSyncMsg: (fileInfo, post, remoteCluster, c) =>
      probe("onSharedChannelsAttachmentSyncMsg", { fileInfo, post, remoteCluster }, c),
    onSharedChannelsProfileImageSyncMsg: (user, remoteCluster, c) =>
      probe("onSharedChannelsProfileImageSyncMsg", { user, remoteCluster }, c),

    serveHTTP: echo,
    serveMetrics: echo,
  },
});

function supportFiles(answer: Fields): unknown {
  const files = answer["files"] as { filename: string; data: Uint8Array }[];
  return files.map(({ filename, data }) => ({ filename, body: data }));
}

function emailContent(content: Record<string, string>): unknown {
  return {
    subject: content["subject"],
    title: content["title"],
    subtitle: content["subTitle"],
    message_html: content["messageHtml"],
    message_text: content["messageText"],
    button_text: content["buttonText"],
    button_url: content["buttonUrl"],
    footer_text: content["footerText"],
  };
}
