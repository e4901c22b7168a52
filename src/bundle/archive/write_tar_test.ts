import { assert, assertEquals } from "@std/assert";
import { seededRandom } from "../../../tests/support/seed.ts";
import { modeOf } from "./executable_files.ts";
import { gzip } from "./gzip.ts";
import { packBundle } from "./pack_bundle.ts";
import { readTar } from "./read_tar.ts";
import { type TarInput, writeTar } from "./write_tar.ts";

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Blob(await Array.fromAsync(chunks, (chunk) => new Uint8Array(chunk))).arrayBuffer(),
  );
}

Deno.test("what is written is read: any names and sizes", async () => {
  const random = seededRandom("archives");
  const letters = ["a", "Z", "7", "-", "_", "ä", "語", "👋", "."] as const;
  for (let round = 0; round < 40; round++) {
    const name = (length: number) =>
      Array.from({ length }, () => random.pick(letters)).join("") + "x";
    const contents = new Map<string, Uint8Array>();
    for (let count = random.integer(1, 12); count > 0; count--) {
      const steps = Array.from({ length: random.integer(1, 5) }, () => name(random.integer(1, 40)));
      const size = random.pick([0, 1, 511, 512, 513, random.integer(0, 5000)]);
      contents.set(`${count}/${steps.join("/")}`, random.bytes(size));
    }
    const inputs = [...contents].map(([path, bytes]): TarInput => {
      return { path, isFolder: false, mode: 0o644, read: () => Promise.resolve(bytes) };
    });
    const archive = await whole(gzip(writeTar(inputs)));
    const read = await Array.fromAsync(readTar(new Blob([archive]).stream()));
    assertEquals(read.map(({ path }) => path), [...contents.keys()]);
    assertEquals(read.map(({ bytes }) => bytes), [...contents.values()]);
    // The same once more gives the same bytes.
    assertEquals(await whole(gzip(writeTar(inputs))), archive);
  }
});

Deno.test("a packed folder is sorted, and has no time, owner or mode of this machine", async () => {
  const folder = await Deno.makeTempDir({ prefix: "pack-" });
  try {
    const files: [string, string][] = [
      ["server/launch", "#!/bin/sh\n"],
      ["server/launch-linux-amd64", "\x7fELF"],
      ["server/plugin.js", "1;"],
      ["assets/run.sh", "#!/bin/sh\n"],
      ["plugin.json", "{}"],
      ["server/cache/made-by-a-start", "1"],
    ];
    for (const [path, text] of files) {
      const file = `${folder}/b/${path}`;
      await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true, mode: 0o700 });
      await Deno.writeTextFile(file, text, { mode: 0o600 });
    }
    const file = `${folder}/b.tar.gz`;
    await using draft = await packBundle({ folder: `${folder}/b`, id: "com.example.b", file });
    await draft.keep();
    using archive = await Deno.open(file);
    const read = await Array.fromAsync(readTar(archive.readable));
    assertEquals(
      read.map(({ path, isFolder, mode }) => `${path}${isFolder ? "/" : ""} ${mode.toString(8)}`),
      [
        "com.example.b/ 755",
        "com.example.b/assets/ 755",
        "com.example.b/assets/run.sh 644",
        "com.example.b/plugin.json 644",
        "com.example.b/server/ 755",
        "com.example.b/server/launch 755",
        "com.example.b/server/launch-linux-amd64 755",
        "com.example.b/server/plugin.js 644",
      ],
    );
    const bytes = await Deno.readFile(file);
    // https://www.rfc-editor.org/rfc/rfc1952: no name, no time.
    assertEquals([...bytes.subarray(0, 8)], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    const left = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
    assertEquals(left, ["b", "b.tar.gz"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("programs of every platform are executable below server, and nothing else is", () => {
  const magics = ["#!", "\x7fELF", "MZ"].map((text) => new TextEncoder().encode(text));
  magics.push(new Uint8Array([0xcf, 0xfa, 0xed, 0xfe]), new Uint8Array([0xca, 0xfe, 0xba, 0xbe]));
  for (const magic of magics) {
    assertEquals(modeOf("server/x", magic), 0o755);
    assertEquals(modeOf("assets/x", magic), 0o644);
  }
  for (const text of ["", "#", "{}", "// #!", "ELF"]) {
    assertEquals(modeOf("server/x", new TextEncoder().encode(text)), 0o644);
  }
  assert(modeOf("serverx", new TextEncoder().encode("#!")) === 0o644);
});
