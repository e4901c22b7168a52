import { ArchiveError } from "./archive_error.ts";

const MAX_NAME_BYTES = 1024;
const MAX_DEPTH = 32;

/**
 * The name of an archive's entry as a path with `/` between its parts, without a `/` at its end.
 * `./` in front, as `tar` writes it for `.`, is left out; that folder itself is the empty name.
 *
 * @throws {ArchiveError} for a name that leads out of the folder to unpack into, on any platform,
 *   or that a terminal or a file system would take for something else.
 */
export function checkEntryName(name: string): string {
  const refuse = (reason: string): never => {
    throw new ArchiveError(name, reason);
  };
  if (name === "") refuse("an entry without a name");
  if (new TextEncoder().encode(name).length > MAX_NAME_BYTES) {
    refuse(`its name is longer than ${MAX_NAME_BYTES} bytes`);
  }
  // deno-lint-ignore no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name)) {
    refuse("its name holds a control character");
  }
  if (name.includes("\\")) refuse("a backslash in its name is a path on Windows");
  if (name.startsWith("/")) refuse("an absolute path; a bundle's names are relative");
  if (/^[A-Za-z]:/.test(name)) refuse("it begins with a drive's letter");
  const path = name.replace(/^(?:\.\/)+/, "").replace(/\/$/, "");
  if (path === "" || path === ".") return "";
  const steps = path.split("/");
  if (steps.includes("..")) refuse('".." in its path leads out of the bundle');
  if (steps.some((step) => step === "" || step === ".")) refuse('"//" or "/./" in its path');
  if (steps.length > MAX_DEPTH) refuse(`more than ${MAX_DEPTH} folders deep`);
  for (const step of steps) {
    if (step.includes(":")) refuse("a colon in its name opens a stream on Windows");
    if (/[ .]$/.test(step)) refuse("Windows drops the dot or space at the end of its name");
    if (/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i.test(step)) {
      refuse("its name is a device on Windows");
    }
  }
  return path;
}

/** Finds entries that would overwrite each other, on any file system. */
export function createNameRegister(): (name: string, path: string, isFolder: boolean) => void {
  const seen = new Map<string, { readonly path: string; readonly isFolder: boolean }>();
  return (name, path, isFolder) => {
    const steps = path.split("/");
    for (let length = 1; length <= steps.length; length++) {
      const part = steps.slice(0, length).join("/");
      const isWhole = length === steps.length;
      // macOS and Windows take other letters' case and other forms of an accent for the same.
      const key = part.normalize("NFC").toLowerCase();
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, { path: part, isFolder: isWhole ? isFolder : true });
        continue;
      }
      if (before.path !== part) {
        throw new ArchiveError(
          name,
          `it is the same as "${before.path}" where case does not count`,
        );
      }
      if (!isWhole && !before.isFolder) {
        throw new ArchiveError(name, `"${part}" around it is a file in the same archive`);
      }
      if (isWhole && !(isFolder && before.isFolder)) {
        throw new ArchiveError(name, "it is in the archive twice");
      }
    }
  };
}
