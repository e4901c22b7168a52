/** Checks of uploaded files that a plugin looks at first. @module */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import { RestError } from "../client/rest.ts";
import type { Stage } from "../stage.ts";

interface FileInfo {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

async function upload({ ada, channel }: Stage, name: string, content: string): Promise<FileInfo> {
  const form = new FormData();
  form.set("channel_id", channel.id);
  form.set("files", new Blob([content]), name);
  const { file_infos: [info] } = await ada.call<{ file_infos: FileInfo[] }>("POST", "/files", form);
  if (info === undefined) throw new Error("the server tells nothing of the file");
  return info;
}

export const files: readonly Check[] = [
  {
    name: "an uploaded file is replaced by the plugin, with another name and other bytes",
    async run(stage) {
      const content = "a whisper\n".repeat(300_000);
      const info = await upload(stage, "secret.txt", content);
      assertEquals([info.name, info.size], ["loud.txt", content.length]);
      const response = await stage.ada.fetch(`/api/v4/files/${info.id}`);
      assertEquals(await response.text() === content.toUpperCase(), true);
    },
  },
  {
    name: "an uploaded file that the plugin leaves alone is stored as it is",
    async run(stage) {
      const content = "an ordinary file with ümlauts";
      const info = await upload(stage, "ordinary.txt", content);
      assertEquals(info.name, "ordinary.txt");
      const response = await stage.ada.fetch(`/api/v4/files/${info.id}`);
      assertEquals(await response.text(), content);
    },
  },
  {
    name: "an uploaded file is refused with the plugin's reason",
    async run(stage) {
      const error = await assertRejects(() => upload(stage, "virus.exe", "MZ"), RestError);
      assertEquals(error.status, 400);
      assertStringIncludes(error.message, "Programs are not welcome.");
    },
  },
];
