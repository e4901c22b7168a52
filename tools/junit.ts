/**
 * Reads the report that `deno test --junit-path` writes.
 *
 * @module
 */

/** One test that ran or was passed over; steps of a test are not listed. */
export interface TestCase {
  readonly file: string;
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** The first line of what a failed test threw. */
  readonly message?: string;
}

/** Every test in the report, in its order. */
export function readJunit(xml: string): readonly TestCase[] {
  const all: TestCase[] = [];
  for (const [, attributes = "", body = ""] of xml.matchAll(SUITE)) {
    const file = attribute(attributes, "name");
    const cases = [...body.matchAll(CASE)].map(([, tag = "", inside = ""]): TestCase => {
      const test = { file, name: attribute(tag, "name") };
      const failure = /<(?:failure|error)\b([^>]*)>/.exec(inside);
      if (!failure) return { ...test, outcome: inside.includes("<skipped") ? "skipped" : "passed" };
      const message = attribute(failure[1] ?? "", "message").split("\n")[0] ?? "";
      return { ...test, outcome: "failed", message };
    });
    const names = new Set(cases.map(({ name }) => name));
    all.push(...cases.filter(({ name }) => !isStep(name, names)));
  }
  return all;
}

const SUITE = /<testsuite\s([^>]*)>(.*?)<\/testsuite>/gs;
const CASE = /<testcase\s([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs;

/** The report names a step "TEST > STEP", beside a case that is named "TEST". */
function isStep(name: string, names: ReadonlySet<string>): boolean {
  const parts = name.split(" > ");
  return parts.some((_, end) => end > 0 && names.has(parts.slice(0, end).join(" > ")));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&#10;": "\n",
  "&#xA;": "\n",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

function attribute(tag: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replace(
    /&(?:lt|gt|quot|apos|amp|#10|#xA);/g,
    (entity) => ENTITIES[entity] ?? entity,
  );
}
