/** Scenarios about files. @module */
import type { Scenarios } from "../play.ts";
import type { Scene } from "../scene.ts";
import type { JsonObject } from "../target.ts";
import { bytes, fieldsOf } from "./pick.ts";

/** Uploads a text for the plugin. */
async function upload(
  { call, ids, name }: Scene,
  filename: string,
  text = "fair wind",
): Promise<JsonObject & { id: string }> {
  const request = { data: bytes(text), channelId: ids.channel, filename };
  return name("file", await call<JsonObject & { id: string }>("uploadFile", request));
}

const what = [
  "id",
  "creator_id",
  "name",
  "extension",
  "size",
  "mime_type",
  "post_id",
  "channel_id",
];

export const files: Scenarios = {
  "a file is uploaded and read": async (scene) => {
    const { id: fileId } = await upload(scene, "log.txt");
    return [
      fieldsOf(await scene.call("getFileInfo", { fileId }), ...what),
      await scene.call("getFile", { fileId }),
    ];
  },
  "a file that is not there is not found": ({ call, ids }) =>
    call("getFileInfo", { fileId: ids.unknown }),
  "a file that is not there is not read": ({ call, ids }) =>
    call("getFile", { fileId: ids.unknown }),
  "a file's name keeps no folders": async (scene) =>
    fieldsOf(await upload(scene, "../below/deck.TXT"), "name", "extension", "mime_type"),
  "a file is not uploaded to a channel that is not there": ({ call, ids }) =>
    call("uploadFile", { data: bytes("x"), channelId: ids.unknown, filename: "x.txt" }),
  "an empty file is uploaded": async (scene) =>
    fieldsOf(await upload(scene, "empty.txt", ""), "name", "size"),
  "a post has a file, and the file its post": async (scene) => {
    const { call, newPost } = scene;
    const uploaded = await upload(scene, "map.txt");
    const postId = await newPost("mapped", { fileIds: [uploaded.id] });
    return [
      fieldsOf(await call("getPost", { postId }), "file_ids"),
      fieldsOf(await call("getFileInfo", { fileId: uploaded.id }), ...what),
    ];
  },
  "somebody uploads a file and posts it": async ({ as, call, ids, name }) => {
    const { id } = name("file", await as("ada").upload(ids.channel, "hers.txt", "mine"));
    const fileIds = [String(id)];
    const post = name("post", await as("ada").post(ids.channel, { message: "look", fileIds }));
    return [
      fieldsOf(post, "file_ids"),
      fieldsOf(await call("getFileInfo", { fileId: String(id) }), ...what),
    ];
  },
  "somebody posts a file of somebody else": async ({ as, ids, name }) => {
    const { id } = name("file", await as("ada").upload(ids.channel, "hers.txt", "mine"));
    const post = await as("bob").post(ids.channel, { message: "look", fileIds: [String(id)] });
    return Object.keys(post["file_ids"] ?? []).length;
  },
  "who is not in a channel does not upload there": ({ as, ids }) =>
    as("carol").upload(ids.cellar, "hers.txt", "mine"),
  "a plugin rejects a file": ({ as, ids }) => as("ada").upload(ids.channel, "mutiny.txt", "now"),
  "a plugin changes a file": async ({ as, call, ids, name }) => {
    const uploaded = name("file", await as("ada").upload(ids.channel, "secret.txt", "gold"));
    const fileId = String(uploaded["id"]);
    return [
      fieldsOf(uploaded, "name", "size", "extension"),
      fieldsOf(await call("getFileInfo", { fileId }), "name", "size", "extension"),
      await call("getFile", { fileId }),
    ];
  },
  "a plugin that fails lets a file pass": async ({ as, ids }) =>
    fieldsOf(await as("ada").upload(ids.channel, "broken.txt", "x"), "name", "size"),
  "a plugin's own file is rejected": async (scene) => await upload(scene, "mutiny.txt"),
  "a plugin's own file is asked about, too": async (scene) => {
    const { id: fileId } = await upload(scene, "secret.txt", "gold");
    return await scene.call("getFile", { fileId });
  },
  "a copy of a file is another's": async (scene) => {
    const { call, ids, name } = scene;
    const { id } = await upload(scene, "copied.txt");
    const [copy] = await call<string[]>("copyFileInfos", { userId: ids.bob, fileIds: [id] });
    name("copy", copy!);
    return [
      fieldsOf(await call("getFileInfo", { fileId: copy! }), ...what),
      await call("getFile", { fileId: copy! }),
    ];
  },
  "a file that is not there is not copied": ({ call, ids }) =>
    call("copyFileInfos", { userId: ids.bob, fileIds: [ids.unknown] }),
  "there are no links to files unless the settings allow it": async (scene) => {
    const { id: fileId } = await upload(scene, "linked.txt");
    return await scene.call("getFileLink", { fileId });
  },
  "a page of files": async (scene) => {
    const { call, ids, newChannel, newPost } = scene;
    const channelId = await newChannel("filed");
    const uploaded = [await upload(scene, "one.txt"), await upload(scene, "two.txt")];
    await newPost("filed post", { channelId, fileIds: uploaded.map(({ id }) => id) });
    const options = { channelIds: [channelId], sortBy: "CreateAt" };
    const found = await call<JsonObject[]>("getFileInfos", { page: 0, perPage: 1, options });
    const all = await call<JsonObject[]>("getFileInfos", { page: 0, perPage: 10, options });
    const users = { userIds: [ids.unknown] };
    return [
      fieldsOf(found, "name"),
      fieldsOf(all, "name").length,
      await call("getFileInfos", { page: 0, perPage: 10, options: users }),
    ];
  },
  "an account has a picture": async ({ call, user }) => {
    const userId = await user("pictured");
    const image = await call<string>("getProfileImage", { userId });
    return image.length > 0;
  },
  "what is no picture is not set as one": ({ call, ids }) =>
    call("setProfileImage", { userId: ids.bob, data: bytes("no picture") }),
};
