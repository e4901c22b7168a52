import { ArchiveError } from "./archive_error.ts";

/**
 * Reads the records of a pax header: the entry's name and size, where they do not fit into the
 * header itself. Records about times and owners have no say in a bundle.
 *
 * @throws {ArchiveError} for a record that cannot be read or that makes the entry another one.
 */
export function parsePax(
  entry: string,
  bytes: Uint8Array,
): { readonly name?: string; readonly size?: number } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const damaged = () => new ArchiveError(entry, "its pax header is damaged");
  const found: { name?: string; size?: number } = {};
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const digits = space < 0 ? "" : String.fromCharCode(...bytes.subarray(at, space).slice(0, 8));
    if (!/^[1-9][0-9]{0,6}$/.test(digits)) throw damaged();
    const end = at + Number(digits);
    if (end > bytes.length || end < space + 3 || bytes[end - 1] !== 0x0a) throw damaged();
    let record: string;
    try {
      record = decoder.decode(bytes.subarray(space + 1, end - 1));
    } catch {
      throw damaged();
    }
    const equals = record.indexOf("=");
    if (equals < 1) throw damaged();
    const [key, value] = [record.slice(0, equals), record.slice(equals + 1)];
    if (key === "path") found.name = value;
    if (key === "size") {
      if (!/^[0-9]{1,12}$/.test(value)) throw damaged();
      found.size = Number(value);
    }
    if (key.startsWith("GNU.sparse")) {
      throw new ArchiveError(entry, "a sparse file; a bundle holds files and folders only");
    }
    at = end;
  }
  return found;
}
