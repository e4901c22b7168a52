/**
 * Parses JSON with comments and trailing commas, as `deno.json` and `deno.jsonc` may hold it.
 *
 * @throws {SyntaxError} if it is not.
 */
export function parseJsonc(text: string): unknown {
  // Strings are matched first, so that nothing inside them is taken for a comment.
  const bare = text.replace(
    /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (part) => part.startsWith('"') ? part : part.replace(/[^\n]/g, " "),
  );
  const strict = bare.replace(
    /"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g,
    (part) => part === "," ? " " : part,
  );
  return JSON.parse(strict);
}
