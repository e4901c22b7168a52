/** Checks of what the command line says when it cannot do what it shall. @module */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { connectServer } from "../../../src/cli/server/connect.ts";
import { openPluginArchive } from "../../../src/cli/server/plugin_archive.ts";
import { uploadPlugin } from "../../../src/cli/server/upload.ts";
import { writeWholeBundle } from "../../archives/whole_bundle.ts";
import { SMALL_MANIFEST } from "../../support/small_bundle.ts";
import type { Check } from "../check.ts";
import { pluginStatus } from "../client/plugins.ts";
import { PASSWORD } from "../client/rest.ts";
import { freePort } from "../environment/free_port.ts";
import { as, cli, withFolder } from "./run_cli.ts";

const { id: SMALL } = SMALL_MANIFEST;

export const cliTroubles: readonly Check[] = [
  {
    name: "with a name and a password the cli deploys, and is logged out afterwards",
    only: "deno",
    async run(stage) {
      const { admin, archives: { hello, language } } = stage;
      const sessions = async () =>
        (await admin.call<readonly unknown[]>("GET", `/users/${admin.id}/sessions`)).length;
      const before = await sessions();
      await withFolder(async (folder) => {
        await Deno.writeFile(`${folder}/hello.tar.gz`, hello.bytes);
        const env = { MM_ADMIN_USERNAME: admin.username, MM_ADMIN_PASSWORD: PASSWORD };
        const trust = language === "go" ? ["--any-launcher"] : [];
        const ran = await cli(stage, env, "deploy", "--yes", ...trust, `${folder}/hello.tar.gz`);
        assertEquals(ran.code, 0, ran.err);
        assertStringIncludes(ran.out, `${hello.id} ${hello.version} is running on`);
        assertEquals((ran.out + ran.err).includes(PASSWORD), false);
      });
      assertEquals(await sessions(), before);
    },
  },
  {
    name: "with a wrong token the cli deploys nothing, and doctor says what to do about the token",
    async run(stage) {
      const env = { MM_ADMIN_TOKEN: "x".repeat(26) };
      await withFolder(async (folder) => {
        await writeWholeBundle(`${folder}/bundle`);
        const deployed = await cli(stage, env, "deploy", "--yes", `${folder}/bundle`);
        assertEquals([deployed.code, deployed.out], [1, ""]);
        assertStringIncludes(deployed.err, "does not know the token");
        assertStringIncludes(deployed.err, "set MM_ADMIN_TOKEN to it");
      });
      assertEquals(await pluginStatus(stage.admin, SMALL), undefined);
      const doctor = await cli(stage, env, "doctor");
      assertEquals(doctor.code, 1);
      assertMatch(doctor.out, /^problem {2}account .* does not know the token/m);
    },
  },
  {
    name: "where no server answers, each command of the cli says so at once, and what to do",
    async run(stage) {
      const { archives: { hello }, admin } = stage;
      const url = `http://127.0.0.1:${freePort()}`;
      const env = { ...as(admin), MM_SERVICESETTINGS_SITEURL: url };
      const says = `nothing answers at ${url}: start the server, or check the address and its port`;
      await withFolder(async (folder) => {
        await writeWholeBundle(`${folder}/bundle`);
        await Deno.writeTextFile(`${folder}/plugin.ts`, "export default {};\n");
        await Deno.writeTextFile(`${folder}/plugin.json`, JSON.stringify(SMALL_MANIFEST));
        const commands = [
          ["list"],
          ["logs", hello.id, "--follow"],
          ["enable", hello.id],
          ["reset", hello.id],
          ["deploy", "--yes", `${folder}/bundle`],
          ["dev", "--server", "--yes", `${folder}/plugin.ts`],
        ];
        for (const words of commands) {
          const { code, out, err } = await cli(stage, env, ...words);
          assertEquals([code, out, err], [1, "", `error: ${says}\n`], words.join(" "));
        }
      });
      const doctor = await cli(stage, env, "doctor");
      assertEquals(doctor.code, 1);
      assertStringIncludes(doctor.out, `problem  server   ${says}`);
    },
  },
  {
    name:
      "a plugin for a newer server is not sent, and one that is there says why it is not started",
    async run(stage) {
      const { admin, mattermost: { url } } = stage;
      const env = as(admin);
      await withFolder(async (folder) => {
        await writeWholeBundle(`${folder}/bundle`, { min_server_version: "99.1.0" });
        const refused = await cli(stage, env, "deploy", "--yes", `${folder}/bundle`);
        assertEquals([refused.code, refused.out], [1, ""]);
        assertMatch(
          refused.err,
          /com\.example\.small 1\.0\.0 needs Mattermost 99\.1\.0 or newer, and \S+ is 9\.9\.\d+: update the server, or lower min_server_version/,
        );
        assertEquals(await pluginStatus(admin, SMALL), undefined);
        const doctor = await cli(stage, env, "doctor", `${folder}/bundle`);
        assertEquals(doctor.code, 1);
        assertMatch(
          doctor.out,
          /^problem {2}server .* needs 99\.1\.0 or newer: update the server/m,
        );

        // Who uploads it in another way has it refused by the server, when it is enabled.
        const { signal } = new AbortController();
        const { bytes } = await openPluginArchive(`${folder}/bundle`, signal);
        const access = { kind: "token", url, token: admin.token } as const;
        await using connection = await connectServer(access, { signal, timeoutMs: 30_000 });
        await uploadPlugin(connection, bytes, { signal, stallMs: 30_000, onProgress() {} });
        const enabled = await cli(stage, env, "enable", SMALL);
        assertEquals([enabled.code, enabled.out], [1, ""]);
        assertStringIncludes(enabled.err, "plugin requires Mattermost 99.1.0");
        assertStringIncludes(
          enabled.err,
          "The server is older than the plugin's min_server_version",
        );
      });
      await admin.call("DELETE", `/plugins/${SMALL}`);
    },
  },
];
