import { BUNDLE_LAYOUT } from "../bundle_layout.ts";

/**
 * The mode of a bundle's file: 0755 for what is executed, 0644 for all else. By its content and not
 * by the mode that it has on this disk, which Windows does not know.
 */
export function modeOf(path: string, bytes: Uint8Array): number {
  return path.startsWith(`${BUNDLE_LAYOUT.server}/`) && isProgram(bytes) ? 0o755 : 0o644;
}

/** Whether a file begins as programs do: a script, or one for Linux, Windows or macOS. */
export function isProgram(bytes: Uint8Array): boolean {
  return PROGRAMS.some((magic) => magic.every((byte, at) => bytes[at] === byte));
}

const PROGRAMS: readonly (readonly number[])[] = [
  [0x23, 0x21], // #!
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x4d, 0x5a], // MZ
  [0xcf, 0xfa, 0xed, 0xfe], // Mach-O
  [0xca, 0xfe, 0xba, 0xbe], // Mach-O for several processors
];
