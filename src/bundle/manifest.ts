import { checkPermissions } from "./check_permissions.ts";
import { createManifestCheck, type ManifestCheck } from "./manifest_check.ts";
import { findManifest, type ManifestSource, parseManifestSource } from "./manifest_source.ts";
import { checkSettingsSchema } from "./manifest_settings.ts";
import type { Manifest } from "./manifest_types.ts";
import { nearestName } from "../api/nearest_name.ts";

/**
 * Reads and checks a plugin's manifest. `path` is the manifest itself or the folder that holds it
 * as `plugin.yml`, `plugin.yaml` or `plugin.json`; where there are several, the first of these
 * counts, as for Mattermost.
 *
 * @example
 * ```ts ignore
 * const manifest = await readManifest("examples/hello");
 * console.log(manifest.id, manifest.version);
 * ```
 *
 * @throws {ManifestError} if there is none, or if something in it is wrong.
 */
export async function readManifest(path: string): Promise<Manifest> {
  const file = await findManifest(path);
  return parseManifest(file, await Deno.readTextFile(file));
}

/**
 * Checks the text of a manifest. `file` decides by its ending between JSON and YAML and stands in
 * the errors.
 *
 * @throws {ManifestError} if something in it is wrong.
 */
export function parseManifest(file: string, text: string): Manifest {
  const source = parseManifestSource(file, text);
  checkManifest(source);
  return source.value as Manifest;
}

const TEXTS = ["name", "description", "icon_path"];
const URLS = ["homepage_url", "support_url", "release_notes_url"];
// https://semver.org: three numbers, then what may follow them.
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

function checkManifest(source: ManifestSource): void {
  const check = createManifestCheck(source);
  check.type([], "object");
  if (check.get([]) === undefined) check.refuse([], "expected an object, found nothing");
  checkId(check);
  for (const name of [...TEXTS, ...URLS]) check.type([name], "string");
  for (const name of URLS) checkUrl(check, name);
  checkVersion(check, "version", true);
  checkVersion(check, "min_server_version", false);
  checkServer(check);
  check.type(["webapp"], "object");
  check.type(["webapp", "bundle_path"], "string");
  check.type(["props"], "object");
  checkSettingsSchema(check);
}

function checkId(check: ManifestCheck): void {
  const id = check.get(["id"]);
  const expected = 'expected an id such as "com.example.hello"';
  if (typeof id !== "string") {
    check.refuse(["id"], `${expected}, found ${JSON.stringify(id) ?? "nothing"}`);
  }
  if (id.length < 3 || id.length > 190) {
    check.refuse(["id"], `${expected} of 3 to 190 characters, found ${id.length}`);
  }
  if (!/^[a-zA-Z0-9-_.]+$/.test(id)) {
    check.refuse(["id"], `${expected} of letters, digits, "-", "_" and ".", found "${id}"`);
  }
}

function checkVersion(check: ManifestCheck, name: string, required: boolean): void {
  const version = check.get([name]);
  if (!required && (version === undefined || version === "")) return;
  if (typeof version === "string" && SEMVER.test(version)) return;
  const found = version === undefined ? "nothing" : JSON.stringify(version);
  // YAML reads 1.0 as a number, and the author sees a version.
  const hint = typeof version === "number" ? "; put it in quotes and write all three numbers" : "";
  check.refuse([name], `expected a version such as "1.2.3", found ${found}${hint}`);
}

function checkUrl(check: ManifestCheck, name: string): void {
  const url = check.get([name]);
  if (typeof url !== "string" || url === "") return;
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    check.refuse([name], `expected a URL that begins with http:// or https://, found "${url}"`);
  }
}

const OURS = ["runtime", "permissions"];
const SERVER_NAMES = ["executable", "executables", ...OURS];

function checkServer(check: ManifestCheck): void {
  check.type(["server"], "object");
  const server = check.get(["server"]);
  if (server === undefined) return;
  for (const name of Object.keys(server as object)) {
    if (SERVER_NAMES.includes(name)) continue;
    const near = nearestName(name, OURS);
    if (near !== undefined) {
      check.refuse(["server", name], `unknown name; did you mean "${near}"?`);
    }
  }
  check.type(["server", "executable"], "string");
  check.type(["server", "executables"], "object");
  for (const platform of Object.keys((check.get(["server", "executables"]) ?? {}) as object)) {
    check.type(["server", "executables", platform], "string");
  }
  const runtime = check.get(["server", "runtime"]);
  if (runtime !== undefined && runtime !== "deno") {
    check.refuse(["server", "runtime"], `expected "deno", found ${JSON.stringify(runtime)}`);
  }
  const permissions = check.get(["server", "permissions"]);
  if (permissions === undefined) return;
  checkPermissions(
    permissions,
    (path, reason) => check.refuse(["server", "permissions", ...path], reason),
  );
}
