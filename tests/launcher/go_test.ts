/** The native launcher's own tests, in Go. */
import { assert } from "@std/assert";
import { capture } from "../../tools/capture.ts";
import { findGo } from "../e2e/environment/go_build.ts";
import { needing } from "../support/needs.ts";

const MODULE = new URL("../../tools/launcher/", import.meta.url);

Deno.test(
  await needing(["go", "sh"], {
    name: "the native launcher's tests in Go pass, and its sources are formatted and vetted",
    async fn() {
      const go = await findGo();
      Deno.env.set("LAUNCHER_TEST_DENO", Deno.build.os === "linux" ? Deno.execPath() : "");
      Deno.env.set("GOWORK", "off");
      for (const words of [["vet", "."], ["test", "-count=1", "."]]) {
        const { success, output } = await capture(go, words, MODULE);
        assert(success, output);
      }
      const { output } = await capture(`${go}fmt`, ["-l", "."], MODULE);
      assert(output.trim() === "", `not formatted: ${output}`);
    },
  }),
);
