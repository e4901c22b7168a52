import { expectEqual, expectRefusal, expectThat } from "./expect.ts";
import { bundle, install, socketsIn, type Stage } from "./stage.ts";
import { timed } from "./transcript.ts";

const pluginId = "com.example.hostile";
const secret = { name: "DEMO_SECRET", value: "swordfish" };

/** One way out of the sandbox: what the plugin is told to try, and what must stop it. */
interface WayOut {
  /** What it says in the transcript. */
  readonly title: string;
  /** The name of the attempt in `hostile/plugin.ts`. */
  readonly attempt: string;
  /** What it is aimed at. */
  readonly target: string;
  /** The refusal that is expected. */
  readonly refusal: RegExp;
}

/** Lets the hostile twin try its ways out. Every target is one that this process itself can reach. */
export async function tryToBreakOut(stage: Stage): Promise<void> {
  const { transcript, folder } = stage;
  transcript.chapter("A hostile twin in the same sandbox: examples/hello/hostile/plugin.ts");
  const bundled = await bundle(stage, "../hostile/plugin.ts", "hostile");
  await readStatically(stage, bundled.folder);
  Deno.env.set(secret.name, secret.value);
  await install(stage, bundled.folder);

  const trap = openTrap();
  try {
    const written = `${folder}/written`;
    for (const wayOut of waysOut(trap.address, written)) await tryOne(stage, wayOut);
    expectEqual("connections to the address that it must not reach", trap.connections(), 0);
    const isThere = await Deno.stat(written).then(() => true, () => false);
    expectEqual("whether the file is there that it must not write", isThere, false);
    const control = await Deno.connect({ hostname: "127.0.0.1", port: trap.port });
    control.close();
    await trap.firstConnection;
    transcript.note("This process itself reaches that file, that variable and that address.");
    expectThat(
      "the file must be readable outside of the sandbox",
      (await Deno.readTextFile("/etc/passwd")).length > 0,
      "it is empty",
    );
    expectEqual("the variable outside of the sandbox", Deno.env.get(secret.name), secret.value);
  } finally {
    trap.close();
    Deno.env.delete(secret.name);
  }
}

function waysOut(address: string, written: string): WayOut[] {
  const needs = (what: string) => new RegExp(`^NotCapable: Requires ${what} access`);
  const passwd = "/etc/passwd";
  return [
    {
      title: `read ${passwd} at run time`,
      attempt: "read a file",
      target: passwd,
      refusal: needs("read"),
    },
    {
      title: `import ${passwd} at run time`,
      attempt: "import a file",
      target: passwd,
      refusal: /Requires read access/,
    },
    {
      title: `read the variable ${secret.name}`,
      attempt: "read the environment",
      target: secret.name,
      refusal: /there is no variable DEMO_SECRET/,
    },
    {
      title: "read the environment of the server's process",
      attempt: "read the host's environment",
      target: String(Deno.pid),
      refusal: /^NotCapable: Requires \S+ access/,
    },
    {
      title: `open a connection to ${address}`,
      attempt: "open a connection",
      target: address,
      refusal: needs("net"),
    },
    { title: "run the program id", attempt: "run a program", target: "id", refusal: needs("run") },
    {
      title: "fetch the package is-odd from npm",
      attempt: "fetch a package",
      target: "is-odd@3.0.1",
      refusal: /--no-npm is specified/,
    },
    {
      title: "write a file",
      attempt: "write a file",
      target: written,
      refusal: needs("write"),
    },
    {
      title: `read ${passwd} in a worker of its own`,
      attempt: "read a file in a worker",
      target: passwd,
      refusal: /NotCapable: Requires read access/,
    },
  ];
}

async function tryOne({ mattermost, transcript }: Stage, wayOut: WayOut): Promise<void> {
  const { title, attempt, target, refusal } = wayOut;
  transcript.input("it tries to", title);
  const query = new URLSearchParams({ attempt, target });
  const { result, ms } = await timed(async () => {
    const response = await mattermost.fetch(`/plugins/${pluginId}/?${query}`);
    expectEqual(`the status of the attempt to ${title}`, response.status, 200);
    return await response.json() as { through: boolean; said: string };
  });
  transcript.outcome(`${result.through ? "GOT THROUGH" : "refused"}: ${result.said}`, ms);
  expectThat(
    `the attempt to ${title} must be refused with ${refusal}`,
    !result.through && refusal.test(result.said),
    `the answer was: ${result.said}`,
  );
}

/**
 * What a program imports statically is read before it runs, and without any permission, if Deno
 * runs it as its entry. So the loader is the entry, and a bundle that was made by hand with such an
 * import does not even start.
 */
async function readStatically(stage: Stage, clean: string): Promise<void> {
  const { mattermost, transcript, folder } = stage;
  transcript.input("it tries to", "read /etc/passwd by a static import, in a bundle made by hand");
  const forged = `${folder}/forged`;
  await copyFolder(clean, forged);
  const code = await Deno.readTextFile(`${forged}/server/plugin.js`);
  const line = 'import passwd from "/etc/passwd" with { type: "text" };\nconsole.log(passwd);\n';
  await Deno.writeTextFile(`${forged}/server/plugin.js`, line + code);
  const { result, ms } = await timed(() =>
    expectRefusal(
      "a bundle with a static import of /etc/passwd",
      mattermost.installPlugin(forged, { host: { socketParent: socketsIn(folder) } }),
      /Requires read access to \\?"\/etc\/passwd/,
    )
  );
  // The error quotes the plugin's last log line, which is JSON: its quotation marks are escaped.
  const said = result.replaceAll("\\", "").match(/Requires read access to "[^"]+"/)?.[0];
  transcript.outcome(`refused: it does not start: ${said}`, ms);
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

/** An address of this machine that nobody but this process should reach, and who came. */
function openTrap() {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { promise: firstConnection, resolve } = Promise.withResolvers<void>();
  let connections = 0;
  const accepting = (async () => {
    for await (const connection of listener) {
      connections++;
      connection.close();
      resolve();
    }
  })();
  return {
    address: `127.0.0.1:${listener.addr.port}`,
    port: listener.addr.port,
    connections: () => connections,
    firstConnection,
    close() {
      listener.close();
      return accepting;
    },
  };
}
