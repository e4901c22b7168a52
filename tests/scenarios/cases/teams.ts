/** Scenarios about teams and who is in them. @module */
import type { Scenarios } from "../play.ts";
import type { JsonObject } from "../target.ts";
import { fieldsOf } from "./pick.ts";

const some = { page: 0, perPage: 50 };

export const teams: Scenarios = {
  "a team is found by its id": ({ call, ids }) => call("getTeam", { teamId: ids.team }),
  "a team that is not there is not found": ({ call, ids }) =>
    call("getTeam", { teamId: ids.unknown }),
  "a team is not found by what is no id": ({ call, ids }) =>
    call("getTeam", { teamId: ids.malformed }),
  "a team is found by its name": async ({ call }) =>
    fieldsOf(await call("getTeamByName", { name: "harbour" }), "id"),
  "a team's name that none has is not found": ({ call }) =>
    call("getTeamByName", { name: "nowhere" }),
  "the teams of an account": async ({ call, ids }) =>
    fieldsOf(await call("getTeamsForUser", { userId: ids.ada }), "name"),
  "an account in no team has none": ({ call, ids }) => call("getTeamsForUser", { userId: ids.dan }),
  "a search finds a part of a team's name": async ({ call }) =>
    fieldsOf(await call("searchTeams", { term: "arbou" }), "name"),
  "a new team has two channels, and nobody in it": async ({ call, name }) => {
    const team = name(
      "dock",
      await call<JsonObject & { id: string }>("createTeam", {
        team: { name: "dock", displayName: "Dock", type: 1 },
      }),
    );
    const channels = await call<JsonObject[]>("getPublicChannelsForTeam", {
      teamId: team.id,
      ...some,
    });
    const members = await call("getTeamMembers", { teamId: team.id, ...some });
    return [team, fieldsOf(channels, "name", "display_name", "creator_id"), members];
  },
  "a team with a name that is taken is not made": ({ call }) =>
    call("createTeam", { team: { name: "harbour", displayName: "Another", type: 1 } }),
  "a team with a name of one letter is not made": ({ call }) =>
    call("createTeam", { team: { name: "x", displayName: "X", type: 1 } }),
  "a team with capitals in its name is not made": ({ call }) =>
    call("createTeam", { team: { name: "Capital", displayName: "X", type: 1 } }),
  "a team with a reserved name is not made": ({ call }) =>
    call("createTeam", { team: { name: "admin-team", displayName: "X", type: 1 } }),
  "a team without a display name is not made": ({ call }) =>
    call("createTeam", { team: { name: "unshown", type: 1 } }),
  "a team with a display name of 65 characters is not made": ({ call }) =>
    call("createTeam", { team: { name: "long-shown", displayName: "x".repeat(65), type: 1 } }),
  "a team without a type is not made": ({ call }) =>
    call("createTeam", { team: { name: "untyped", displayName: "Untyped" } }),
  "a team's display name is changed, its name stays": async ({ call }) => {
    const made = await call<{ id: string }>("createTeam", {
      team: { name: "quay", displayName: "Quay", type: 1 },
    });
    const changed = { id: made.id, name: "key", displayName: "The quay", type: 1 };
    return fieldsOf(
      await call("updateTeam", { team: changed }),
      "name",
      "display_name",
      "delete_at",
    );
  },
  "a team that is not there is not changed": ({ call, ids }) =>
    call("updateTeam", { team: { id: ids.unknown, name: "x1", displayName: "X", type: 1 } }),
  "a deleted team is still found, with the time of it": async ({ call }) => {
    const { id: teamId } = await call<{ id: string }>("createTeam", {
      team: { name: "wreck", displayName: "Wreck", type: 1 },
    });
    await call("deleteTeam", { teamId });
    return fieldsOf(await call("getTeam", { teamId }), "name", "delete_at");
  },
  "a team that is not there is not deleted": ({ call, ids }) =>
    call("deleteTeam", { teamId: ids.unknown }),

  "a membership of a team": ({ call, ids }) =>
    call("getTeamMember", { teamId: ids.team, userId: ids.ada }),
  "who is in no team is no member": ({ call, ids }) =>
    call("getTeamMember", { teamId: ids.team, userId: ids.dan }),
  "who joins a team is in its first channels": async ({ call, ids, user }) => {
    const userId = await user("rob");
    const member = await call("createTeamMember", { teamId: ids.team, userId });
    const channels = await call<JsonObject[]>("getChannelsForTeamForUser", {
      teamId: ids.team,
      userId,
      includeDeleted: false,
    });
    return [member, fieldsOf(channels, "name")];
  },
  "who joins a team twice stays a member": ({ call, ids }) =>
    call("createTeamMember", { teamId: ids.team, userId: ids.bob }),
  "an account that is not there does not join": ({ call, ids }) =>
    call("createTeamMember", { teamId: ids.team, userId: ids.unknown }),
  "nobody joins a team that is not there": ({ call, ids }) =>
    call("createTeamMember", { teamId: ids.unknown, userId: ids.bob }),
  "a deactivated account joins a team": async ({ call, ids, user }) => {
    const userId = await user("sue");
    await call("updateUserActive", { userId, active: false });
    return await call("createTeamMember", { teamId: ids.team, userId });
  },
  "several join together": async ({ call, ids, user }) => {
    const userIds = [await user("tom"), await user("una")];
    const members = await call<JsonObject[]>("createTeamMembers", {
      teamId: ids.team,
      userIds,
      requestorId: ids.admin,
    });
    return fieldsOf(members, "user_id", "roles");
  },
  "of several, one is not there, and none is refused gracefully": async ({ call, ids, user }) => {
    const userIds = [await user("vic"), ids.unknown];
    const members = await call<{ user_id: string; member: JsonObject; error: JsonObject }[]>(
      "createTeamMembersGracefully",
      { teamId: ids.team, userIds, requestorId: ids.admin },
    );
    return members.map(({ user_id, member, error }) => ({
      user_id,
      roles: member?.["roles"] ?? null,
      error: error && fieldsOf(error, "id", "status_code"),
    }));
  },
  "who leaves a team is in none of its channels": async ({ call, ids, user }) => {
    const userId = await user("wes");
    await call("createTeamMember", { teamId: ids.team, userId });
    await call("deleteTeamMember", { teamId: ids.team, userId, requestorId: ids.admin });
    return await call("getChannelsForTeamForUser", {
      teamId: ids.team,
      userId,
      includeDeleted: false,
    });
  },
  "who is no member does not leave a team": ({ call, ids }) =>
    call("deleteTeamMember", { teamId: ids.team, userId: ids.dan, requestorId: ids.admin }),
  "a member becomes the team's administrator": async ({ call, ids, user }) => {
    const userId = await user("xan");
    await call("createTeamMember", { teamId: ids.team, userId });
    return await call("updateTeamMemberRoles", {
      teamId: ids.team,
      userId,
      newRoles: "team_user team_admin",
    });
  },
  "a role that does not exist is not given in a team": ({ call, ids }) =>
    call("updateTeamMemberRoles", { teamId: ids.team, userId: ids.bob, newRoles: "captain" }),
  "a team counts its members": async ({ call, ids, name, user }) => {
    const { id: teamId } = name(
      "count",
      await call<{ id: string }>("createTeam", {
        team: { name: "count", displayName: "Count", type: 1 },
      }),
    );
    const off = await user("yves");
    for (const userId of [ids.ada, ids.bob, off]) {
      await call("createTeamMember", { teamId, userId });
    }
    await call("updateUserActive", { userId: off, active: false });
    return await call("getTeamStats", { teamId });
  },
  "the memberships of an account": async ({ call, ids }) =>
    fieldsOf(
      await call<JsonObject[]>("getTeamMembersForUser", { userId: ids.carol, ...some }),
      "team_id",
      "roles",
    ),
};
