/**
 * What becomes of each block of code in the documentation, and why some are not run.
 *
 * @module
 */

/** A block that is not run as it stands there. */
export interface Exception {
  /** The page, or the source file whose comment it is in. */
  readonly page: string;
  /** What the block begins with, or what is in it. */
  readonly has: string;
  /** `compiled`: its types are checked. `shown`: nothing is done with it. */
  readonly way: "compiled" | "shown";
  /** Why it cannot be run, and what is done in its place. */
  readonly why: string;
}

/** TypeScript that is not run. All other blocks are: tests, plugins and programs. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    page: "src/host/start_process.ts",
    has: 'command: "python3"',
    way: "compiled",
    why: "needs a plugin in Python with gRPC's package; tests/interop runs some by this function",
  },
  {
    page: "src/plugin/database/database.ts",
    has: "CREATE TABLE",
    way: "compiled",
    why: "needs a server's database, which test kits lack; deno task e2e has one",
  },
  {
    page: "docs/settings.md",
    has: 'from "zod"',
    way: "shown",
    why: "the package does not depend on zod; src/settings tests another Standard Schema",
  },
  {
    page: "docs/permissions.md",
    has: "undoSandbox: [",
    way: "shown",
    why: "is one line of a test; tests/sandbox has such tests whole",
  },
];

/** The exception for a block, if there is one. */
export function exceptionFor(
  { page, code }: { readonly page: string; readonly code: string },
): Exception | undefined {
  return EXCEPTIONS.find((exception) => exception.page === page && code.includes(exception.has));
}

/** How blocks of other languages are looked at, by language. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  sh: "each command of ours exists, with its options; the quick start's are run",
  json: "manifests have no findings; configurations name files that are there",
  yaml: "manifests have no findings",
  tsx: "built into a bundle, as the page says",
  js: "read as a module",
  go: "read by gofmt",
  console: "lines of the first hour's transcript, which tests/e2e/first_hour/page_test.ts compares",
  diff: "done to the files, in the quick start",
  text: "compared with what is printed or with the sources, by EXCERPTS and by the tests it names",
  ini: "a setting of systemd; the variable is that of the launcher",
};

/** Blocks of output: which test compares them, or why none does. */
export const OUTPUTS: readonly {
  readonly page: string;
  readonly has: string;
  /** A test file that compares it; `sources` for lines that have to stand in these folders. */
  readonly by: string | { readonly sources: readonly string[] } | { readonly why: string };
}[] = [
  {
    page: "README.md",
    has: "ada posts",
    by: { why: "deno task demo prints it, in CI, too; only the times differ" },
  },
  { page: "README.md", has: "a Python plugin made from", by: { sources: ["tests"] } },
  { page: "README.md", has: "ok the example's bundle", by: { sources: ["tests/e2e"] } },
  { page: "README.md", has: "server/checksums.json", by: "tests/docs/readme_test.ts" },
  { page: "docs/deploying.md", has: "", by: "tests/docs/deploying_test.ts" },
  {
    page: "docs/dev.md",
    has: "",
    by: { why: "src/cli/dev has tests of these lines, with another plugin" },
  },
  { page: "docs/first_hour.md", has: "", by: "tests/e2e/first_hour/page_test.ts" },
  { page: "docs/manifest.md", has: "", by: "tests/docs/manifest_page_test.ts" },
  { page: "docs/quick_start.md", has: "", by: "tests/docs/quick_start_test.ts" },
  {
    page: "docs/settings.md",
    has: "does not fit",
    by: { why: "src/settings has a test of this line, with another setting" },
  },
  {
    page: "docs/webapp.md",
    has: "package.json",
    by: { why: "folders, and no output; tests/docs/readme_test.ts builds what is in them" },
  },
];
