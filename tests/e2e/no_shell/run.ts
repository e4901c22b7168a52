/**
 * `deno task e2e:no-shell`: a real Mattermost server in a root folder that holds the server, its
 * data, the C library, and nothing else: no shell and no Deno, as the official image is. The
 * self-contained bundles of the examples work there; the slim ones say in its log why they do not.
 *
 * @module
 */
import {
  BUNDLE_PLATFORMS,
  type BundlePlatform,
  type NativeOptions,
} from "../../../src/bundle/mod.ts";
import { denoBinary, DenoBinaryError } from "../../../src/bundle/deno_binary.ts";
import { resultLine } from "../../../tools/result.ts";
import { packPlugins } from "../archives.ts";
import { type Check, runChecks } from "../check.ts";
import { cliSelfContained } from "../checks/cli_self_contained.ts";
import { commands } from "../checks/commands.ts";
import { install } from "../checks/install.ts";
import { moderation } from "../checks/moderation.ts";
import { todo } from "../checks/todo.ts";
import { webhook } from "../checks/webhook.ts";
import { buildMattermost, startMattermost } from "../environment/mattermost.ts";
import { startPostgres } from "../environment/postgres.ts";
import { packPlugin } from "../pack_plugin.ts";
import { rehearse } from "../rehearsal.ts";
import { setStage } from "../stage.ts";
import { makeBareRoot, whyNoRoot } from "./bare_root.ts";
import { bareRoot, refused, restarts } from "./starts.ts";
import type { NoShellStage } from "./stage.ts";

/** The order matters: what cannot start is removed before the example is installed. */
const CHECKS: readonly Check<NoShellStage>[] = [
  ...bareRoot,
  ...refused,
  ...install,
  ...cliSelfContained,
  ...commands,
  ...restarts,
  ...todo,
  ...moderation,
  ...webhook,
];

/** The path of this machine's Deno as npm has it, or why there is none. */
async function findDeno(platform: BundlePlatform): Promise<string | { readonly why: string }> {
  try {
    return await denoBinary(BUNDLE_PLATFORMS[platform]);
  } catch (error) {
    if (error instanceof DenoBinaryError) return { why: error.message };
    throw error;
  }
}

function skip(reason: string): number {
  console.log(`skipped: e2e:no-shell: ${reason}`);
  console.log(resultLine({ passed: 0, failed: 0, skipped: 1 }));
  return 0;
}

async function main(): Promise<number> {
  const reason = await whyNoRoot();
  if (reason !== undefined) return skip(reason);
  const platform = Deno.build.arch === "aarch64" ? "linux-arm64" : "linux-x64";
  const deno = await findDeno(platform);
  if (typeof deno !== "string") return skip(deno.why);
  return await rehearse("e2e:no-shell", async ({ interrupted, cleanup, timed, leaves }) => {
    const program = await timed("the server is built", buildMattermost(interrupted));
    const folder = await Deno.makeTempDir({ prefix: "e2e-plugins-" });
    leaves(folder);
    cleanup.defer(() => Deno.remove(folder, { recursive: true }));
    const pack = (name: string, native: NativeOptions) =>
      packPlugin(
        {
          language: "deno",
          goName: "",
          entry: new URL(`../../../examples/${name}/plugin.ts`, import.meta.url),
          native,
        },
        `${folder}/${native.usualLaunchers ? "slim" : "script"}`,
        interrupted,
      );
    const scriptOnly = await timed("the plugin without launchers is packed", pack("hello", {}));
    const slim = await timed(
      "the slim plugins are packed",
      (async () => ({
        hello: await pack("hello", { usualLaunchers: true }),
        todo: await pack("todo", { usualLaunchers: true }),
        moderation: await pack("moderation", { usualLaunchers: true }),
        webhook: await pack("webhook", { usualLaunchers: true }),
      }))(),
    );
    const archives = await timed(
      "the self-contained plugins are packed",
      packPlugins("deno", folder, interrupted, { selfContained: [platform] }),
    );
    const enclosure = await makeBareRoot([program.path, deno]);
    const { root } = enclosure;
    leaves(root);
    cleanup.defer(() => Deno.remove(root, { recursive: true }));
    const postgres = cleanup.use(await startPostgres());
    leaves(postgres.folder);
    const mattermost = cleanup.use(
      await timed("the server runs", startMattermost(program, postgres.url, enclosure)),
    );
    const stage: NoShellStage = {
      ...await timed("people are there", setStage(mattermost, archives, false)),
      root,
      slim,
      scriptOnly,
    };
    console.log(`the archive of ${archives.hello.id} has ${mebibytes(archives.hello.bytes)} MiB`);
    const { passed, failed } = await runChecks(CHECKS, stage, interrupted);
    return { passed, failed, skipped: 0 };
  });
}

const mebibytes = (bytes: Uint8Array) => (bytes.length / 1024 / 1024).toFixed(1);

if (import.meta.main) Deno.exit(await main());
