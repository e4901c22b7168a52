/** Words on the command line that mean nothing; the usage is printed after its message. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
