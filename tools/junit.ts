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
}

/** Every test in the report, in its order. */
export function readJunit(xml: string): readonly TestCase[] {
  const all: TestCase[] = [];
  for (const [, attributes = "", body = ""] of xml.matchAll(SUITE)) {
    const file = attribute(attributes, "name");
    const cases = [...body.matchAll(CASE)].map(([, tag = "", inside = ""]): TestCase => ({
      file,
      name: attribute(tag, "name"),
      outcome: /<(failure|error)\b/.test(inside)
        ? "failed"
        : inside.includes("<skipped")
        ? "skipped"
        : "passed",
    }));
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
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

function attribute(tag: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
