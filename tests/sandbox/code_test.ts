/** Whether a plugin can fetch code. */
import { assertEquals } from "@std/assert";
import { body, probeFolder, refusedUnlessGranted } from "./probe.ts";
import { registries } from "./registries.ts";

/** What refuses remote code as well, left out to see what the first lock does. */
const SECOND_LOCK = ["--deny-import"];

Deno.test("without its flags import() fetches npm code with no net permission at all", async () => {
  await using folder = await probeFolder();
  await using served = registries();
  const source = body('return (await import("npm:fetched@1.0.0")).default');
  const variables = { NPM_CONFIG_REGISTRY: served.npm };
  const change = { variables, drop: ["--no-npm", "--cached-only"] };
  assertEquals(await folder.run(source, change), { ok: true, value: "from npm" });
});

Deno.test("an import of npm code is refused", async () => {
  await using folder = await probeFolder();
  await using served = registries();
  for (
    const source of [
      'import x from "npm:fetched@1.0.0";\nexport default () => x;',
      body('return (await import("npm:fetched@1.0.0")).default'),
      body('const name = ["npm:", "fetched@1.0.0"].join(""); return (await import(name)).default'),
    ]
  ) {
    await refusedUnlessGranted(folder, {
      source,
      refusal: /--no-npm is specified/,
      grant: { drop: ["--no-npm", "--cached-only"] },
      value: "from npm",
      both: { variables: { NPM_CONFIG_REGISTRY: served.npm } },
    });
    assertEquals(served.takeRequests().length > 0, true, "the registry was asked once granted");
    await Deno.remove(folder.denoDir, { recursive: true });
  }
});

Deno.test("what is in the cache already is refused as well", async () => {
  await using folder = await probeFolder();
  await using served = registries();
  const variables = { NPM_CONFIG_REGISTRY: served.npm };
  const source = body('return (await import("npm:fetched@1.0.0")).default');
  await folder.run(source, { variables, drop: ["--no-npm", "--cached-only"] });
  await refusedUnlessGranted(folder, {
    source,
    refusal: /--no-npm is specified/,
    grant: { drop: ["--no-npm", "--cached-only"] },
    value: "from npm",
    both: { variables },
  });
});

Deno.test("an import of code from jsr is refused", async () => {
  await using folder = await probeFolder();
  await using served = registries();
  await refusedUnlessGranted(folder, {
    source: body('return (await import("jsr:@example/fetched@1.0.0")).default'),
    refusal: /--no-remote is specified/,
    grant: { drop: [...SECOND_LOCK, "--no-remote", "--cached-only"] },
    value: "from jsr",
    both: { drop: SECOND_LOCK, variables: { JSR_URL: served.jsr } },
  });
});

Deno.test("no host is one to import from, though Deno has a few by default", async () => {
  await using folder = await probeFolder();
  await refusedUnlessGranted(folder, {
    source: body(`const { state } = await Deno.permissions.query({ name: "import" });
      if (state !== "granted") throw new Error(state);
      return state;`),
    refusal: /^Error: denied$/,
    grant: { drop: SECOND_LOCK },
    value: "granted",
  });
});

Deno.test("an import of code by URL is refused, even from a host that the plugin may reach", async () => {
  await using folder = await probeFolder();
  await using served = registries();
  const { host } = new URL(served.web);
  for (const permissions of [{}, { net: [host] }]) {
    await refusedUnlessGranted(folder, {
      source: body(`return (await import("${served.web}module.js")).default`),
      refusal: /--no-remote is specified/,
      grant: {
        drop: [...SECOND_LOCK, "--no-remote", "--cached-only"],
        add: [`--allow-import=${host}`],
      },
      value: "from the web",
      both: { permissions, drop: SECOND_LOCK },
    });
    assertEquals(served.takeRequests(), ["/web/module.js"]);
    await Deno.remove(folder.denoDir, { recursive: true });
  }
});
