import type { Team, TeamMember } from "../contract/mod.ts";
import { notFound } from "./app_error.ts";
import type { Server } from "./server.ts";

/** A team's first channel, which all its members are in. */
export const defaultChannelName = "town-square";

/**
 * A team by id.
 *
 * @throws {NotFoundError} When there is none.
 */
export function getTeam(server: Server, teamId: string): Team {
  const team = server.tables.teams.get(teamId);
  if (team) return team;
  throw notFound(
    "GetTeam",
    "app.team.get.find.app_error",
    `There is no team with the id "${teamId}".`,
  );
}

/**
 * A team by its name in addresses.
 *
 * @throws {NotFoundError} When there is none.
 */
export function getTeamByName(server: Server, name: string): Team {
  const team = server.tables.teams.first("WHERE name = ?", name);
  if (team) return team;
  throw notFound(
    "GetTeamByName",
    "app.team.get_by_name.missing.app_error",
    `There is no team with the name "${name}".`,
  );
}

/**
 * A membership that has not ended.
 *
 * @throws {NotFoundError} When this user is not in this team.
 */
export function getTeamMember(server: Server, teamId: string, userId: string): TeamMember {
  const member = server.tables.teamMembers.get(teamId, userId);
  if (member?.deleteAt === 0n) return member;
  throw notFound(
    "GetTeamMember",
    "app.team.get_member.missing.app_error",
    `The user "${userId}" is not in the team "${teamId}".`,
  );
}
