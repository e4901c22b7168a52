/** Kinds of archives that must not be unpacked, each made at random. @module */
import type { Random } from "../support/seed.ts";
import { concat, pax, type RawEntry, rawEntry, rawTar, record, zipped } from "./raw_tar.ts";

/** One kind of damaged archive. */
export interface DamagedArchive {
  /** What is wrong with it. */
  readonly name: string;
  /** What the sentence must say. */
  readonly says: RegExp;
  /** Makes one; with the name of the entry that is at fault, if it is one. */
  make(random: Random): Promise<{ bytes: Uint8Array<ArrayBuffer>; entry?: string }>;
}

/** Limits under which the kinds are read, so that a bomb for a test may be small. */
export const TEST_LIMITS = { totalBytes: 4 * 1024 * 1024, entries: 100 };

/** A name that would be written outside, were it followed. */
export const CANARY = "mmdeno-canary";

const encoder = new TextEncoder();

function good(random: Random): RawEntry[] {
  return [
    { name: "com.example.x/", type: "5", mode: 0o755 },
    { name: "com.example.x/plugin.json", bytes: encoder.encode('{"id":"com.example.x"}') },
    { name: "com.example.x/server/plugin.js", bytes: random.bytes(random.integer(1000, 4000)) },
  ];
}

/** Puts entries somewhere among good ones. */
function among(random: Random, ...bad: readonly RawEntry[]): RawEntry[] {
  const entries = good(random);
  entries.splice(random.integer(0, entries.length), 0, ...bad);
  return entries;
}

function kind(
  name: string,
  says: RegExp,
  make: (random: Random) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>,
): DamagedArchive {
  return { name, says, make: async (random) => ({ bytes: await make(random) }) };
}

const damaged = /damaged, cut short, or something comes after/;
const archive = (random: Random) => zipped(rawTar(good(random)));

const zippedKinds: readonly DamagedArchive[] = [
  kind("an empty file", /not gzip/, () => new Uint8Array()),
  kind("one byte", /not gzip/, () => new Uint8Array([0x1f])),
  kind("random bytes", /not gzip/, (random) => concat([new Uint8Array([7]), random.bytes(999)])),
  kind(
    "a zip file",
    /not gzip/,
    (random) => concat([encoder.encode("PK\x03\x04"), random.bytes(99)]),
  ),
  kind("a tar archive that is not compressed", /not gzip/, (random) => rawTar(good(random))),
  kind("only the beginning of gzip", damaged, () => new Uint8Array([0x1f, 0x8b, 8, 0])),
  kind("cut short somewhere", damaged, async (random) => {
    const bytes = await archive(random);
    return bytes.slice(0, random.integer(20, bytes.length - 9));
  }),
  kind("without its last byte", damaged, async (random) => (await archive(random)).slice(0, -1)),
  kind("another checksum of gzip", damaged, async (random) => {
    const bytes = await archive(random);
    bytes[bytes.length - random.integer(5, 8)]! ^= 1 << random.integer(0, 7);
    return bytes;
  }),
  kind("another length of gzip", damaged, async (random) => {
    const bytes = await archive(random);
    bytes[bytes.length - random.integer(1, 4)]! ^= 1 << random.integer(0, 7);
    return bytes;
  }),
  kind(
    "bytes after the end of gzip",
    damaged,
    async (random) =>
      concat([await archive(random), new Uint8Array([1]), random.bytes(random.integer(1, 600))]),
  ),
  kind(
    "larger than the limit when unpacked",
    /unpacked, it is larger than 4 MiB/,
    (random) =>
      zipped(rawTar(among(random, { name: "zeros", bytes: new Uint8Array(5 * 1024 * 1024) }))),
  ),
  kind(
    "more entries than the limit",
    /more than 100 files and folders/,
    () => zipped(rawTar(Array.from({ length: 101 }, (_, index) => ({ name: `f${index}` })))),
  ),
];

const tarKinds: readonly DamagedArchive[] = [
  kind("nothing in it", /it holds nothing/, () => zipped(rawTar([]))),
  kind(
    "random bytes inside of gzip",
    /checksum does not fit/,
    (random) => zipped(concat([new Uint8Array([1]), random.bytes(2047)])),
  ),
  kind("a flipped bit in a header", /header of an entry cannot be read/, (random) => {
    const bytes = rawTar(good(random));
    bytes[random.integer(0, 99)]! ^= 1 << random.integer(0, 6);
    return zipped(bytes);
  }),
  kind(
    "cut in the middle of a file",
    /cut short/,
    (random) => zipped(rawTar(good(random)).slice(0, 2048 + random.integer(1, 900))),
  ),
  kind(
    "without the archive's end",
    /cut short/,
    (random) => zipped(concat(good(random).map(rawEntry))),
  ),
  kind(
    "with half of the archive's end",
    /cut short/,
    (random) => zipped(concat([...good(random).map(rawEntry), new Uint8Array(512)])),
  ),
  kind(
    "an entry after the archive's end",
    /something comes after the archive's end/,
    (random) => zipped(concat([rawTar(good(random)), rawTar([{ name: "late" }])])),
  ),
  kind(
    "bytes after the archive's end",
    /something comes after the archive's end/,
    (random) =>
      zipped(
        concat([rawTar(good(random)), new Uint8Array(random.integer(0, 700)), new Uint8Array([9])]),
      ),
  ),
  kind(
    "a size far beyond the archive",
    /cut short/,
    (random) => zipped(rawTar([...good(random), { name: "huge", size: 8 * 1024 ** 3 - 1 }])),
  ),
  kind(
    "a size that is no number",
    /size is no number/,
    (random) => zipped(rawTar(among(random, { name: "x", patch: [124, "12x4567"] }))),
  ),
  kind(
    "a negative size",
    /size is no number/,
    (random) =>
      zipped(rawTar(among(random, { name: "x", patch: [124, new Uint8Array(12).fill(0xff)] }))),
  ),
  kind(
    "a mode that is no number",
    /mode is no number/,
    (random) => zipped(rawTar(among(random, { name: "x", patch: [100, "rwxr-x"] }))),
  ),
  kind(
    "a name that is no UTF-8",
    /name is no UTF-8/,
    (random) =>
      zipped(rawTar(among(random, { name: "x", patch: [0, new Uint8Array([0xc3, 0x28, 0xff])] }))),
  ),
  kind(
    "a pax header at the end, for no entry",
    /ends after half an entry/,
    (random) => zipped(rawTar([...good(random), pax(record("path", "x"))])),
  ),
];

/** One entry that is at fault; its name must be in the sentence. */
function entryKind(
  name: string,
  says: RegExp,
  make: (random: Random) => readonly RawEntry[],
  shown?: string,
): DamagedArchive {
  return {
    name,
    says,
    async make(random) {
      const bad = make(random);
      return {
        bytes: await zipped(rawTar(among(random, ...bad))),
        entry: shown ?? bad.at(-1)?.name ?? "",
      };
    },
  };
}

const named = (what: string, name: string, says: RegExp) =>
  entryKind(what, says, () => [{ name, bytes: encoder.encode("x") }]);
const byPax = (what: string, name: string, says: RegExp) =>
  entryKind(what, says, () => [pax(record("path", name)), { name: "harmless" }], name.slice(0, 60));
const typed = (what: string, type: string, says: RegExp) =>
  entryKind(what, says, () => [{ name: `some-${type}`, type, link: "/etc/passwd" }]);

const leadsOut = /leads out of the bundle/;

const entryKinds: readonly DamagedArchive[] = [
  named("a path with .. in front", `../${CANARY}`, leadsOut),
  named("a path with many ..", `../../../../../../tmp/${CANARY}`, leadsOut),
  named("a path with .. inside", `com.example.x/../../${CANARY}`, leadsOut),
  named("nothing but ..", "..", leadsOut),
  named("a path with ./ and ..", `./../${CANARY}`, leadsOut),
  byPax("a pax path with ..", `com.example.x/../../${CANARY}`, leadsOut),
  entryKind(
    "a GNU long name with ..",
    leadsOut,
    () => [
      { name: "long", type: "L", bytes: encoder.encode(`../${CANARY}\0`) },
      { name: "harmless" },
    ],
    `../${CANARY}`,
  ),
  entryKind(
    "a prefix with ..",
    leadsOut,
    () => [{ name: CANARY, patch: [345, "com.example.x/../.."] }],
    `../${CANARY}`,
  ),
  named("an absolute path", `/tmp/${CANARY}`, /an absolute path/),
  byPax("an absolute path by pax", `/tmp/${CANARY}`, /an absolute path/),
  entryKind("a backslash", /a backslash/, () => [{ name: `..\\${CANARY}` }], `..\\\\${CANARY}`),
  named("a drive's letter", `C:/${CANARY}`, /drive's letter/),
  named("a colon", `server/x:${CANARY}`, /a colon/),
  named("an empty step", "server//x", /"\/\/" or/),
  named("a step that is a dot", "server/./x", /"\/\.\/"/),
  named("a device's name", "server/NUL.txt", /a device on Windows/),
  named("a dot at the end", "server/plugin.js.", /Windows drops/),
  entryKind("a line break in a name", /control character/, () => [{ name: "a\nb" }], "a\\nb"),
  entryKind("a terminal's escape", /control character/, () => [{ name: "\x1b[2Jx" }], "[2Jx"),
  entryKind("a change of direction", /control character/, () => [{ name: "x\u202ejs" }]),
  entryKind("a name that is empty", /without a name/, () => [{ name: "" }], ""),
  entryKind("a NUL in a pax path", /control character/, () => [
    pax(record("path", "plugin.json\0x")),
    { name: "harmless" },
  ], "plugin.json\\u0000x"),
  byPax("a name that is too long", "n".repeat(2000), /longer than 1024 bytes/),
  byPax("too many folders", "d/".repeat(40) + "x", /more than 32 folders/),
  entryKind("pax records with a wrong length", /pax header is damaged/, (random) => [
    pax(`${random.integer(40, 999)} path=x\n`),
    { name: "harmless" },
  ], "pax"),
  entryKind("a pax record without a value", /pax header is damaged/, () => [
    pax("8 path\n\n"),
    { name: "harmless" },
  ], "pax"),
  entryKind("a pax size that is no number", /pax header is damaged/, () => [
    pax(record("size", "-1")),
    { name: "harmless" },
  ], "pax"),
  entryKind("a pax header that is too long", /header is too long/, () => [
    pax(record("comment", "c".repeat(70_000))),
    { name: "harmless" },
  ], "pax"),
  entryKind("a row of pax headers", /too many headers/, () => [
    ...Array.from({ length: 8 }, () => pax(record("path", "x"))),
    { name: "harmless" },
  ], "pax"),
  entryKind("a long name that is no UTF-8", /long name is no UTF-8/, () => [
    { name: "long", type: "L", bytes: new Uint8Array([0xff, 0xfe]) },
    { name: "harmless" },
  ], "long"),
  entryKind("a sparse file by pax", /a sparse file/, () => [
    pax(record("GNU.sparse.major", "1")),
    { name: "harmless" },
  ], "pax"),
  typed("a hard link", "1", /a hard link/),
  typed("a symbolic link", "2", /a symbolic link/),
  typed("a character device", "3", /a character device/),
  typed("a block device", "4", /a block device/),
  typed("a named pipe", "6", /a named pipe/),
  typed("a sparse file", "S", /a sparse file/),
  typed("an unknown type", "Z", /unknown type "Z"/),
  entryKind("a symbolic link and a file through it", /a symbolic link/, () => [
    { name: "out", type: "2", link: "/tmp" },
    { name: `out/${CANARY}`, bytes: encoder.encode("x") },
  ], "out"),
  entryKind("setuid", /another user's rights/, () => [{ name: "server/run", mode: 0o4755 }]),
  entryKind("setgid", /another user's rights/, () => [{ name: "server/run", mode: 0o2755 }]),
  entryKind("a folder with content", /a folder with content/, () => [
    { name: "odd/", type: "5", bytes: encoder.encode("x") },
  ]),
  entryKind("a file with a folder's name", /name of a folder/, () => [{ name: "odd/" }]),
  entryKind("the same file twice", /in the archive twice/, () => [
    { name: "twice", bytes: encoder.encode("1") },
    { name: "twice", bytes: encoder.encode("2") },
  ]),
  entryKind("the same file twice, once with ./", /in the archive twice/, () => [
    { name: "twice" },
    { name: "./twice" },
  ]),
  entryKind("names that differ in case", /where case does not count/, () => [
    { name: "Read.me" },
    { name: "read.ME" },
  ]),
  entryKind("folders that differ in case", /where case does not count/, () => [
    { name: "docs/a" },
    { name: "Docs/b" },
  ]),
  entryKind("names that differ in how an accent is written", /where case does not count/, () => [
    { name: "caf\u00e9" },
    { name: "cafe\u0301" },
  ]),
  entryKind("a file, and files in it", /is a file in the same archive/, () => [
    { name: "thing" },
    { name: "thing/inside" },
  ]),
  entryKind("a folder, and a file of its name", /in the archive twice/, () => [
    { name: "thing/inside" },
    { name: "thing" },
  ]),
];

/** All kinds. */
export const damagedArchives: readonly DamagedArchive[] = [
  ...zippedKinds,
  ...tarKinds,
  ...entryKinds,
];
