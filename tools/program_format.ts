/**
 * What machine a program is for, by the first bytes of its file.
 *
 * @see https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
 * @see https://learn.microsoft.com/windows/win32/debug/pe-format
 * @module
 */

const PROCESSORS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  linux: { 0x3e: "amd64", 0xb7: "arm64" },
  darwin: { 0x0100_0007: "amd64", 0x0100_000c: "arm64" },
  windows: { 0x8664: "amd64", 0xaa64: "arm64" },
};

/** The platform of a program as Go names it, such as `linux-amd64`; undefined for what is none. */
export function programPlatform(bytes: Uint8Array): string | undefined {
  const header = readHeader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const processor = header === undefined ? undefined : PROCESSORS[header.os]?.[header.machine];
  return header === undefined || processor === undefined ? undefined : `${header.os}-${processor}`;
}

interface Header {
  readonly os: string;
  readonly machine: number;
}

function readHeader(view: DataView): Header | undefined {
  if (view.byteLength < 64) return undefined;
  const magic = view.getUint32(0, false);
  // ELF of 64 bits, little-endian, an executable.
  if (magic === 0x7f45_4c46) {
    const isExecutable = view.getUint16(4, false) === 0x0201 && view.getUint16(16, true) === 2;
    return isExecutable ? { os: "linux", machine: view.getUint16(18, true) } : undefined;
  }
  // Mach-O of 64 bits, little-endian, an executable.
  if (magic === 0xcffa_edfe) {
    const isExecutable = view.getUint32(12, true) === 2;
    return isExecutable ? { os: "darwin", machine: view.getUint32(4, true) } : undefined;
  }
  // A program for DOS, which says where the one for Windows begins.
  if (magic >>> 16 === 0x4d5a) {
    const at = view.getUint32(60, true);
    if (at + 24 > view.byteLength || view.getUint32(at, false) !== 0x5045_0000) return undefined;
    const isExecutable = (view.getUint16(at + 22, true) & 0x0002) !== 0;
    return isExecutable ? { os: "windows", machine: view.getUint16(at + 4, true) } : undefined;
  }
  return undefined;
}
