/**
 * Only for people who are logged in.
 *
 * @module
 */
import type { PluginConfig } from "../plugin/hook_context.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import type { FetchHandler, HTTPContext } from "../plugin/http_hooks.ts";
import { withProperties } from "../plugin/with_properties.ts";
import { checkHandler } from "./check_handler.ts";
import { HTTPError } from "./http_error.ts";
import { jsonErrors } from "./json_errors.ts";

/** What is known about a request of somebody who is logged in. */
export interface UserHTTPContext<Config extends object = PluginConfig> extends HTTPContext<Config> {
  /** The person who is logged in, 26 characters; Mattermost has checked it. */
  readonly userId: string;
}

/** Answers an HTTP request of somebody who is logged in. */
export type UserFetchHandler<Config extends object = PluginConfig> = (
  request: Request,
  context: UserHTTPContext<Config>,
) => Awaitable<Response>;

/** Whose word is taken for who is logged in. */
export interface RequireUserOptions {
  /**
   * Ids of plugins that may send requests on behalf of people, by the `Mattermost-User-Id` header:
   * they can claim to act for anybody. Default: none; requests of other plugins get status 401.
   */
  readonly trustedPlugins?: readonly string[] | undefined;
}

/**
 * A handler for people who are logged in: anybody else gets status 401. `context.userId` is the
 * person, never null.
 *
 * Who it is comes from Mattermost, which removes the header from what clients send. A request that
 * changes something with the session's cookie alone, without a CSRF token, counts as nobody's; so
 * change things in answers to POST, PUT, PATCH and DELETE only, never to GET.
 *
 * @param handler answers the request
 * @param options whether other plugins may speak for people
 * @throws {TypeError} when `handler` is no function
 *
 * @example
 * ```ts
 * import { definePlugin, requireUser } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: requireUser(async (_request, { api, userId }) => {
 *       const user = await api.getUser({ userId });
 *       return Response.json({ name: user.username });
 *     }),
 *   },
 * });
 * ```
 */
export function requireUser<Config extends object = PluginConfig>(
  handler: UserFetchHandler<Config>,
  { trustedPlugins = [] }: RequireUserOptions = {},
): FetchHandler<Config> {
  checkHandler(handler, "requireUser()");
  return jsonErrors((request, context: HTTPContext<Config>) => {
    const userId = personOf(request, context, trustedPlugins);
    if (userId === null) {
      throw new HTTPError(
        401,
        "You must be logged in. A request that changes something needs a CSRF token, too.",
      );
    }
    return handler(request, withProperties(context, { userId }));
  });
}

/** Who is logged in, by Mattermost's word or by that of a trusted plugin. */
function personOf(
  request: Request,
  { userId, sourcePluginId }: Pick<HTTPContext, "userId" | "sourcePluginId">,
  trustedPlugins: readonly string[],
): string | null {
  if (sourcePluginId === null) return userId || null;
  if (!trustedPlugins.includes(sourcePluginId)) return null;
  return request.headers.get("mattermost-user-id") || null;
}
