/**
 * Judges what `deno publish --dry-run` says: which files it would send, and its warnings.
 *
 * @module
 */

import { ROOT } from "./std_source.ts";
import { filesBelow } from "./tree.ts";

/** The files that would be sent, from the package's root, out of what Deno prints without colours. */
export function publishedFiles(output: string): readonly string[] {
  const files = [...output.matchAll(/^ +(file:\S+) \([\d.]+(?:B|KB|MB)\)$/gm)].map(([, url]) =>
    url
  );
  const config = files.find((url) => url?.endsWith("/deno.json"));
  const root = config?.slice(0, -"deno.json".length) ?? "";
  return files.flatMap((url) => url?.startsWith(root) ? [decodeURI(url.slice(root.length))] : []);
}

/** What belongs to working on the package and not to the package. */
const OWN = /^(?:\.ci|\.github|bench|examples|tests|tools)\/|_test\.ts$/;

/**
 * What is wrong with what would be sent.
 *
 * @param output what Deno printed, without colours
 * @param needed the files that must not be missing
 */
export function publishingProblems(output: string, needed: readonly string[]): readonly string[] {
  const files = new Set(publishedFiles(output));
  const warnings = output.match(/^warning\[.*\n.*$/gm) ?? [];
  return [
    ...warnings.map((warning) => warning.replace(/\s*\n\s*-->\s*/, ", in ")),
    ...[...files].filter((path) => OWN.test(path)).map((path) => `${path} would be published`),
    ...needed.filter((path) => !files.has(path)).map((path) => `${path} would not be published`),
  ];
}

/** The entry points, the schema of the manifest, and the pages that people read. */
export async function neededFiles(): Promise<readonly string[]> {
  const text = await Deno.readTextFile(new URL("deno.json", ROOT));
  const { exports } = JSON.parse(text) as { exports: Readonly<Record<string, string>> };
  return [
    ...Object.values(exports).map((path) => path.replace(/^\.\//, "")),
    ...["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md"],
    "schema/plugin.schema.json",
    ...await filesBelow(["docs", "proto"], (path) => /\.(?:md|proto)$/.test(path)),
  ];
}
