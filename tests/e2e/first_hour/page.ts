/** The page with the transcript: written from what was played, and compared with it. @module */
import type { Played } from "./perform.ts";

/** The heading of what is not compared. */
const TIMES_HEADING = "## How long it takes";

const INTRODUCTION = `# The first hour

Somebody who has Deno, and nothing in its cache, writes a plugin and brings it onto a Mattermost
server. This is no example but a transcript: \`deno task e2e:first-hour\` types all of this, on a real
server, and fails where anything else comes of it than stands here. The package comes from the
checkout that is tried, which takes jsr.io's place under the same name
(\`init\` gets \`--link <checkout>\`); beside that, what stands here is what is typed. An ellipsis (…)
stands for what differs from run to run: times, sizes, checksums, ports; what Deno says of downloads,
and lines of stacks in others' files, are left out. [Quick start](quick_start.md) explains the steps.
`;

/** The page up to its times. */
export function transcriptOf(played: readonly Played[]): string {
  return `${INTRODUCTION}\n${played.map(sectionOf).join("\n")}`;
}

/** The section with the times, which is not compared. */
export function timesSection(table: string, runs: number): string {
  const { build: { os, arch }, version: { deno } } = Deno;
  const of = runs === 1 ? "One run" : `${runs} runs, each in an empty folder with an empty cache`;
  return `
${TIMES_HEADING}

${of}, with Deno ${deno} on ${os} ${arch} and ${navigator.hardwareConcurrency} processors, which the
server and its database use as well. The first steps download what the package needs. Tests and \`check\`
spend most of their time on types: those of the linked package's sources are checked along. Measured
when this page was written, by \`deno task e2e:first-hour --write --repeat=${runs}\`; a person needs
longer, for thinking.

${table}
`;
}

function sectionOf({ event, shown }: Played): string {
  switch (event.kind) {
    case "heading":
      return `## ${event.text}\n`;
    case "words":
      return `${event.text}\n`;
    case "edit":
      return `${fence("diff", `--- ${event.file}\n${shown}`)}\n`;
    case "run":
      return `${fence("console", `$ ${event.command}\n${shown}`)}\n`;
    case "type":
      return `${fence("text", shown)}\n`;
  }
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** What of a page is compared: all before its times. */
export function comparedPart(page: string): string {
  const at = page.indexOf(`\n${TIMES_HEADING}\n`);
  return (at < 0 ? page : page.slice(0, at)).trimEnd();
}

/**
 * The lines in which two texts differ, as people read it: `-` is the first text's, with its number,
 * `+` the second's. Empty if they are the same.
 */
export function differences(one: string, other: string): readonly string[] {
  const [a, b] = [one.split("\n"), other.split("\n")];
  // How many lines both have in common from these places on.
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      found.push(`${String(i + 1).padStart(4)} - ${a[i]}`);
      i++;
    } else {
      found.push(`${String(i + 1).padStart(4)} + ${b[j]}`);
      j++;
    }
  }
  return found;
}
