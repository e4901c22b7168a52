import { PACKAGE_NAME } from "./own_package.ts";

/** The part of a bundled plugin that comes from one file. */
export interface CodeSection {
  /** The file, as the bundle names it: relative to the project, or `npm:name@version/path`. */
  readonly file: string;
  /** Whose it is. */
  readonly origin: "author" | "library" | "package";
  /** Its JavaScript. */
  readonly code: string;
}

/** Takes a bundled plugin apart at the comments that the bundler writes above each file. */
export function codeSections(code: string): readonly CodeSection[] {
  const headings = [...code.matchAll(/^\/\/ (\S.*\.[A-Za-z0-9]+)$/gm)];
  const origins = originsOf(headings.map(([, file = ""]) => file));
  return headings.map(({ 0: { length }, 1: file = "", index }, at) => ({
    file,
    origin: origins[at] ?? "author",
    code: code.slice(index + length, headings[at + 1]?.index),
  }));
}

// In every plugin.
const OWN_FILE = "src/define/define_plugin.ts";

/**
 * Whose files are, by the names that a bundle has for them. In a bundle from this package's own
 * checkout, such as an example's, the package's files have no prefix.
 */
export function originsOf(files: readonly string[]): readonly CodeSection["origin"][] {
  const isCheckout = files.includes(OWN_FILE) &&
    !files.some((file) => originOf(file, false) === "package");
  return files.map((file) => originOf(file, isCheckout));
}

function originOf(file: string, isCheckout: boolean): CodeSection["origin"] {
  if (file.startsWith(`${PACKAGE_NAME}/`) || file.includes(`/${PACKAGE_NAME}/`)) return "package";
  if (isCheckout && /^(?:src\/|gen\/|mod\.ts$)/.test(file)) return "package";
  return /^[a-z][a-z0-9+.-]*:/i.test(file) ? "library" : "author";
}
