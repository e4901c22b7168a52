import { isNode, LineCounter, parseDocument } from "yaml";
import { findJsonFault } from "./json_fault.ts";
import { ManifestError, type ManifestPlace } from "./manifest_error.ts";

/** The manifest's file names, in the order in which Mattermost looks for them. */
export const MANIFEST_FILE_NAMES = ["plugin.yml", "plugin.yaml", "plugin.json"] as const;

/** The steps from a manifest's root to one of its values. */
export type ManifestPath = readonly (string | number)[];

/** A manifest that was read but not checked. */
export interface ManifestSource {
  /** The file's path. */
  readonly file: string;
  /** What the file holds. */
  readonly value: unknown;
  /** Where the value at `path` stands; of a missing value, where its nearest parent stands. */
  place(path: ManifestPath): ManifestPlace;
}

/** Writes a path as people read it: `server.permissions.net[1]`. */
export function formatPath(path: ManifestPath): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`,
    "",
  );
}

/**
 * Finds the manifest in a folder, or takes `path` as it is where it names a file.
 *
 * @throws {ManifestError} if there is none.
 */
export async function findManifest(path: string): Promise<string> {
  const info = await Deno.stat(path).catch(() => undefined);
  if (info?.isFile) return path;
  if (info?.isDirectory) {
    const folder = path.replace(/\/+$/, "");
    for (const name of MANIFEST_FILE_NAMES) {
      const file = `${folder}/${name}`;
      if ((await Deno.stat(file).catch(() => undefined))?.isFile) return file;
    }
    throw new ManifestError(
      { file: path, path: "" },
      `no manifest is in this folder; expected one of ${MANIFEST_FILE_NAMES.join(", ")}`,
    );
  }
  throw new ManifestError({ file: path, path: "" }, "there is no such manifest");
}

/**
 * Parses a manifest's text. The file's ending decides between JSON and YAML.
 *
 * @throws {ManifestError} if it is neither, with the place of the first fault.
 */
export function parseManifestSource(file: string, text: string): ManifestSource {
  const lines = new LineCounter();
  // JSON is YAML too, so one parser knows the positions of both.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined, path: string): ManifestPlace => {
    if (offset === undefined) return { file, path };
    const { line, col } = lines.linePos(offset);
    return { file, path, line, column: col };
  };
  let value: unknown;
  if (file.endsWith(".json")) {
    try {
      value = JSON.parse(text);
    } catch (cause) {
      const fault = findJsonFault(text);
      throw new ManifestError(
        at(fault?.offset, ""),
        `this is not JSON: ${fault?.reason ?? (cause as Error).message}`,
        { cause },
      );
    }
    // A key that stands twice is legal JSON; which one counts depends on the reader.
    const twice = document.errors.find((error) => error.code === "DUPLICATE_KEY");
    if (twice !== undefined) {
      throw new ManifestError(at(twice.pos[0], ""), "a key stands twice; keep one of them");
    }
  } else {
    const error = document.errors[0];
    if (error !== undefined) {
      throw new ManifestError(at(error.pos[0], ""), `this is not YAML: ${error.message}`);
    }
    value = document.toJS();
  }
  return {
    file,
    value,
    place(path) {
      for (let length = path.length; length >= 0; length--) {
        const node: unknown = length === 0
          ? document.contents
          : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range != null) return at(node.range[0], formatPath(path));
      }
      return { file, path: formatPath(path) };
    },
  };
}
