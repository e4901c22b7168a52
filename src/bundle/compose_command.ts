import { parseApiTarget } from "./api_target.ts";
import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import { commandTemplate, FIXED_VARIABLES, type StartFact } from "./command_template.ts";
import type { LaunchPlan } from "./launch_plan.ts";
import { passedVariables } from "./passed_variables.ts";
import { checkSocketPath } from "./socket_names.ts";

/** What only the one who starts a plugin knows. */
export interface StartFacts {
  /** The bundle's folder, absolute and without symbolic links (`Deno.realPath`). */
  readonly bundleDir: string;
  /** The folder in which the plugin shall listen, absolute and without links, with mode 0700. */
  readonly socket: string;
  /** Where the plugin API is served: `unix:/path` or `host:port`. Absent: over net/rpc. */
  readonly apiTarget?: string | undefined;
  /** The value of go-plugin's cookie, `MATTERMOST_PLUGIN`. */
  readonly cookie?: string | undefined;
  /** The least level of log lines. */
  readonly logLevel?: string | undefined;
  /**
   * The folder for what Deno keeps, see `prepareDenoDir`. Not one inside a bundle that came from
   * elsewhere: compiled code in it is trusted, and runs outside any sandbox if it is forged.
   */
  readonly denoDir: string;
  /**
   * The loader to run, a path. Default: the bundle's own for the protocol. A host gives its own (`trustedLoader`),
   * because what a process runs first is read without any permission.
   */
  readonly loader?: string | undefined;
  /** The Deno to run. Default: the one that runs now. */
  readonly deno?: string | undefined;
  /** The environment from which declared variables are taken. Default: nothing. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** A command as `Deno.Command` takes it, with `clearEnv: true`. */
export interface LaunchCommand {
  /** The program. */
  readonly command: string;
  /** Its arguments. */
  readonly args: string[];
  /** The folder to run it in, the bundle: paths of assets are relative to it. */
  readonly cwd: string;
  /** Its whole environment. */
  readonly env: Record<string, string>;
}

/**
 * Composes the command that runs a plugin in its sandbox: the same command line as the bundle's
 * launcher, from the same data.
 *
 * @example
 * ```ts ignore
 * const { command, ...options } = composeCommand(plan, facts);
 * const child = new Deno.Command(command, { ...options, clearEnv: true }).spawn();
 * ```
 *
 * @throws {TypeError} if a path has a comma in it, is not absolute, or the API's target is unusable.
 * @throws {RangeError} if the socket's path is too long.
 */
export function composeCommand(plan: LaunchPlan, facts: StartFacts): LaunchCommand {
  const own = facts.apiTarget ? BUNDLE_LAYOUT.loader : BUNDLE_LAYOUT.netrpcLoader;
  const loader = facts.loader ?? `${facts.bundleDir}/${own}`;
  checkPath("the bundle's folder", facts.bundleDir);
  checkPath("the socket's path", facts.socket);
  checkPath("the loader's path", loader);
  checkSocketPath(facts.socket);
  const api = facts.apiTarget ? parseApiTarget(facts.apiTarget) : undefined;
  const values: Record<StartFact, string | undefined> = {
    bundle: facts.bundleDir,
    loader,
    socket: facts.socket,
    apiTarget: api?.target,
    apiSocket: api?.socket,
    apiAddress: api?.address,
    cookie: facts.cookie,
    logLevel: facts.logLevel,
  };
  const args = commandTemplate(plan)
    .filter(({ when }) => when === undefined || values[when])
    .map(({ parts }) =>
      parts.map((part) => {
        if (typeof part === "string") return part;
        const value = values[part.fact];
        return value ? `${part.before ?? ""}${value}` : "";
      }).join("")
    );
  const env: Record<string, string> = {
    ...FIXED_VARIABLES,
    DENO_DIR: facts.denoDir,
    ...passedVariables(plan.permissions.env, facts.environment ?? {}),
  };
  return { command: facts.deno ?? Deno.execPath(), args, cwd: facts.bundleDir, env };
}

function checkPath(what: string, path: string): void {
  if (!path.startsWith("/")) {
    throw new TypeError(`${what} must be absolute, found ${JSON.stringify(path)}`);
  }
  if (path.includes(",")) {
    throw new TypeError(
      `${what} must have no comma, because Deno's flags take it as the end of a value; ` +
        `found ${JSON.stringify(path)}`,
    );
  }
}
