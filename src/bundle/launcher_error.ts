/** The native launcher for a platform could not be had. The message says what to do. */
export class LauncherError extends Error {
  /** Tells the error from others, also across copies of this package. */
  override readonly name = "LauncherError";
}
