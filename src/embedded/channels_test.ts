import { assertEquals, assertNotEquals, assertRejects, assertThrows } from "@std/assert";
import { NotFoundError, ValidationError } from "../api/errors.ts";
import { ChannelType, TeamType } from "../contract/mod.ts";
import { inProcessPlugin, noon, setUp } from "./setup_test.ts";

Deno.test("a team has two channels from the start, and its members are in them", async () => {
  await using s = setUp();
  for (const name of ["town-square", "off-topic"]) {
    const channel = await s.api.getChannelByName({ teamId: s.team.id, name });
    assertEquals(channel.type, ChannelType.OPEN);
    const member = await s.api.getChannelMember({ channelId: channel.id, userId: s.bob.id });
    assertEquals(member.roles, "channel_user");
  }
});

Deno.test("a team's name is unique, and not a word that the server needs", async () => {
  await using s = setUp();
  const id = async (name: string) => {
    const team = { name, displayName: "T", type: TeamType.OPEN };
    return (await assertRejects(() => s.api.createTeam({ team }), ValidationError)).id;
  };
  assertEquals(await id("acme"), "store.sql_team.save_team.existing.app_error");
  assertEquals(await id("plugins"), "model.team.is_valid.reserved.app_error");
  assertEquals(await id("No Spaces"), "model.team.is_valid.characters.app_error");
});

Deno.test("a channel is found by id and by name, archived ones only on request", async () => {
  await using s = setUp();
  assertEquals((await s.api.getChannel({ channelId: s.channel.id })).name, "talk");
  const byNames = { teamName: "acme", channelName: "talk", includeDeleted: false };
  assertEquals((await s.api.getChannelByNameForTeamName(byNames)).id, s.channel.id);
  await s.api.deleteChannel({ channelId: s.channel.id });
  const error = await assertRejects(
    () => s.api.getChannelByName({ teamId: s.team.id, name: "talk", includeDeleted: false }),
    NotFoundError,
  );
  assertEquals(error.id, "app.channel.get_by_name.missing.app_error");
  const archived = { teamId: s.team.id, name: "talk", includeDeleted: true };
  assertEquals((await s.api.getChannelByName(archived)).deleteAt, BigInt(noon));
  const again = await assertRejects(
    () => s.api.deleteChannel({ channelId: s.channel.id }),
    ValidationError,
  );
  assertEquals(again.id, "api.channel.delete_channel.deleted.app_error");
});

Deno.test("nobody can post to an archived channel", async () => {
  await using s = setUp();
  await s.api.deleteChannel({ channelId: s.channel.id });
  const error = await assertRejects(
    () => s.mattermost.post({ userId: s.ada.id, channelId: s.channel.id, message: "m" }),
    ValidationError,
  );
  assertEquals(error.id, "api.post.create_post.can_not_post_to_deleted.error");
});

Deno.test("a channel's name is unique in its team, and not one of a direct channel", async () => {
  await using s = setUp();
  const id = (name: string) =>
    assertThrows(() => s.mattermost.createChannel({ teamId: s.team.id, name }), ValidationError).id;
  assertEquals(id("talk"), "store.sql_channel.save_channel.exists.app_error");
  assertEquals(id("With Space"), "model.channel.is_valid.1_or_more.app_error");
  assertEquals(id(`${s.ada.id}__${s.bob.id}`), "model.channel.is_valid.name.app_error");
});

Deno.test("two users have one direct channel, whoever asks first", async () => {
  await using s = setUp();
  const direct = await s.api.getDirectChannel({ userId1: s.ada.id, userId2: s.bob.id });
  assertEquals(direct.type, ChannelType.DIRECT);
  assertEquals(direct.name, [s.ada.id, s.bob.id].sort().join("__"));
  const again = await s.api.getDirectChannel({ userId1: s.bob.id, userId2: s.ada.id });
  assertEquals(again.id, direct.id);
  const members = await s.api.getChannelMembers({ channelId: direct.id, page: 0, perPage: 10 });
  assertEquals(members.map((member) => member.userId), [s.ada.id, s.bob.id].sort());
  const post = await s.mattermost.post({
    userId: s.bob.id,
    channelId: direct.id,
    message: "psst",
  });
  assertEquals(post.channelId, direct.id);
  const error = await assertRejects(
    () => s.api.getDirectChannel({ userId1: s.ada.id, userId2: "nobody" }),
    ValidationError,
  );
  assertEquals(error.id, "api.channel.create_direct_channel.invalid_user.app_error");
});

Deno.test("a group channel has three to eight users and is one, in whatever order", async () => {
  await using s = setUp();
  const eve = s.mattermost.createUser({ username: "eve" });
  const userIds = [s.ada.id, s.bob.id, eve.id];
  const group = await s.api.getGroupChannel({ userIds });
  assertEquals([group.type, group.displayName], [ChannelType.GROUP, "ada, bob, eve"]);
  assertEquals((await s.api.getGroupChannel({ userIds: userIds.toReversed() })).id, group.id);
  const direct = await s.api.getDirectChannel({ userId1: s.ada.id, userId2: eve.id });
  assertNotEquals(direct.id, group.id);
  const error = await assertRejects(
    () => s.api.getGroupChannel({ userIds: userIds.slice(1) }),
    ValidationError,
  );
  assertEquals(error.id, "api.channel.create_group.bad_size.app_error");
});

Deno.test("only members of the team come into a channel, once, and plugins are told", async () => {
  await using s = setUp();
  const told: string[] = [];
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    userHasJoinedChannel: ({ channelMember, actor }) =>
      Promise.resolve(void told.push(`${channelMember?.userId} by ${actor?.username ?? "self"}`)),
    userHasLeftChannel: ({ channelMember }) =>
      Promise.resolve(void told.push(`${channelMember?.userId} left`)),
  }));
  const channel = s.mattermost.createChannel({ teamId: s.team.id, name: "new" });
  const add = { channelId: channel.id, userId: s.bob.id, asUserId: s.ada.id };
  await s.api.addUserToChannel(add);
  await s.api.addUserToChannel(add);
  await s.api.deleteChannelMember({ channelId: channel.id, userId: s.bob.id });
  await s.mattermost.settled();
  assertEquals(told, [`${s.bob.id} by ada`, `${s.bob.id} left`]);
  const stranger = s.mattermost.createUser({ username: "stranger" });
  const error = await assertRejects(
    () => s.api.addChannelMember({ channelId: channel.id, userId: stranger.id }),
    NotFoundError,
  );
  assertEquals(error.id, "app.team.get_member.missing.app_error");
});

Deno.test("who leaves a team leaves its channels", async () => {
  await using s = setUp();
  await s.api.deleteTeamMember({ teamId: s.team.id, userId: s.bob.id });
  const error = await assertRejects(
    () => s.api.getChannelMember({ channelId: s.channel.id, userId: s.bob.id }),
    NotFoundError,
  );
  assertEquals(error.id, "app.channel.get_member.missing.app_error");
  const members = await s.api.getTeamMembers({ teamId: s.team.id, page: 0, perPage: 10 });
  assertEquals(members.map((member) => member.userId), [s.ada.id]);
  const back = await s.api.createTeamMember({ teamId: s.team.id, userId: s.bob.id });
  assertEquals(back.deleteAt, 0n);
});

Deno.test("members are added together or not at all, or each on their own", async () => {
  await using s = setUp();
  const eve = s.mattermost.createUser({ username: "eve" });
  const both = { teamId: s.team.id, userIds: [eve.id, "nobody"], requestorId: s.ada.id };
  await assertRejects(() => s.api.createTeamMembers(both), NotFoundError);
  await assertRejects(
    () => s.api.getTeamMember({ teamId: s.team.id, userId: eve.id }),
    NotFoundError,
  );
  const [good, bad] = await s.api.createTeamMembersGracefully(both);
  assertEquals(good?.member?.userId, eve.id);
  assertEquals([bad?.userId, bad?.error?.id], ["nobody", "app.user.missing_account.const"]);
});

Deno.test("roles grant permissions in the channel, in the team and in the system", async () => {
  await using s = setUp();
  const eve = s.mattermost.createUser({ username: "eve" }, s.team);
  const inChannel = (userId: string, permissionId: string) =>
    s.api.hasPermissionToChannel({ userId, channelId: s.channel.id, permissionId });
  assertEquals(await inChannel(s.bob.id, "create_post"), true);
  assertEquals(await inChannel(eve.id, "create_post"), false, "not in the channel");
  assertEquals(await inChannel(eve.id, "read_public_channel"), true, "by the team");
  assertEquals(await inChannel(eve.id, "create_team"), true, "by the system");
  assertEquals(await inChannel(s.ada.id, "manage_system"), true, "the administrator");
  assertEquals(
    await s.api.hasPermissionTo({ userId: s.bob.id, permissionId: "manage_system" }),
    false,
  );
  assertEquals(await inChannel("nobody", "create_post"), false);
  await s.api.updateTeamMemberRoles({
    teamId: s.team.id,
    userId: s.bob.id,
    newRoles: "team_user team_admin",
  });
  assertEquals(
    await s.api.hasPermissionToTeam({
      userId: s.bob.id,
      teamId: s.team.id,
      permissionId: "manage_team",
    }),
    true,
  );
});

Deno.test("a reaction is there once, and both changes are told", async () => {
  await using s = setUp();
  const { id: postId } = await s.mattermost.post({
    userId: s.ada.id,
    channelId: s.channel.id,
    message: "m",
  });
  const reaction = { postId, userId: s.bob.id, emojiName: "tada" };
  await s.api.addReaction({ reaction });
  await s.api.addReaction({ reaction });
  assertEquals((await s.api.getReactions({ postId })).map((r) => r.emojiName), ["tada"]);
  assertEquals((await s.api.getPost({ postId })).hasReactions, true);
  await s.api.removeReaction({ reaction });
  assertEquals(await s.api.getReactions({ postId }), []);
  assertEquals((await s.api.getPost({ postId })).hasReactions, false);
});
