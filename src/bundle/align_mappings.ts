/**
 * @module
 */

/** The farthest that a source map may be off, in lines. */
const FARTHEST = 20;

/**
 * Moves a source map's lines to where they belong. Where a bundle has CommonJS modules that require
 * modules of Node, Deno's bundler (2.9.6) puts fewer lines at its beginning than the map counts, so
 * that every line after them would lead to another file's.
 *
 * Above each module stands a line with its name, and no map leads anywhere from there. Where one does,
 * the map is moved so that it leads somewhere from lines of code, and from no others, as far as can be.
 */
export function alignMappings(code: string, mappings: string): string {
  const mapped = mappings.split(";").map((line) => line !== "");
  const lines = code.split("\n");
  const isHeading = lines.map((line) => /^\/\/ \S.*\.[A-Za-z0-9]+$/.test(line));
  if (!isHeading.some((heading, index) => heading && mapped[index])) return mappings;
  const isCode = lines.map((line, index) => line.trim() !== "" && !isHeading[index]);
  const faults = (offset: number) =>
    isCode.filter((wanted, index) => wanted !== (mapped[index + offset] ?? false)).length;
  let best = { offset: 0, faults: faults(0) };
  for (let distance = 1; distance <= FARTHEST; distance++) {
    for (const offset of [distance, -distance]) {
      const found = faults(offset);
      if (found < best.faults) best = { offset, faults: found };
    }
  }
  const { offset } = best;
  if (offset < 0) return ";".repeat(-offset) + mappings;
  // What goes away must be lines that lead nowhere.
  return mapped.slice(0, offset).includes(true) ? mappings : mappings.slice(offset);
}
