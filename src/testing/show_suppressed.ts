/**
 * @module
 */

const ours = new WeakSet<Error>();

/**
 * Sees to it that both errors are shown where a test fails and its `await using` throws this one at
 * the end: Deno shows nothing of the two that a `SuppressedError` holds, but it shows causes.
 */
export function showSuppressed(error: Error): void {
  ours.add(error);
  if (Object.hasOwn(SuppressedError.prototype, "cause")) return;
  Object.defineProperty(SuppressedError.prototype, "cause", {
    configurable: true,
    get(this: SuppressedError): unknown {
      if (!ours.has(this.error)) return undefined;
      // The test's own error, which the language keeps beside ours.
      this.error.cause ??= this.suppressed;
      return this.error;
    },
  });
}
