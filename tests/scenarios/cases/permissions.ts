/** Scenarios about who may do what. @module */
import type { Scenarios } from "../play.ts";
import type { Actor } from "../scene.ts";

const actors: readonly Actor[] = ["admin", "ada", "carol", "dan", "eve"];

export const permissions: Scenarios = {
  "who may do what in a channel": async ({ call, ids }) => {
    const of = async (actor: Actor, permissionId: string) => [
      `${actor} ${permissionId}`,
      await call("hasPermissionToChannel", {
        userId: ids[actor],
        channelId: ids.channel,
        permissionId,
      }),
    ];
    const asked = [
      "create_post",
      "read_channel",
      "manage_public_channel_members",
      "delete_others_posts",
      "add_reaction",
      "manage_channel_roles",
      "use_channel_mentions",
    ];
    return Object.fromEntries(
      await Promise.all(actors.flatMap((actor) => asked.map((each) => of(actor, each)))),
    );
  },
  "who may do what in a team": async ({ call, ids }) => {
    const of = async (actor: Actor, permissionId: string) => [
      `${actor} ${permissionId}`,
      await call("hasPermissionToTeam", { userId: ids[actor], teamId: ids.team, permissionId }),
    ];
    const asked = [
      "view_team",
      "create_public_channel",
      "create_private_channel",
      "manage_team",
      "list_team_channels",
      "join_public_channels",
      "add_user_to_team",
      "manage_slash_commands",
      "manage_incoming_webhooks",
    ];
    return Object.fromEntries(
      await Promise.all(actors.flatMap((actor) => asked.map((each) => of(actor, each)))),
    );
  },
  "who may do what anywhere": async ({ call, ids }) => {
    const of = async (actor: Actor, permissionId: string) => [
      `${actor} ${permissionId}`,
      await call("hasPermissionTo", { userId: ids[actor], permissionId }),
    ];
    const asked = [
      "manage_system",
      "create_team",
      "create_direct_channel",
      "create_group_channel",
      "list_public_teams",
      "view_members",
      "create_bot",
      "edit_other_users",
    ];
    return Object.fromEntries(
      await Promise.all(actors.flatMap((actor) => asked.map((each) => of(actor, each)))),
    );
  },
  "who is not there may do nothing": async ({ call, ids }) => [
    await call("hasPermissionTo", { userId: ids.unknown, permissionId: "create_team" }),
    await call("hasPermissionToTeam", {
      userId: ids.unknown,
      teamId: ids.team,
      permissionId: "view_team",
    }),
    await call("hasPermissionToChannel", {
      userId: ids.unknown,
      channelId: ids.channel,
      permissionId: "read_channel",
    }),
  ],
  "nobody may do what is no permission": async ({ call, ids }) => [
    await call("hasPermissionTo", { userId: ids.admin, permissionId: "fly" }),
    await call("hasPermissionTo", { userId: ids.ada, permissionId: "fly" }),
    await call("hasPermissionTo", { userId: ids.ada, permissionId: "" }),
  ],
  "what may be done where there is nothing": async ({ call, ids }) => {
    const answers = [];
    for (const userId of [ids.admin, ids.ada]) {
      answers.push(
        await call("hasPermissionToChannel", {
          userId,
          channelId: ids.unknown,
          permissionId: "read_channel",
        }),
        await call("hasPermissionToTeam", {
          userId,
          teamId: ids.unknown,
          permissionId: "view_team",
        }),
        await call("hasPermissionToChannel", {
          userId,
          channelId: "",
          permissionId: "read_channel",
        }),
      );
    }
    return answers;
  },
  "what roles grant": async ({ call }) => {
    const of = (roleNames: string[], permissionId: string) =>
      call("rolesGrantPermission", { roleNames, permissionId });
    return [
      await of(["channel_user"], "create_post"),
      await of(["team_user"], "create_post"),
      await of(["team_user", "channel_user"], "create_post"),
      await of(["system_admin"], "manage_system"),
      await of(["captain"], "create_post"),
      await of([], "create_post"),
    ];
  },
};
