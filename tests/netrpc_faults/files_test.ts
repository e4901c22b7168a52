import { assert, assertEquals } from "@std/assert";
import { needing } from "../support/needs.ts";
import { startGoSide } from "./go_side.ts";

const MiB = 1024 * 1024;

Deno.test(
  await needing(["go"], {
    name: "an uploaded file is read as far as the plugin reads it, and as fast",
    async fn() {
      await using server = await startGoSide();
      const show = (name: string, count: number) =>
        server.host.run({ op: "largeFile", name, count });
      const whole = await show("whole", 100 * MiB);
      assertEquals([whole.text, whole.calls], [`${100 * MiB} bytes, all right`, 100 * MiB]);
      const empty = await show("whole", 0);
      assertEquals(empty.text, "0 bytes, all right");
      const unread = await show("unread", 100 * MiB);
      assertEquals([unread.text ?? "", unread.calls ?? 0], ["", 0]);
      const begun = await show("begun", 100 * MiB);
      assertEquals(begun.text, "the beginning was enough");
      assert((begun.calls ?? 0) <= MiB, `${begun.calls} bytes were read`);
      // All of it has not filled the memory of the plugin.
      const status = await Deno.readTextFile(`/proc/${server.pid}/status`);
      const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
      console.log(`most memory: ${(peak / MiB).toFixed(0)} MiB`);
      assert(peak < 200 * MiB, `${peak} bytes`);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "of a replacement that breaks nothing is written: the file stays as it was",
    async fn() {
      await using server = await startGoSide();
      const { text = "", result = "" } = await server.host.run({
        op: "largeFile",
        name: "broken",
        count: MiB,
      });
      assertEquals([text, result], ["", ""]);
      assert(server.host.log().includes("there is no more"));
    },
  }),
);
