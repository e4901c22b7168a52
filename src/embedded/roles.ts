import { invalid } from "./app_error.ts";

/** The roles that a server has from the start, beside those of {@link schemeRoles}. */
const otherRoles: readonly string[] = [
  "system_guest",
  "system_user",
  "system_admin",
  "system_post_all",
  "system_post_all_public",
  "system_user_access_token",
  "system_user_manager",
  "system_read_only_admin",
  "system_manager",
  "system_custom_group_admin",
  "system_shared_channel_manager",
  "team_post_all",
  "team_post_all_public",
  "custom_group_user",
  "playbook_admin",
  "playbook_member",
  "run_admin",
  "run_member",
];

/** The roles of members: a member of a team or a channel has them by flags. */
const schemeRoles: readonly string[] = [
  "team_guest",
  "team_user",
  "team_admin",
  "channel_guest",
  "channel_user",
  "channel_admin",
];

const known: ReadonlySet<string> = new Set([...otherRoles, ...schemeRoles]);

/**
 * Checks that roles exist. Nobody can make more of them here.
 *
 * @throws {ValidationError} Naming the one that does not.
 */
export function requireRoles(roles: readonly string[], where: string, id: string): void {
  const unknown = roles.find((role) => !known.has(role));
  if (unknown === undefined) return;
  throw invalid(where, id, `There is no role "${unknown}".`, {
    detailedError: `role=${unknown}`,
  });
}
