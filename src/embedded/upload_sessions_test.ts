import { assertEquals, assertRejects } from "@std/assert";
import { NotFoundError, PluginAPIError, ValidationError } from "../api/errors.ts";
import { newId } from "./store/ids.ts";
import { eventsOf, setUp } from "./setup_test.ts";

const mebibyte = 1024 * 1024;
const streamOf = (length: number) => new Blob([new Uint8Array(length).fill(7)]).stream();

Deno.test("a file comes in parts, and is one when the last has come", async () => {
  await using s = setUp();
  const session = await s.api.createUploadSession({
    uploadSession: {
      id: newId(),
      type: "attachment",
      userId: s.ada.id,
      channelId: s.channel.id,
      filename: "a.txt",
      fileSize: BigInt(6 * mebibyte),
    },
  });
  assertEquals(
    await s.api.uploadData({ uploadSession: session, data: streamOf(5 * mebibyte) }),
    null,
  );
  const half = await s.api.getUploadSession({ uploadId: session.id });
  assertEquals(half.fileOffset, BigInt(5 * mebibyte));
  const late = await assertRejects(
    () => s.api.uploadData({ uploadSession: session, data: streamOf(1) }),
    PluginAPIError,
  );
  assertEquals(late.id, "app.upload.upload_data.concurrent.app_error");
  // More than the file has is left out.
  const info = await s.api.uploadData({ uploadSession: half, data: streamOf(2 * mebibyte) });
  assertEquals([info?.name, info?.size, info?.creatorId], [
    "a.txt",
    BigInt(6 * mebibyte),
    s.ada.id,
  ]);
  assertEquals((await s.api.getFile({ fileId: info!.id })).length, 6 * mebibyte);
  await assertRejects(() => s.api.getUploadSession({ uploadId: session.id }), NotFoundError);
});

Deno.test("sessions that are none are refused, and first parts that are too small", async () => {
  await using s = setUp();
  const good = {
    id: newId(),
    type: "attachment",
    userId: s.ada.id,
    channelId: s.channel.id,
    filename: "a.txt",
    fileSize: 10n,
  };
  const create = (change: object) =>
    s.api.createUploadSession({ uploadSession: { ...good, id: newId(), ...change } });
  for (
    const [change, id] of [
      [{ id: "x" }, "model.upload_session.is_valid.id.app_error"],
      [{ type: "x" }, "model.upload_session.is_valid.type.app_error"],
      [{ userId: "x" }, "model.upload_session.is_valid.user_id.app_error"],
      [{ filename: "" }, "model.upload_session.is_valid.filename.app_error"],
      [{ fileSize: 0n }, "model.upload_session.is_valid.file_size.app_error"],
      [{ channelId: newId() }, "app.upload.create.incorrect_channel_id.app_error"],
    ] as const
  ) {
    assertEquals((await assertRejects(() => create(change), ValidationError)).id, id);
  }
  const uploadSession = await create({});
  const small = await assertRejects(
    () => s.api.uploadData({ uploadSession, data: streamOf(5) }),
    ValidationError,
  );
  assertEquals(small.id, "app.upload.upload_data.first_part_too_small.app_error");
});

Deno.test("mail goes to listeners where the settings let it, and says what is missing", async () => {
  await using s = setUp();
  const mail = { to: "a@example.com", subject: "Hi", htmlBody: "<b>Hi</b>" };
  await s.api.sendMail(mail);
  assertEquals(eventsOf(s.events, "mail"), []);
  const config = await s.api.getConfig();
  config.EmailSettings.SendEmailNotifications = true;
  await s.api.saveConfig({ config });
  await s.api.sendMail(mail);
  assertEquals(eventsOf(s.events, "mail"), [{ type: "mail", ...mail }]);
  const error = await assertRejects(() => s.api.sendMail({ ...mail, to: "" }), ValidationError);
  assertEquals(error.id, "plugin_api.send_mail.missing_to");
});

Deno.test("a server has no emoji of its own", async () => {
  await using s = setUp();
  assertEquals(await s.api.getEmojiList({ sortBy: "", page: 0, perPage: 10 }), []);
  const error = await assertRejects(() => s.api.getEmojiByName({ name: "x" }), NotFoundError);
  assertEquals(error.id, "app.emoji.get_by_name.no_result");
  await assertRejects(() => s.api.getEmoji({ emojiId: "x" }), NotFoundError);
});
