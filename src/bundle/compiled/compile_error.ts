/** A plugin could not be compiled. The message says why, and what to do. */
export class CompileError extends Error {
  /** Tells the error from others, also across copies of this package. */
  override readonly name = "CompileError";
}
