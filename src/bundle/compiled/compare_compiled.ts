import { BUNDLE_LAYOUT } from "../bundle_layout.ts";
import type { LaunchPlan } from "../launch_plan.ts";
import { BUNDLE_PLATFORMS, type BundlePlatform } from "../platforms.ts";
import { platformOf } from "./base_program.ts";
import { bakedCommand, compiledSockets } from "./compile_flags.ts";

/** What Deno writes before and after what it puts into a program. */
const MARK = "d3n0l4nd";

/** What Deno bakes into a program, as far as it is compared. */
interface Baked {
  readonly argv?: readonly string[];
  readonly permissions?: Readonly<Record<string, unknown>>;
  readonly v8_flags?: readonly string[];
}

/**
 * What is wrong with a compiled program by what Deno has put into it, a sentence each: that it is one
 * for its platform, has the permissions of `launch.json`, and holds the plugin's files as the bundle
 * has them. That finds mistakes; a program that is made to deceive can hold all of that and do
 * something else.
 */
export async function compareCompiled(
  folder: string,
  path: string,
  platform: BundlePlatform,
  plan: LaunchPlan,
): Promise<readonly string[]> {
  const bytes = await Deno.readFile(`${folder}/${path}`);
  const found = platformOf(bytes);
  if (found !== platform) {
    return [`${path}: it is ${found === undefined ? "no program" : `one for ${found}`}`];
  }
  const latin1 = new TextDecoder("latin1");
  const text = latin1.decode(bytes);
  const baked = readBaked(text, bytes);
  if (baked === undefined) {
    return [`${path}: nothing is in it that deno compile has put there; bundle the plugin again`];
  }
  const again = "; bundle the plugin again";
  const problems: string[] = [];
  for (const file of [BUNDLE_LAYOUT.plugin, BUNDLE_LAYOUT.manifest]) {
    const own = await Deno.readFile(`${folder}/${file}`).catch(() => undefined);
    if (own === undefined || text.includes(latin1.decode(own))) continue;
    problems.push(`${path}: it holds another ${file} than the bundle${again}`);
  }
  for (const [name, wanted, is] of differences(baked, plan, platform)) {
    problems.push(
      `${path}: ${name} is ${JSON.stringify(is)}, and by ${BUNDLE_LAYOUT.plan} it must be ` +
        `${JSON.stringify(wanted)}${again}`,
    );
  }
  return problems;
}

function differences(baked: Baked, plan: LaunchPlan, platform: BundlePlatform) {
  const { flags, args } = bakedCommand(plan, compiledSockets(plan.id, BUNDLE_PLATFORMS[platform]));
  const { permissions = {}, v8_flags: v8 = [], argv } = baked;
  const compared: [string, unknown, unknown][] = [
    "env",
    "net",
    "read",
    "write",
    "run",
    "ffi",
    "sys",
  ]
    .map((name) => [
      `the permission ${name}`,
      scopeIn(flags, `--allow-${name}`),
      permissions[`allow_${name}`] ?? null,
    ]);
  compared.push(["asking for permissions", false, permissions.prompt]);
  compared.push(["the permission import", [], permissions.allow_import]);
  compared.push(["what its loader is told", args, argv]);
  compared.push([
    "what limits its memory",
    plan.v8Flags,
    plan.v8Flags.filter((flag) => v8.includes(flag)),
  ]);
  return compared.filter(([, wanted, is]) => JSON.stringify(wanted) !== JSON.stringify(is));
}

/** What a flag grants, as Deno writes it: null for nothing, an empty list for everything. */
function scopeIn(flags: readonly string[], flag: string): readonly string[] | null {
  if (flags.includes(flag)) return [];
  const given = flags.find((one) => one.startsWith(`${flag}=`));
  return given === undefined ? null : given.slice(flag.length + 1).split(",");
}

/** After the mark come the length, in eight bytes, and as many bytes of JSON. */
function readBaked(text: string, bytes: Uint8Array): Baked | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const start = at + MARK.length + 8;
    if (start > bytes.length) return undefined;
    const length = Number(view.getBigUint64(at + MARK.length, true));
    if (length < 2 || start + length > bytes.length || text[start] !== "{") continue;
    try {
      return JSON.parse(new TextDecoder().decode(bytes.subarray(start, start + length)));
    } catch {
      // Only a text that looks like the mark.
    }
  }
  return undefined;
}
