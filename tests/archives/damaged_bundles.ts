/** Kinds of changes to a bundle that verifying must report, each made at random. @module */
import { writeChecksums } from "../../src/bundle/checksums.ts";
import { BUNDLE_LAYOUT, parseLaunchPlan, posixLauncher } from "../../src/bundle/mod.ts";
import type { Random } from "../support/seed.ts";

/** One kind of changed bundle. */
export interface DamagedBundle {
  /** What was changed. */
  readonly name: string;
  /** What one of the sentences must say. */
  readonly says: RegExp;
  /** Changes the bundle in a folder. */
  damage(folder: string, random: Random): Promise<void>;
}

const { launcher, plan, plugin, loader, netrpcLoader, checksums, manifest } = BUNDLE_LAYOUT;

function flipped(path: string, says: RegExp): DamagedBundle {
  return {
    name: `a flipped bit in ${path}`,
    says,
    async damage(folder, random) {
      const bytes = await Deno.readFile(`${folder}/${path}`);
      bytes[random.integer(0, bytes.length - 1)]! ^= 1 << random.integer(0, 7);
      await Deno.writeFile(`${folder}/${path}`, bytes);
    },
  };
}

function without(path: string, says: RegExp): DamagedBundle {
  return {
    name: `${path} is missing`,
    says,
    damage: (folder) => Deno.remove(`${folder}/${path}`),
  };
}

function added(path: string, says: RegExp): DamagedBundle {
  return {
    name: `${path} was added`,
    says,
    damage: (folder) => Deno.writeTextFile(`${folder}/${path}`, "{}\n"),
  };
}

/** A change by somebody who knows of the checksums and makes them fit. */
function forged(
  name: string,
  says: RegExp,
  change: (folder: string, random: Random) => Promise<void>,
): DamagedBundle {
  return {
    name,
    says,
    async damage(folder, random) {
      await change(folder, random);
      await writeChecksums(folder);
    },
  };
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await Deno.writeTextFile(path, change(await Deno.readTextFile(path)));
}

/** Changes launch.json and writes the launcher that belongs to it. */
async function editPlan(folder: string, change: (text: string) => string): Promise<void> {
  await edit(`${folder}/${plan}`, change);
  const text = await Deno.readTextFile(`${folder}/${plan}`);
  await Deno.writeTextFile(`${folder}/${launcher}`, posixLauncher(parseLaunchPlan(text)));
}

const changed = (path: string) =>
  new RegExp(`^${path.replaceAll(".", "\\.")}: its content was changed or damaged after bundling`);

/** All kinds. */
export const damagedBundles: readonly DamagedBundle[] = [
  flipped(launcher, /^server\/launch: it is not the launcher .* differs from byte \d+, line \d+/),
  flipped(launcher, changed(launcher)),
  flipped(plugin, changed(plugin)),
  flipped(loader, changed(loader)),
  flipped(netrpcLoader, changed(netrpcLoader)),
  flipped(manifest, /^plugin\.json/),
  flipped(plan, /^server\/launch\.json/),
  without(plugin, /^server\/plugin\.js: it is missing/),
  without(loader, /^server\/loader\.js: it is missing/),
  without(netrpcLoader, /^server\/loader_netrpc\.js: it is missing/),
  without(launcher, /^server\/launch: it is missing/),
  without(plan, /^server\/launch\.json: it cannot be read/),
  without(manifest, /no manifest is in this folder/),
  without(checksums, /^server\/checksums\.json: it is missing/),
  added("server/extra.js", /^server\/extra\.js: it was added after bundling/),
  added("plugin.yaml", /^plugin\.yaml: servers would read it in the place of plugin\.json/),
  {
    name: "checksums that are cut short",
    says: /^server\/checksums\.json: it is damaged/,
    damage: (folder) => edit(`${folder}/${checksums}`, (text) => text.slice(0, -20)),
  },
  {
    name: "checksums that are none",
    says: /^server\/checksums\.json: it is damaged/,
    damage: (folder) => edit(`${folder}/${checksums}`, (text) => text.replace(/[0-9a-f]{64}/, "1")),
  },
  {
    name: "a launcher that is not executable",
    says: /^server\/launch: it is not executable/,
    damage: (folder) => Deno.chmod(`${folder}/${launcher}`, 0o644),
  },
  {
    name: "a symbolic link",
    says: /^"assets": neither a file nor a folder/,
    damage: (folder) => Deno.symlink("/etc", `${folder}/assets`),
  },
  forged(
    "another launcher, with its checksum",
    /^server\/launch: it is not the launcher/,
    (folder) => edit(`${folder}/${launcher}`, (text) => text.replace("--no-prompt", "--allow-all")),
  ),
  forged(
    "a line after the launcher's end",
    /^server\/launch: it is not the launcher/,
    (folder) => edit(`${folder}/${launcher}`, (text) => `${text}# more\n`),
  ),
  forged(
    "a host more than the manifest says",
    /^server\/launch\.json: permissions is .*evil/,
    (folder) =>
      editPlan(folder, (text) => text.replace('"net": []', '"net": ["evil.example.com:443"]')),
  ),
  forged(
    "the server's database without asking",
    /^server\/launch\.json: permissions is/,
    (folder) => editPlan(folder, (text) => text.replace('"database": false', '"database": true')),
  ),
  forged(
    "an older Deno in launch.json",
    /^server\/launch\.json: deno is "1\.0\.0", and an older Deno than \d/,
    (folder) => editPlan(folder, (text) => text.replace(/"deno": "[\d.]+"/, '"deno": "1.0.0"')),
  ),
  forged(
    "another plugin's id in launch.json",
    /^server\/launch\.json: id is "com\.example\.other"/,
    (
      folder,
    ) => editPlan(folder, (text) => text.replace("com.example.small", "com.example.other")),
  ),
  forged(
    "another version in launch.json",
    /^server\/launch\.json: version is "6\.6\.6"/,
    (folder) => editPlan(folder, (text) => text.replace('"1.0.0"', '"6.6.6"')),
  ),
  forged(
    "a flag of V8's that is not allowed",
    /v8Flags: only limits of the heap/,
    (folder) =>
      edit(
        `${folder}/${plan}`,
        (text) => text.replace("--max-semi-space-size=1", "--allow-natives-syntax"),
      ),
  ),
  forged("another program to execute", /would execute "server\/evil", which is not in the bundle/, (
    folder,
  ) => edit(`${folder}/${manifest}`, (text) => text.replace("server/launch", "server/evil"))),
  forged(
    "a program outside of server",
    /would execute "plugin\.json", which is outside/,
    (folder) =>
      edit(`${folder}/${manifest}`, (text) => text.replace("server/launch", "plugin.json")),
  ),
  forged(
    "another program of the bundle to execute",
    /would execute "server\/plugin\.js", which is no launcher/,
    (folder) =>
      edit(
        `${folder}/${manifest}`,
        (text) => text.replace("server/launch", "server/plugin.js"),
      ),
  ),
  forged(
    "a program whose name only begins as a launcher's",
    /on linux-amd64 the server would execute "server\/launch-linux-amd64-x", which is no launcher/,
    async (folder) => {
      await Deno.writeTextFile(`${folder}/server/launch-linux-amd64-x`, "#!/bin/sh\n");
      await edit(`${folder}/${manifest}`, (text) =>
        text.replace(
          '"executable"',
          '"executables":{"linux-amd64":"server/launch-linux-amd64-x"},"executable"',
        ));
    },
  ),
  forged(
    "a program that only servers see, by a name in capitals",
    /plugin\.json:1:\d+: server\.Executable: servers read this as "executable"/,
    (folder) =>
      edit(
        `${folder}/${manifest}`,
        (text) => text.replace('"executable"', '"Executable":"server/plugin.js","executable"'),
      ),
  ),
  forged(
    "permissions that only a native launcher sees, by a name in capitals",
    /^server\/launch\.json: it is not written as bundling writes it/,
    (folder) =>
      edit(`${folder}/${plan}`, (text) => text.replace("{", '{ "Permissions": { "run": true },')),
  ),
  forged(
    "permissions that only a native launcher sees, since they stand twice",
    /^server\/launch\.json: it is not written as bundling writes it/,
    (folder) =>
      edit(`${folder}/${plan}`, (text) => text.replace("{", '{ "permissions": { "run": true },')),
  ),
  forged(
    "no program to execute",
    /server\.executable is missing/,
    (folder) =>
      edit(`${folder}/${manifest}`, (text) => text.replace('"executable":"server/launch",', "")),
  ),
  forged(
    "a manifest that is no JSON",
    /plugin\.json.*not JSON|plugin\.json:\d/,
    (folder) => Deno.writeTextFile(`${folder}/${manifest}`, "{ id: "),
  ),
  forged(
    "another program on one platform",
    /on linux-amd64 the server would execute "server\/plugin\.js"/,
    (
      folder,
    ) =>
      edit(`${folder}/${manifest}`, (text) =>
        text.replace(
          '"executable"',
          '"executables":{"linux-amd64":"server/plugin.js"},"executable"',
        )),
  ),
];
