import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  NotFoundError,
  NotImplementedError,
  PluginAPIError,
  ValidationError,
} from "../api/errors.ts";
import type { FileInfo } from "../contract/mod.ts";
import { inProcessPlugin, noon, setUp } from "./setup_test.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? undefined);

/** The first bytes of a PNG of 3 by 2 pixels. */
const png = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0],
]);

Deno.test("a plugin's file is kept with what its name and its bytes say", async () => {
  await using s = setUp();
  const { id: channelId } = s.channel;
  const info = await s.api.uploadFile({ data: png, channelId, filename: "a/b/dot.PNG" });
  assertEquals(
    [info.name, info.extension, info.mimeType, info.size, info.width, info.height],
    ["dot.PNG", "png", "image/png", 29n, 3, 2],
  );
  assertEquals([info.creatorId, info.postId, info.createAt], ["nouser", "", BigInt(noon)]);
  assertEquals(info.channelId, "");
  assertEquals(await s.api.getFile({ fileId: info.id }), png);
  assertEquals(await s.api.readFile({ path: info.path }), png);
  assertEquals((await s.api.getFileInfo({ fileId: info.id })).id, info.id);
  const error = await assertRejects(
    () => s.api.uploadFile({ data: png, channelId: "nowhere", filename: "x" }),
    ValidationError,
  );
  assertEquals(error.id, "api.file.upload_file.incorrect_channelId.app_error");
});

Deno.test("a post has the files of its author and of plugins, once; no others", async () => {
  await using s = setUp();
  const { mattermost, ada, bob, channel: { id: channelId } } = s;
  const upload = (userId: string) =>
    mattermost.uploadFile({ userId, channelId, filename: "x.txt", data: encode("x") });
  const [own, others] = [await upload(ada.id), await upload(bob.id)];
  const plugins = await s.api.uploadFile({ data: encode("p"), channelId, filename: "p.txt" });
  const fileIds = [own.id, others.id, plugins.id, "missing"];
  const post = await mattermost.post({ userId: ada.id, channelId, message: "", fileIds });
  assertEquals(post.fileIds, [own.id, plugins.id]);
  assertEquals((await s.api.getFileInfo({ fileId: own.id })).postId, post.id);
  const again = await mattermost.post({
    userId: ada.id,
    channelId,
    message: "",
    fileIds: [own.id],
  });
  assertEquals(again.fileIds, []);
});

Deno.test("plugins change and refuse files before they are kept", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    fileWillBeUploaded: ({ fileInfo, fileContent }) => {
      const text = decode(fileContent as Uint8Array);
      if (text === "bad") {
        return Promise.resolve({
          modifiedFileInfo: null,
          modifiedContent: null,
          rejectionReason: "Not this.",
        });
      }
      const modifiedFileInfo = { ...fileInfo, name: "new.txt" } as FileInfo;
      const modifiedContent = encode(text.toUpperCase());
      return Promise.resolve({ modifiedFileInfo, modifiedContent, rejectionReason: "" });
    },
  }));
  const { id: channelId } = s.channel;
  const info = await s.api.uploadFile({ data: encode("hello!"), channelId, filename: "old.txt" });
  assertEquals([info.name, info.size], ["new.txt", 6n]);
  assertEquals(decode(await s.api.getFile({ fileId: info.id })), "HELLO!");
  await assertRejects(
    () => s.api.uploadFile({ data: encode("bad"), channelId, filename: "x" }),
    ValidationError,
    "File rejected by plugin. Not this.",
  );
});

Deno.test("people upload where they are, and not more than the server takes", async () => {
  await using s = setUp();
  const { mattermost, bob, team } = s;
  const closed = mattermost.createChannel({ teamId: team.id, name: "closed" });
  const file = { userId: bob.id, filename: "x", data: encode("12345") };
  await assertRejects(
    () => mattermost.uploadFile({ ...file, channelId: closed.id }),
    PluginAPIError,
    "upload_file",
  );
  const config = await s.api.getConfig();
  config.FileSettings.MaxFileSize = 4;
  await s.api.saveConfig({ config });
  const error = await assertRejects(
    () => mattermost.uploadFile({ ...file, channelId: s.channel.id }),
    PluginAPIError,
    "4 at most",
  );
  assertEquals(error.statusCode, 413);
});

Deno.test("files are listed, copied, linked to, and missing ones are said to be", async () => {
  await using s = setUp();
  const { id: channelId } = s.channel;
  const infos: FileInfo[] = [];
  for (const filename of ["a.txt", "b.txt"]) {
    const file = { userId: s.ada.id, data: encode(filename), channelId, filename };
    infos.push(await s.mattermost.uploadFile(file));
    s.pass(1);
  }
  const list = await s.api.getFileInfos({
    page: 0,
    perPage: 10,
    options: { channelIds: [channelId], sortDescending: true },
  });
  assertEquals(list.map(({ name }) => name), ["b.txt", "a.txt"]);
  const [copy = ""] = await s.api.copyFileInfos({ userId: s.bob.id, fileIds: [infos[0]!.id] });
  const copied = await s.api.getFileInfo({ fileId: copy });
  assertEquals([copied.creatorId, copied.channelId], [s.bob.id, ""]);
  assertEquals(decode(await s.api.getFile({ fileId: copy })), "a.txt");
  await assertRejects(() => s.api.getFileLink({ fileId: copy }), NotImplementedError);
  const config = await s.api.getConfig();
  config.FileSettings.EnablePublicLink = true;
  await s.api.saveConfig({ config });
  await assertRejects(() => s.api.getFileLink({ fileId: copy }), ValidationError, "no post");
  const post = await s.api.createPost({
    post: { userId: s.bob.id, channelId, message: "x", fileIds: [copy] },
  });
  assertEquals(post.fileIds, [copy]);
  assert((await s.api.getFileLink({ fileId: copy })).includes(`/files/${copy}/public?h=`));
  for (
    const call of [
      () => s.api.getFile({ fileId: "missing" }),
      () => s.api.getFileInfo({ fileId: "missing" }),
      () => s.api.copyFileInfos({ userId: s.bob.id, fileIds: ["missing"] }),
    ]
  ) {
    const error = await assertRejects(call, NotFoundError);
    assertEquals(error.id, "app.file_info.get.app_error");
  }
});

Deno.test("an account has a picture from the start, and takes images only", async () => {
  await using s = setUp();
  const userId = s.ada.id;
  const plain = await s.api.getProfileImage({ userId });
  assertEquals(decode(plain.subarray(1, 4)), "PNG");
  await s.api.setProfileImage({ userId, data: png });
  assertEquals(await s.api.getProfileImage({ userId }), png);
  assertEquals((await s.api.getUser({ userId })).lastPictureUpdate, BigInt(noon));
  const error = await assertRejects(
    () => s.api.setProfileImage({ userId, data: encode("no image") }),
    ValidationError,
  );
  assertEquals(error.id, "api.user.upload_profile_user.decode.app_error");
  await assertRejects(() => s.api.setProfileImage({ userId: "x", data: png }), NotFoundError);
  const teamId = s.team.id;
  await assertRejects(() => s.api.getTeamIcon({ teamId }), NotFoundError);
  await s.api.setTeamIcon({ teamId, data: png });
  assertEquals(await s.api.getTeamIcon({ teamId }), png);
  await s.api.removeTeamIcon({ teamId });
  await assertRejects(() => s.api.getTeamIcon({ teamId }), NotFoundError);
});
