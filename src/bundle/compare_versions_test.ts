import { assertEquals } from "@std/assert";
import { compareVersions } from "./compare_versions.ts";

Deno.test("versions are ordered by their numbers, and what comes before a release is older", () => {
  const ordered = [
    ...["0.9.10", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta", "1.0.0-rc.2", "1.0.0-rc.10"],
    ...["1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0"],
  ];
  for (const [at, one] of ordered.entries()) {
    for (const [other, version] of ordered.entries()) {
      assertEquals(
        Math.sign(compareVersions(one, version)),
        Math.sign(at - other),
        `${one} ${version}`,
      );
    }
  }
  assertEquals(compareVersions("1.0.0+a", "1.0.0+b"), 0);
});
