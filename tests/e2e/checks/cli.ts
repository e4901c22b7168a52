/** Checks of the command line's way onto a server. @module */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { main } from "../../../src/cli/main.ts";
import { createMemoryIO } from "../../../src/cli/memory_io.ts";
import { connectServer } from "../../../src/cli/server/connect.ts";
import { ServerError } from "../../../src/cli/server/server_error.ts";
import { uploadPlugin } from "../../../src/cli/server/upload.ts";
import { writeSmallBundle } from "../../support/small_bundle.ts";
import type { Check } from "../check.ts";
import type { Language } from "../pack_plugin.ts";
import { PASSWORD } from "../client/rest.ts";
import { as, cli, withFolder } from "./run_cli.ts";

const BROKEN = "com.example.small";

/** What is no bundle for Deno is deployed only if that is said. */
const trusting = (language: Language) => language === "go" ? ["--any-launcher"] : [];

export const cliChecks: readonly Check[] = [
  {
    name: "the cli's doctor finds the server healthy, with a token and with a password",
    async run(stage) {
      for (
        const env of [
          as(stage.admin),
          { MM_ADMIN_USERNAME: stage.admin.username, MM_ADMIN_PASSWORD: PASSWORD },
        ]
      ) {
        const { code, out } = await cli(stage, env, "doctor");
        assertEquals(code, 0, out);
        assertMatch(out, /fine {5}server .* answers: Mattermost 9\.\d+\.\d+/);
        assertMatch(out, /fine {5}account /);
        assertMatch(out, /fine {5}uploads .* up to 100 MiB/);
      }
    },
  },
  {
    name: "the cli deploys the example, its logs show the example's line, and list shows it",
    async run(stage) {
      const { admin, archives: { hello, language } } = stage;
      await withFolder(async (folder) => {
        await Deno.writeFile(`${folder}/hello.tar.gz`, hello.bytes);
        const words = ["deploy", "--yes", ...trusting(language), `${folder}/hello.tar.gz`];
        const deployed = await cli(stage, as(admin), ...words);
        assertEquals(deployed.code, 0, deployed.err);
        assertStringIncludes(deployed.out, `${hello.id} ${hello.version} is running on`);
        assertStringIncludes(deployed.err, `replaces the same version, ${hello.version}`);
        const again = await cli(stage, as(admin), ...words);
        assertEquals(again.err.includes("is not known"), false);
      });
      const logs = await cli(stage, as(admin), "logs", hello.id);
      assertMatch(logs.out, /^\d{4}-\d\d-\d\d \S+ \S+ info {2}ready to greet/m);
      const list = JSON.parse((await cli(stage, as(admin), "list", "--json")).out);
      const { state, version, runtime } = list.find(({ id }: { id: string }) => id === hello.id);
      assertEquals([state, version], ["running", hello.version]);
      assertEquals(runtime, language === "deno" ? "deno" : null);
    },
  },
  {
    name: "the cli disables, enables and resets a plugin",
    async run(stage) {
      const { admin, archives: { hello: { id, version } } } = stage;
      const state = async () => {
        const list = JSON.parse((await cli(stage, as(admin), "list", "--json")).out);
        return list.find((plugin: { id: string }) => plugin.id === id).state;
      };
      assertEquals((await cli(stage, as(admin), "disable", id)).code, 0);
      assertEquals(await state(), "not running");
      const { code, out } = await cli(stage, as(admin), "enable", id);
      assertEquals(code, 0);
      assertStringIncludes(out, `${id} ${version} is running`);
      assertEquals(await state(), "running");
      assertEquals((await cli(stage, as(admin), "reset", id)).code, 0);
      assertEquals(await state(), "running");
    },
  },
  {
    name: "the cli does all of that over the server's local socket, without a token",
    async run(stage) {
      const { mattermost, archives: { hello, language } } = stage;
      const env = { MM_LOCALSOCKETPATH: `${mattermost.folder}/local.sock` };
      await withFolder(async (folder) => {
        await Deno.writeFile(`${folder}/hello.tar.gz`, hello.bytes);
        const { code, out, err } = await cli(
          stage,
          env,
          "deploy",
          "--yes",
          ...trusting(language),
          `${folder}/hello.tar.gz`,
        );
        assertEquals(code, 0, err);
        assertMatch(out, /is running on the local socket .*local\.sock/);
        await writeSmallBundle(`${folder}/bundle`);
        const words = ["deploy", "--yes", "--any-launcher", `${folder}/bundle`];
        const broken = await cli(stage, env, ...words);
        assertEquals(broken.code, 1);
        assertStringIncludes(broken.err, "loader_netrpc.js");
      });
      await stage.admin.call("DELETE", `/plugins/${BROKEN}`);
      assertEquals((await cli(stage, env, "reset", hello.id)).code, 0);
      assertStringIncludes((await cli(stage, env, "logs", hello.id)).out, "ready to greet");
      const doctor = await cli(stage, env, "doctor");
      assertEquals(doctor.code, 0, doctor.out);
      assertStringIncludes(doctor.out, "the local socket has an administrator's rights");
    },
  },
  {
    name: "the cli says why a plugin does not start, with what the server's log says of it",
    async run(stage) {
      await withFolder(async (folder) => {
        // Its launcher is whole, and the loaders are missing.
        await writeSmallBundle(`${folder}/bundle`);
        const { code, out, err } = await cli(
          stage,
          as(stage.admin),
          "deploy",
          "--yes",
          "--any-launcher",
          `${folder}/bundle`,
        );
        assertEquals([code, out], [1, ""], err);
        assertStringIncludes(err, `${BROKEN} 1.0.0 failed to start: `);
        assertStringIncludes(err, "The server's log says:");
        assertStringIncludes(err, "loader_netrpc.js");
      });
      await stage.admin.call("DELETE", `/plugins/${BROKEN}`);
    },
  },
  {
    name: "the cli tells a wrong token, a wrong password and an account that is no administrator",
    async run(stage) {
      const token = "x".repeat(26);
      const wrong = await cli(stage, { MM_ADMIN_TOKEN: token }, "list");
      assertEquals(wrong.code, 1);
      assertStringIncludes(wrong.err, "does not know the token");
      assertEquals(wrong.err.includes(token), false);
      const login = { MM_ADMIN_USERNAME: "admin", MM_ADMIN_PASSWORD: "not-the-password" };
      const password = await cli(stage, login, "list");
      assertStringIncludes(password.err, "does not accept the name admin with that password");
      const weak = await cli(stage, as(stage.ada), "enable", stage.archives.hello.id);
      assertEquals(weak.code, 1);
      assertStringIncludes(weak.err, "it needs a system administrator's");
    },
  },
  {
    name: "the cli tells an upload that the server finds too large, or takes for damaged",
    async run(stage) {
      const { admin, mattermost: { url }, archives: { hello } } = stage;
      const upload = async (bytes: Uint8Array): Promise<ServerError | undefined> => {
        const signal = new AbortController().signal;
        const access = { kind: "token", url, token: admin.token } as const;
        await using connection = await connectServer(access, { signal, timeoutMs: 30_000 });
        try {
          await uploadPlugin(connection, bytes, { signal, stallMs: 30_000, onProgress() {} });
          return undefined;
        } catch (error) {
          if (error instanceof ServerError) return error;
          throw error;
        }
      };
      const damaged = await upload(hello.bytes.subarray(0, hello.bytes.length - 1000));
      assertStringIncludes(damaged?.message ?? "", "cannot unpack the archive");
      const limit = (MaxFileSize: number) =>
        admin.call("PUT", "/config/patch", { FileSettings: { MaxFileSize } });
      await limit(10_000);
      try {
        const large = await upload(hello.bytes);
        assertEquals(large?.problem, "settings", large?.message);
        assertStringIncludes(large?.message ?? "", "raise FileSettings.MaxFileSize");
      } finally {
        await limit(104_857_600);
      }
    },
  },
  {
    name: "an upload that is cut off changes nothing on the server, and the cli says what is there",
    async run(stage) {
      const { admin, mattermost, archives: { hello, language } } = stage;
      await withFolder(async (folder) => {
        await Deno.writeFile(`${folder}/hello.tar.gz`, hello.bytes);
        const ctrlC = new AbortController();
        const io = createMemoryIO({
          env: { MM_SERVICESETTINGS_SITEURL: mattermost.url, ...as(admin) },
          signal: ctrlC.signal,
        });
        const interrupting = {
          ...io,
          progress: (text: string) => ({
            update: () => text.startsWith("Uploading") && ctrlC.abort(new Error("interrupted")),
            [Symbol.dispose]() {},
          }),
        };
        const words = ["deploy", "--yes", ...trusting(language), `${folder}/hello.tar.gz`];
        assertEquals(await main(words, interrupting as typeof io), 130);
        assertStringIncludes(io.stderr(), "of which the server installs nothing");
        assertStringIncludes(io.stderr(), `now has ${hello.id} ${hello.version}, running.`);
      });
    },
  },
];
