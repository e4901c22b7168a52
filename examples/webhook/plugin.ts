/**
 * A plugin that takes webhooks: a build server tells, with a signature, what it has deployed; the
 * plugin asks a ticket service about it, posts it into a channel as a bot, and tells open clients.
 */
import {
  type ConfigOf,
  definePlugin,
  event,
  type HTTPContext,
  HTTPError,
  jsonErrors,
  limitBody,
} from "@mattermost-deno/plugin";
import { Hono } from "hono";
import { isSignedBy } from "./signature.ts";
import { type Deployment, readDeployment } from "./deployment.ts";
import { settings } from "./settings.ts";
import { ticketTitle } from "./tickets.ts";

/** How many deployments are kept. */
const kept = 50;

/** What the handlers know: the settings with their types, and everything that a hook knows. */
type Context = HTTPContext<ConfigOf<typeof settings>>;

const app = new Hono<{ Bindings: Context }>();

/** What the build server calls. It is nobody's login that counts here, but the signature. */
app.post("/deployed", async (c) => {
  const { config, api, bot, kv, log, publish, signal } = c.env;
  const body = await c.req.raw.bytes();
  if (config.secret === "") throw new HTTPError(503, "The plugin has no secret yet: set one.");
  if (!await isSignedBy(config.secret, body, c.req.header("X-Signature") ?? "")) {
    throw new HTTPError(401, "The signature is missing or wrong.");
  }
  const deployment = readDeployment(body);
  // Build servers send again what was not answered in time.
  if (!await kv.setIfAbsent(`seen/${deployment.id}`, true, { expiresInMs: 86_400_000 })) {
    return c.json({ known: true });
  }
  const { id: channelId } = await api.getChannelByNameForTeamName({
    teamName: config.team,
    channelName: config.channel,
    includeDeleted: false,
  });
  const title = await ticketTitle(config.tickets, deployment.ticket, signal).catch((error) => {
    log.warn("the ticket service did not answer", { ticket: deployment.ticket, error });
    return "";
  });
  const message = `**${deployment.service}** ${deployment.version} is live` +
    (title === "" ? "" : `: ${deployment.ticket}, ${title}`);
  const post = await api.createPost({ post: { userId: bot.userId, channelId, message } });
  await kv.update<Deployment[]>("log", (old = []) => [...old, deployment].slice(-kept));
  await publish("deployed", { ...deployment, postId: post.id }, { channelId });
  return c.json({ postId: post.id }, 201);
});

/** What was deployed, for whoever is logged in. */
app.get("/deployments", async (c) => {
  if (c.env.userId === null) throw new HTTPError(401, "Log in first.");
  return c.json(await c.env.kv.get<Deployment[]>("log") ?? []);
});

// What a handler throws is answered below, as Mattermost answers.
app.onError((error) => {
  throw error;
});
app.notFound(() => {
  throw new HTTPError(404, "There is nothing here.");
});

export default definePlugin({
  settings,
  bot: { username: "deployments", displayName: "Deployments", description: "Tells what is live." },
  events: { deployed: event<Deployment & { readonly postId: string }>() },
  hooks: {
    serveHTTP: jsonErrors(
      limitBody(64 * 1024, (request, context: Context) => app.fetch(request, context)),
    ),
  },
});
