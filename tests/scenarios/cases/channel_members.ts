/** Scenarios about who is in a channel. @module */
import type { Scenarios } from "../play.ts";
import type { JsonObject } from "../target.ts";
import { fieldsOf, inAnyOrder } from "./pick.ts";

const some = { page: 0, perPage: 50 };
const what = ["channel_id", "user_id", "roles", "scheme_user", "scheme_admin", "notify_props"];

export const channelMembers: Scenarios = {
  "a membership of a channel": async ({ call, ids }) =>
    fieldsOf(await call("getChannelMember", { channelId: ids.channel, userId: ids.bob }), ...what),
  "who is not in a channel is no member": ({ call, ids }) =>
    call("getChannelMember", { channelId: ids.channel, userId: ids.carol }),
  "there are no members of a channel that is not there": ({ call, ids }) =>
    call("getChannelMembers", { channelId: ids.unknown, ...some }),
  "a channel's members": async ({ call, ids }) => {
    const members = await call<JsonObject[]>("getChannelMembers", {
      channelId: ids.channel,
      ...some,
    });
    return fieldsOf(inAnyOrder(members, "user_id").toReversed(), "roles");
  },
  "members by ids leave out those who are none": async ({ call, ids }) =>
    fieldsOf(
      await call<JsonObject[]>("getChannelMembersByIds", {
        channelId: ids.channel,
        userIds: [ids.ada, ids.carol, ids.unknown],
      }),
      "user_id",
    ),
  "somebody joins a channel": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("joined");
    return fieldsOf(await call("addChannelMember", { channelId, userId: ids.carol }), ...what);
  },
  "somebody joins a private channel": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("joined-private", { type: 2 });
    return fieldsOf(await call("addChannelMember", { channelId, userId: ids.carol }), "user_id");
  },
  "somebody is added by somebody": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("added");
    const request = { channelId, userId: ids.carol, asUserId: ids.ada };
    return fieldsOf(await call("addUserToChannel", request), "user_id", "roles");
  },
  "who joins twice stays a member": async ({ call, ids }) =>
    fieldsOf(
      await call("addChannelMember", { channelId: ids.channel, userId: ids.bob }),
      "user_id",
    ),
  "who is not in the team does not join": ({ call, ids }) =>
    call("addChannelMember", { channelId: ids.channel, userId: ids.dan }),
  "who is deactivated does not join": ({ call, ids }) =>
    call("addChannelMember", { channelId: ids.channel, userId: ids.eve }),
  "who is not there does not join": ({ call, ids }) =>
    call("addChannelMember", { channelId: ids.channel, userId: ids.unknown }),
  "nobody joins a channel that is not there": ({ call, ids }) =>
    call("addChannelMember", { channelId: ids.unknown, userId: ids.carol }),
  "nobody is added by somebody who is not there": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("added-by-nobody");
    return await call("addUserToChannel", {
      channelId,
      userId: ids.carol,
      asUserId: ids.unknown,
    });
  },
  "nobody joins a direct channel": async ({ call, ids }) => {
    const { id } = await call<{ id: string }>("getDirectChannel", {
      userId1: ids.ada,
      userId2: ids.carol,
    });
    return await call("addChannelMember", { channelId: id, userId: ids.bob });
  },
  "nobody joins an archived channel": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("joined-archived");
    await call("deleteChannel", { channelId });
    return fieldsOf(await call("addChannelMember", { channelId, userId: ids.carol }), "user_id");
  },
  "somebody leaves a channel": async ({ call, ids, newChannel, outcome }) => {
    const channelId = await newChannel("left");
    const request = { channelId, userId: ids.carol };
    await call("addChannelMember", request);
    await call("deleteChannelMember", request);
    return await outcome(call("getChannelMember", request));
  },
  "who is not in a channel does not leave it": ({ call, ids }) =>
    call("deleteChannelMember", { channelId: ids.channel, userId: ids.carol }),
  "nobody leaves a channel that is not there": ({ call, ids }) =>
    call("deleteChannelMember", { channelId: ids.unknown, userId: ids.carol }),
  "nobody leaves a team's first channel": async ({ call, ids }) => {
    const request = { teamId: ids.team, name: "town-square" };
    const { id } = await call<{ id: string }>("getChannelByName", request);
    return await call("deleteChannelMember", { channelId: id, userId: ids.bob });
  },
  "nobody leaves a direct channel": async ({ call, ids }) => {
    const request = { userId1: ids.ada, userId2: ids.carol };
    const { id } = await call<{ id: string }>("getDirectChannel", request);
    return await call("deleteChannelMember", { channelId: id, userId: ids.carol });
  },
  "the last member of a private channel does not leave it": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("last-one", { type: 2 });
    await call("addChannelMember", { channelId, userId: ids.ada });
    return await call("deleteChannelMember", { channelId, userId: ids.ada });
  },
  "a member becomes the channel's administrator": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("administered");
    await call("addChannelMember", { channelId, userId: ids.bob });
    const newRoles = "channel_user channel_admin";
    const request = { channelId, userId: ids.bob, newRoles };
    return fieldsOf(await call("updateChannelMemberRoles", request), ...what.slice(0, 5));
  },
  "a role that does not exist is not given in a channel": ({ call, ids }) =>
    call("updateChannelMemberRoles", {
      channelId: ids.channel,
      userId: ids.bob,
      newRoles: "captain",
    }),
  "who is no member is not notified otherwise": ({ call, ids }) =>
    call("updateChannelMemberNotifications", {
      channelId: ids.channel,
      userId: ids.carol,
      notifications: { desktop: "none" },
    }),
  "a member is notified otherwise": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("notified");
    await call("addChannelMember", { channelId, userId: ids.bob });
    const notifications = { desktop: "none", mark_unread: "mention" };
    const request = { channelId, userId: ids.bob, notifications };
    return fieldsOf(await call("updateChannelMemberNotifications", request), "notify_props");
  },
  "a member is not notified in a way that does not exist": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("notified-oddly");
    await call("addChannelMember", { channelId, userId: ids.bob });
    const notifications = { desktop: "by drum" };
    const request = { channelId, userId: ids.bob, notifications };
    return fieldsOf(await call("updateChannelMemberNotifications", request), "notify_props");
  },
};
