import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import type { LaunchPlan } from "./launch_plan.ts";
import type { PermissionScope } from "./permissions.ts";

/** What only the start of a plugin knows. */
export type StartFact =
  /** The bundle's folder, absolute and without links. */
  | "bundle"
  /** The loader's path. */
  | "loader"
  /** The path of the socket on which the plugin listens. */
  | "socket"
  /** Where the host serves the plugin API, as gRPC writes targets. */
  | "apiTarget"
  /** The path of that socket, where it is one. */
  | "apiSocket"
  /** That address as `host:port`, where it is one. */
  | "apiAddress"
  /** The value of go-plugin's cookie. */
  | "cookie"
  /** The least level of log lines. */
  | "logLevel";

/** A fact in an argument, with a text before it; if the fact is not there, neither is the text. */
export interface FactPart {
  /** The fact. */
  readonly fact: StartFact;
  /** What stands before it. */
  readonly before?: string;
}

/** One argument: texts and facts, joined. */
export interface ArgumentTemplate {
  /** The parts of the argument. */
  readonly parts: readonly (string | FactPart)[];
  /** The fact without which the argument is left out. */
  readonly when?: StartFact;
}

function fact(name: StartFact): FactPart {
  return { fact: name };
}

/**
 * The arguments of `deno` for a plan: the one description from which both the launcher and our own
 * host's command come.
 */
export function commandTemplate(plan: LaunchPlan): ArgumentTemplate[] {
  const { permissions } = plan;
  return [
    text("run"),
    // Refuse instead of asking, and take nothing from files that happen to lie around.
    ...["--no-prompt", "--no-config", "--no-lock"].map(text),
    // Without these an import() fetches code, whatever the net permissions say.
    ...["--no-remote", "--no-npm", "--cached-only"].map(text),
    // Deno allows imports from a few hosts unless it is told otherwise.
    text("--deny-import"),
    // Reading a variable gives nothing instead of an error: grpc-js reads some as it loads.
    ...permissions.env === true ? [] : [text("--ignore-env")],
    // Deno before 2.9.6 takes this flag and --allow-net once only.
    ...scoped("env", permissions.env),
    // One of these with a value would narrow down one without.
    ...permissions.read === true ? [text("--allow-read")] : [reading("bundle")],
    // A Unix socket needs all three, on either side of it.
    ...permissions.net === true ? [text("--allow-net")] : [{
      parts: [
        "--allow-net=unix:",
        fact("socket"),
        { fact: "apiSocket" as const, before: ",unix:" },
        { fact: "apiAddress" as const, before: "," },
        ...permissions.net.map((host) => `,${host}`),
      ],
    }],
    ...permissions.read === true ? [] : [reading("socket")],
    ...permissions.write === true ? [] : [writing("socket")],
    ...permissions.read === true ? [] : [{ ...reading("apiSocket"), when: "apiSocket" as const }],
    ...permissions.write === true ? [] : [{ ...writing("apiSocket"), when: "apiSocket" as const }],
    ...scoped("write", permissions.write),
    ...scoped("run", permissions.run),
    ...scoped("ffi", permissions.ffi),
    ...scoped("sys", permissions.sys),
    text(`--v8-flags=${plan.v8Flags.join(",")}`),
    { parts: [fact("loader")] },
    { parts: ["--cookie=", fact("cookie")], when: "cookie" },
    { parts: ["--api-target=", fact("apiTarget")], when: "apiTarget" },
    { parts: ["--socket=", fact("socket")] },
    { parts: ["--plugin=", fact("bundle"), `/${BUNDLE_LAYOUT.plugin}`] },
    { parts: ["--manifest=", fact("bundle"), `/${BUNDLE_LAYOUT.manifest}`] },
    { parts: ["--log-level=", fact("logLevel")], when: "logLevel" },
  ];
}

function text(value: string): ArgumentTemplate {
  return { parts: [value] };
}

function reading(path: StartFact): ArgumentTemplate {
  return { parts: ["--allow-read=", fact(path)] };
}

function writing(path: StartFact): ArgumentTemplate {
  return { parts: ["--allow-write=", fact(path)] };
}

/** The flag for a permission that is about nothing but what the manifest names. */
function scoped(name: string, values: PermissionScope = []): ArgumentTemplate[] {
  if (values === true) return [text(`--allow-${name}`)];
  return values.length > 0 ? [text(`--allow-${name}=${values.join(",")}`)] : [];
}

/**
 * Variables that every plugin's Deno gets: it asks for no newer version of itself, and its own
 * errors have no colours, which a log would show as rubbish. Below a device no file can be made: Deno
 * before 2.9.5 keeps `caches` in the folder for temporary files, and asks for no permission.
 */
export const FIXED_VARIABLES = {
  DENO_NO_UPDATE_CHECK: "1",
  NO_COLOR: "1",
  TMPDIR: "/dev/null",
} as const;

/** The DENO_DIR of a plugin that can keep nothing: below a device no file can be made. */
export const NO_DENO_DIR = "/dev/null/deno";
