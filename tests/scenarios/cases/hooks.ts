/** Scenarios about what hooks are told. @module */
import type { Scenarios } from "../play.ts";
import type { JsonObject } from "../target.ts";
import { PASSWORD } from "../target.ts";
import { fieldsOf } from "./pick.ts";

/** What is compared of a post that a hook is told of. */
const of = (fact: unknown) =>
  fieldsOf(
    fact as JsonObject,
    "id",
    "user_id",
    "message",
    "props",
    "original_id",
    "edit_at",
    "delete_at",
  );

export const hooks: Scenarios = {
  "a hook is told of a post, as it was changed": async ({ as, ids, name, seen }) => {
    const message = 'hook:{"replace":"changed on the way"}';
    name("told", String((await as("ada").post(ids.channel, { message }))["id"]));
    const [[post] = []] = await seen("messageHasBeenPosted") as unknown[][];
    return of(post);
  },
  "a hook is told of a changed post, and of what it was": async ({ as, newPost, seen }) => {
    await as("ada").edit(await newPost("told"), "after");
    const [facts = []] = await seen("messageHasBeenUpdated") as unknown[][];
    return facts.map(of);
  },
  "a hook is told of a deleted post": async ({ as, newPost, seen }) => {
    await as("ada").remove(await newPost("told"));
    const [[post] = []] = await seen("messageHasBeenDeleted") as unknown[][];
    return of(post);
  },
  "hooks are told of a reaction that comes and goes": async ({ call, ids, newPost, seen }) => {
    const reaction = { userId: ids.bob, postId: await newPost("liked"), emojiName: "anchor" };
    await call("addReaction", { reaction });
    const [[added] = []] = await seen("reactionHasBeenAdded") as JsonObject[][];
    await call("removeReaction", { reaction });
    const [[removed] = []] = await seen("reactionHasBeenRemoved") as JsonObject[][];
    return [added!, removed!].map((each) =>
      fieldsOf(each, "user_id", "post_id", "emoji_name", "channel_id")
    );
  },
  "a hook is told of a new channel": async ({ newChannel, seen }) => {
    await newChannel("told-channel");
    const [[channel] = []] = await seen("channelHasBeenCreated") as JsonObject[][];
    return fieldsOf(channel!, "id", "name", "team_id", "type");
  },
  "a hook is told of a new direct channel": async ({ call, ids, seen, user }) => {
    await call("getDirectChannel", { userId1: ids.ada, userId2: await user("told-direct") });
    const [[channel] = []] = await seen("channelHasBeenCreated") as JsonObject[][];
    return fieldsOf(channel!, "type", "team_id");
  },
  "hooks are told of who joins and leaves a channel": async ({ call, ids, newChannel, seen }) => {
    const channelId = await newChannel("told-joined");
    await call("addUserToChannel", { channelId, userId: ids.bob, asUserId: ids.ada });
    const joined = await seen("userHasJoinedChannel") as [JsonObject, unknown][];
    await call("deleteChannelMember", { channelId, userId: ids.bob });
    const left = await seen("userHasLeftChannel") as [JsonObject, unknown][];
    return [...joined, ...left].map(([member, actor]) => [
      fieldsOf(member, "channel_id", "user_id"),
      actor,
    ]);
  },
  "a hook is told of who joins a channel themselves": async ({ call, ids, newChannel, seen }) => {
    const channelId = await newChannel("told-joined-self");
    await call("addChannelMember", { channelId, userId: ids.bob });
    const joined = await seen("userHasJoinedChannel") as [JsonObject, unknown][];
    return joined.map(([member, actor]) => [fieldsOf(member, "user_id"), actor]);
  },
  "hooks are told of who joins and leaves a team": async ({ call, ids, seen, user }) => {
    const userId = await user("told-team");
    await call("createTeamMember", { teamId: ids.team, userId });
    const joined = await seen("userHasJoinedTeam") as [JsonObject, unknown][];
    await call("deleteTeamMember", { teamId: ids.team, userId, requestorId: ids.admin });
    const left = await seen("userHasLeftTeam") as [JsonObject, unknown][];
    return [...joined, ...left].map(([member, actor]) => [
      fieldsOf(member, "team_id", "user_id"),
      actor,
    ]);
  },
  "hooks are told of accounts that come and go": async ({ call, seen, user }) => {
    const userId = await user("told-account");
    const created = await seen("userHasBeenCreated");
    await call("updateUserActive", { userId, active: false });
    return [created, await seen("userHasBeenDeactivated")];
  },
  "a hook is told of changed preferences": async ({ call, ids, seen }) => {
    const preference = { userId: ids.bob, category: "ship", name: "flag", value: "white" };
    await call("updatePreferencesForUser", { userId: ids.bob, preferences: [preference] });
    return await seen("preferencesHaveChanged");
  },
  "a hook is told of a login": async ({ logIn, seen, user }) => {
    const username = "told-login";
    await logIn({ id: await user(username), username });
    return await seen("userHasLoggedIn");
  },
  "a plugin lets nobody in whom it rejects": async ({ logIn, outcome, user }) => {
    const username = "locked-out";
    const account = { id: await user(username), username };
    return await outcome(logIn(account).then(() => "is in"));
  },
  "who is deactivated does not log in": async ({ call, logIn, outcome, user }) => {
    const username = "logged-off";
    const account = { id: await user(username, { password: PASSWORD }), username };
    await call("updateUserActive", { userId: account.id, active: false });
    return await outcome(logIn(account).then(() => "is in"));
  },
};
