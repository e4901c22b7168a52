import type {
  GetUsersRequest,
  SearchUsersRequest,
} from "../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";
import type { User } from "../contract/mod.ts";
import { pageClause } from "./paging.ts";
import type { Server } from "./server.ts";
import type { SqlValue } from "./store/database.ts";

/** Which users to list; what is left out does not restrict. Pages count from 0. */
export type UserFilter =
  & Partial<Omit<GetUsersRequest, "$typeName" | "$unknown" | "viewRestrictions">>
  & Pick<GetUsersRequest, "page" | "perPage">;

const inTeam =
  "EXISTS (SELECT 1 FROM team_members m WHERE m.user_id = users.id AND m.team_id = ? AND m.delete_at = 0)";
const inChannel =
  "EXISTS (SELECT 1 FROM channel_members m WHERE m.user_id = users.id AND m.channel_id = ?)";
const inAnyTeam =
  "EXISTS (SELECT 1 FROM team_members m WHERE m.user_id = users.id AND m.delete_at = 0)";
const hasRole = "instr(' ' || json_extract(users.message, '$.roles') || ' ', ' ' || ? || ' ') > 0";
// Who is online stands first, as in a client's list of members.
const byStatus =
  "(SELECT CASE s.status WHEN 'online' THEN 0 WHEN 'away' THEN 1 WHEN 'dnd' THEN 2 ELSE 3 END " +
  "FROM statuses s WHERE s.user_id = users.id) IS NULL, " +
  "(SELECT CASE s.status WHEN 'online' THEN 0 WHEN 'away' THEN 1 WHEN 'dnd' THEN 2 ELSE 3 END " +
  "FROM statuses s WHERE s.user_id = users.id), username";

/** One page of the users that a filter lets through, sorted by username unless it says otherwise. */
export function findUsers(server: Server, filter: UserFilter): User[] {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const demand = (condition: string, ...with_: SqlValue[]) => {
    conditions.push(condition);
    values.push(...with_);
  };
  if (filter.inTeamId) demand(inTeam, filter.inTeamId);
  if (filter.notInTeamId) demand(`NOT ${inTeam}`, filter.notInTeamId);
  if (filter.inChannelId) demand(inChannel, filter.inChannelId);
  if (filter.notInChannelId) demand(`NOT ${inChannel}`, filter.notInChannelId);
  if (filter.withoutTeam) demand(`NOT ${inAnyTeam}`);
  if (filter.inactive) demand("delete_at <> 0");
  if (filter.active) demand("delete_at = 0");
  if (filter.updatedAfter) demand("update_at > ?", filter.updatedAfter);
  const roles = filter.role ? [filter.role] : filter.roles ?? [];
  if (roles.length > 0) demand(`(${roles.map(() => hasRole).join(" OR ")})`, ...roles);
  const order = filter.sort === "status"
    ? byStatus
    : filter.sort === "create_at"
    ? "create_at DESC, seq DESC"
    : "username";
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  return server.tables.users.all(
    `${where} ORDER BY ${order} ${pageClause(filter.page, filter.perPage)}`,
    ...values,
  );
}

/** The users whose username, nickname, full name or e-mail address has a word that begins so. */
export function searchUsers(server: Server, search: SearchUsersRequest): User[] {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  if (search.teamId) conditions.push(inTeam), values.push(search.teamId);
  if (search.notInTeamId) conditions.push(`NOT ${inTeam}`), values.push(search.notInTeamId);
  if (search.inChannelId) conditions.push(inChannel), values.push(search.inChannelId);
  if (search.notInChannelId) {
    conditions.push(`NOT ${inChannel}`), values.push(search.notInChannelId);
  }
  if (search.withoutTeam) conditions.push(`NOT ${inAnyTeam}`);
  if (!search.allowInactive) conditions.push("delete_at = 0");
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const term = search.term.trim().replace(/^@/, "").toLowerCase();
  const limit = search.limit > 0 ? search.limit : 100;
  return server.tables.users.all(`${where} ORDER BY username`, ...values)
    .filter((user) => matches(user, term))
    .slice(0, limit);
}

function matches(user: User, term: string): boolean {
  if (term === "") return true;
  const name = `${user.firstName} ${user.lastName}`.toLowerCase();
  return [user.username, user.nickname.toLowerCase(), name, user.lastName.toLowerCase(), user.email]
    .some((text) => text.startsWith(term));
}
