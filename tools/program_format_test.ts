import { assertEquals } from "@std/assert";
import { programPlatform } from "./program_format.ts";

/** The first bytes of a program: numbers by where they stand, least byte first. */
function start(length: number, numbers: readonly (readonly [number, 2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [at, size, value] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return bytes;
}

const elf = (machine: number, type = 2) =>
  start(64, [[0, 4, 0x464c_457f], [4, 2, 0x0102], [16, 2, type], [18, 2, machine]]);
const macho = (machine: number, type = 2) =>
  start(64, [[0, 4, 0xfeed_facf], [4, 4, machine], [12, 4, type]]);
const pe = (machine: number, flags = 2) =>
  start(160, [[0, 2, 0x5a4d], [60, 4, 128], [128, 4, 0x4550], [132, 2, machine], [150, 2, flags]]);

Deno.test("programs are told apart by system and processor", () => {
  assertEquals(programPlatform(elf(0x3e)), "linux-amd64");
  assertEquals(programPlatform(elf(0xb7)), "linux-arm64");
  assertEquals(programPlatform(macho(0x0100_0007)), "darwin-amd64");
  assertEquals(programPlatform(macho(0x0100_000c)), "darwin-arm64");
  assertEquals(programPlatform(pe(0x8664)), "windows-amd64");
  assertEquals(programPlatform(pe(0xaa64)), "windows-arm64");
});

Deno.test("libraries, scripts, other processors and what was cut off are no programs", () => {
  const others = [
    elf(0x3e, 3),
    elf(0x28),
    macho(0x0100_000c, 6),
    pe(0x8664, 0),
    pe(0x14c),
    elf(0x3e).subarray(0, 40),
    pe(0x8664).subarray(0, 140),
    new TextEncoder().encode("#!/bin/sh\n".padEnd(100, "#")),
    new Uint8Array(),
  ];
  for (const bytes of others) assertEquals(programPlatform(bytes), undefined);
});
