/**
 * Ways out of the sandbox, one a line: what a hostile plugin would write, and how it is refused.
 *
 * @module
 */

/** What stands in the world for an attempt to reach; `w` in the attempts' code. */
export interface World {
  /** A folder that is not the plugin's, with the files below and `link.txt` for nobody. */
  readonly outside: string;
  /** A text file in it that holds `hunter2`. */
  readonly secret: string;
  /** `"hunter2"` as JSON. */
  readonly json: string;
  /** A module whose default export is `hunter2`. */
  readonly code: string;
  /** The same as CommonJS. */
  readonly cjs: string;
  /** A WebAssembly module that exports nothing. */
  readonly wasm: string;
  /** An SQLite database with the table `t`, which holds `hunter2`. */
  readonly database: string;
  /** The port of a web server on 127.0.0.1 that answers everything with `hunter2`. */
  readonly port: number;
  /** The port of a web server that the manifest allows, and that redirects to the other. */
  readonly allowedPort: number;
  /** Another process's Unix socket, which speaks HTTP and answers with `hunter2`. */
  readonly unixSocket: string;
  /** Where the plugin may listen. */
  readonly ownSocket: string;
  /** The bundle's folder. */
  readonly bundle: string;
  /** A web server with modules. */
  readonly web: string;
  /** The C library. */
  readonly library: string;
}

/** One way. */
export interface WayOut {
  /** What is tried. */
  readonly way: string;
  /**
   * The code: the body of an async function that returns what it got, or with `import` in its first
   * line a whole module. `{{name}}` stands for a fact of the world in a module, `w.name` in a body.
   */
  readonly code: string;
  /** What the refusal says, as `name: message`. */
  readonly refused: RegExp;
  /** What it returns with permissions on. Default: `hunter2`. */
  readonly gives?: unknown;
  /** Why it cannot succeed, even with all permissions; then it is refused there as well. */
  readonly never?: string;
}

const READ = /^(NotCapable|TypeError|Error): Requires read access to/;
const WRITE = /NotCapable: Requires write access to/;
const FETCH = /--no-remote is specified|Requires import access to/;
const NET = /Requires net access to/;
const RUN = /NotCapable: Requires run access/;
const SYS = /NotCapable: Requires sys access to/;
const UNIX = /Requires (net|read|write) access to/;
// Deno guards /proc with more than the read permission, and says so in the same words.
const PROC = /^(NotCapable|TypeError): Requires (read|all) access to/;

/** A worker that does `code` and posts what came of it. */
function inWorker(url: string, options = ""): string {
  return `return await new Promise((done, fail) => {
    const worker = new Worker(${url}, { type: "module"${options} });
    worker.onmessage = (event) => done(event.data);
    worker.onerror = (event) => { event.preventDefault(); fail(new Error(event.message)); };
  })`;
}
const READ_IN_WORKER = "self.postMessage(Deno.readTextFileSync(${JSON.stringify(w.secret)}))";

/** A WebAssembly program's view of a folder, from which it reads a file. */
function wasi(folder: string, path: string): string {
  return `const { WASI } = await import("node:wasi");
    const system = new WASI({ version: "preview1", preopens: { "/": ${folder} } });
    // A module with a memory and nothing else: the calls that a program would make are made here.
    const module = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 10, 1, 6];
    const bytes = new Uint8Array([...module, ...new TextEncoder().encode("memory"), 2, 0]);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
    system.initialize(instance);
    const memory = new Uint8Array(instance.exports.memory.buffer);
    const view = new DataView(memory.buffer);
    const name = new TextEncoder().encode(${path});
    memory.set(name, 100);
    const opened = system.wasiImport.path_open(3, 1, 100, name.length, 0, 2n, 2n, 0, 0);
    if (opened !== 0) throw new Error("path_open gives " + opened);
    view.setUint32(8, 5000, true);
    view.setUint32(12, 7, true);
    system.wasiImport.fd_read(view.getUint32(0, true), 8, 1, 16);
    return new TextDecoder().decode(memory.slice(5000, 5007));`;
}

/** Code and data that lie elsewhere. */
const IMPORTS: readonly WayOut[] = [
  {
    way: "a static import of a text file",
    code: 'import x from "{{secret}}" with { type: "text" };\nexport default () => x;',
    refused: READ,
  },
  {
    way: "a static import of a JSON file",
    code: 'import x from "{{json}}" with { type: "json" };\nexport default () => x;',
    refused: READ,
  },
  {
    way: "a static import of code",
    code: 'import x from "{{code}}";\nexport default () => x;',
    refused: READ,
  },
  {
    way: "a static import of another process's environment",
    code: 'import x from "/proc/{{ppid}}/environ" with { type: "text" };\n' +
      "export default () => typeof x;",
    refused: PROC,
    gives: "string",
  },
  {
    way: "a re-export of a file",
    code: 'import "node:path";\nexport { default as x } from "{{code}}";\n' +
      'export default async () => (await import(import.meta.url + "?2")).x;',
    refused: READ,
  },
  {
    way: "import() of a text file",
    code: 'return (await import(w.secret, { with: { type: "text" } })).default',
    refused: READ,
  },
  {
    way: "import() of a JSON file",
    code: 'return (await import(w.json, { with: { type: "json" } })).default',
    refused: READ,
  },
  {
    way: "import() of bytes",
    code: 'const { default: bytes } = await import(w.secret, { with: { type: "bytes" } });' +
      "return new TextDecoder().decode(bytes)",
    // Deno 2.9 has it behind a flag; where it is there without one, it must be refused like text.
    refused: /"bytes" is not a valid module type|Requires read access/,
  },
  { way: "import() of code", code: "return (await import(w.code)).default", refused: READ },
  {
    way: "import() of a name that is computed",
    code: 'return (await import([..."file://" + w.code].join(""))).default',
    refused: READ,
  },
  {
    way: "import() of what import.meta.resolve() makes of a path with dots",
    code: 'return (await import(import.meta.resolve("../../outside/code.js"))).default',
    refused: READ,
  },
  {
    way: "import() of a WebAssembly module",
    code: "return typeof await import(w.wasm)",
    refused: READ,
    gives: "object",
  },
  {
    way: "compiling a WebAssembly file",
    code: "const wasm = await WebAssembly.compileStreaming(fetch(`file://${w.wasm}`));" +
      "return WebAssembly.Module.exports(wasm).length",
    refused: /Requires read access/,
    gives: 0,
  },
  {
    way: "files for a WebAssembly program (WASI)",
    code: wasi("w.outside", '"secret.txt"'),
    refused: /failed to open preopen/,
  },
  {
    way: "the whole disk for a WebAssembly program (WASI)",
    code: wasi('"/"', "w.secret.slice(1)"),
    refused: /failed to open preopen/,
  },
  {
    way: "the bundle's folder for a WebAssembly program (WASI), which could write there",
    code: "await Deno.copyFile(w.secret, `${w.bundle}/copy.txt`).catch(() => {});" +
      wasi("w.bundle", '"copy.txt"'),
    refused: /Requires write access to/,
  },
  {
    way: "a data: module that imports a file",
    code: "const text = `export { default } from ${JSON.stringify('file://' + w.code)}`;" +
      'return (await import("data:text/javascript," + encodeURIComponent(text))).default',
    refused: READ,
  },
  {
    way: "a blob: module that imports a file",
    code: "const text = `export { default } from ${JSON.stringify('file://' + w.code)}`;" +
      'const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));' +
      "return (await import(url)).default",
    refused: READ,
  },
  {
    way: "require()",
    code: 'const { createRequire } = await import("node:module");' +
      "return createRequire(import.meta.url)(w.cjs)",
    refused: READ,
  },
  {
    way: "code by http:",
    code: "return (await import(`${w.web}module.js`)).default",
    refused: FETCH,
    gives: "from the web",
  },
  {
    way: "code by https:",
    code: "return (await import(`https://127.0.0.1:${w.port}/module.js`)).default",
    refused: FETCH,
    never: "the server here has no certificate; what refuses it is the same as for http:",
  },
  {
    way: "code by npm:",
    code: 'return (await import("npm:fetched@1.0.0")).default',
    refused: /--no-npm is specified/,
    gives: "from npm",
  },
  {
    way: "code by jsr:",
    code: 'return (await import("jsr:@example/fetched@1.0.0")).default',
    refused: FETCH,
    gives: "from jsr",
  },
  {
    way: "a source map that names a file",
    code: `import "node:path";
export default () => { throw new Error("look at the line of the source that Deno shows"); };
//# sourceMappingURL={{sourceMap}}`,
    refused: /^Error: look at the line/,
    never: "Deno shows lines of sources that it has loaded as modules, and of no others",
  },
];

/** Files. */
const FILES: readonly WayOut[] = [
  { way: "reading a file", code: "return await Deno.readTextFile(w.secret)", refused: READ },
  {
    way: "a path with dots",
    code: "return await Deno.readTextFile(`${w.bundle}/../outside/secret.txt`)",
    refused: READ,
  },
  {
    way: "fetch() of a file",
    code: "return await (await fetch(`file://${w.secret}`)).text()",
    refused: /Requires read access/,
  },
  {
    way: "node:fs",
    code: 'return (await import("node:fs")).readFileSync(w.secret, "utf8")',
    refused: READ,
  },
  {
    way: "node:fs with a path of bytes",
    code:
      'return (await import("node:fs")).readFileSync(new TextEncoder().encode(w.secret), "utf8")',
    refused: READ,
  },
  {
    way: "process.getBuiltinModule()",
    code: 'return process.getBuiltinModule("fs").readFileSync(w.secret, "utf8")',
    refused: READ,
  },
  {
    way: "process.binding()",
    code: 'return process.binding("fs").readFileUtf8(w.secret, 0)',
    refused: /is not a function|No such module|not implemented/,
    never: "Deno's binding of fs is empty",
  },
  {
    way: "Deno's internals",
    code: "const { ops } = Deno[Deno.internal].core;" +
      "return ops.op_fs_read_file_text_sync(w.secret)",
    refused: /is not a function|Requires read access/,
    never: "Deno gives a program no operations on files in there",
  },
  {
    way: "node:vm",
    code: 'const vm = await import("node:vm");' +
      "return vm.runInNewContext(\"f.constructor('return Deno')().readTextFileSync(path)\", " +
      "{ f() {}, path: w.secret })",
    refused: READ,
  },
  {
    way: "eval() and new Function()",
    code: 'return new Function("path", "return eval(`Deno.readTextFileSync(path)`)")(w.secret)',
    refused: READ,
  },
  {
    way: "node:sqlite, opening a database",
    code: 'const { DatabaseSync } = await import("node:sqlite");' +
      'return new DatabaseSync(w.database).prepare("select a from t").get().a',
    refused: READ,
  },
  {
    way: "node:sqlite, attaching a database to one in memory",
    code: 'const { DatabaseSync } = await import("node:sqlite");' +
      'const db = new DatabaseSync(":memory:");' +
      "db.exec(`attach '${w.database}' as other`);" +
      'return db.prepare("select a from other.t").get().a',
    refused: /too many attached databases - max 0/,
  },
  {
    way: "node:sqlite, loading an extension",
    code: 'const { DatabaseSync } = await import("node:sqlite");' +
      'new DatabaseSync(":memory:", { allowExtension: true }).loadExtension(w.library)',
    refused: /Requires ffi access/,
    never: "the C library is no extension of SQLite; with permissions on that is what it says",
  },
  {
    way: "listing a folder",
    code: 'return [...Deno.readDirSync(w.outside)].some((e) => e.name === "secret.txt")',
    refused: READ,
    gives: true,
  },
  {
    way: "asking about a file",
    code: "return Deno.statSync(w.secret).size",
    refused: READ,
    gives: 7,
  },
  {
    way: "watching a folder",
    code: 'Deno.watchFs(w.outside).close(); return "watched"',
    refused: READ,
    gives: "watched",
  },
  {
    way: "changing the folder",
    code: 'Deno.chdir(w.outside); return Deno.readTextFileSync("secret.txt")',
    refused: READ,
  },
  ...["environ", "maps", "cmdline", "mountinfo"].map((name): WayOut => ({
    way: `/proc/self/${name}`,
    code: `return (await Deno.readTextFile("/proc/self/${name}")).length > 0`,
    refused: PROC,
    gives: true,
  })),
  {
    way: "/proc/self/mem",
    code: '(await Deno.open("/proc/self/mem")).close(); return "open"',
    refused: PROC,
    gives: "open",
  },
  {
    way: "/proc/self/fd",
    code: 'return [...Deno.readDirSync("/proc/self/fd")].length > 0',
    refused: PROC,
    gives: true,
  },
  {
    way: "/dev/fd/0",
    code: 'return typeof await Deno.readTextFile("/dev/fd/0")',
    refused: PROC,
    gives: "string",
  },
  {
    way: "/proc/self/root",
    code: "return await Deno.readTextFile(`/proc/self/root${w.secret}`)",
    refused: PROC,
  },
  {
    way: "/proc/self/cwd",
    code: 'return await Deno.readTextFile("/proc/self/cwd/../outside/secret.txt")',
    refused: PROC,
  },
  {
    way: "/proc/self/task",
    code: 'return (await Deno.readTextFile("/proc/thread-self/environ")).length > 0',
    refused: PROC,
    gives: true,
  },
  {
    way: "the environment of the host's process",
    code: "return typeof await Deno.readTextFile(`/proc/${Deno.ppid}/environ`)",
    refused: PROC,
    gives: "string",
  },
  {
    way: "the memory of the host's process",
    code: "(await Deno.open(`/proc/${Deno.ppid}/mem`)).close(); return 'open'",
    refused: PROC,
    gives: "open",
  },
  {
    way: "writing over its own code",
    code: 'await Deno.writeTextFile(`${w.bundle}/server/plugin.js`, "x"); return "written"',
    refused: WRITE,
    gives: "written",
  },
  {
    way: "writing elsewhere",
    code: 'await Deno.writeTextFile(`${w.outside}/new.txt`, "x"); return "written"',
    refused: WRITE,
    gives: "written",
  },
  {
    way: "writing with node:fs",
    code: 'require("node:fs").writeFileSync(`${w.outside}/new.txt`, "x"); return "written"'
      .replace("require(", "process.getBuiltinModule("),
    refused: WRITE,
    gives: "written",
  },
  {
    way: "a temporary file",
    code: "return typeof await Deno.makeTempFile({ dir: w.outside })",
    refused: WRITE,
    gives: "string",
  },
  {
    way: "a heap snapshot",
    code: 'return typeof (await import("node:v8")).writeHeapSnapshot(`${w.outside}/heap`)',
    refused: WRITE,
    gives: "string",
  },
  {
    way: "removing files",
    code: "await Deno.remove(`${w.outside}/empty`); return 'removed'",
    refused: WRITE,
    gives: "removed",
  },
  {
    way: "a symbolic link to a file, made where it may write",
    code: "await Deno.remove(w.ownSocket).catch(() => {});" +
      "await Deno.symlink(w.secret, w.ownSocket); return await Deno.readTextFile(w.ownSocket)",
    refused: /requires unscoped --allow-read and --allow-write|Requires/,
  },
  {
    way: "a hard link to a file, made where it may write",
    code: "await Deno.remove(w.ownSocket).catch(() => {});" +
      "await Deno.link(w.secret, w.ownSocket); return await Deno.readTextFile(w.ownSocket)",
    refused: /Requires (read|write) access/,
  },
  {
    way: "renaming a file to where it may read",
    code: "await Deno.rename(`${w.outside}/moved.txt`, w.ownSocket);" +
      "return await Deno.readTextFile(w.ownSocket)",
    refused: /Requires (read|write) access/,
  },
  {
    way: "localStorage",
    code: 'localStorage.setItem("a", "hunter2"); return localStorage.getItem("a")',
    refused: /Not a directory/,
  },
  {
    way: "a Storage of its own",
    code:
      'const storage = new Storage(true); storage.setItem("a", "hunter2"); return storage.getItem("a")',
    refused: /Not a directory/,
  },
  {
    way: "a Storage made by sessionStorage's constructor",
    code: "const storage = new (sessionStorage.constructor)(true);" +
      'storage.setItem("a", "hunter2"); return storage.getItem("a")',
    refused: /Not a directory/,
  },
  {
    way: "caches",
    code: 'const cache = await caches.open("c");' +
      'await cache.put("http://a/b", new Response("hunter2"));' +
      'return await (await cache.match("http://a/b")).text()',
    refused: /Not a directory|cache storage directory/,
  },
  {
    way: "Deno.openKv()",
    code: 'const kv = await Deno.openKv(`${w.outside}/kv`); kv.close(); return "opened"',
    refused: /Deno.openKv is not a function/,
    gives: "opened",
  },
];

/** The environment. `SECRET` is in both processes' environment, so that there is something to get. */
const ENVIRONMENT: readonly WayOut[] = [
  {
    way: "Deno.env.get()",
    code: 'return got(Deno.env.get("SECRET"))',
    refused: /^Error: got undefined$/,
  },
  {
    way: "Deno.env.toObject()",
    code: "return got(Deno.env.toObject().SECRET)",
    refused: /^Error: got undefined$/,
  },
  {
    way: "process.env",
    code: 'return got((await import("node:process")).env.SECRET)',
    refused: /^Error: got undefined$/,
  },
  {
    way: "a worker's environment",
    code: 'const { Worker } = await import("node:worker_threads");' +
      "return await new Promise((done, fail) => {" +
      "const worker = new Worker(`const t = require('node:worker_threads');" +
      "t.parentPort.postMessage(String(process.env.SECRET))`, { eval: true });" +
      'worker.on("message", (m) => m === "hunter2" ? done(m) : fail(new Error("got " + m)));' +
      'worker.on("error", fail); })',
    refused: /^Error: got undefined$/,
  },
];

/** The network. */
const NETWORK: readonly WayOut[] = [
  {
    way: "fetch() of a port that is not declared",
    code: "return await (await fetch(`http://127.0.0.1:${w.port}/`)).text()",
    refused: NET,
  },
  {
    way: "fetch() of a name for this machine",
    code: "return await (await fetch(`http://localhost:${w.port}/`)).text()",
    refused: NET,
  },
  {
    way: "fetch() of an IPv4 address as one of IPv6",
    code: "return await (await fetch(`http://[::ffff:127.0.0.1]:${w.port}/`)).text()",
    refused: NET,
  },
  {
    way: "fetch() of an address as one number",
    code: "return await (await fetch(`http://2130706433:${w.port}/`)).text()",
    refused: NET,
  },
  {
    way: "a redirect from a host that is allowed to one that is not",
    code: "return await (await fetch(`http://127.0.0.1:${w.allowedPort}/`)).text()",
    refused: NET,
  },
  {
    way: "a proxy at a port that is not declared",
    code:
      "const client = Deno.createHttpClient({ proxy: { url: `http://127.0.0.1:${w.port}` } });" +
      "return await (await fetch(`http://127.0.0.1:${w.allowedPort}/`, { client })).text()",
    refused: NET,
  },
  {
    way: "a proxy at another's Unix socket",
    code: 'const proxy = { transport: "unix", path: w.unixSocket };' +
      "const client = Deno.createHttpClient({ proxy });" +
      "return await (await fetch(`http://127.0.0.1:${w.allowedPort}/`, { client })).text()",
    refused: UNIX,
  },
  {
    way: "Deno.connect()",
    code: 'const c = await Deno.connect({ hostname: "127.0.0.1", port: w.port }); c.close();' +
      'return "connected"',
    refused: NET,
    gives: "connected",
  },
  {
    way: "node:net",
    code: 'const net = await import("node:net"); return await new Promise((done, fail) => {' +
      'const c = net.connect(w.port, "127.0.0.1", () => { c.destroy(); done("connected"); });' +
      'c.on("error", fail); })',
    refused: NET,
    gives: "connected",
  },
  {
    way: "node:http",
    code: 'const http = await import("node:http"); return await new Promise((done, fail) => {' +
      "http.get(`http://127.0.0.1:${w.port}/`, (r) => { r.resume(); done(r.statusCode); })" +
      '.on("error", fail); })',
    refused: NET,
    gives: 200,
  },
  {
    way: "a WebSocket",
    code: "return await new Promise((done, fail) => {" +
      "const s = new WebSocket(`ws://127.0.0.1:${w.port}/socket`);" +
      's.onopen = () => { done("open"); s.close(); };' +
      "s.onerror = (e) => fail(e.error ?? new Error(e.message)); })",
    refused: NET,
    gives: "open",
  },
  {
    way: "another's Unix socket",
    code: 'const c = await Deno.connect({ transport: "unix", path: w.unixSocket }); c.close();' +
      'return "connected"',
    refused: UNIX,
    gives: "connected",
  },
  {
    way: "another's Unix socket with node:net",
    code: 'const net = await import("node:net"); return await new Promise((done, fail) => {' +
      'const c = net.connect(w.unixSocket, () => { c.destroy(); done("connected"); });' +
      'c.on("error", fail); })',
    refused: UNIX,
    gives: "connected",
  },
  {
    way: "a Unix socket without a file",
    code: 'const net = await import("node:net"); return await new Promise((done, fail) => {' +
      'const server = net.createServer().on("error", fail);' +
      'server.listen("\\0ways-out-" + Deno.pid, () => { server.close(); done("listened"); }); })',
    refused: UNIX,
    gives: "listened",
  },
  {
    way: "UDP",
    code: 'Deno.listenDatagram({ transport: "udp", hostname: "127.0.0.1", port: 0 }).close();' +
      'return "bound"',
    refused: /is not a function|Requires net access/,
    gives: "bound",
  },
  {
    way: "UDP with node:dgram",
    code: 'const socket = (await import("node:dgram")).createSocket("udp4");' +
      "return await new Promise((done, fail) => {" +
      'socket.on("error", fail).bind(0, "127.0.0.1", () => { socket.close(); done("bound"); }); })',
    refused: NET,
    gives: "bound",
  },
  {
    way: "QUIC",
    code: 'new Deno.QuicEndpoint({ hostname: "127.0.0.1" }).close(); return "bound"',
    refused: /is not a constructor|Requires net access/,
    gives: "bound",
  },
  {
    way: "DNS",
    code: 'return (await Deno.resolveDns("localhost", "A")).includes("127.0.0.1")',
    refused: NET,
    gives: true,
  },
  {
    way: "DNS with node:dns",
    code: 'return (await (await import("node:dns/promises")).lookup("localhost")).address !== ""',
    refused: /EPERM|Requires net access/,
    gives: true,
  },
  {
    way: "listening on a port",
    code: 'Deno.listen({ hostname: "127.0.0.1", port: 0 }).close(); return "listened"',
    refused: NET,
    gives: "listened",
  },
  {
    way: "serving on every address",
    code: 'await Deno.serve({ port: 0, onListen() {} }, () => new Response("x")).shutdown();' +
      'return "served"',
    refused: NET,
    gives: "served",
  },
  {
    way: "listening on a Unix socket beside its own",
    code: 'Deno.listen({ transport: "unix", path: w.ownSocket + "2" }).close(); return "listened"',
    refused: UNIX,
    gives: "listened",
  },
];

/** The machine, other processes, and more permissions. */
const SYSTEM: readonly WayOut[] = [
  {
    way: "running a program",
    code: 'return (await new Deno.Command("/bin/true").output()).code',
    refused: RUN,
    gives: 0,
  },
  {
    way: "running Deno once more, without a sandbox",
    code: 'return (await new Deno.Command(Deno.execPath(), { args: ["-V"] }).output()).code',
    refused: /Requires (run|read) access/,
    gives: 0,
  },
  {
    way: "node:child_process, exec()",
    code: 'const { execSync } = await import("node:child_process");' +
      'return execSync("echo hunter2").toString().trim()',
    // Node's function tells of any failure in these words.
    refused: /Requires run access|^Error: Command failed/,
  },
  {
    way: "node:child_process, fork()",
    code: 'const { fork } = await import("node:child_process");' +
      "return await new Promise((done, fail) => {" +
      'fork(w.cjs).on("exit", (code) => done(code)).on("error", fail); })',
    // Deno before 2.9.5 writes a temporary file first, which it cannot.
    refused: /Requires (run|read) access|NotADirectory/,
    gives: 0,
  },
  {
    way: "native code (FFI)",
    code: "const symbols = { getpid: { parameters: [], result: 'i32' } };" +
      "return Deno.dlopen(w.library, symbols).symbols.getpid() === Deno.pid",
    refused: /Requires ffi access/,
    gives: true,
  },
  {
    way: "reading memory by its address",
    code: "return typeof Deno.UnsafePointer.of(new Uint8Array(8))",
    refused: /Requires ffi access/,
    gives: "object",
  },
  {
    way: "a native module of Node (process.dlopen)",
    code: "process.dlopen({ exports: {} }, w.library)",
    refused: /Requires ffi access/,
    never: "the C library is no module of Node; with permissions on that is what it says",
  },
  {
    way: "a signal to the host",
    code: 'Deno.kill(Deno.ppid, "SIGCONT"); return "sent"',
    refused: RUN,
    gives: "sent",
  },
  {
    way: "a signal to the host, with node:process",
    code: 'process.kill(process.ppid, "SIGCONT"); return "sent"',
    refused: RUN,
    gives: "sent",
  },
  {
    way: "a signal to a process group",
    code: 'process.kill(0, "SIGCONT"); return "sent"',
    refused: /Requires run access/,
    gives: "sent",
  },
  {
    way: "the machine's name",
    code: "return typeof Deno.hostname()",
    refused: SYS,
    gives: "string",
  },
  {
    way: "the machine's addresses",
    code: "return Deno.networkInterfaces().length > 0",
    refused: SYS,
    gives: true,
  },
  {
    way: "the machine's memory",
    code: "return Deno.systemMemoryInfo().total > 0",
    refused: SYS,
    gives: true,
  },
  {
    way: "the user's name, with node:os",
    code: 'return (await import("node:os")).userInfo().username !== ""',
    refused: SYS,
    gives: true,
  },
  {
    way: "another process's priority, with node:os",
    code: 'return typeof (await import("node:os")).getPriority(process.ppid)',
    refused: SYS,
    gives: "number",
  },
  {
    way: "a debugger",
    code: 'const inspector = await import("node:inspector");' +
      'inspector.open(0, "127.0.0.1"); return "open"',
    refused: /Requires (sys|net) access/,
    gives: "open",
  },
  ...["read", "write", "net", "env", "run", "ffi", "sys", "import"].map((name): WayOut => ({
    way: `asking for the permission "${name}"`,
    code: `const { state } = await Deno.permissions.request({ name: "${name}" });` +
      'if (state !== "granted") throw new Error(state); return state',
    refused: /^Error: denied$/,
    gives: "granted",
  })),
  {
    way: "a worker that asks for permissions of its own",
    code: `const code = ${"`" + READ_IN_WORKER + "`"};` +
      inWorker(
        '"data:text/javascript," + encodeURIComponent(code)',
        ", deno: { permissions: { read: true } }",
      ),
    refused: /Can't escalate parent thread permissions|Requires read|is not|unstable/,
  },
  {
    way: "a worker from a data: URL",
    code: `const code = ${"`" + READ_IN_WORKER + "`"};` +
      inWorker('"data:text/javascript," + encodeURIComponent(code)'),
    refused: /Requires read access/,
  },
  {
    way: "a worker from a blob: URL",
    code: `const code = ${"`" + READ_IN_WORKER + "`"};` +
      inWorker('URL.createObjectURL(new Blob([code], { type: "text/javascript" }))'),
    refused: /Requires read access/,
  },
  {
    way: "a worker of code outside of the bundle",
    code: inWorker("`file://${w.outside}/worker.js`"),
    refused: /Requires read access/,
  },
  {
    way: "node:worker_threads",
    code: 'const { Worker } = await import("node:worker_threads");' +
      "return await new Promise((done, fail) => {" +
      "const worker = new Worker(`const t = require('node:worker_threads');" +
      "t.parentPort.postMessage(require('node:fs')" +
      '.readFileSync(${JSON.stringify(w.secret)}, "utf8"))`, { eval: true });' +
      'worker.on("message", done); worker.on("error", fail); })',
    refused: /Requires read access/,
  },
  {
    way: "Deno's bundler, which reads graphs without permission",
    code: "const { outputFiles } = await Deno.bundle({ entrypoints: [w.code], write: false });" +
      'return outputFiles[0].text().includes("hunter2") ? "hunter2" : "nothing"',
    refused: /Deno.bundle is not a function/,
    never: "it fetches a program from npm first, which the registry here does not have",
  },
];

/** All of them. */
export const WAYS_OUT: readonly WayOut[] = [
  ...IMPORTS,
  ...FILES,
  ...ENVIRONMENT,
  ...NETWORK,
  ...SYSTEM,
];
