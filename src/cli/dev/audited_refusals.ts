import { BUNDLE_LAYOUT, type PluginPermissions } from "../../bundle/mod.ts";
import { basename, dirname, resolve, toFileUrl } from "../../bundle/paths.ts";
import type { PermissionScope } from "../../bundle/permissions.ts";
import { parseSocketName, SOCKET_FOLDER_NAMES, socketPrefix } from "../../bundle/socket_names.ts";
import type { AuditedAccess } from "./audit_log.ts";
import type { RefusedAccess } from "./refused_permissions.ts";

/** What a plugin that is run may do, and where its code and its files are. */
export interface AuditedPlugin {
  readonly id: string;
  /** The folder of its bundle, absolute and without links. */
  readonly folder: string;
  readonly permissions: PluginPermissions;
  /** The names of its modules, by the addresses that they have in a stack. */
  readonly modules: ReadonlyMap<string, string>;
  /** The folder whose files its manifest can have bundled. */
  readonly manifestFolder: string;
}

/** What Deno calls the modules of a bundle: it resolves their names against the bundle's file. */
export async function auditedModules(folder: string): Promise<ReadonlyMap<string, string>> {
  const plugin = `${folder}/${BUNDLE_LAYOUT.plugin}`;
  const { sources } = JSON.parse(await Deno.readTextFile(`${plugin}.map`)) as {
    readonly sources: readonly string[];
  };
  const base = toFileUrl(plugin);
  return new Map([
    // Where the source map says nothing of a line.
    [base.href, basename(plugin)],
    ...sources.map((name): [string, string] => [new URL(name, base).href, name]),
  ]);
}

/**
 * The refused access that an entry of the audit log tells of. The log has what was given, too, and
 * does not say which is which; undefined for that, and for what the loader asked for.
 */
export async function auditedRefusal(
  { kind, target, stack }: AuditedAccess,
  plugin: AuditedPlugin,
): Promise<RefusedAccess | undefined> {
  const scope = plugin.permissions[kind as "net"] as PermissionScope | undefined;
  // A list of all variables has those that the manifest names, and a host stands beside its URL.
  if (target === undefined || (kind === "net" && target.includes("://"))) return undefined;
  const frame = scriptFrame(stack);
  const module = frame && plugin.modules.get(frame.url);
  // The loader asks for variables, too, and has all else that it asks for.
  const isLoader = frame === undefined ? kind === "env" : module === undefined;
  if (isLoader || isOwnSocket(target, plugin.id)) return undefined;
  const at = module === undefined ? {} : { at: `${module}:${frame?.line}` };
  if (kind === "env") {
    const reader = nodeModuleIn(stack);
    // A copy of the environment is made for a program, and what refuses that may say nothing.
    if (reader === "child_process") return mayRun(plugin) ? undefined : { kind: "run", ...at };
    if (reader !== undefined || scope === true || scope?.includes(target)) return undefined;
    return { kind, target, ...at, why: "hidden" };
  }
  if (scope !== true && !isGiven(kind, target, scope ?? [], plugin.folder)) {
    return { kind, target, ...at };
  }
  if (kind === "read" && await isLeftOut(target, plugin)) {
    return { kind, target: resolve(plugin.folder, target), ...at, why: "left out" };
  }
  return undefined;
}

/** The module of Node's that asked for a variable by itself; undefined where its caller did. */
function nodeModuleIn(stack: readonly string[]): string | undefined {
  for (const frame of stack) {
    if (/\((?:ext:deno_os\/|ext:deno_node\/_process\/process\.ts)|<anonymous>/.test(frame)) {
      continue;
    }
    return /\bext:deno_node\/(?:internal\/)?([a-z_]+)/.exec(frame)?.[1];
  }
  return undefined;
}

function mayRun({ permissions: { run } }: AuditedPlugin): boolean {
  return run === true || (run ?? []).length > 0;
}

/** Whether something is a socket by which the plugin and its host talk. */
function isOwnSocket(target: string, id: string): boolean {
  const path = target.replace(/^unix:/, "");
  return SOCKET_FOLDER_NAMES.includes(basename(path)) &&
    parseSocketName(basename(dirname(path)))?.prefix === socketPrefix(id);
}

/** Whether the manifest's permissions cover an access. */
function isGiven(kind: string, target: string, scope: readonly string[], folder: string): boolean {
  switch (kind) {
    case "net": {
      const address = canonical(target);
      return scope.map(canonical).some((host) =>
        host === address || (!PORT.test(host) && host === address.replace(PORT, ""))
      );
    }
    case "read":
      // The plugin runs in its bundle's folder.
      return isBelow(resolve(folder, target), folder);
    case "write":
    case "ffi":
      return scope.some((path) => isBelow(target, path));
    default:
      return scope.includes(target);
  }
}

/** Whether a file is not in the bundle where it is looked for, but would be if the manifest named it. */
async function isLeftOut(target: string, { folder, manifestFolder }: AuditedPlugin) {
  const path = resolve(folder, target);
  if (!isBelow(path, folder) || await exists(path)) return false;
  return path !== folder && await exists(`${manifestFolder}${path.slice(folder.length)}`);
}

async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, () => false);
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

const PORT = /:\d+$/;

/** A host as Deno writes it. */
function canonical(host: string): string {
  const [port = ""] = PORT.exec(host) ?? [];
  const name = host.slice(0, host.length - port.length);
  const bare = URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name;
  return `${bare.toLowerCase().replace(/\.$/, "")}${port}`;
}

/** Where the innermost function stands that is not Deno's own. */
function scriptFrame(stack: readonly string[]): { url: string; line: string } | undefined {
  for (const frame of stack) {
    const [, url = "", line = ""] = /([a-z][a-z0-9+.-]*:[^\s()]*):(\d+):\d+\)?$/i.exec(frame) ?? [];
    if (line !== "" && !/^(?:ext|node|checkin|deno):/.test(url)) return { url, line };
  }
  return undefined;
}
