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

/**
 * Takes a bundled plugin apart at the comments that the bundler writes above each file.
 *
 * @param isCheckout whether the project is this package's own checkout, whose files have no prefix
 */
export function codeSections(code: string, isCheckout = false): readonly CodeSection[] {
  const sections: CodeSection[] = [];
  const heading = /^\/\/ (\S.*\.[A-Za-z0-9]+)$/gm;
  const headings = [...code.matchAll(heading)];
  for (const [index, match] of headings.entries()) {
    const file = match[1] ?? "";
    sections.push({
      file,
      origin: originOf(file, isCheckout),
      code: code.slice(match.index + match[0].length, headings[index + 1]?.index),
    });
  }
  return sections;
}

/** Whose a file is, by the name that the bundle has for it. */
export function originOf(file: string, isCheckout: boolean): CodeSection["origin"] {
  if (file.startsWith(`${PACKAGE_NAME}/`) || file.includes(`/${PACKAGE_NAME}/`)) return "package";
  if (isCheckout && /^(?:src\/|gen\/|mod\.ts$)/.test(file)) return "package";
  return /^[a-z][a-z0-9+.-]*:/i.test(file) ? "library" : "author";
}
