/** Checks of `examples/moderation`. @module */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post } from "../client/models.ts";
import { RestError } from "../client/rest.ts";
import type { Stage } from "../stage.ts";
import { useExample } from "./example_plugins.ts";

const say = ({ ada, channel }: Stage, message: string) =>
  ada.call<Post>("POST", "/posts", { channel_id: channel.id, message });

async function upload({ ada, channel }: Stage, name: string): Promise<string | undefined> {
  const form = new FormData();
  form.set("channel_id", channel.id);
  form.set("files", new Blob(["text"]), name);
  const { file_infos: [info] } = await ada.call<{ file_infos: { name: string }[] }>(
    "POST",
    "/files",
    form,
  );
  return info?.name;
}

export const moderation: readonly Check[] = [
  {
    name: "moderation: words are refused and hidden as the System Console's settings say",
    only: "deno",
    async run(stage) {
      await using _ = await useExample(stage, "moderation", {
        banned: "darn\nheck*",
        hidden: "secret",
      });
      const error = await assertRejects(() => say(stage, "Hecking good"), RestError);
      assertStringIncludes(error.message, 'Please find another word for "Hecking".');
      assertEquals((await say(stage, "a secret")).message, "a ******");
      const { message, id } = await say(stage, "fine");
      assertEquals(message, "fine");
      await assertRejects(
        () => stage.ada.call("PUT", `/posts/${id}/patch`, { message: "darn" }),
        RestError,
      );
      assertEquals((await stage.ada.call<Post>("GET", `/posts/${id}`)).message, "fine");
    },
  },
  {
    name: "moderation: programs are refused or renamed as the settings say",
    only: "deno",
    async run(stage) {
      {
        await using _ = await useExample(stage, "moderation");
        const error = await assertRejects(() => upload(stage, "setup.bat"), RestError);
        assertStringIncludes(error.message, "Programs and scripts are not welcome here.");
        assertEquals(await upload(stage, "notes.txt"), "notes.txt");
      }
      await using _ = await useExample(stage, "moderation", { files: "rename" });
      assertEquals(await upload(stage, "setup.bat"), "setup.bat.txt");
    },
  },
  {
    name: "moderation: a setting that does not fit is told in the log, and its default is used",
    only: "deno",
    async run(stage) {
      await using _ = await useExample(stage, "moderation", { maxmegabytes: "plenty" });
      const line = await stage.log.line(
        "about maxMegabytes",
        ({ msg, plugin_id }) =>
          plugin_id === "com.example.moderation" && msg.includes("maxMegabytes"),
      );
      assertEquals(line.level, "warn");
      assertEquals(await upload(stage, "small.txt"), "small.txt");
    },
  },
];
