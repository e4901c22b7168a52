/**
 * Go's names as this package writes them.
 *
 * @module
 */

/**
 * Lowers the leading capitals of a Go name, as far as they are one word: an initialism at the start
 * is lowered as a whole, the capital that begins the next word stays. Names whose second word is an
 * initialism keep it.
 *
 * @example
 * ```ts
 * lowerFirstRun("KVGet"); // "kvGet"
 * lowerFirstRun("ServeHTTP"); // "serveHTTP"
 * lowerFirstRun("OnSAMLLogin"); // "onSAMLLogin"
 * lowerFirstRun("URL"); // "url"
 * ```
 */
export function lowerFirstRun(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+/, (run) => run.toLowerCase());
}
