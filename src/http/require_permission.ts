/**
 * Only for people who may do something.
 *
 * @module
 */
import type { PluginConfig } from "../plugin/hook_context.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import type { FetchHandler } from "../plugin/http_hooks.ts";
import { withProperties } from "../plugin/with_properties.ts";
import { checkHandler } from "./check_handler.ts";
import { HTTPError } from "./http_error.ts";
import type { ChannelPermission, SystemPermission, TeamPermission } from "./permissions.ts";
import {
  requireUser,
  type RequireUserOptions,
  type UserFetchHandler,
  type UserHTTPContext,
} from "./require_user.ts";

/**
 * Finds the id of a channel or a team in a request, such as in its path or its query. It may read the
 * body from `request.clone()`.
 */
export type IdOfRequest<Config extends object = PluginConfig> = (
  request: Request,
  context: UserHTTPContext<Config>,
) => Awaitable<string | null | undefined>;

/** What is known about a request of somebody who may do something in a channel. */
export interface ChannelHTTPContext<Config extends object = PluginConfig>
  extends UserHTTPContext<Config> {
  /** The channel that the request is about, 26 characters. */
  readonly channelId: string;
}

/** What is known about a request of somebody who may do something in a team. */
export interface TeamHTTPContext<Config extends object = PluginConfig>
  extends UserHTTPContext<Config> {
  /** The team that the request is about, 26 characters. */
  readonly teamId: string;
}

/**
 * A handler for people who have a permission for the whole server: others get status 403, nobody
 * 401.
 *
 * @param permission the permission, such as `create_team`
 * @param handler answers the request
 * @param options whether other plugins may speak for people
 * @throws {TypeError} when `handler` is no function
 *
 * @example
 * ```ts
 * import { definePlugin, requirePermission } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: requirePermission("get_logs", () => new Response("what only some may read")),
 *   },
 * });
 * ```
 */
export function requirePermission<Config extends object = PluginConfig>(
  permission: SystemPermission,
  handler: UserFetchHandler<Config>,
  options?: RequireUserOptions,
): FetchHandler<Config> {
  checkHandler(handler, "requirePermission()");
  return requireUser<Config>(async (request, context) => {
    const { api, userId } = context;
    const granted = await api.hasPermissionTo({ userId, permissionId: permission });
    if (!granted) throw denied(permission, "");
    return await handler(request, context);
  }, options);
}

/**
 * A handler for system administrators: other people get status 403, nobody 401.
 *
 * @param handler answers the request
 * @param options whether other plugins may speak for people
 * @throws {TypeError} when `handler` is no function
 *
 * @example
 * ```ts
 * import { definePlugin, requireSystemAdmin } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: requireSystemAdmin((_request, { config }) => Response.json(config)),
 *   },
 * });
 * ```
 */
export function requireSystemAdmin<Config extends object = PluginConfig>(
  handler: UserFetchHandler<Config>,
  options?: RequireUserOptions,
): FetchHandler<Config> {
  checkHandler(handler, "requireSystemAdmin()");
  return requirePermission<Config>("manage_system", handler, options);
}

/**
 * A handler for people who have a permission in the channel that the request is about: others get
 * status 403 (also for a channel that does not exist), nobody 401, a request without a channel's id
 * 400.
 *
 * @param permission the permission, such as `create_post`
 * @param channelIdOf finds the channel's id in the request
 * @param handler answers the request; `context.channelId` is the id that was checked
 * @param options whether other plugins may speak for people
 * @throws {TypeError} when `handler` is no function
 *
 * @example
 * ```ts
 * import { definePlugin, requireChannelPermission } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: requireChannelPermission(
 *       "read_channel",
 *       (request) => new URL(request.url).searchParams.get("channel"),
 *       async (_request, { api, channelId }) => {
 *         const { memberCount } = await api.getChannelStats({ channelId });
 *         return Response.json({ members: Number(memberCount) });
 *       },
 *     ),
 *   },
 * });
 * ```
 */
export function requireChannelPermission<Config extends object = PluginConfig>(
  permission: ChannelPermission,
  channelIdOf: IdOfRequest<Config>,
  handler: (request: Request, context: ChannelHTTPContext<Config>) => Awaitable<Response>,
  options?: RequireUserOptions,
): FetchHandler<Config> {
  checkHandler(handler, "requireChannelPermission()");
  return requireUser<Config>(async (request, context) => {
    const channelId = checkedId(await channelIdOf(request, context), "channel");
    const { api, userId } = context;
    const granted = await api.hasPermissionToChannel({
      userId,
      channelId,
      permissionId: permission,
    });
    if (!granted) throw denied(permission, " in this channel");
    return await handler(request, withProperties(context, { channelId }));
  }, options);
}

/**
 * A handler for people who have a permission in the team that the request is about: others get
 * status 403 (also for a team that does not exist), nobody 401, a request without a team's id 400.
 *
 * @param permission the permission, such as `create_public_channel`
 * @param teamIdOf finds the team's id in the request
 * @param handler answers the request; `context.teamId` is the id that was checked
 * @param options whether other plugins may speak for people
 * @throws {TypeError} when `handler` is no function
 *
 * @example
 * ```ts
 * import { definePlugin, requireTeamPermission } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: requireTeamPermission(
 *       "manage_team",
 *       (request) => request.headers.get("x-team"),
 *       async (_request, { kv, teamId }) => Response.json(await kv.get(`rules_${teamId}`) ?? []),
 *     ),
 *   },
 * });
 * ```
 */
export function requireTeamPermission<Config extends object = PluginConfig>(
  permission: TeamPermission,
  teamIdOf: IdOfRequest<Config>,
  handler: (request: Request, context: TeamHTTPContext<Config>) => Awaitable<Response>,
  options?: RequireUserOptions,
): FetchHandler<Config> {
  checkHandler(handler, "requireTeamPermission()");
  return requireUser<Config>(async (request, context) => {
    const teamId = checkedId(await teamIdOf(request, context), "team");
    const { api, userId } = context;
    const granted = await api.hasPermissionToTeam({ userId, teamId, permissionId: permission });
    if (!granted) throw denied(permission, " in this team");
    return await handler(request, withProperties(context, { teamId }));
  }, options);
}

function checkedId(id: string | null | undefined, what: string): string {
  if (typeof id === "string" && /^[a-z0-9]{26}$/.test(id)) return id;
  throw new HTTPError(400, `The request must name a ${what} by its id of 26 characters.`);
}

function denied(permission: string, where: string): HTTPError {
  return new HTTPError(403, `You need the permission ${permission}${where}.`);
}
