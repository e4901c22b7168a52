import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { ArchiveError } from "../../src/bundle/archive/archive_error.ts";
import { unpackBundle } from "../../src/bundle/archive/unpack_bundle.ts";
import { seededRandom } from "../support/seed.ts";
import { CANARY, damagedArchives, TEST_LIMITS } from "./damaged_archives.ts";
import { rawTar, zipped } from "./raw_tar.ts";

const ROUNDS = 5;

Deno.test("each kind of damaged archive is refused with a sentence, and nothing is written outside", async () => {
  assert(damagedArchives.length >= 60, String(damagedArchives.length));
  assertEquals(new Set(damagedArchives.map(({ name }) => name)).size, damagedArchives.length);
  const random = seededRandom("damaged archives");
  const folder = await Deno.makeTempDir({ prefix: "archives-" });
  try {
    for (const { name, says, make } of damagedArchives) {
      for (let round = 0; round < ROUNDS; round++) {
        const { bytes, entry } = await make(random);
        await Deno.writeFile(`${folder}/archive.tar.gz`, bytes);
        await Deno.mkdir(`${folder}/into`);
        const error = await assertRejects(
          () => unpackBundle(`${folder}/archive.tar.gz`, `${folder}/into`, TEST_LIMITS),
          ArchiveError,
          undefined,
          name,
        );
        assertMatch(error.message, says, name);
        if (entry !== undefined) assertStringIncludes(error.message, entry, name);
        // deno-lint-ignore no-control-regex -- nothing of that may reach a terminal
        assert(!/[\u0000-\u001f\u007f-\u009f]/.test(error.message), name);
        await Deno.remove(`${folder}/into`, { recursive: true });
        const left = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
        assertEquals(left, ["archive.tar.gz"], name);
        assertEquals(await Deno.lstat(`/tmp/${CANARY}`).catch(() => undefined), undefined, name);
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a flipped bit anywhere in an archive is noticed", async () => {
  const random = seededRandom("flipped bits");
  const folder = await Deno.makeTempDir({ prefix: "archives-" });
  try {
    const whole = await zipped(rawTar([{ name: "a/plugin.json", bytes: random.bytes(3000) }]));
    for (let round = 0; round < 300; round++) {
      const bytes = whole.slice();
      // The header of gzip says when and where it was made, which means nothing.
      const at = random.integer(10, bytes.length - 1);
      bytes[at]! ^= 1 << random.integer(0, 7);
      await Deno.writeFile(`${folder}/x.tar.gz`, bytes);
      await Deno.mkdir(`${folder}/into`);
      await assertRejects(() => unpackBundle(`${folder}/x.tar.gz`, `${folder}/into`), ArchiveError);
      await Deno.remove(`${folder}/into`, { recursive: true });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
