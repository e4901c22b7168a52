/**
 * A registry on this machine that serves what publishing would send of this checkout, in the way of
 * jsr.io: what versions there are, the files of each with their checksums, and the files themselves,
 * with the names that they import written out.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { fromFileUrl } from "../../tools/paths.ts";
import { ROOT } from "../../tools/std_source.ts";
import { filesBelow } from "../../tools/tree.ts";

/** What of `deno.json` counts here. */
interface Config {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly imports: Readonly<Record<string, string>>;
  readonly publish: { readonly exclude: readonly string[] };
}

/** The standard library, as far as the package uses it: our stand-in. */
const STD_CLI = { name: "@std/cli", exports: { ".": "./cli.ts" } } as const;

/** The registry while it runs. */
export interface Registry extends AsyncDisposable {
  /** Its address, for the variable `JSR_URL`. */
  readonly url: string;
  /** How the package's command line is named in it. */
  readonly cli: string;
  /** The paths that were asked for. */
  readonly asked: readonly string[];
}

/** Serves the package with these launchers, which the folder has as `linux-amd64/launch.gz`. */
export async function serveRegistry(launchers: string): Promise<Registry> {
  const config: Config = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const own = await ownFiles(config);
  for (const path of await filesBelow(["."], () => true, launchers)) {
    own.set(`/launchers/${path.slice(2)}`, await Deno.readFile(`${launchers}/${path}`));
  }
  const std = await Deno.readFile(new URL("tools/stand_ins/cli.ts", ROOT));
  const files = new Map<string, Uint8Array<ArrayBuffer>>([
    ...packageFiles(config.name, config.version, config.exports, own),
    ...packageFiles(STD_CLI.name, "1.999.0", STD_CLI.exports, new Map([["/cli.ts", std]])),
  ]);
  const asked: string[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, (request) => {
    const path = decodeURIComponent(new URL(request.url).pathname);
    asked.push(path);
    const bytes = files.get(path);
    if (bytes === undefined) return new Response("not found", { status: 404 });
    return new Response(bytes, { headers: { "content-type": typeOf(path) } });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}/`,
    cli: `jsr:${config.name}@${config.version}/cli`,
    asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** The files that are published, apart from the launchers, by their paths in the package. */
async function ownFiles(config: Config): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const kept = config.publish.exclude.filter((path) => path.endsWith("/") && path[0] !== "!");
  const isPublished = (path: string) =>
    !path.endsWith("_test.ts") && !kept.some((folder) => path.startsWith(folder));
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const path of await filesBelow(["mod.ts", "deno.json", "src", "gen"], isPublished)) {
    const file = `${fromFileUrl(ROOT)}${path}`;
    files.set(
      `/${path}`,
      path.endsWith(".ts")
        ? encoder.encode(writeOut(await Deno.readTextFile(file), config.imports))
        : await Deno.readFile(file),
    );
  }
  return files;
}

/** A module's text with what its imports stand for, as publishing writes it. */
function writeOut(text: string, imports: Config["imports"]): string {
  return text.replaceAll(
    /(\bfrom |\bimport |\bimport\()"([^"./][^"]*)"/g,
    (whole, before: string, name: string) =>
      Object.hasOwn(imports, name) ? `${before}"${imports[name]}"` : whole,
  );
}

/** A version of a package with what is said of it. */
function packageFiles(
  name: string,
  version: string,
  exports: Readonly<Record<string, string>>,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Map<string, Uint8Array<ArrayBuffer>> {
  const manifest = Object.fromEntries([...files].map(([path, bytes]) => {
    const checksum = `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
    return [path, { size: bytes.length, checksum }];
  }));
  const [scope = "", short = ""] = name.slice(1).split("/");
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  return new Map([
    [`/${name}/meta.json`, json({ scope, name: short, versions: { [version]: {} } })],
    [`/${name}/${version}_meta.json`, json({ manifest, exports })],
    ...[...files].map(([path, bytes]) => [`/${name}/${version}${path}`, bytes] as const),
  ]);
}

function typeOf(path: string): string {
  if (path.endsWith(".ts")) return "text/typescript";
  return path.endsWith(".json") ? "application/json" : "application/octet-stream";
}
