import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { testPlugin, type TestPluginKitOptions } from "@mattermost-deno/plugin/testing";
import moderation from "./plugin.ts";
import { wordPattern } from "./words.ts";

const start = (settings: TestPluginKitOptions["settings"] = {}) =>
  testPlugin(moderation, { settings });

Deno.test("a message with a banned word is refused, and so is an edit that brings one in", async () => {
  await using t = await start({ banned: "darn\nheck*" });
  const refusal = 'Please find another word for "Hecking".';
  await assertRejects(() => t.post("Hecking good"), Error, refusal);
  const post = await t.post("a darned sock");
  assertEquals(post.message, "a darned sock");
  await assertRejects(() => t.edit(post, "a darn sock"), Error, 'another word for "darn"');
  assertEquals(t.posts().map(({ message }) => message), ["a darned sock"]);
});

Deno.test("hidden words are replaced, letter by letter", async () => {
  await using t = await start({ hidden: "secret*" });
  assertEquals((await t.post("Top SECRETS, please")).message, "Top *******, please");
});

Deno.test("whoever is exempt may say everything", async () => {
  await using t = await start({ banned: "darn", exempt: "ben" });
  assertEquals((await t.post("darn", { as: "ben" })).message, "darn");
  await assertRejects(() => t.post("darn", { as: "ada" }));
});

Deno.test("if the moderation fails, nothing gets through", async () => {
  await using t = await start({ banned: "darn" });
  t.fail("kvGet");
  await assertRejects(() => t.post("darn"), Error);
  assertEquals(t.posts(), []);
  assertEquals(t.takeErrors().map(({ what }) => what), ["messageWillBePosted"]);
});

Deno.test("an administrator sees what was done, others do not", async () => {
  await using t = await start({ banned: "darn" });
  assertEquals(
    (await t.command("/moderation log", { as: "admin" })).text,
    "Nothing was moderated.",
  );
  await assertRejects(() => t.post("darn"));
  const { text } = await t.command("/moderation log", { as: "admin" });
  assertStringIncludes(text, "@ada: refused a message");
  const refused = await t.command("/moderation log", { as: "ada" });
  assertEquals(refused.text.includes("@ada"), false);
  await t.command("/moderation clear", { as: "admin" });
  assertEquals(
    (await t.command("/moderation log", { as: "admin" })).text,
    "Nothing was moderated.",
  );
});

Deno.test("programs are refused, renamed or allowed, as the settings say", async () => {
  await using t = await start();
  const upload = async (name: string, size = 3n) => {
    const { modifiedFileInfo, rejectionReason } = await t.hooks.fileWillBeUploaded({
      fileInfo: { name, size, creatorId: t.users.ada.id },
      fileContent: new TextEncoder().encode("abc"),
    });
    return rejectionReason || modifiedFileInfo?.name || name;
  };
  assertEquals(await upload("fine.png"), "fine.png");
  assertEquals(await upload("setup.EXE"), "Programs and scripts are not welcome here.");
  assertEquals(await upload("big.png", 51_000_000n), "Files may have 50 MB at most.");
  await t.configure({ files: "rename" });
  assertEquals(await upload("setup.exe"), "setup.exe.txt");
  await t.configure({ files: "allow" });
  assertEquals(await upload("setup.exe"), "setup.exe");
});

Deno.test("words are found whole, in every script, and nothing in a list is a pattern", () => {
  const finds = (list: string, text: string) => text.match(wordPattern(list) ?? /$^/) ?? [];
  assertEquals(finds("a.b", "axb a.b"), ["a.b"]);
  assertEquals(finds("ärger\n*schrott", "Ärger, Blechschrott, ärgern"), ["Ärger", "Blechschrott"]);
  assertEquals(wordPattern(" \n"), undefined);
});
