/** What a plugin can do to the machine and to its own process. */
import { assert, assertEquals } from "@std/assert";
import { body, probeFolder, refusedUnlessGranted } from "./probe.ts";

Deno.test("running a program is refused", async () => {
  await using folder = await probeFolder();
  const accesses: [string, RegExp][] = [
    ['await new Deno.Command("/bin/true").output()', /Requires run access to/],
    ['await new Deno.Command(Deno.execPath(), { args: ["-V"] }).output()', /Requires run access/],
    [
      `const { spawnSync } = await import("node:child_process");
       const { status } = spawnSync("/bin/sh", ["-c", "exit 7"]);
       if (status !== 7) throw new Error("status " + status);`,
      // Node's function tells of the refusal by a result without a status.
      /^Error: status undefined$/,
    ],
  ];
  for (const [access, refusal] of accesses) {
    await refusedUnlessGranted(folder, {
      source: body(`${access}; return "ran"`),
      refusal,
      grant: { add: ["--allow-run"] },
      value: "ran",
    });
  }
});

Deno.test("a program by its bare name is not found, since the plugin has no PATH", async () => {
  await using folder = await probeFolder();
  await refusedUnlessGranted(folder, {
    source: body('await new Deno.Command("true").output(); return "ran"'),
    refusal: /Failed to spawn 'true'|Requires run access to/,
    grant: { add: ["--allow-run"], drop: ["--ignore-env"], variables: { PATH: "/usr/bin:/bin" } },
    value: "ran",
  });
});

Deno.test("sending a signal to another process is refused", async () => {
  await using folder = await probeFolder();
  await refusedUnlessGranted(folder, {
    source: body(`Deno.kill(${Deno.pid}, "SIGCONT"); return "sent"`),
    refusal: /Requires run access/,
    grant: { add: ["--allow-run"] },
    value: "sent",
  });
});

Deno.test("native code is refused", async () => {
  await using folder = await probeFolder();
  const library = await findLibrary();
  await refusedUnlessGranted(folder, {
    source: body(
      `Deno.dlopen("${library}", { getpid: { parameters: [], result: "i32" } }); return "open"`,
    ),
    refusal: /Requires ffi access to/,
    grant: { add: ["--allow-ffi"] },
    value: "open",
  });
});

/** The C library of this process. */
async function findLibrary(): Promise<string> {
  const maps = await Deno.readTextFile("/proc/self/maps");
  const path = /\/\S*\/(?:libc\.so\S*|libc-\S*\.so|ld-musl\S*)/.exec(maps)?.[0];
  assert(path !== undefined, "this process has no C library");
  return path;
}

Deno.test("facts about the machine and its user are refused", async () => {
  await using folder = await probeFolder();
  const accesses = [
    "Deno.hostname()",
    "Deno.osRelease()",
    "Deno.networkInterfaces().length",
    "Deno.systemMemoryInfo().total",
    "Deno.loadavg().length",
    "Deno.uid()",
    // Deno before 2.9.5 tells it to everybody; it is the process's own.
    ...Deno.version.deno.localeCompare("2.9.5", "en", { numeric: true }) < 0
      ? []
      : ["Deno.umask()"],
    '(await import("node:os")).cpus().length',
    '(await import("node:os")).userInfo().username',
    '(await import("node:os")).homedir()',
  ];
  for (const access of accesses) {
    await refusedUnlessGranted(folder, {
      source: body(`return typeof ${access}`),
      refusal: /Requires sys access to/,
      // Node's functions read files and variables for some of these.
      grant: {
        add: ["--allow-sys", "--allow-env", "--allow-read=/etc/passwd"],
        drop: ["--ignore-env"],
      },
    });
  }
});

Deno.test("a debugger is refused", async () => {
  await using folder = await probeFolder();
  await refusedUnlessGranted(folder, {
    source: body('(await import("node:inspector")).open(0, "127.0.0.1"); return "open"'),
    refusal: /Requires (sys|net) access to/,
    grant: { add: ["--allow-sys", "--allow-net=127.0.0.1:0"] },
    value: "open",
  });
});

const IN_WORKER = 'import x from "file:///etc/passwd" with { type: "text" };' +
  "self.postMessage(typeof x);";

function workerOf(url: string): string {
  return body(`return await new Promise((done, fail) => {
    const worker = new Worker(${url}, { type: "module" });
    worker.onmessage = (event) => done(event.data);
    worker.onerror = (event) => { event.preventDefault(); fail(new Error(event.message)); };
  })`);
}

Deno.test("a worker gains nothing, whether from a file, a data: or a blob: URL", async () => {
  await using folder = await probeFolder();
  await folder.write(`${folder.bundle}/server/worker.js`, IN_WORKER);
  const urls = [
    `new URL("worker.js", import.meta.url)`,
    `"data:text/javascript,${encodeURIComponent(IN_WORKER).replaceAll("'", "%27")}"`,
    `URL.createObjectURL(new Blob([${JSON.stringify(IN_WORKER)}], { type: "text/javascript" }))`,
  ];
  for (const url of urls) {
    await refusedUnlessGranted(folder, {
      source: workerOf(url),
      refusal: /Requires read access to/,
      grant: { add: ["--allow-read=/etc/passwd"] },
      value: "string",
    });
  }
});

Deno.test("a worker of code outside of the bundle is refused", async () => {
  await using folder = await probeFolder();
  const path = await folder.write(`${folder.outside}/worker.js`, 'self.postMessage("ran");');
  await refusedUnlessGranted(folder, {
    source: workerOf(`"file://${path}"`),
    refusal: /Requires read access to/,
    grant: { add: [`--allow-read=${path}`] },
    value: "ran",
  });
});

Deno.test("asking for permissions gets them denied, without a prompt", async () => {
  await using folder = await probeFolder();
  const names = ["read", "write", "net", "env", "run", "ffi", "sys"];
  const source = (name: string) =>
    body(`const { state } = await Deno.permissions.request({ name: "${name}" });
      if (state !== "granted") throw new Error(state);
      return state;`);
  for (const name of names) {
    await refusedUnlessGranted(folder, {
      source: source(name),
      refusal: /^Error: denied$/,
      grant: {
        add: [`--allow-${name}`],
        drop: dropped(name, folder),
      },
      value: "granted",
    });
  }
});

/** The scoped flags of one permission, which cannot stand beside the unscoped one. */
function dropped(name: string, folder: { bundle: string; socket: string }): string[] {
  switch (name) {
    case "read":
      return [`--allow-read=${folder.bundle}`, `--allow-read=${folder.socket}`];
    case "write":
      return [`--allow-write=${folder.socket}`];
    case "net":
      return [`--allow-net=unix:${folder.socket}`];
    case "env":
      return ["--ignore-env"];
    default:
      return [];
  }
}

Deno.test("the environment is empty, and reading it gives nothing instead of an error", async () => {
  await using folder = await probeFolder();
  const source = body(
    'return [Deno.env.get("SECRET") ?? null, Object.keys(Deno.env.toObject()), ' +
      '(await import("node:process")).env.SECRET ?? null]',
  );
  const variables = { SECRET: "hunter2" };
  assertEquals(await folder.run(source, { variables }), { ok: true, value: [null, [], null] });
  // The variable was there to be read.
  assertEquals(
    await folder.run(body('return Deno.env.get("SECRET")'), {
      variables,
      add: ["--allow-env"],
      drop: ["--ignore-env"],
    }),
    { ok: true, value: "hunter2" },
  );
});

Deno.test("without --ignore-env reading a variable is an error, on which grpc-js fails", async () => {
  await using folder = await probeFolder();
  const outcome = await folder.run(body('return Deno.env.get("SECRET") ?? null'), {
    drop: ["--ignore-env"],
  });
  assert(!outcome.ok && outcome.message.includes("Requires env access"), JSON.stringify(outcome));
});

Deno.test("a declared variable of the host can be read, an undeclared one is not passed on", async () => {
  await using folder = await probeFolder();
  const environment = { DECLARED: "yes", UNDECLARED: "no" };
  const permissions = { env: ["DECLARED"] };
  const all = body("return Deno.env.toObject()");
  assertEquals(await folder.run(all, { environment, permissions }), {
    ok: true,
    value: { DECLARED: "yes" },
  });
  // Nor is it in the process for those who look past Deno.
  const granted = { add: ["--allow-env"], drop: ["--ignore-env", "--allow-env=DECLARED"] };
  const names = await folder.run(body("return Object.keys(Deno.env.toObject())"), {
    environment,
    permissions,
    ...granted,
  });
  assert(names.ok && Array.isArray(names.value));
  assert(names.value.includes("DECLARED") && !names.value.includes("UNDECLARED"), `${names.value}`);
});

Deno.test("the heap limit of the manifest ends a plugin that grows past it", async () => {
  await using folder = await probeFolder();
  const source = body(
    "const all = []; while (all.length < 2e6) all.push({ at: all.length }); return all.length",
  );
  assertEquals(await folder.run(source), { ok: true, value: 2e6 });
  const small = await folder.run(source, { permissions: { memory: 32 } }).catch((e: Error) => e);
  assert(small instanceof Error && small.message.includes("out of memory"), String(small));
});
