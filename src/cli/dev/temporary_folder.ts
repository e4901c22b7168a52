/** A folder that goes away in the end. */
export interface TemporaryFolder extends AsyncDisposable {
  /** Its path, without links. */
  readonly path: string;
}

/** Makes a folder for what a session needs. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmdeno-dev-" }));
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}
