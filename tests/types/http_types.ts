/**
 * What authors may and may not write about HTTP. Compiled, never run: a line that should not compile
 * and does is an error, as is the opposite.
 *
 * @module
 */
import {
  definePlugin,
  jsonErrors,
  limitBody,
  type PluginConfig,
  requireChannelPermission,
  requirePermission,
  requireSystemAdmin,
  requireTeamPermission,
  requireUser,
  type Setting,
  type UserHTTPContext,
} from "../../mod.ts";
import { expectType } from "./equal.ts";
import type { Equal } from "./equal.ts";

declare const banned: Setting<string>;
declare const limit: Setting<number>;
const settings = { banned, limit };

definePlugin({
  settings,
  hooks: {
    serveHTTP: requireUser(async (request, { api, userId, config }) => {
      expectType<Equal<typeof userId, string>>();
      expectType<Equal<typeof request, Request>>();
      expectType<Equal<typeof config, { readonly banned: string; readonly limit: number }>>();
      return Response.json({ name: (await api.getUser({ userId })).username });
    }),
  },
});

definePlugin({
  settings,
  hooks: {
    serveHTTP: limitBody(
      1024,
      requireUser(limitBody(512, (_request, { config, userId }) => {
        expectType<Equal<typeof userId, string>>();
        expectType<Equal<typeof config.limit, number>>();
        return new Response(config.banned);
      })),
    ),
    serveMetrics: jsonErrors((_request, { config, userId }) => {
      expectType<Equal<typeof userId, string | null>>();
      return new Response(config.banned);
    }),
  },
});

definePlugin({
  settings,
  hooks: {
    serveHTTP: requireChannelPermission(
      "create_post",
      (request) => new URL(request.url).searchParams.get("channel"),
      (_request, { config, channelId }) => {
        expectType<Equal<typeof channelId, string>>();
        return new Response(config.banned);
      },
    ),
    serveMetrics: requireSystemAdmin((_request, { config }) => new Response(config.banned)),
  },
});

definePlugin({
  hooks: {
    serveHTTP: requireUser((_request, { config }) => {
      expectType<Equal<typeof config, PluginConfig>>();
      return new Response();
    }),
  },
});

/** A handler that stands outside of the literal names the settings that it needs. */
async function outside(
  _request: Request,
  { config }: UserHTTPContext<{ readonly banned: string }>,
): Promise<Response> {
  return await Promise.resolve(new Response(config.banned));
}

definePlugin({ settings, hooks: { serveHTTP: requireUser(outside) } });

definePlugin({
  settings: { limit },
  hooks: {
    // @ts-expect-error the handler needs a setting that is not declared
    serveHTTP: requireUser(outside),
  },
});

definePlugin({
  settings,
  hooks: {
    // @ts-expect-error there is no such setting
    serveHTTP: requireUser((_request, { config }) => new Response(config.bannd)),
  },
});

// @ts-expect-error it is create_post
requireChannelPermission("create_posts", () => "", () => new Response());

// @ts-expect-error a permission for the whole server is none of a team
requireTeamPermission("manage_system", () => "", () => new Response());

// @ts-expect-error there is no such permission
requirePermission("manage_everything", () => new Response());
