/** Endpoints that use the plugin API and say what came of it. @module */
import { type HTTPContext, json, PluginAPIError } from "@mattermost-deno/plugin";
import { call } from "./call_route.ts";

interface Ids {
  readonly user: string;
  readonly team: string;
  readonly channel: string;
  readonly post: string;
}

/** Answers requests to these endpoints; undefined for any other. */
export async function answerFromAPI(
  request: Request,
  context: HTTPContext,
): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  switch (pathname) {
    case "/call":
      return await call(await request.json(), context);
    case "/mirror":
      return await mirror(await request.json(), context);
    case "/message":
      return await message(context);
    case "/upload":
      return await upload(request, searchParams, context);
    case "/install":
      return await install(request, context);
    case "/relay":
      return await relay(request, searchParams.get("to") ?? "", context);
    default:
      return undefined;
  }
}

/** Gives what the API knows of what the request names, as REST would. */
async function mirror(ids: Ids, { api }: HTTPContext): Promise<Response> {
  const [user, team, channel, post, member, config, version] = await Promise.all([
    api.getUser({ userId: ids.user }),
    api.getTeam({ teamId: ids.team }),
    api.getChannel({ channelId: ids.channel }),
    api.getPost({ postId: ids.post }),
    api.getChannelMember({ channelId: ids.channel, userId: ids.user }),
    api.getConfig(),
    api.getServerVersion(),
  ]);
  return Response.json({
    user: json(user),
    team: json(team),
    channel: json(channel),
    post: json(post),
    member: json(member),
    site: config.ServiceSettings?.SiteURL,
    version,
    missing: await api.getUser({ userId: "nobodynobodynobodynobodyno" }).then(
      () => "was found",
      (error) =>
        error instanceof PluginAPIError
          ? { id: error.id, status: error.statusCode, message: error.message }
          : String(error),
    ),
  });
}

/** Sends a direct message from the plugin's bot. */
async function message({ api, userId }: HTTPContext): Promise<Response> {
  const bot = { username: "exerciser", displayName: "Exerciser" };
  const botUserId = await api.ensureBotUser({ bot });
  const channel = await api.getDirectChannel({ userId1: userId ?? "", userId2: botUserId });
  const post = await api.createPost({
    post: { userId: botUserId, channelId: channel.id, message: "psst" },
  });
  return Response.json(json(post));
}

/** Stores the body as a file by an upload session, without gathering it. */
async function upload(
  request: Request,
  asked: URLSearchParams,
  { api, userId }: HTTPContext,
): Promise<Response> {
  const uploadSession = await api.createUploadSession({
    uploadSession: {
      id: crypto.randomUUID().replaceAll("-", "").slice(0, 26),
      type: "attachment",
      userId: userId ?? "",
      channelId: asked.get("channel") ?? "",
      filename: "session.bin",
      fileSize: BigInt(asked.get("size") ?? 0),
    },
  });
  const info = await api.uploadData({ uploadSession, data: request.body ?? new Uint8Array() });
  return Response.json(info === null ? null : json(info));
}

/** Installs the plugin that the body is, without gathering it. */
async function install(request: Request, { api }: HTTPContext): Promise<Response> {
  const file = request.body ?? new Uint8Array();
  const manifest = await api.installPlugin({ file, replace: true });
  return Response.json({ id: manifest.id, version: manifest.version });
}

/** Passes the request on to a plugin, and gives its answer. */
async function relay(request: Request, to: string, { api }: HTTPContext): Promise<Response> {
  const passedOn = new Request(`http://plugins${to}`, {
    method: request.method,
    body: request.body,
  });
  return await api.pluginHTTP(passedOn);
}
