/**
 * A PostgreSQL cluster of our own, in a temporary folder and on a free port of the loopback
 * interface.
 *
 * @module
 */
import { freePort } from "./free_port.ts";
import { type Program, startProgram } from "./program.ts";

/** A database server that runs. */
export interface Postgres extends AsyncDisposable {
  /** Where the database is, with name and password. */
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
}

/** Says what to install when PostgreSQL is missing. */
export class PostgresMissing extends Error {
  override readonly name = "PostgresMissing";
}

/** Where Debian puts the programs; one folder for each version. */
const DEBIAN = "/usr/lib/postgresql";

/**
 * The folder of the newest installed PostgreSQL's programs.
 *
 * @throws {PostgresMissing} if it is not installed.
 */
export async function findPostgres(): Promise<string> {
  const versions: number[] = [];
  try {
    for await (const { name } of Deno.readDir(DEBIAN)) {
      const there = await Deno.stat(`${DEBIAN}/${name}/bin/initdb`).catch(() => undefined);
      if (there?.isFile) versions.push(Number(name));
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  versions.sort((one, other) => other - one);
  if (versions.length > 0) return `${DEBIAN}/${versions[0]}/bin`;
  throw new PostgresMissing(
    `there is no PostgreSQL in ${DEBIAN}: install it (on Debian: apt-get install postgresql)`,
  );
}

/**
 * Makes a cluster and starts it. What it stores is lost at the end, so it never waits for a disk.
 *
 * @throws {PostgresMissing} if its programs are not installed.
 */
export async function startPostgres(): Promise<Postgres> {
  const programs = await findPostgres();
  const folder = await Deno.makeTempDir({ prefix: "e2e-postgres-" });
  let server: Program | undefined;
  const stop = async () => {
    await server?.end("SIGINT", 10_000); // SIGINT is PostgreSQL's fast shutdown.
    await Deno.remove(folder, { recursive: true });
  };
  try {
    const account = await ownAccount(folder);
    const password = crypto.randomUUID();
    const run = (name: string, args: readonly string[]) =>
      startProgram({
        name,
        command: account.length === 0 ? `${programs}/${name}` : "setpriv",
        args: account.length === 0 ? args : [...account, `${programs}/${name}`, ...args],
        cwd: folder,
        env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      });
    const passwordFile = `${folder}/password`;
    await Deno.writeTextFile(passwordFile, password, { mode: 0o644 });
    const data = `${folder}/data`;
    const initdb = run("initdb", [
      `--pgdata=${data}`,
      "--username=mattermost",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ]);
    try {
      await initdb.says(/^Success\./m, 60_000);
    } finally {
      await initdb.end("SIGTERM", 5_000);
    }
    await Deno.remove(passwordFile);
    const port = freePort();
    server = run("postgres", ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...QUICK]);
    await server.says(/ready to accept connections/, 30_000);
    return {
      url: `postgres://mattermost:${password}@127.0.0.1:${port}/postgres?sslmode=disable`,
      pid: server.pid,
      folder,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const QUICK = [
  "unix_socket_directories=",
  "fsync=off",
  "full_page_writes=off",
  "synchronous_commit=off",
  "shared_buffers=128MB",
  "max_connections=100",
].flatMap((setting) => ["-c", setting]);

/**
 * PostgreSQL refuses to run as root. Gives the words that change to another account, after handing
 * the folder to it; none where nothing has to change.
 */
async function ownAccount(folder: string): Promise<readonly string[]> {
  if (Deno.uid() !== 0) return [];
  const accounts = await Deno.readTextFile("/etc/passwd");
  const found = /^postgres:[^:]*:(\d+):(\d+):/m.exec(accounts) ??
    /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts);
  if (found === null) throw new Error("root needs the account postgres or nobody for PostgreSQL");
  const [, user, group] = found;
  await Deno.chown(folder, Number(user), Number(group));
  return [`--reuid=${user}`, `--regid=${group}`, "--clear-groups"];
}
