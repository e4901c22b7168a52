import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { ChannelSchema, ChannelType, type Team, TeamSchema, TeamType } from "../contract/mod.ts";
import { invalid } from "./app_error.ts";
import { createChannel } from "./channels.ts";
import { defaultChannelName, getTeam, getTeamByName } from "./find_team.ts";
import type { Server } from "./server.ts";
import { isId } from "./store/ids.ts";
import { runeCount } from "./text.ts";

const teamNamePattern = /^[a-z0-9]+(?:[a-z0-9-]+|(?:__)?)[a-z0-9]+$/;

/** Beginnings that a team's name may not have, because they are the server's own paths. */
const reservedBeginnings: readonly string[] = [
  "admin",
  "api",
  "channel",
  "claim",
  "error",
  "files",
  "help",
  "landing",
  "login",
  "mfa",
  "oauth",
  "plug",
  "plugins",
  "post",
  "signup",
  "boards",
  "playbooks",
];

/** The API methods about teams. */
export function teamMethods(server: Server): PluginAPIHandlers {
  const { teams } = server.tables;
  return {
    createTeam: ({ team }) => createTeam(server, team ?? create(TeamSchema)),
    updateTeam: ({ team }) => updateTeam(server, team ?? create(TeamSchema)),
    deleteTeam: ({ teamId }) => {
      const team = getTeam(server, teamId);
      team.deleteAt = team.updateAt = BigInt(server.now());
      teams.put(team);
    },
    getTeam: ({ teamId }) => getTeam(server, teamId),
    getTeamByName: ({ name }) => getTeamByName(server, name),
    getTeams: () => teams.all("ORDER BY display_name, name"),
    getTeamsForUser: ({ userId }) =>
      teams.all(
        "WHERE delete_at = 0 AND EXISTS (SELECT 1 FROM team_members m " +
          "WHERE m.team_id = teams.id AND m.user_id = ? AND m.delete_at = 0) ORDER BY display_name",
        userId,
      ),
    searchTeams: ({ term }) =>
      teams.all(
        "WHERE instr(name, ?1) > 0 OR instr(lower(display_name), ?1) > 0 ORDER BY display_name",
        term.toLowerCase(),
      ),
  };
}

/**
 * Creates a team with its two first channels, Town Square and Off-Topic.
 *
 * @throws {ValidationError} For a name that is taken or not allowed, and for a type that is none.
 */
export function createTeam(server: Server, draft: Team): Team {
  const { teams } = server.tables;
  const now = BigInt(server.now());
  const team = clone(TeamSchema, draft);
  if (team.id !== "") {
    throw invalid(
      "CreateTeam",
      "app.team.save.existing.app_error",
      `A new team gets its id from the server; it was given "${team.id}".`,
      { detailedError: `id=${team.id}` },
    );
  }
  team.id = server.newId();
  team.createAt = now;
  team.updateAt = now;
  team.deleteAt = 0n;
  team.inviteId = server.newId();
  checkTeam(team);
  if (teams.count("WHERE name = ?", team.name) > 0) {
    throw invalid(
      "CreateTeam",
      "store.sql_team.save_team.existing.app_error",
      `There is a team with the name "${team.name}" already.`,
    );
  }
  server.database.transaction(() => {
    teams.insert(team);
    for (
      const [name, displayName] of [[defaultChannelName, "Town Square"], ["off-topic", "Off-Topic"]]
    ) {
      createChannel(
        server,
        create(ChannelSchema, {
          teamId: team.id,
          type: ChannelType.OPEN,
          name: name!,
          displayName: displayName!,
        }),
      );
    }
  });
  return team;
}

function updateTeam(server: Server, changed: Team): Team {
  const old = getTeam(server, changed.id);
  const team = clone(TeamSchema, changed);
  // A team's name is part of its addresses, so it stays.
  team.name = old.name;
  team.createAt = old.createAt;
  team.updateAt = BigInt(server.now());
  team.deleteAt = old.deleteAt;
  team.inviteId = old.inviteId;
  checkTeam(team);
  server.tables.teams.put(team);
  return team;
}

function checkTeam(team: Team): void {
  const refuse = (field: string, message: string): never => {
    throw invalid("Team.IsValid", `model.team.is_valid.${field}.app_error`, message, {
      detailedError: `id=${team.id}`,
    });
  };
  if (!isId(team.id)) refuse("id", `"${team.id}" is no id: 26 characters are expected.`);
  const displayLength = runeCount(team.displayName);
  if (displayLength === 0 || displayLength > 64) {
    refuse("name", `A team's display name has 1 to 64 characters; this one has ${displayLength}.`);
  }
  if (runeCount(team.name) > 64) refuse("url", "A team's name has at most 64 characters.");
  if (reservedBeginnings.some((beginning) => team.name.startsWith(beginning))) {
    refuse("reserved", `The team's name "${team.name}" begins with a word that the server needs.`);
  }
  if (team.name.length < 2 || !teamNamePattern.test(team.name)) {
    refuse(
      "characters",
      `The team's name "${team.name}" must have two or more of a-z, 0-9 and "-" within.`,
    );
  }
  if (team.type !== TeamType.OPEN && team.type !== TeamType.INVITE) {
    refuse("type", "A team's type is TeamType.OPEN or TeamType.INVITE.");
  }
}
