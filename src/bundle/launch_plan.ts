import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import { checkPermissions } from "./check_permissions.ts";
import type { Manifest } from "./manifest_types.ts";
import { completePermissions, type PluginPermissions } from "./permissions.ts";
import { refuseLinks } from "./refuse_links.ts";

/**
 * What a bundle's `launch.json` says: everything that the command line of the plugin's process is
 * made from, apart from what only the start knows. The launcher is written from it, our own host
 * composes the command from it, and a person can read it.
 */
export interface LaunchPlan {
  /** The version of this format. */
  readonly format: 1;
  /** The plugin's id. */
  readonly id: string;
  /** The plugin's version. */
  readonly version: string;
  /** The oldest Deno that can run it, as `major.minor.patch`. */
  readonly deno: string;
  /** What the sandbox lets through beside the plugin API. */
  readonly permissions: PluginPermissions;
  /** Flags for V8: its heap's limits. */
  readonly v8Flags: readonly string[];
}

/** The oldest Deno that knows all flags and holds all promises of the sandbox. */
export const MINIMUM_DENO = "2.9.0";

/** Makes the plan for a manifest. */
export function createLaunchPlan(manifest: Manifest): LaunchPlan {
  const permissions = completePermissions(manifest.server?.permissions);
  return {
    format: 1,
    id: manifest.id,
    version: manifest.version,
    deno: MINIMUM_DENO,
    permissions,
    v8Flags: [
      `--max-old-space-size=${permissions.memory}`,
      // Measured with grpc-js: less memory after load and a shorter tail of latencies.
      "--max-semi-space-size=1",
    ],
  };
}

/** Writes a plan as `launch.json` holds it. */
export function formatLaunchPlan(plan: LaunchPlan): string {
  return JSON.stringify(plan, null, 2) + "\n";
}

/**
 * Reads a bundle's `launch.json` and checks it by the rules that bundling applies, since a bundle
 * may come from anyone. Also refuses a bundle with symbolic links, which lead out of the sandbox.
 *
 * @throws {TypeError} if it is missing, says something that no manifest can ask for, or if there is
 *   a link in the bundle.
 */
export async function readLaunchPlan(bundleDir: string): Promise<LaunchPlan> {
  const file = `${bundleDir}/${BUNDLE_LAYOUT.plan}`;
  const text = await Deno.readTextFile(file).catch((cause: unknown) => {
    throw new TypeError(`${file}: cannot be read, so this is no bundle of a Deno plugin`, {
      cause,
    });
  });
  const plan = parseLaunchPlan(text, file);
  await refuseLinks(bundleDir);
  return plan;
}

/**
 * Checks the text of a `launch.json`; `file` stands in the errors.
 *
 * @throws {TypeError} if something in it is wrong.
 */
export function parseLaunchPlan(text: string, file = BUNDLE_LAYOUT.plan as string): LaunchPlan {
  const refuse = (path: string, reason: string): never => {
    throw new TypeError(`${file}: ${path === "" ? "" : `${path}: `}${reason}`);
  };
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`${file}: this is not JSON: ${(cause as Error).message}`, { cause });
  }
  if (typeof value !== "object" || value === null) refuse("", "expected an object");
  if (value.format !== 1) {
    refuse("format", `expected 1, found ${JSON.stringify(value.format)}; bundle the plugin again`);
  }
  for (const [name, pattern] of Object.entries(PATTERNS)) {
    const text = value[name];
    if (typeof text !== "string" || !pattern.test(text)) {
      refuse(name, `expected ${pattern}, found ${JSON.stringify(text)}`);
    }
  }
  const permissions = completePermissions(
    checkPermissions(
      value.permissions,
      (path, reason) => refuse(["permissions", ...path].join("."), reason),
    ),
  );
  const flags = value.v8Flags;
  if (!Array.isArray(flags)) refuse("v8Flags", "expected a list of strings");
  for (const flag of flags as unknown[]) {
    // V8 has flags that write files and flags that open native functions to scripts.
    if (typeof flag !== "string" || !V8_FLAG.test(flag)) {
      refuse("v8Flags", `only limits of the heap may be set, found ${JSON.stringify(flag)}`);
    }
  }
  return {
    format: 1,
    id: value.id as string,
    version: value.version as string,
    deno: value.deno as string,
    permissions,
    v8Flags: flags as string[],
  };
}

const PATTERNS = {
  id: /^[a-zA-Z0-9-_.]{3,190}$/,
  version: /^[0-9A-Za-z.+-]{5,100}$/,
  deno: /^\d{1,4}\.\d{1,4}\.\d{1,4}$/,
};

const V8_FLAG = /^--(?:max-old-space-size|max-semi-space-size|min-semi-space-size)=[0-9]{1,6}$/;
