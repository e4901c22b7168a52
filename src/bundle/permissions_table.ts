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

function listOf(
  description: string,
  examples: readonly string[],
  pattern: RegExp,
  wrong: (entry: unknown) => string | undefined,
): Field {
  return {
    type: "array",
    description,
    examples: [examples],
    items: { type: "string", description: `Such as ${examples[0]}.`, pattern, wrong },
    wrong(value) {
      if (Array.isArray(value)) return undefined;
      // `true`, "*" and a bare string each have a better answer than "not a list".
      const better = value === true || value === "*" ? wrong(value) : undefined;
      return better ?? `expected a list of strings, found ${shown(value)}`;
    },
  };
}

/** `server.permissions`: one set of rules for manifests and for `launch.json`. */
export const permissionsShape: Shape = {
  type: "object",
  description: "What the plugin's sandbox lets through. Absent: nothing but the plugin API.",
  closed: true,
  fields: {
    net: listOf(
      "Hosts that the plugin may connect to, as host (any port) or host:port.",
      ["api.example.com:443"],
      NET_PATTERN,
      checkNet,
    ),
    read: listOf(
      "Files and folders beside the manifest that the plugin reads; they go into the bundle.",
      ["assets/words.txt"],
      READ_PATTERN,
      checkRead,
    ),
    env: listOf(
      "Names of environment variables of the server that the plugin may read.",
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
