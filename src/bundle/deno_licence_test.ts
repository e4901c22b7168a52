import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { DenoBinaryError } from "./deno_binary.ts";
import { denoLicence } from "./deno_licence.ts";

/** A package with a program, as npm unpacks it. */
async function withPackage(
  files: Readonly<Record<string, string>>,
  play: (binary: string, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "licence-" });
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    await play(`${folder}/deno`, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const MIT = JSON.stringify({ name: "@deno/linux-x64-glibc", license: "MIT" });

Deno.test("the Deno that runs this names its authors, and gets the text of its licence", async () => {
  await withPackage({ "package.json": MIT }, async (binary) => {
    await Deno.symlink(Deno.execPath(), binary);
    const { id, copyright, text } = await denoLicence(binary);
    assertEquals(id, "MIT");
    assertMatch(copyright, /^Copyright 2018-20\d\d the Deno authors$/);
    assertStringIncludes(text, `MIT License\n\n${copyright}\n\nPermission is hereby granted`);
  });
});

Deno.test("the copyright line with the latest year counts, wherever it lies in the binary", async () => {
  const line = (years: string) => `// Copyright ${years} the Deno authors. MIT license.\n`;
  // It begins in one piece of what is read and ends in the next.
  const deno = "\u0000".repeat(1024 * 1024 - 20) + line("2018-2031") + line("2018-2026");
  await withPackage({ "package.json": MIT, deno }, async (binary) => {
    assertEquals((await denoLicence(binary)).copyright, "Copyright 2018-2031 the Deno authors");
  });
});

Deno.test("a licence that the package brings is taken as it is", async () => {
  const deno = "Copyright 2018-2026 the Deno authors. MIT license.";
  const files = { "package.json": MIT, deno, "LICENSE.md": "the whole text" };
  await withPackage(files, async (binary) => {
    assertEquals((await denoLicence(binary)).text, "the whole text");
  });
});

Deno.test("a Deno whose licence is not known is not handed on", async () => {
  const deno = "Copyright 2018-2026 the Deno authors. MIT license.";
  const other = JSON.stringify({ license: "BUSL-1.1" });
  for (
    const [files, says] of [
      [{ deno }, "package.json names none"],
      [{ deno, "package.json": "{}" }, "package.json names none"],
      [{ deno: "\x7fELF", "package.json": MIT }, "does not say whose it is"],
      [{ deno, "package.json": other }, "the text of BUSL-1.1 is not in"],
    ] as const
  ) {
    await withPackage(files, async (binary) => {
      const { message } = await assertRejects(() => denoLicence(binary), DenoBinaryError);
      assertStringIncludes(message, says);
      assertStringIncludes(message, "choose another version of Deno, or make a bundle without it");
    });
  }
});
