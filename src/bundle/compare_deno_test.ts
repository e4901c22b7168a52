import { assertEquals, assertMatch } from "@std/assert";
import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import { bundledDenoPath, bundledDenoPlatform, compareDeno } from "./compare_deno.ts";
import { DenoBinaryError } from "./deno_binary.ts";
import { BUNDLE_PLATFORMS } from "./platforms.ts";

const names = BUNDLE_PLATFORMS["linux-x64"];
const purl = "pkg:npm/%40deno/linux-x64-glibc@2.9.6";

/** A folder with a Deno and a bill of materials, and the file that the registry would have. */
async function withBundle(
  sbom: unknown,
  work: (folder: string, registry: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/${BUNDLE_LAYOUT.server}`);
    await Deno.writeTextFile(`${folder}/${bundledDenoPath(names)}`, "a Deno");
    await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.sbom}`, JSON.stringify(sbom));
    await Deno.writeTextFile(`${folder}/registry`, "a Deno");
    await work(folder, `${folder}/registry`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a bundle's Deno is compared with the one of its version in the registry", async () => {
  await withBundle(
    { components: [{ purl: "pkg:npm/x@1.0.0" }, { purl }] },
    async (folder, file) => {
      const asked: string[] = [];
      const fetch = (_: unknown, version = "") => {
        asked.push(version);
        return Promise.resolve(file);
      };
      assertEquals(await compareDeno(folder, names, fetch), undefined);
      assertEquals(asked, ["2.9.6"]);
      for (const other of ["a Demo", "a Deno and more", ""]) {
        await Deno.writeTextFile(file, other);
        const wrong = await compareDeno(folder, names, fetch);
        assertMatch(
          wrong ?? "",
          /^it is not the file in npm's @deno\/linux-x64-glibc@2\.9\.6, .*; do not run it$/,
        );
      }
    },
  );
});

Deno.test("a Deno that cannot be fetched, or whose version is unknown, says so", async () => {
  await withBundle({ components: [{ purl }] }, async (folder) => {
    const fetch = () => Promise.reject(new DenoBinaryError("the registry is down"));
    assertEquals(
      await compareDeno(folder, names, fetch),
      "it cannot be compared: the registry is down",
    );
  });
  for (const sbom of [{}, { components: [null, {}, { purl: 1 }] }, null]) {
    await withBundle(sbom, async (folder, file) => {
      const wrong = await compareDeno(folder, names, () => Promise.resolve(file));
      assertMatch(
        wrong ?? "",
        /^which version it is does not stand in .*, so it cannot be compared/,
      );
    });
  }
});

Deno.test("only the names that bundling gives are a Deno", () => {
  assertEquals(bundledDenoPlatform("server/deno-linux-amd64"), names);
  assertEquals(bundledDenoPlatform("server/deno-linux-amd64-x"), undefined);
});
