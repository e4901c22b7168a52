import type { LaunchPlan } from "../launch_plan.ts";
import type { PermissionScope } from "../permissions.ts";
import type { PlatformNames } from "../platforms.ts";
import { socketPrefix } from "../socket_names.ts";
import { formatCompiledArguments, HOST_VARIABLES } from "./compiled_arguments.ts";
import { SLOT_COUNT, socketSlots } from "./socket_slots.ts";

/** What is baked into a compiled plugin. */
export interface BakedCommand {
  /** The flags that say what it may do, as `deno run` takes them, too. */
  readonly flags: readonly string[];
  /** Its loader's arguments. */
  readonly args: readonly string[];
}

/** What the paths of a compiled plugin's sockets begin with. */
export function compiledSockets(pluginId: string, { goos }: PlatformNames): string {
  // Deno compares paths without links, and this one is a link on macOS.
  return `${goos === "darwin" ? "/private/tmp" : "/tmp"}/${socketPrefix(pluginId)}`;
}

/**
 * The command that is baked into a compiled plugin: the same permissions as a launcher's, apart from
 * those that only a start can know. The bundle's files are in the program, which may read those;
 * for sockets there are fixed paths.
 */
export function bakedCommand(plan: LaunchPlan, sockets: string): BakedCommand {
  const { net, read, write, env, run, ffi, sys } = plan.permissions;
  const slots = socketSlots(sockets);
  const paths = slots.map(({ socket }) => socket);
  const locks = slots.map(({ lock }) => lock);
  const own = Object.values(HOST_VARIABLES);
  const flags = [
    "--no-prompt",
    "--deny-import",
    ...env === true ? [] : ["--ignore-env"],
    ...allow("env", env, own),
    ...allow("net", net, paths.map((path) => `unix:${path}`)),
    // What the manifest names lies in the program.
    ...allow("read", read === true || [], paths),
    ...allow("write", write, [...paths, ...locks]),
    ...allow("run", run),
    ...allow("ffi", ffi),
    ...allow("sys", sys),
    `--v8-flags=${plan.v8Flags.join(",")}`,
  ];
  // Taking back a path takes back what it lies in, which the plugin has anyway.
  const whole = { net, read, write: covers(write, sockets) || write, env };
  const args = formatCompiledArguments({
    sockets,
    variables: own.filter((name) => env !== true && !env.includes(name)),
    // Of what is granted as a whole nothing can be given back.
    kinds: Object.entries(whole).filter(([, scope]) => scope !== true).map(([name]) => name),
  });
  return { flags, args };
}

function covers(scope: PermissionScope = [], path: string): boolean {
  return scope === true || scope.some((one) => path.startsWith(`${one.replace(/\/$/, "")}/`));
}

function allow(name: string, scope: PermissionScope = [], own: readonly string[] = []): string[] {
  if (scope === true) return [`--allow-${name}`];
  const values = [...own, ...scope];
  return values.length === 0 ? [] : [`--allow-${name}=${values.join(",")}`];
}

/** How a compiled plugin differs from the same one elsewhere, a sentence each. */
export interface CompiledDifferences {
  /** What its sandbox does not do, and what that undoes. */
  readonly weaker: readonly string[];
  /** What else is not as elsewhere. */
  readonly other: readonly string[];
}

/** How a plugin that is compiled for a platform differs from the same one elsewhere. */
export function compiledDifferences(
  plan: LaunchPlan,
  platform: PlatformNames,
): CompiledDifferences {
  const { read } = plan.permissions;
  const [first] = socketSlots(compiledSockets(plan.id, platform));
  return {
    weaker: [
      "import() asks for no permission in a compiled program: the plugin can load JSON files and " +
      "modules from anywhere that the server's user can read, the server's config.json with its " +
      "passwords among them",
      "nothing drops the server's environment: the plugin sees the declared variables only, but " +
      "those that Deno itself obeys, such as HTTPS_PROXY, NODE_EXTRA_CA_CERTS and OTEL_DENO, count",
      "what a Worker puts into caches is kept in the home folder of the server's user",
    ],
    other: [
      `its socket is ${first?.socket} or one of the ${
        SLOT_COUNT - 1
      } after it, for as many servers ` +
      "on one machine, whatever TMPDIR and PLUGIN_UNIX_SOCKET_DIR say",
      "it speaks net/rpc only; a host that speaks gRPC has to start server/launch",
      ...read !== true && read.length > 0
        ? [
          "paths of files are not relative to the bundle: " +
          `new URL("../${read[0]}", import.meta.url) finds one in every bundle`,
        ]
        : [],
    ],
  };
}
