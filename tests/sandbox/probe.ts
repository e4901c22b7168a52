/** Runs a few lines as a plugin under the composed permissions, for the tests of the sandbox. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { composeCommand } from "../../src/bundle/compose_command.ts";
import { prepareDenoDir } from "../../src/bundle/deno_dir.ts";
import { createLaunchPlan } from "../../src/bundle/launch_plan.ts";
import type { PermissionRequest } from "../../src/bundle/permissions.ts";
import { fromFileUrl } from "../../src/bundle/paths.ts";

/** What came of a probe: the value that the plugin returned, or the error that it met. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** How a probe's process differs from what is composed for its manifest. */
export interface Change {
  /** Permissions of the manifest. */
  readonly permissions?: PermissionRequest;
  /** Flags of Deno to add. */
  readonly add?: readonly string[];
  /** Flags of Deno to leave out. */
  readonly drop?: readonly string[];
  /** Variables of the process beside the composed ones. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The environment of the host that starts it. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the plugin API is served. */
  readonly apiTarget?: string;
  /** The plugin is what the process runs, without a loader; it has to print its own outcome. */
  readonly asEntry?: boolean;
  /** DENO_DIR as Deno makes it, without what we put there. */
  readonly plainDenoDir?: boolean;
}

/** A bundle's folder for probes, and a folder beside it that no plugin may see. */
export interface ProbeFolder extends AsyncDisposable {
  /** The bundle. */
  readonly bundle: string;
  /** What lies outside of it. */
  readonly outside: string;
  /** The folder of the plugin's socket. */
  readonly socketDir: string;
  /** Where the plugin may listen. */
  readonly socket: string;
  /** The plugin's DENO_DIR. */
  readonly denoDir: string;
  /** Writes a file and gives its path. */
  write(path: string, text: string): Promise<string>;
  /** Runs `source`, a module whose default export is a function, as the plugin. */
  run(source: string, change?: Change): Promise<Outcome>;
}

/** Makes the folders. */
export async function probeFolder(): Promise<ProbeFolder> {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmdeno-probe-" }));
  const bundle = `${root}/bundle`;
  const outside = `${root}/outside`;
  const socketDir = `${root}/sockets`;
  const socket = `${socketDir}/plugin.sock`;
  const denoDir = `${root}/deno`;
  await Deno.mkdir(`${bundle}/server`, { recursive: true });
  await Deno.mkdir(outside);
  await Deno.mkdir(socketDir, { mode: 0o700 });
  const write = async (path: string, text: string) => {
    await Deno.writeTextFile(path, text);
    return path;
  };
  return {
    bundle,
    outside,
    socketDir,
    socket,
    denoDir,
    write,
    async run(source, change = {}) {
      await write(`${bundle}/server/plugin.js`, source);
      const plan = createLaunchPlan({
        id: "com.example.probe",
        version: "1.0.0",
        server: { permissions: change.permissions ?? {} },
      });
      const composed = composeCommand(plan, {
        bundleDir: bundle,
        socket,
        denoDir: change.plainDenoDir ? `${denoDir}-plain` : await prepareDenoDir(denoDir),
        loader: change.asEntry
          ? `${bundle}/server/plugin.js`
          : fromFileUrl(new URL("probe_loader.js", import.meta.url)),
        environment: change.environment,
        apiTarget: change.apiTarget,
      });
      const kept = composed.args.slice(1).filter((arg) => !change.drop?.includes(arg));
      const output = await new Deno.Command(composed.command, {
        args: ["run", ...joined([...change.add ?? [], ...kept])],
        env: { ...composed.env, ...change.variables },
        clearEnv: true,
        cwd: outside,
        stdin: "null",
      }).output();
      const stdout = new TextDecoder().decode(output.stdout).trim();
      try {
        return JSON.parse(stdout.split("\n").at(-1) ?? "") as Outcome;
      } catch {
        const stderr = new TextDecoder().decode(output.stderr);
        throw new Error(`The probe said nothing.\nstdout: ${stdout}\nstderr: ${stderr}`);
      }
    },
    async [Symbol.asyncDispose]() {
      await Deno.remove(root, { recursive: true });
    },
  };
}

/** The arguments with one `--allow-net` and one `--allow-env`: older ones of Deno take no second. */
function joined(args: readonly string[]): string[] {
  let all = [...args];
  for (const flag of ["--allow-net=", "--allow-env="]) {
    const values = all.filter((arg) => arg.startsWith(flag)).map((arg) => arg.slice(flag.length));
    if (values.length === 0) continue;
    all = [flag + values.join(","), ...all.filter((arg) => !arg.startsWith(flag))];
  }
  return all;
}

/** What both runs of an access must give: refused as composed, allowed once it is granted. */
export interface Expectation {
  /** The module whose default export does it. */
  readonly source: string;
  /** What the refusal says. */
  readonly refusal: RegExp;
  /** What grants it. */
  readonly grant: Change;
  /** What it gives where it is granted; left out, anything will do. */
  readonly value?: unknown;
  /** Another setting of both runs. */
  readonly both?: Change;
}

/** Checks that an access is refused, and that the refusal is the sandbox's and no other failure. */
export async function refusedUnlessGranted(
  folder: ProbeFolder,
  { source, refusal, grant, value, both = {} }: Expectation,
): Promise<void> {
  const composed = await folder.run(source, both);
  assert(!composed.ok, `must be refused, gave ${JSON.stringify(composed)}`);
  assertMatch(`${composed.name}: ${composed.message}`, refusal);
  const granted = await folder.run(source, { ...both, ...grant });
  assert(granted.ok, `must pass where it is granted, gave ${JSON.stringify(granted)}`);
  if (value !== undefined) assertEquals(granted.value, value);
}

/** The plugin that runs these statements; the value of a `return` is what the probe tells. */
export function body(statements: string): string {
  return `export default async function () {\n${statements}\n}\n`;
}
