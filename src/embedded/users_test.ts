import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { NotFoundError, ValidationError } from "../api/errors.ts";
import { eventsOf, inProcessPlugin, noon, setUp } from "./setup_test.ts";

Deno.test("the first account is the system administrator's, later ones are users'", async () => {
  await using s = setUp();
  assertEquals(s.ada.roles, "system_admin system_user");
  assertEquals(s.bob.roles, "system_user");
  assertEquals(s.bob.createAt, BigInt(noon));
  assertEquals(s.bob.notifyProps["push"], "mention");
});

Deno.test("an account is found by id, by username and by e-mail address, in whatever case", async () => {
  await using s = setUp();
  const user = { username: "Carol", email: "C@Example.com", password: "Correct-horse-7" };
  const carol = await s.api.createUser({ user });
  assertEquals([carol.username, carol.email], ["carol", "c@example.com"]);
  assertEquals(await s.api.getUser({ userId: carol.id }), carol);
  assertEquals((await s.api.getUserByUsername({ name: "CAROL" })).id, carol.id);
  assertEquals((await s.api.getUserByEmail({ email: "c@EXAMPLE.com" })).id, carol.id);
});

Deno.test("an account that is not there is not found, with the id of the search", async () => {
  await using s = setUp();
  const byId = await assertRejects(() => s.api.getUser({ userId: "nobody" }), NotFoundError);
  assertEquals([byId.id, byId.statusCode], ["app.user.missing_account.const", 404]);
  assertEquals(byId.where, "GetUser");
  const byName = await assertRejects(
    () => s.api.getUserByUsername({ name: "nobody" }),
    NotFoundError,
  );
  assertEquals(byName.id, "app.user.get_by_username.app_error");
  assertStringIncludes(byName.message, `"nobody"`);
});

Deno.test("a username or e-mail address that is taken or not allowed is refused", async () => {
  await using s = setUp();
  const password = "Correct-horse-7";
  const id = async (user: { username: string; email: string; password?: string }) => {
    const create = () => s.api.createUser({ user: { password, ...user } });
    return (await assertRejects(create, ValidationError)).id;
  };
  const email = "new@example.com";
  assertEquals(await id({ username: "ADA", email }), "app.user.save.username_exists.app_error");
  assertEquals(
    await id({ username: "new", email: "ada@example.com" }),
    "app.user.save.email_exists.app_error",
  );
  for (const username of ["all", "with space", "x".repeat(65)]) {
    assertEquals(await id({ username, email }), "model.user.is_valid.username.app_error");
  }
  assertEquals(
    await id({ username: "new", email: "none" }),
    "model.user.is_valid.email.app_error",
  );
  assertEquals(
    await id({ username: "new", email, password: "short" }),
    "api.user.check_user_password.invalid.app_error",
  );
});

Deno.test("updating an account keeps its roles, its creation and that it is no bot", async () => {
  await using s = setUp();
  s.pass(5);
  const updated = await s.api.updateUser({
    user: { ...s.bob, nickname: "Bobby", roles: "system_admin", createAt: 1n, isBot: true },
  });
  assertEquals(updated.nickname, "Bobby");
  assertEquals([updated.roles, updated.isBot], ["system_user", false]);
  assertEquals([updated.createAt, updated.updateAt], [BigInt(noon), BigInt(noon + 5)]);
  assertEquals((await s.api.getUser({ userId: s.bob.id })).nickname, "Bobby");
});

Deno.test("a password is never kept", async () => {
  await using s = setUp();
  const user = { username: "carol", email: "c@example.com", password: "correct horse" };
  const carol = await s.api.createUser({ user });
  assertEquals(carol.password, "");
  assertEquals((await s.api.getUser({ userId: carol.id })).password, "");
});

Deno.test("users are listed by page and by what a filter says", async () => {
  await using s = setUp();
  for (const username of ["dora", "carl", "emil"]) s.mattermost.createUser({ username });
  const names = async (filter: Parameters<typeof s.api.getUsers>[0]) =>
    (await s.api.getUsers({ page: 0, perPage: 100, ...filter })).map((user) => user.username);
  assertEquals(await names({ perPage: 2 }), ["ada", "bob"]);
  assertEquals(await names({ page: 1, perPage: 2 }), ["carl", "dora"]);
  assertEquals(await names({ page: 2, perPage: 2 }), ["emil"]);
  assertEquals(await names({ perPage: 0 }), []);
  // Not by team or channel: a real server does not look at these here.
  assertEquals((await names({ inTeamId: s.team.id })).length, 5);
  const inTeam = await s.api.getUsersInTeam({ teamId: s.team.id, page: 0, perPage: 100 });
  assertEquals(inTeam.map((user) => user.username), ["ada", "bob"]);
  assertEquals(await names({ role: "system_admin" }), ["ada"]);
  const emil = await s.api.getUserByUsername({ name: "emil" });
  await s.api.updateUserActive({ userId: emil.id, active: false });
  assertEquals(await names({ inactive: true }), ["emil"]);
  assertEquals(await names({ active: true }), ["ada", "bob", "carl", "dora"]);
  const found = await s.api.searchUsers({ term: "@D", allowInactive: false });
  assertEquals(found.map((user) => user.username), ["dora"]);
});

Deno.test("a deactivated account is told to plugins, and can be activated again", async () => {
  await using s = setUp();
  const told: string[] = [];
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    userHasBeenDeactivated: ({ user }) => Promise.resolve(void told.push(user?.username ?? "")),
  }));
  await s.api.deleteUser({ userId: s.bob.id });
  await s.mattermost.settled();
  assertEquals(told, ["bob"]);
  assertEquals((await s.api.getUser({ userId: s.bob.id })).deleteAt, BigInt(noon));
  await s.api.updateUserActive({ userId: s.bob.id, active: true });
  assertEquals((await s.api.getUser({ userId: s.bob.id })).deleteAt, 0n);
});

Deno.test("who was never online has no status; logging in makes one online", async () => {
  await using s = setUp();
  const error = await assertRejects(() => s.api.getUserStatus({ userId: s.bob.id }), NotFoundError);
  assertEquals(error.id, "app.status.get.missing.app_error");
  await s.mattermost.login(s.bob.id);
  assertEquals((await s.api.getUserStatus({ userId: s.bob.id })).status, "online");
  assertEquals(eventsOf(s.events, "status_change").length, 1);
  const away = await s.api.updateUserStatus({ userId: s.bob.id, status: "away" });
  assertEquals([away.status, away.manual], ["away", true]);
  const bad = await assertRejects(
    () => s.api.updateUserStatus({ userId: s.bob.id, status: "asleep" }),
    ValidationError,
  );
  assertEquals(bad.id, "plugin.api.update_user_status.bad_status");
});

Deno.test("a timed do-not-disturb ends by itself", async () => {
  await using s = setUp();
  await s.mattermost.login(s.bob.id);
  await s.api.setUserStatusTimedDND({
    userId: s.bob.id,
    endTime: BigInt(noon / 1000 + 60),
  });
  assertEquals((await s.api.getUserStatus({ userId: s.bob.id })).status, "dnd");
  s.pass(60_000);
  assertEquals((await s.api.getUserStatus({ userId: s.bob.id })).status, "online");
});

Deno.test("a plugin can refuse a login, with a reason for the user", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    userWillLogIn: ({ user }) => Promise.resolve(user?.username === "bob" ? "Not today." : ""),
  }));
  await s.mattermost.login(s.ada.id);
  const error = await assertRejects(() => s.mattermost.login(s.bob.id), ValidationError);
  assertEquals(error.message, "Login rejected by plugin: Not today.");
});

Deno.test("a bot is made once, follows its plugin's wishes and is nobody's person", async () => {
  await using s = setUp();
  const botUserId = await s.api.ensureBotUser({ bot: { username: "helper", displayName: "Help" } });
  assertEquals(
    await s.api.ensureBotUser({ bot: { username: "helper2", displayName: "Helper" } }),
    botUserId,
  );
  const bot = await s.api.getBot({ botUserId, includeDeleted: false });
  assertEquals([bot.username, bot.displayName], ["helper2", "Helper"]);
  assertEquals(bot.ownerId, "com.example.first");
  const user = await s.api.getUser({ userId: botUserId });
  assertEquals([user.isBot, user.username, user.roles], [true, "helper2", "system_user"]);
  assertEquals(await s.api.ensureBotUser({ bot: { username: "helper2" } }), botUserId);

  await s.api.kvDelete({ key: "mmi_botid" });
  assertEquals(
    await s.api.ensureBotUser({ bot: { username: "bob" } }),
    s.bob.id,
    "a person's account is used as it is",
  );
  const missing = await assertRejects(
    () => s.api.getBot({ botUserId: s.bob.id, includeDeleted: true }),
    NotFoundError,
  );
  assertEquals(missing.id, "store.sql_bot.get.missing.app_error");
});

Deno.test("a disabled bot is found only by who asks for disabled ones", async () => {
  await using s = setUp();
  const { userId: botUserId } = await s.api.createBot({ bot: { username: "helper" } });
  await s.api.updateBotActive({ botUserId, active: false });
  await assertRejects(() => s.api.getBot({ botUserId, includeDeleted: false }), NotFoundError);
  const all = await s.api.getBots({ options: { includeDeleted: true, perPage: 10 } });
  assertEquals(all.map((bot) => bot.username), ["helper"]);
  assertEquals(await s.api.getBots({ options: { perPage: 10 } }), []);
});

Deno.test("preferences are kept by user, category and name", async () => {
  await using s = setUp();
  const preference = { userId: s.bob.id, category: "display", name: "clock", value: "24" };
  await s.api.updatePreferencesForUser({ userId: s.bob.id, preferences: [preference] });
  const found = await s.api.getPreferenceForUser({
    userId: s.bob.id,
    category: "display",
    name: "clock",
  });
  assertEquals(found.value, "24");
  await s.api.deletePreferencesForUser({ userId: s.bob.id, preferences: [preference] });
  assertEquals(await s.api.getPreferencesForUser({ userId: s.bob.id }), []);
  const error = await assertRejects(
    () => s.api.updatePreferencesForUser({ userId: s.ada.id, preferences: [preference] }),
  );
  assertStringIncludes(String(error), s.ada.id);
});
