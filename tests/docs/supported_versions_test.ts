/** The table of supported versions says what is really used. */
import { assert, assertEquals } from "@std/assert";
import { MINIMUM_DENO } from "../../src/bundle/launch_plan.ts";
import { fromFileUrl } from "../../tools/paths.ts";

const root = fromFileUrl(new URL("../../", import.meta.url));
const read = (path: string) => Deno.readTextFile(`${root}${path}`);

/** The table's rows: what, and in which version. */
async function versions(): Promise<Map<string, string>> {
  const rows = (await read("docs/supported_versions.md")).matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm);
  return new Map([...rows].map(([, what = "", version = ""]) => [what.trim(), version.trim()]));
}

async function versionOf(what: string): Promise<string> {
  const version = (await versions()).get(what);
  assert(version !== undefined, `docs/supported_versions.md has no row "${what}"`);
  return version;
}

/** The version of a module that a go.mod asks for. */
async function required(goMod: string, module: string): Promise<string> {
  const escaped = module.replaceAll(".", "\\.");
  const found = new RegExp(`${escaped} (v\\S+)`).exec(await read(goMod))?.[1];
  assert(found !== undefined, `${goMod} does not ask for ${module}`);
  return found;
}

const PUBLIC = "github.com/mattermost/mattermost/server/public";

Deno.test("the table names the servers and modules that the tests run with", async () => {
  const server = await versionOf("Mattermost server, real");
  const e2e = "tests/e2e/mattermost/go.mod";
  assertEquals(await required(e2e, "github.com/mattermost/mattermost/server/v8"), server);
  const older = await versionOf("Mattermost's module `public`, of that server");
  assertEquals(await required(e2e, PUBLIC), older);
  assertEquals(await required("tests/gob/older/go.mod", PUBLIC), older);
  const newest = await versionOf("Mattermost's module `public`, newest");
  for (const goMod of ["tests/interop/netrpc_host/go.mod", "tools/goschema/go.mod"]) {
    assertEquals(await required(goMod, PUBLIC), newest, goMod);
  }
  const goPlugin = await versionOf("hashicorp/go-plugin");
  assertEquals(
    await required("tests/interop/go/go.mod", "github.com/hashicorp/go-plugin"),
    goPlugin,
  );
});

Deno.test("the table names the Deno that launchers accept and the ones that releases are tried with", async () => {
  const oldest = await versionOf("Deno, oldest");
  const most = await versionOf("Deno, tried most");
  assertEquals(MINIMUM_DENO, oldest);
  const workflow = await read(".github/workflows/ci.yml");
  const [, listed = ""] = /deno: \[([^\]]+)\]/.exec(workflow) ?? [];
  assertEquals(listed.split(",").map((version) => version.trim()), [oldest, most]);
  const publish = await read(".github/workflows/publish.yml");
  assertEquals(/deno-version: (\S+)/.exec(publish)?.[1], most);
  const newer = Deno.version.deno.localeCompare(oldest, "en", { numeric: true }) >= 0;
  assert(newer, `this is Deno ${Deno.version.deno}, older than ${oldest}`);
});

Deno.test("the README's table names the same modules and servers", async () => {
  const readme = await read("README.md");
  for (const [what, version] of await versions()) {
    if (!what.startsWith("Mattermost")) continue;
    assert(readme.includes(version), `README.md says nothing of ${what} ${version}`);
  }
});

Deno.test("the changelog begins with the version of the package, or with what is to come", async () => {
  const { version } = JSON.parse(await read("deno.json")) as { version: string };
  const titles = [...(await read("CHANGELOG.md")).matchAll(/^## (\S+)/gm)].map(([, title]) =>
    title
  );
  assert(titles.includes(version), `CHANGELOG.md has no "## ${version}"`);
  assert(["Unreleased", version].includes(titles[0] ?? ""), `it begins with ${titles[0]}`);
});
