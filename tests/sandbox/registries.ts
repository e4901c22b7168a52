/** Registries on this machine, for the tests that show whether a plugin can fetch code. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** One server for all of them. */
export interface Registries extends AsyncDisposable {
  /** An npm registry with the package `fetched` 1.0.0. */
  readonly npm: string;
  /** A JSR registry with the package `@example/fetched` 1.0.0. */
  readonly jsr: string;
  /** A web server with `module.js`. */
  readonly web: string;
  /** The paths that were asked for since the last call. */
  takeRequests(): string[];
}

/** Starts the server on a free port. */
export function registries(): Registries {
  let requests: string[] = [];
  const http = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, (request) => {
    const { pathname, origin } = new URL(request.url);
    requests.push(pathname);
    const file = files(origin)[pathname];
    return file ?? new Response(`nothing at ${pathname}`, { status: 404 });
  });
  const base = `http://127.0.0.1:${http.addr.port}`;
  return {
    npm: `${base}/npm/`,
    jsr: `${base}/jsr/`,
    web: `${base}/web/`,
    takeRequests() {
      const taken = requests;
      requests = [];
      return taken;
    },
    async [Symbol.asyncDispose]() {
      await http.shutdown();
    },
  };
}

const JSR_MODULE = 'export default "from jsr";\n';

function files(base: string): Record<string, Response> {
  const tarball = gzipSync(tar({
    "package/package.json": '{"name":"fetched","version":"1.0.0","main":"index.js"}',
    "package/index.js": 'module.exports = "from npm";\n',
  }));
  const version = {
    name: "fetched",
    version: "1.0.0",
    dist: {
      tarball: `${base}/npm/fetched/-/fetched-1.0.0.tgz`,
      integrity: `sha512-${createHash("sha512").update(tarball).digest("base64")}`,
    },
  };
  const script = { headers: { "content-type": "text/javascript" } };
  return {
    "/npm/fetched": Response.json({
      name: "fetched",
      "dist-tags": { latest: "1.0.0" },
      versions: { "1.0.0": version },
    }),
    "/npm/fetched/-/fetched-1.0.0.tgz": new Response(new Uint8Array(tarball)),
    "/jsr/@example/fetched/meta.json": Response.json({
      scope: "example",
      name: "fetched",
      latest: "1.0.0",
      versions: { "1.0.0": {} },
    }),
    "/jsr/@example/fetched/1.0.0_meta.json": Response.json({
      manifest: {
        "/mod.js": {
          size: JSR_MODULE.length,
          checksum: `sha256-${createHash("sha256").update(JSR_MODULE).digest("hex")}`,
        },
      },
      exports: { ".": "./mod.js" },
    }),
    "/jsr/@example/fetched/1.0.0/mod.js": new Response(JSR_MODULE, script),
    "/web/module.js": new Response('export default "from the web";\n', script),
  };
}

/** A tar archive: for each file a header of 512 bytes and its bytes in blocks of 512. */
function tar(entries: Record<string, string>): Uint8Array {
  const text = new TextEncoder();
  const blocks: Uint8Array[] = [];
  for (const [name, content] of Object.entries(entries)) {
    const data = text.encode(content);
    const header = new Uint8Array(512);
    const put = (at: number, value: string) => header.set(text.encode(value), at);
    const octal = (value: number, width: number) => value.toString(8).padStart(width - 1, "0");
    put(0, name);
    put(100, octal(0o644, 8));
    put(108, octal(0, 8));
    put(116, octal(0, 8));
    put(124, octal(data.length, 12));
    put(136, octal(0, 12));
    put(148, "        "); // The checksum counts itself as spaces.
    put(156, "0");
    put(257, "ustar\u000000");
    put(148, octal(header.reduce((sum, byte) => sum + byte, 0), 7));
    const padded = new Uint8Array(Math.ceil(data.length / 512) * 512);
    padded.set(data);
    blocks.push(header, padded);
  }
  blocks.push(new Uint8Array(1024));
  const archive = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    archive.set(block, at);
    at += block.length;
  }
  return archive;
}
