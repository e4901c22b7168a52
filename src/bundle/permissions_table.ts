import { nearestName } from "../api/nearest_name.ts";
import type { Field, Shape } from "./manifest_shape.ts";
import { shown } from "./manifest_shape.ts";
import {
  checkDatabase,
  checkEnv,
  checkMemory,
  checkNet,
  checkRead,
  DEFAULT_MEMORY_MIB,
  ENV_PATTERN,
  MEMORY_LIMITS_MIB,
  NET_PATTERN,
  PERMISSION_NAMES,
  READ_PATTERN,
  refusedPermission,
} from "./permissions.ts";
import {
  checkFfi,
  checkRun,
  checkSys,
  checkWrite,
  PATH_PATTERN,
  RUN_PATTERN,
  SYS_KINDS,
} from "./undoing_entries.ts";

function listOf(
  description: string,
  examples: readonly string[],
  pattern: RegExp | undefined,
  wrong: (entry: unknown) => string | undefined,
  more: Pick<Shape, "choices"> = {},
): Field {
  const entry = { type: "string", description: `Such as ${examples[0]}.`, wrong, ...more } as const;
  return {
    type: "array",
    description,
    examples: [examples],
    items: pattern === undefined ? entry : { ...entry, pattern },
    orTrue: true,
    wrong(value) {
      if (Array.isArray(value)) return undefined;
      // "*" has a better answer than "not a list".
      const better = value === "*" ? wrong(value) : undefined;
      return better ?? `expected a list of strings, or true for all, found ${shown(value)}`;
    },
  };
}

/** What an editor says of `true`, where lists leave the sandbox whole. */
function orAll(name: string): string {
  return `true is for all at once, which undoes the sandbox: --undo-sandbox=${name}.`;
}

/** What an editor says where lists undo it, too. */
function undoes(name: string): string {
  return `true is for all at once. Either undoes the sandbox: --undo-sandbox=${name}.`;
}

/** `server.permissions`: one set of rules for manifests and for `launch.json`. */
export const permissionsShape: Shape = {
  type: "object",
  description: "What the plugin's sandbox lets through. Absent: nothing but the plugin API.",
  closed: true,
  fields: {
    net: listOf(
      `Hosts that the plugin may connect to, as host (any port) or host:port. ${orAll("net")}`,
      ["api.example.com:443"],
      NET_PATTERN,
      checkNet,
    ),
    read: listOf(
      "Files and folders beside the manifest that the plugin reads; they go into the bundle. " +
        orAll("read"),
      ["assets/words.txt"],
      READ_PATTERN,
      checkRead,
    ),
    env: listOf(
      `Names of environment variables of the server that the plugin may read. ${orAll("env")}`,
      ["HTTPS_PROXY"],
      ENV_PATTERN,
      checkEnv,
    ),
    database: {
      type: "boolean",
      description: "Whether the plugin uses the server's own database, by SQL.",
      default: false,
      wrong: checkDatabase,
    },
    memory: {
      type: "integer",
      description: "The limit of the plugin's JavaScript heap in MiB.",
      default: DEFAULT_MEMORY_MIB,
      minimum: MEMORY_LIMITS_MIB.least,
      maximum: MEMORY_LIMITS_MIB.most,
      wrong: checkMemory,
    },
    run: listOf(
      `Programs that the plugin may run, by name or absolute path. ${undoes("run")}`,
      ["git"],
      RUN_PATTERN,
      checkRun,
    ),
    ffi: listOf(
      `Native libraries that the plugin may load, by absolute path. ${undoes("ffi")}`,
      ["/usr/lib/libexample.so"],
      PATH_PATTERN,
      checkFfi,
    ),
    sys: listOf(
      `What the plugin may ask the machine for, as Deno calls it. ${undoes("sys")}`,
      ["hostname"],
      undefined,
      checkSys,
      { choices: SYS_KINDS },
    ),
    write: listOf(
      "Files and folders of the server's machine that the plugin may write, by absolute path. " +
        undoes("write"),
      ["/srv/export"],
      PATH_PATTERN,
      checkWrite,
    ),
  },
  otherName(name) {
    const refused = refusedPermission(name);
    if (refused !== undefined) {
      return { severity: "error", reason: `this permission is never given: ${refused}` };
    }
    const near = nearestName(name, PERMISSION_NAMES);
    return {
      severity: "error",
      reason: near === undefined
        ? `unknown permission; expected one of ${PERMISSION_NAMES.join(", ")}`
        : `unknown permission; did you mean "${near}"?`,
    };
  },
  wrong(value) {
    if (value === true || value === "*" || value === "all") {
      return "expected each permission by name; all at once would switch the sandbox off";
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return `expected an object with ${PERMISSION_NAMES.join(", ")}, found ${shown(value)}`;
    }
    return undefined;
  },
};
