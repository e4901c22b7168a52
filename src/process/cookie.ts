/**
 * go-plugin's cookie: how a plugin process knows that a plugin host started it, and not a person.
 *
 * @module
 */

/** The name of the environment variable in which a Mattermost server hands the cookie over. */
export const cookieName = "MATTERMOST_PLUGIN";

/** The value that a Mattermost server gives it (`plugin.handshake` of its Go module). */
export const cookieValue = "Securely message teams, anywhere.";

/** What to tell a person who ran a plugin by hand. */
export const startedByHandText =
  `This is a Mattermost plugin. It is started by a Mattermost server, not by hand.
To try it without a server, install its bundle in the embedded Mattermost of this package, as its
README shows. To make a bundle of a plugin:
  npx -y deno run -A jsr:@mattermost-deno/plugin/cli bundle plugin.ts
(A host passes the cookie ${cookieName}; it is missing or not the one of Mattermost.)
`;

/** Whether a host started this process. It guards against mistakes; it is no secret. */
export function isStartedByHost(cookie: string | undefined): boolean {
  return cookie === cookieValue;
}
