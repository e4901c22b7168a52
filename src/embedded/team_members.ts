import { create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { toAppError } from "../api/app_error.ts";
import {
  type TeamMember,
  TeamMemberSchema,
  TeamMemberWithErrorSchema,
  TeamStatsSchema,
  type User,
} from "../contract/mod.ts";
import { invalid } from "./app_error.ts";
import { addChannelMember } from "./channel_members.ts";
import { getChannelByName } from "./find_channel.ts";
import { defaultChannelName, getTeam, getTeamMember } from "./find_team.ts";
import { tellPlugins } from "./hooks.ts";
import { pageClause } from "./paging.ts";
import { requireRoles } from "./roles.ts";
import type { Server } from "./server.ts";
import { words } from "./text.ts";
import { getUser } from "./users.ts";

/** The API methods about who is in a team. */
export function teamMemberMethods(server: Server): PluginAPIHandlers {
  const { teamMembers } = server.tables;
  return {
    createTeamMember: ({ teamId, userId }) => addTeamMember(server, teamId, userId),
    createTeamMembers: ({ teamId, userIds, requestorId }) =>
      server.database.transaction(() =>
        userIds.map((userId) => addTeamMember(server, teamId, userId, requestorId))
      ),
    createTeamMembersGracefully: ({ teamId, userIds, requestorId }) =>
      userIds.map((userId) => {
        try {
          const member = addTeamMember(server, teamId, userId, requestorId);
          return create(TeamMemberWithErrorSchema, { userId, member });
        } catch (error) {
          return create(TeamMemberWithErrorSchema, { userId, error: toAppError(error, failure) });
        }
      }),
    deleteTeamMember: ({ teamId, userId, requestorId }) =>
      removeTeamMember(server, teamId, userId, requestorId),
    getTeamMember: ({ teamId, userId }) => getTeamMember(server, teamId, userId),
    getTeamMembers: ({ teamId, page, perPage }) =>
      teamMembers.all(
        `WHERE team_id = ? AND delete_at = 0 ORDER BY user_id ${pageClause(page, perPage)}`,
        teamId,
      ),
    getTeamMembersForUser: ({ userId, page, perPage }) =>
      teamMembers.all(
        `WHERE user_id = ? AND delete_at = 0 ORDER BY team_id ${pageClause(page, perPage)}`,
        userId,
      ),
    updateTeamMemberRoles: ({ teamId, userId, newRoles }) => {
      const member = getTeamMember(server, teamId, userId);
      const roles = words(newRoles);
      requireRoles(roles, "UpdateTeamMemberRoles", "app.role.get_by_name.app_error");
      member.schemeUser = roles.includes("team_user");
      member.schemeAdmin = roles.includes("team_admin");
      member.roles = roles.join(" ");
      teamMembers.put(member);
      return member;
    },
    getTeamStats: ({ teamId }) => {
      getTeam(server, teamId);
      const from = "WHERE delete_at = 0 AND team_id = ?";
      const active = " AND EXISTS (SELECT 1 FROM users u WHERE u.id = user_id AND u.delete_at = 0)";
      return create(TeamStatsSchema, {
        teamId,
        totalMemberCount: BigInt(teamMembers.count(from, teamId)),
        activeMemberCount: BigInt(teamMembers.count(from + active, teamId)),
      });
    },
  };
}

const failure = { id: "api.team.add_members.error", where: "AddTeamMembers" };

/** Adds a user to a team and its first channels; a member stays one. */
export function addTeamMember(
  server: Server,
  teamId: string,
  userId: string,
  requestorId = "",
): TeamMember {
  const team = getTeam(server, teamId);
  const user = getUser(server, userId);
  const known = server.tables.teamMembers.get(teamId, userId);
  if (known?.deleteAt === 0n) return known;
  const admin = team.email !== "" && team.email === user.email;
  const member = create(TeamMemberSchema, {
    teamId,
    userId,
    roles: admin ? "team_user team_admin" : "team_user",
    schemeUser: true,
    schemeAdmin: admin,
    createAt: BigInt(server.now()),
  });
  server.tables.teamMembers.put(member);
  // Who is deactivated can be in a team, though in none of its channels.
  const first = user.deleteAt > 0n ? [] : [defaultChannelName, "off-topic"];
  for (const name of first) {
    addChannelMember(server, getChannelByName(server, teamId, name).id, userId);
  }
  const actor = actorOf(server, requestorId);
  tellPlugins(
    server,
    "userHasJoinedTeam",
    (hooks, pluginContext) =>
      hooks.userHasJoinedTeam({ pluginContext, teamMember: member, ...actor }),
  );
  return member;
}

function removeTeamMember(
  server: Server,
  teamId: string,
  userId: string,
  requestorId: string,
): void {
  getTeam(server, teamId);
  getUser(server, userId);
  const member = server.tables.teamMembers.get(teamId, userId);
  if (member?.deleteAt !== 0n) {
    throw invalid(
      "LeaveTeam",
      "api.team.remove_user_from_team.missing.app_error",
      `The user "${userId}" is not in the team "${teamId}".`,
    );
  }
  member.deleteAt = BigInt(server.now());
  server.database.transaction(() => {
    server.tables.teamMembers.put(member);
    server.database.run(
      "DELETE FROM channel_members WHERE user_id = ? " +
        "AND channel_id IN (SELECT id FROM channels WHERE team_id = ?)",
      userId,
      teamId,
    );
  });
  tellPlugins(
    server,
    "userHasLeftTeam",
    (hooks, pluginContext) =>
      hooks.userHasLeftTeam({ pluginContext, teamMember: member, ...actorOf(server, requestorId) }),
  );
}

/** Who did it, for the plugins that are told; nobody without an id, or with one of nobody. */
function actorOf(server: Server, userId: string): { readonly actor?: User } {
  const actor = server.tables.users.get(userId);
  return actor ? { actor } : {};
}
