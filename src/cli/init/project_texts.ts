import { MANIFEST_SCHEMA_FILE, MANIFEST_SCHEMA_URL } from "../../bundle/manifest_schema.ts";
import { MINIMUM_DENO } from "../../bundle/mod.ts";
import { PACKAGE_NAME } from "../../bundle/own_package.ts";
import { PACKAGE_VERSION } from "../../bundle/package_version.ts";
import type { ProjectOptions } from "./project_files.ts";

/** The oldest server that all of this was tried on. */
const TRIED_SERVER = "9.9.0";

/** `plugin.json`. */
export function manifest({ id, name, checkout }: ProjectOptions): string {
  return json({
    $schema: checkout === undefined
      ? MANIFEST_SCHEMA_URL
      : `${checkout.path}/${MANIFEST_SCHEMA_FILE}`,
    id,
    name,
    description: "Keeps words out of messages.",
    version: "0.1.0",
    min_server_version: TRIED_SERVER,
    icon_path: "assets/icon.svg",
    server: { runtime: "deno", permissions: {} },
  });
}

/** `deno.json`. */
export function denoConfig({ id, checkout, commands }: ProjectOptions): string {
  const cli = checkout === undefined
    ? `deno run -A jsr:${PACKAGE_NAME}@^${PACKAGE_VERSION}/cli`
    // Which makes up for a registry that does not answer.
    : `deno run -A ${checkout.path}/tools/run.ts run -A ${checkout.path}/src/cli/mod.ts`;
  const has = (name: string) => commands.includes(name);
  const tasks = {
    ...has("dev") ? { dev: `${cli} dev plugin.ts` } : {},
    test: "deno test",
    check: `deno check plugin.ts plugin_test.ts && ${cli} check`,
    bundle: `${cli} bundle plugin.ts`,
    ...has("deploy") ? { deploy: `${cli} deploy dist/${id}` } : {},
  };
  const imports = {
    [PACKAGE_NAME]: `jsr:${PACKAGE_NAME}@^${PACKAGE_VERSION}`,
    "@std/assert": checkout === undefined
      ? "jsr:@std/assert@1"
      : `${checkout.path}/tools/stand_ins/assert.ts`,
  };
  return json({
    tasks,
    imports,
    ...checkout === undefined ? {} : { links: [checkout.path] },
    // A dependency of this package has a script that nothing here needs; else Deno warns of it.
    allowScripts: { deny: ["npm:protobufjs"] },
    fmt: { lineWidth: 100, exclude: ["dist/"] },
    lint: { exclude: ["dist/"] },
  });
}

/** `README.md`. */
export function readme({ id, name, trigger, commands }: ProjectOptions): string {
  const deno = MINIMUM_DENO.split(".").slice(0, 2).join(".");
  const tasks = [
    ...commands.includes("dev") ? [["dev", "run it on an embedded server while you write"]] : [],
    ["test", "run the tests, without a server"],
    ["check", "check types, the manifest, and whether both agree"],
    ["bundle", `write \`dist/${id}-0.1.0.tar.gz\``],
    ...commands.includes("deploy") ? [["deploy", "put it on a server"]] : [],
  ] as const;
  const rows: [string, string][] = tasks.map(([task = "", what = ""]) => [`\`${task}\``, what]);
  return `# ${name}

A [Mattermost](https://mattermost.com) plugin that keeps words out of messages. An administrator
lists the words in the System Console; \`/${trigger} [message]\` says whether a message may be posted.

## Work on it

You need [Deno](https://deno.com) ${deno} or newer. \`deno task <task>\`, where the task is

${table(["task", "what it does"], rows)}

The plugin is \`plugin.ts\`. Its settings are declared there, and bundling writes them into the
manifest. What its sandbox lets through is in \`plugin.json\`, under \`server.permissions\`: nothing, but
the Mattermost API.

## Put it on a server

Upload \`dist/${id}-0.1.0.tar.gz\` in the System Console under Plugins, Plugin Management, and enable
the plugin there. Deno ${deno} or newer must be installed on the server's machine.
`;
}

/** A table as deno fmt writes it. */
function table(head: readonly [string, string], rows: readonly (readonly [string, string])[]) {
  const all = [head, ...rows];
  const width = (column: 0 | 1) => Math.max(...all.map((row) => row[column].length));
  const line = (left: string, right: string, fill = " ") =>
    `| ${left.padEnd(width(0), fill)} | ${right.padEnd(width(1), fill)} |`;
  return [
    line(...head),
    line("", "", "-"),
    ...rows.map(([left, right]) => line(left, right)),
  ].join("\n");
}

/** JSON as deno fmt leaves it. */
function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/\{\}/g, "{}")
    .replace(/\[\n\s+("[^"\n]*")\n\s+\]/g, "[$1]") + "\n";
}
