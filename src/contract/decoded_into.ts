/**
 * @module
 */

/**
 * Hooks, by their Go names, whose answer Mattermost decodes into the value that it has sent: what
 * gob leaves out stays there as it was.
 *
 * @see Mattermost's `hooksRPCClient` in server/public/plugin/client_rpc.go
 */
export const decodedInto: ReadonlySet<string> = new Set([
  "MessageWillBePosted",
  "ChannelMemberWillBeAdded",
  "TeamMemberWillBeAdded",
  "FileWillBeUploaded",
]);
