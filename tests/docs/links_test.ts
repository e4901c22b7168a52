/** Links between the pages lead to where something is, on GitHub and on JSR. */
import { assert, assertEquals } from "@std/assert";
import { filesBelow } from "../../tools/tree.ts";
import { root } from "./pages.ts";

interface Link {
  readonly line: number;
  readonly target: string;
}

/** A page without its blocks of code, line by line. */
function prose(text: string): readonly string[] {
  let inCode = false;
  return text.split("\n").map((line) => {
    const fence = /^ *```/.test(line);
    if (fence) inCode = !inCode;
    return inCode || fence ? "" : line;
  });
}

function linksOf(text: string): readonly Link[] {
  // A link's text may end on another line.
  return prose(text).flatMap((line, index) => {
    const bare = line.replaceAll(/`[^`]*`/g, "``");
    const targets = [...bare.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)/g)];
    return targets.map(([, inline, defined]) => ({
      line: index + 1,
      target: inline ?? defined ?? "",
    }));
  });
}

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const line of prose(text)) {
    const [, title] = /^#+ (.*)$/.exec(line) ?? [];
    if (title === undefined) continue;
    const plain = title.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const slug = plain.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
    let anchor = slug;
    for (let more = 1; anchors.has(anchor); more++) anchor = `${slug}-${more}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** What is wrong with a link; undefined for nothing. */
async function wrongLink(page: string, target: string): Promise<string | undefined> {
  if (/^https?:/.test(target)) {
    if (!URL.canParse(target)) return "is no URL";
    return target.includes("github.com/mattermost-deno/plugin/blob/")
      ? "stays at one branch; a relative link leads to what belongs to the page"
      : undefined;
  }
  if (target.startsWith("/")) {
    return "is read as a page of jsr.io there; begin it without the slash";
  }
  const [path = "", anchor] = target.split("#");
  const url = new URL(path, `file://${root}${page}`);
  const file = path === "" ? `${root}${page}` : decodeURIComponent(url.pathname);
  if (!file.startsWith(root)) return "leaves the project";
  const info = await Deno.stat(file).catch(() => undefined);
  if (info === undefined) return "leads nowhere";
  if (anchor === undefined) return undefined;
  if (!file.endsWith(".md")) return "names a part of what is no page";
  return anchorsOf(await Deno.readTextFile(file)).has(anchor)
    ? undefined
    : `finds no heading "${anchor}"`;
}

Deno.test("every link of every page leads to a file that is there, and to a heading in it", async () => {
  const own = await filesBelow(["docs", "examples"], (path) => path.endsWith(".md"));
  for await (const { name } of Deno.readDir(root)) if (name.endsWith(".md")) own.push(name);
  const wrong: string[] = [];
  let count = 0;
  for (const page of own) {
    for (const { line, target } of linksOf(await Deno.readTextFile(root + page))) {
      count++;
      const problem = await wrongLink(page, target);
      if (problem !== undefined) wrong.push(`${page}:${line}: ${target} ${problem}`);
    }
  }
  assert(count > 200, `${count} links`);
  assertEquals(wrong, []);
});

Deno.test("every page of docs/ can be found from the README or from a page that it links", async () => {
  const found = new Set(["README.md"]);
  for (const page of found) {
    for (const { target } of linksOf(await Deno.readTextFile(root + page))) {
      if (/^(https?:|#)/.test(target)) continue;
      const [path = ""] = target.split("#");
      const file = new URL(path, `file://${root}${page}`).pathname.slice(root.length);
      if (file.endsWith(".md")) found.add(file);
    }
  }
  const pages = await filesBelow(["docs"], (path) => path.endsWith(".md"));
  assertEquals(pages.filter((page) => !found.has(page)), []);
});

Deno.test("links that lead nowhere are found", async () => {
  const problems = [];
  const targets = [
    "docs/nothing.md",
    "#nowhere",
    "docs/testing.md#a-first-test",
    "/docs/testing.md",
  ];
  for (const target of targets) problems.push(await wrongLink("README.md", target));
  assertEquals(problems, [
    "leads nowhere",
    'finds no heading "nowhere"',
    undefined,
    "is read as a page of jsr.io there; begin it without the slash",
  ]);
  assertEquals([...anchorsOf("# A `b` & c\n## A `b` & c\n## [x](y)\n```\n# no\n```\n")], [
    "a-b--c",
    "a-b--c-1",
    "x",
  ]);
});
