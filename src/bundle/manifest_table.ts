/**
 * The table of a manifest: every name in it, what it means and what may stand there. The checks read
 * it, and the JSON Schema that editors use is written from it.
 *
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";
import type { Field, Shape } from "./manifest_shape.ts";
import { shown } from "./manifest_shape.ts";
import { permissionsShape } from "./permissions_table.ts";
import { settingsSchemaShape } from "./settings_table.ts";
import { unknownTo } from "./unknown_name.ts";

const ID = /^[a-zA-Z0-9_.-]+$/;
const ID_LENGTH = { least: 3, most: 190 };

// https://semver.org: three numbers, then what may follow them.
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

const HTTP_URL = /^https?:\/\/[^/]/;

/** What is wrong with a plugin's id; undefined if nothing is. */
export function wrongId(id: unknown): string | undefined {
  const expected = 'expected an id such as "com.example.hello"';
  if (typeof id !== "string") return `${expected}, found ${shown(id)}`;
  if (id.length < ID_LENGTH.least || id.length > ID_LENGTH.most) {
    return `${expected} of ${ID_LENGTH.least} to ${ID_LENGTH.most} characters, found ${id.length}`;
  }
  if (!ID.test(id)) return `${expected} of letters, digits, "-", "_" and ".", found "${id}"`;
  return undefined;
}

function wrongVersion(version: unknown): string | undefined {
  if (typeof version === "string" && SEMVER.test(version)) return undefined;
  // YAML reads 1.0 as a number, and the author sees a version.
  const hint = typeof version === "number"
    ? "; put it in quotes and write all three numbers"
    : typeof version === "string" && /^v\d/.test(version)
    ? '; leave the "v" out'
    : typeof version === "string" && /^\d+(\.\d+)?$/.test(version)
    ? "; write all three numbers"
    : "";
  return `expected a version such as "1.2.3", found ${shown(version)}${hint}`;
}

function wrongUrl(url: unknown): string | undefined {
  if (typeof url !== "string") return `expected a string, found ${shown(url)}`;
  if (url === "" || (HTTP_URL.test(url) && URL.canParse(url))) return undefined;
  return `expected a URL that begins with http:// or https://, found "${url}"`;
}

/** Where a pattern must hold unless the text is empty, as the schema says it. */
function orEmpty(pattern: RegExp): RegExp {
  return new RegExp(`^$|${pattern.source}`);
}

function url(description: string): Field {
  return {
    type: "string",
    description,
    pattern: orEmpty(HTTP_URL),
    wrong: wrongUrl,
  };
}

const OURS = ["runtime", "permissions"];

const serverShape: Field = {
  type: "object",
  description: "The part that runs on the server.",
  fields: {
    executable: {
      type: "string",
      description: "The file to execute, relative to the bundle. Bundling writes server/launch.",
    },
    executables: {
      type: "object",
      description: "Executables by os-arch, which win over executable. Bundling drops them.",
      fields: {},
      values: { type: "string", description: "The file to execute on this platform." },
    },
    runtime: {
      type: "string",
      description: "What runs the plugin.",
      choices: ["deno"],
      wrong: (value) =>
        value === "deno" ? undefined : `expected "deno", found ${JSON.stringify(value)}`,
    },
    permissions: permissionsShape,
  },
  otherName(name) {
    const near = nearestName(name, OURS);
    // A misspelled permission would be silently none.
    if (near !== undefined) {
      return { severity: "error", reason: `unknown name; did you mean "${near}"?` };
    }
    return unknownTo(() => Object.keys(serverShape.fields ?? {}))(name);
  },
};

/** The whole of a manifest. */
export const manifestShape: Shape = {
  type: "object",
  description: "The manifest of a Mattermost plugin that Deno runs.",
  fields: {
    $schema: {
      type: "string",
      description: "Where an editor finds what may stand in this file. Mattermost ignores it.",
    },
    id: {
      required: true,
      type: "string",
      description: "The plugin's id, 3 to 190 characters: part of its addresses " +
        "(/plugins/<id>/…), and the owner of its keys and settings.",
      examples: ["com.example.hello"],
      pattern: ID,
      minLength: ID_LENGTH.least,
      maxLength: ID_LENGTH.most,
      wrong: wrongId,
    },
    name: { type: "string", description: "The name that people see." },
    description: {
      type: "string",
      description: "What the plugin does, for the list of plugins.",
    },
    homepage_url: url("Where to read more."),
    support_url: url("Where to get help."),
    release_notes_url: url("What is new in this version."),
    icon_path: {
      type: "string",
      description: "The plugin's icon, an SVG file, relative to the bundle.",
      examples: ["assets/icon.svg"],
    },
    version: {
      required: true,
      type: "string",
      description: 'The plugin\'s version: three numbers, without a leading "v".',
      examples: ["1.0.0"],
      pattern: SEMVER,
      wrong: wrongVersion,
    },
    min_server_version: {
      type: "string",
      description: "The oldest server that can run the plugin. Empty or absent: any.",
      examples: ["9.9.0"],
      pattern: orEmpty(SEMVER),
      wrong: (version) => version === "" ? undefined : wrongVersion(version),
    },
    server: serverShape,
    webapp: {
      type: "object",
      description: "The part that runs in the web app.",
      fields: {
        bundle_path: {
          type: "string",
          description: "The web app's script, relative to the bundle. The server publishes its " +
            "whole folder.",
          examples: ["webapp/dist/main.js"],
        },
      },
      otherName: unknownTo(() => ["bundle_path"]),
    },
    settings_schema: settingsSchemaShape,
    props: {
      type: "object",
      description: "Whatever the plugin wants to keep in its manifest.",
    },
  },
  otherName: unknownTo(
    () => Object.keys(manifestShape.fields ?? {}),
    '; what is the plugin\'s own belongs into "props"',
  ),
};
