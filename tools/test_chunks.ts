/**
 * Shares test files out, so that `deno task test` uses more than one core.
 *
 * @module
 */

/** How many files one process of `deno test` takes, roughly: starting one costs about a second. */
const FILES = 30;

/** Test files, as the processes that run them take them. */
export interface TestChunks {
  /** In turn, in one process after the other: these share the folders where Go builds. */
  readonly inTurn: readonly (readonly string[])[];
  /** Beside anything else. */
  readonly beside: readonly (readonly string[])[];
}

/**
 * Shares the files out. Those of one folder below `src/`, `tests/` and so on stay together, for they
 * may share what they build.
 *
 * @param usesGo tells of a folder's files whether they build with Go
 */
export async function testChunks(
  files: readonly string[],
  usesGo: (folder: string, files: readonly string[]) => Promise<boolean>,
): Promise<TestChunks> {
  const folders = Map.groupBy(files, (file) => file.split("/").slice(0, 2).join("/"));
  const inTurn: string[][] = [];
  const beside: string[][] = [];
  for (const [folder, own] of folders) {
    const into = await usesGo(folder, own) ? inTurn : beside;
    const last = into.at(-1);
    if (last !== undefined && last.length + own.length <= FILES) last.push(...own);
    else into.push([...own]);
  }
  return { inTurn, beside };
}

/**
 * Does everything with two workers: one begins with what must be done in turn, the other never
 * takes of that.
 */
export async function doChunks(
  { inTurn, beside }: TestChunks,
  work: (files: readonly string[]) => Promise<void>,
): Promise<void> {
  const [first, rest] = [[...inTurn], [...beside]];
  const worker = async (next: () => readonly string[] | undefined) => {
    for (let files = next(); files !== undefined; files = next()) await work(files);
  };
  await Promise.all([
    worker(() => first.shift() ?? rest.shift()),
    worker(() => rest.shift()),
  ]);
}
