/** Every block of code in the documentation: what is done with it, whatever its language. */
import { assert, assertEquals } from "@std/assert";
import { findManifestFaults } from "../../src/bundle/manifest_findings.ts";
import { filesBelow } from "../../tools/tree.ts";
import { needing } from "../support/needs.ts";
import { commandsIn, wrongCommand } from "./commands_in_pages.ts";
import { type Fence, fencesOf, pages, root } from "./pages.ts";
import { exceptionFor, EXCEPTIONS, LANGUAGES, OUTPUTS } from "./ways.ts";

const all = (await pages()).flatMap(fencesOf);
const at = ({ page, line }: Fence) => `${page}:${line}`;
const inLanguage = (language: string) => all.filter(({ info }) => info.split(" ")[0] === language);

Deno.test("no block is left out without a reason", () => {
  assert(all.length > 150, `${all.length} blocks`);
  const wrong: string[] = [];
  for (const fence of all) {
    const [language = "", mark] = fence.info.split(" ");
    const known = language === "ts" || Object.hasOwn(LANGUAGES, language);
    if (!known) wrong.push(`${at(fence)}: nothing is known of the language "${language}"`);
    if (mark !== undefined && mark !== "ignore") wrong.push(`${at(fence)}: what is "${mark}"?`);
    const shown = exceptionFor(fence)?.way === "shown";
    if (language === "ts" && (mark === "ignore") !== shown) {
      wrong.push(`${at(fence)}: "ts ignore" and the table of exceptions say the same of a block`);
    }
  }
  const unused = EXCEPTIONS.filter(({ page, way }) =>
    way === "shown" && !all.some((fence) => fence.page === page && exceptionFor(fence))
  );
  assertEquals(
    [...wrong, ...unused.map(({ page, has }) => `${page} has no block with ${has}`)],
    [],
  );
});

Deno.test("what the pages tell people to type is there, with its options", async () => {
  const wrong: string[] = [];
  let count = 0;
  for (const fence of inLanguage("sh")) {
    for (const command of commandsIn(fence.code)) {
      count++;
      const problem = await wrongCommand(command, fence.page);
      if (problem !== undefined) wrong.push(`${at(fence)}: ${command.join(" ")}: ${problem}`);
    }
  }
  assert(count > 40, `${count} commands`);
  assertEquals(wrong, []);
});

Deno.test("a command that does not exist would be found", async () => {
  const commands = commandsIn(
    'A="b c" deno run -A jsr:@mattermost-deno/plugin/cli bundel x # so\nnpx -y deno task tset\n' +
      "printf x | mattermost-plugin dev --quite\nrm -rf /\n",
  );
  const problems = [];
  for (const command of commands) problems.push(await wrongCommand(command, "README.md"));
  assertEquals(problems, [
    'there is no command "bundel"',
    'deno.json has no task "tset"',
    undefined,
    "there is no option --quite; did you mean --quiet?",
    "nothing is known of rm",
  ]);
});

Deno.test("manifests have no faults, and configurations name what is there", async () => {
  const wrong: string[] = [];
  for (const language of ["json", "yaml"]) {
    for (const fence of inLanguage(language)) {
      if (/"imports"/.test(fence.code)) wrong.push(...await missingFiles(fence));
      else {
        const { findings } = findManifestFaults(`plugin.${language}`, fence.code);
        const faults = findings.filter(({ severity }) => severity === "error");
        wrong.push(...faults.map(({ reason }) => `${at(fence)}: ${reason}`));
      }
    }
  }
  assertEquals(wrong, []);
});

/** What a deno.json names of the folder `../plugin`, a checkout, and is not in it. */
async function missingFiles(fence: Fence): Promise<string[]> {
  const { imports } = JSON.parse(fence.code) as { imports: Record<string, string> };
  const files = Object.values(imports).filter((path) => path.startsWith("../plugin/"));
  const missing: string[] = [];
  for (const file of files) {
    const info = await Deno.stat(root + file.slice("../plugin/".length)).catch(() => undefined);
    if (!info?.isFile) missing.push(`${at(fence)}: there is no ${file}`);
  }
  return missing;
}

Deno.test("what is shown as output is compared with what is printed", async () => {
  const used = new Set<unknown>();
  const wrong: string[] = [];
  for (const fence of inLanguage("text")) {
    const row = OUTPUTS.find(({ page, has }) => page === fence.page && fence.code.includes(has));
    used.add(row);
    if (row === undefined) wrong.push(`${at(fence)}: nothing says what compares it`);
    else if (typeof row.by === "string") {
      const test = await Deno.readTextFile(root + row.by).catch(() => "");
      const name = row.page.replace(/^docs\//, "");
      if (!test.includes(name)) wrong.push(`${at(fence)}: ${row.by} does not speak of ${name}`);
    } else if ("sources" in row.by) wrong.push(...await unsaid(fence, row.by.sources));
  }
  const unused = OUTPUTS.filter((row) => !used.has(row)).map(({ page, has }) => `${page}: ${has}`);
  assertEquals([...wrong, ...unused], []);
});

/** Names of tests that nothing in these folders has. */
async function unsaid(fence: Fence, folders: readonly string[]): Promise<string[]> {
  const files = await filesBelow(folders, (path) => path.endsWith(".ts"));
  const texts = await Promise.all(files.map((path) => Deno.readTextFile(root + path)));
  const sources = texts.join("\n");
  return fence.code.trimEnd().split("\n").flatMap((line) => {
    const name = line.trim().replace(/^ok /, "").replace(/ \(\d+ms\)$/, "").replace(
      / \.\.\.( ok)?$/,
      "",
    );
    return sources.includes(name) ? [] : [`${at(fence)}: no test is named "${name}"`];
  });
}

Deno.test("JavaScript of the webapp can be read", () => {
  for (const { code } of inLanguage("js")) new Function("registry", "store", code);
});

Deno.test(
  await needing(["go"], {
    name: "Go that is shown beside TypeScript can be read",
    async fn() {
      const folder = await Deno.makeTempDir({ prefix: "docs-go-" });
      try {
        const fences = inLanguage("go");
        assert(fences.length >= 4, `${fences.length} blocks`);
        for (const fence of fences) {
          const name = `${fence.page.replaceAll("/", "_")}_line_${fence.line}.go`;
          const isFile = /^func |^type |^var /m.test(fence.code);
          const body = isFile ? fence.code : `func _() {\n${fence.code}}\n`;
          await Deno.writeTextFile(`${folder}/${name}`, `package main\n${body}`);
        }
        const { success, stderr } = await new Deno.Command("go", {
          args: ["fmt", "."],
          cwd: folder,
          env: { PATH: `${Deno.env.get("PATH")}:/usr/local/go/bin`, GO111MODULE: "off" },
        }).output();
        assert(success, new TextDecoder().decode(stderr));
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  }),
);
