/** The scenarios' plugin on an embedded Mattermost, in this process. @module */
import { fromJson, type JsonValue } from "@bufbuild/protobuf";
import { PluginAPIError } from "../../mod.ts";
import { json, ManifestSchema } from "../../src/contract/mod.ts";
import { createEmbeddedMattermost, type EmbeddedMattermost } from "../../src/embedded/mod.ts";
import { startTestPlugin } from "../../src/testing/mod.ts";
import { heardFrom } from "./embedded_events.ts";
import plugin from "./plugin/plugin.ts";
import manifestJson from "./plugin/plugin.json" with { type: "json" };
import {
  type Client,
  type Heard,
  type JsonObject,
  PLUGIN_ID,
  Refusal,
  type Target,
} from "./target.ts";

const SITE = "http://embedded.example.com";

/** Starts both. */
export async function startEmbedded(): Promise<Target & AsyncDisposable> {
  // On a real server two calls are never in the same millisecond; what is listed by time depends on it.
  let last = 0;
  const now = () => last = Math.max(last + 1, Date.now());
  const mattermost = createEmbeddedMattermost({ siteUrl: SITE, now });
  // The first account is the administrator's; those of the scenarios come later.
  mattermost.createUser({ username: "first" });
  const manifest = fromJson(ManifestSchema, manifestJson as unknown as JsonValue, {
    ignoreUnknownFields: true,
  });
  const running = await startTestPlugin(plugin, {
    pluginId: PLUGIN_ID,
    api: mattermost.api(PLUGIN_ID, { manifest }),
    // Scenarios have the plugin throw, and look at what the server makes of it.
    errors: "ignore",
  });
  await mattermost.attachPlugin({
    id: PLUGIN_ID,
    manifest,
    bundlePath: "",
    hooks: running.hooks,
    implements: (hook) => running.implemented.has(hook),
    status: () => "Running",
    fetch: running.fetch,
    stop: running.stop,
  });
  return {
    site: SITE,
    nobody: { fetch: (path, init) => mattermost.fetch(new Request(SITE + path, init)) },
    async logIn({ id }) {
      await refusing(mattermost.login(id));
      return clientOf(mattermost, id);
    },
    [Symbol.asyncDispose]: () => mattermost.stop(),
  };
}

function clientOf(mattermost: EmbeddedMattermost, userId: string): Client {
  return {
    post: async (channelId, draft) =>
      rest(await refusing(mattermost.post({ userId, channelId, ...draft as { message: string } }))),
    edit: async (postId, message) =>
      rest(await refusing(mattermost.editPost({ userId, postId, message }))),
    remove: async (postId) => await refusing(mattermost.deletePost({ userId, postId })),
    execute: async (channelId, command) =>
      rest(await refusing(mattermost.execute({ userId, channelId, command }))),
    async upload(channelId, filename, text) {
      const data = new TextEncoder().encode(text);
      return rest(await refusing(mattermost.uploadFile({ userId, channelId, filename, data })));
    },
    async act(postId, actionId, selectedOption) {
      const input = { userId, postId, actionId };
      const option = selectedOption === undefined ? {} : { selectedOption };
      const { triggerId } = await refusing(mattermost.doPostAction({ ...input, ...option }));
      return { status: "OK", trigger_id: triggerId };
    },
    async submit({ url, callback_id, state, channel_id, team_id, submission, cancelled }) {
      const answer = await refusing(mattermost.submitDialog({
        userId,
        url: String(url),
        callbackId: String(callback_id ?? ""),
        state: String(state ?? ""),
        channelId: String(channel_id),
        teamId: String(team_id),
        submission: submission as never ?? null,
        cancelled: cancelled === true,
      }));
      return answer as JsonObject;
    },
    fetch: (path, init) => mattermost.fetch(new Request(SITE + path, init), { userId }),
    listen() {
      const heard: Heard[] = [];
      const end = mattermost.events.subscribe((event) => {
        const told = heardFrom(mattermost, event, userId);
        if (told) heard.push(told);
      });
      return Promise.resolve({ heard: () => heard, [Symbol.dispose]: end });
    },
  };
}

function rest(message: Parameters<typeof json>[0]): JsonObject {
  return json(message) as JsonObject;
}

/** Has what is refused thrown as a client sees it. */
async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof PluginAPIError)) throw error;
    throw new Refusal({ id: error.id, status: error.statusCode }, error.message);
  }
}
