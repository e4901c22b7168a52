/**
 * What authors may and may not write in a plugin. Compiled, never run: a line that should not
 * compile and does is an error, as is the opposite.
 *
 * @module
 */
import {
  allow,
  type CommandAnswer,
  definePlugin,
  dismiss,
  type HookContext,
  type Hooks,
  httpExchange,
  type JsonValue,
  type PluginDefinition,
  type Post,
  reject,
  replace,
  type User,
  type WillHookName,
} from "../../mod.ts";
import { expectType } from "./equal.ts";
import type { Equal } from "./equal.ts";

/** A plugin that uses every form that should compile. */
export const everything: PluginDefinition = definePlugin({
  onActivate: async ({ api, log, config, pluginId, signal }) => {
    expectType<Equal<typeof pluginId, string>>();
    expectType<Equal<typeof signal, AbortSignal>>();
    const setting = config["word"];
    expectType<Equal<typeof setting, JsonValue | undefined>>();
    await api.registerCommand({ command: { trigger: "hello", autoComplete: true } });
    log.info("ready", { since: Date.now(), big: 5n, error: new Error("x") });
  },
  onConfigurationChange: () => {},
  onDeactivate() {},
  failClosed: ["messageWillBePosted", "userWillLogIn"],
  hooks: {
    messageWillBePosted: (post, context) => {
      expectType<Equal<typeof post, Post>>();
      expectType<Equal<typeof context, HookContext>>();
      if (post.message === "") return dismiss();
      if (post.createAt > 5n) return replace({ ...post, message: "x", metadata: { embeds: [] } });
      return post.isPinned ? reject("no") : allow();
    },
    messageWillBeUpdated: async (newPost, oldPost, { api }) => {
      await api.getUser({ userId: newPost.userId });
      return replace({ ...newPost, message: oldPost.message });
    },
    messageHasBeenPosted: async (post, { api }) => await api.createPost({ post }),
    messagesWillBeConsumed: (posts) => posts.filter(({ message }) => message !== ""),
    userHasJoinedChannel: (_member, actor) => {
      expectType<Equal<typeof actor, User | null>>();
    },
    emailNotificationWillBeSent: (mail) => replace({ ...mail, subject: "x" }),
    fileWillBeUploaded: (file) =>
      replace({ info: { ...file.info, name: "x" }, content: file.content }),
    configurationWillBeSaved: (config) => replace({ ...config }),
    executeCommand: async (args, { api }) => `${await api.getServerVersion()} ${args.command}`,
    runDataRetention: ({ now, batchSize }) => now > 0n ? batchSize : 0,
    generateSupportData: () => [{ filename: "a.txt", body: "text" }],
    serveHTTP: (request, { userId, sourcePluginId }) => {
      expectType<Equal<typeof userId, string | null>>();
      expectType<Equal<typeof sourcePluginId, string | null>>();
      return new Response(request.url);
    },
    serveMetrics: httpExchange(async (exchange) => {
      await (await exchange.respond({ status: 299 })).close();
    }),
    onSendDailyTelemetry: (context) => context.log.debug("telemetry"),
    userWillLogIn: (user) => user.isBot ? reject("no bots") : allow(),
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error there is no such hook: it is messageWillBePosted
    messageWillBePost: () => allow(),
  },
});

definePlugin({
  // @ts-expect-error there is no such function: it is onActivate
  onActivated: () => {},
});

definePlugin({
  // @ts-expect-error a hook belongs into hooks
  serveHTTP: () => new Response(),
});

definePlugin({
  hooks: {
    // @ts-expect-error onActivate belongs beside hooks
    onActivate: () => {},
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a post has no such field
    messageHasBeenPosted: (post) => post.mesage,
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error the misspelt field is not one of a post
    messageWillBePosted: (post) => replace({ ...post, mesage: "x" }),
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a replacement is the whole post, not a part of it
    messageWillBePosted: () => replace({ message: "x" }),
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a channel is no post
    channelWillBeUpdated: (channel) => replace({ ...channel, message: "x" }),
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error nothing is returned when the message is fine
    messageWillBePosted: function (post): ReturnType<typeof reject> | undefined {
      return post.message === "" ? reject("empty") : undefined;
    },
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a forgotten return
    userWillLogIn: () => {
      allow();
    },
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a forgotten return in an asynchronous hook
    userWillLogIn: async (_user, { api }) => {
      await api.getServerVersion();
    },
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error outcomes are made by functions, which must be called
    userWillLogIn: () => allow,
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error only messageWillBePosted can dismiss
    messageWillBeUpdated: () => dismiss(),
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a login cannot be replaced
    userWillLogIn: (user) => replace({ ...user }),
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a list is needed, not an outcome
    messagesWillBeConsumed: () => allow(),
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a Response is needed
    serveHTTP: () => "text",
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error a response has no such field
    executeCommand: () => ({ txt: "x" }),
  },
});

definePlugin({
  hooks: {
    // @ts-expect-error whether it is there must be said
    onSharedChannelsPing: () => {},
  },
});

// @ts-expect-error this hook cannot refuse
definePlugin({ failClosed: ["messageHasBeenPosted"] });

// @ts-expect-error a reason is needed
reject();

/** The hooks that can refuse are those whose results can be a rejection. */
type CanReject = {
  [Name in keyof Hooks]-?: { outcome: "reject"; reason: string } extends Awaited<
    ReturnType<Extract<Hooks[Name], (...args: never) => unknown>>
  > ? unknown extends Awaited<ReturnType<Extract<Hooks[Name], (...args: never) => unknown>>> ? never
    : Name
    : never;
}[keyof Hooks];
expectType<Equal<CanReject, WillHookName>>();
expectType<Equal<Extract<CommandAnswer, string | null>, string | null>>();
