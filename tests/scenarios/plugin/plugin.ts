/**
 * The plugin that the scenarios are played with. It does what it is told to: calls the API, answers
 * commands and decides about posts with what they themselves say, and remembers what it saw.
 */
import {
  allow,
  type CommandResponse,
  definePlugin,
  dismiss,
  type HTTPContext,
  type Post,
  reject,
  replace,
} from "@mattermost-deno/plugin";
import { call, plain } from "./call.ts";

/** What a post asks for, as JSON after `hook:`. */
interface Wish {
  readonly on?: "post" | "edit";
  readonly reject?: string;
  readonly dismiss?: true;
  readonly throw?: string;
  readonly replace?: string;
  readonly props?: Record<string, string>;
}

function wishOf({ message }: Post, on: Wish["on"]): Wish {
  if (!message.startsWith("hook:")) return {};
  const wish = JSON.parse(message.slice("hook:".length)) as Wish;
  return (wish.on ?? "post") === on ? wish : {};
}

/** What the plugin was told of, oldest first. */
let seen: unknown[] = [];

function saw(hook: string, ...facts: readonly unknown[]): void {
  seen.push({ hook, facts: facts.map(plain) });
}

export default definePlugin({
  async onActivate({ api }) {
    await api.registerCommand({
      command: { trigger: "scene", autoComplete: true, autoCompleteHint: "[answer as JSON]" },
    });
  },

  hooks: {
    messageWillBePosted(post) {
      const wish = wishOf(post, "post");
      if (wish.throw !== undefined) throw new Error(wish.throw);
      if (wish.dismiss) return dismiss();
      if (wish.reject !== undefined) return reject(wish.reject);
      if (wish.replace === undefined) return allow();
      return replace({ ...post, message: wish.replace, props: { ...post.props, ...wish.props } });
    },

    messageWillBeUpdated(post) {
      const wish = wishOf(post, "edit");
      if (wish.throw !== undefined) throw new Error(wish.throw);
      if (wish.reject !== undefined) return reject(wish.reject);
      return wish.replace === undefined ? allow() : replace({ ...post, message: wish.replace });
    },

    async fileWillBeUploaded({ info, content }) {
      if (info.name === "mutiny.txt") return reject("no mutiny");
      if (info.name === "broken.txt") throw new Error("broken");
      if (info.name !== "secret.txt") return allow();
      const text = await new Response(content).text();
      return replace({
        info: { ...info, name: "loud.txt" },
        content: new TextEncoder().encode(text.toUpperCase()),
      });
    },

    userWillLogIn: ({ username }) => username === "locked-out" ? reject("not today") : allow(),

    configurationWillBeSaved: (config) =>
      config.TeamSettings?.SiteName === "refused" ? reject("no such name") : allow(),

    messageHasBeenPosted: (post) => saw("messageHasBeenPosted", post),
    messageHasBeenUpdated: (post, old) => saw("messageHasBeenUpdated", post, old),
    messageHasBeenDeleted: (post) => saw("messageHasBeenDeleted", post),
    reactionHasBeenAdded: (reaction) => saw("reactionHasBeenAdded", reaction),
    reactionHasBeenRemoved: (reaction) => saw("reactionHasBeenRemoved", reaction),
    channelHasBeenCreated: (channel) => saw("channelHasBeenCreated", channel),
    userHasJoinedChannel: (member, actor) =>
      saw("userHasJoinedChannel", member, actor?.username ?? null),
    userHasLeftChannel: (member, actor) =>
      saw("userHasLeftChannel", member, actor?.username ?? null),
    userHasJoinedTeam: (member, actor) => saw("userHasJoinedTeam", member, actor?.username ?? null),
    userHasLeftTeam: (member, actor) => saw("userHasLeftTeam", member, actor?.username ?? null),
    userHasBeenCreated: (user) => saw("userHasBeenCreated", user.username),
    userHasBeenDeactivated: (user) => saw("userHasBeenDeactivated", user.username),
    userHasLoggedIn: (user) => saw("userHasLoggedIn", user.username),
    preferencesHaveChanged: (preferences) => saw("preferencesHaveChanged", preferences),

    executeCommand(args) {
      const words = args.command.slice("/scene ".length);
      if (words === "args") return { text: JSON.stringify(plain(args)) };
      if (words.startsWith("mentions")) {
        const { userMentions, channelMentions } = args;
        return { text: JSON.stringify({ userMentions, channelMentions }) };
      }
      if (words === "throw") throw new Error("the command broke");
      return JSON.parse(words) as CommandResponse | null;
    },

    serveHTTP: async (request, context) => await answer(request, context),
  },
});

async function answer(request: Request, context: HTTPContext): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  switch (pathname) {
    case "/call":
      return await call(await request.json(), context.api);
    case "/seen": {
      if (request.method === "DELETE") seen = [];
      return Response.json(seen);
    }
    case "/action":
    case "/dialog":
      return await interact(request, context);
    case "/config":
      return Response.json(context.config);
    case "/relay":
      return await relay(searchParams.get("to") ?? "", context);
    case "/throw":
      throw new Error("as you wish");
    default: {
      const headers = ["mattermost-user-id", "mattermost-plugin-id", "authorization", "cookie"]
        .concat("referer", "x-own", "content-type").map((name) => [
          name,
          request.headers.get(name),
        ]);
      return Response.json({
        method: request.method,
        path: pathname,
        query: searchParams.toString(),
        userId: context.userId ?? null,
        body: await request.text(),
        headers: Object.fromEntries(headers.filter(([, value]) => value !== null)),
      }, { status: Number(searchParams.get("status") ?? 200) });
    }
  }
}

/** What an action or a dialog asks for in its context or its state. */
interface Interaction {
  readonly context?: { readonly answer?: unknown; readonly opens?: boolean };
  readonly state?: string;
  readonly trigger_id?: string;
}

/** Answers an action or a dialog as it asks for, and remembers what was told. */
async function interact(request: Request, { api }: HTTPContext): Promise<Response> {
  const told = await request.json() as Interaction;
  saw(new URL(request.url).pathname, told, request.headers.get("content-type"));
  if (told.context?.opens) {
    await api.openInteractiveDialog({
      dialog: {
        triggerId: told.trigger_id ?? "",
        url: "/plugins/com.example.scenarios/dialog",
        dialog: {
          callbackId: "crew",
          title: "The crew",
          introductionText: "Who is *aboard*?",
          submitLabel: "Sail",
          notifyOnCancel: true,
          state: "{}",
          elements: [{ displayName: "Name", name: "name", type: "text", maxLength: 20 }],
        },
      },
    });
  }
  const answer = told.context === undefined ? JSON.parse(told.state || "{}") : told.context.answer;
  if (typeof answer === "string") return new Response(answer);
  const status = (answer as { status?: number } | undefined)?.status ?? 200;
  return Response.json(answer ?? {}, { status });
}

/** Asks a plugin, and passes its answer on. */
async function relay(to: string, { api }: HTTPContext): Promise<Response> {
  const request = new Request(`http://plugins${to}`, { headers: { "X-Own": "kept" } });
  return await api.pluginHTTP(request);
}
