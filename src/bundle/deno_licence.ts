import { DenoBinaryError } from "./deno_binary.ts";
import { dirname } from "./paths.ts";

/** Under which licence Deno's binary is handed on. */
export interface DenoLicence {
  /** Its SPDX id, such as `MIT`. */
  readonly id: string;
  /** Whose it is, as the binary says: `Copyright 2018-2026 the Deno authors`. */
  readonly copyright: string;
  /** The whole text, which has to go with each copy. */
  readonly text: string;
}

/**
 * The licence of a Deno binary: the text that its npm package brings, or, since that has brought none
 * so far, the standard text of the licence that its `package.json` names, with the copyright line
 * that the binary itself holds.
 *
 * @param binary the path of the binary, in the folder of its package
 * @throws {DenoBinaryError} if neither can be had: then it may not be handed on.
 */
export async function denoLicence(binary: string): Promise<DenoLicence> {
  const folder = dirname(binary);
  const id = await licenceId(folder);
  const copyright = await copyrightIn(binary);
  const refuse = (reason: string): never => {
    throw new DenoBinaryError(
      `Deno's binary may be handed on with its licence alone, and ${reason}: choose another version ` +
        "of Deno, or make a bundle without it",
    );
  };
  if (id === undefined) return refuse(`${folder}/package.json names none`);
  if (copyright === undefined) return refuse(`${binary} does not say whose it is`);
  const brought = await licenceFile(folder);
  if (brought !== undefined) return { id, copyright, text: brought };
  if (id !== "MIT") return refuse(`the text of ${id} is not in ${folder}`);
  return { id, copyright, text: mitText(copyright) };
}

/**
 * The licence of the Deno that runs now, and so of its other programs of that version.
 *
 * @throws {DenoBinaryError} if that program does not say whose it is.
 */
export async function ownDenoLicence(): Promise<DenoLicence> {
  const copyright = await copyrightIn(Deno.execPath());
  if (copyright !== undefined) return { id: "MIT", copyright, text: mitText(copyright) };
  throw new DenoBinaryError(
    `Deno's program may be handed on with its licence alone, and ${Deno.execPath()} does not say ` +
      "whose it is: use a Deno as its authors build it",
  );
}

async function licenceId(folder: string): Promise<string | undefined> {
  try {
    const { license } = JSON.parse(await Deno.readTextFile(`${folder}/package.json`));
    return typeof license === "string" && license !== "" ? license : undefined;
  } catch {
    return undefined;
  }
}

async function licenceFile(folder: string): Promise<string | undefined> {
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name)) {
      return await Deno.readTextFile(`${folder}/${name}`);
    }
  }
  return undefined;
}

// What Deno's own scripts, which the binary holds, begin with.
const COPYRIGHT = /Copyright (?:20\d\d-)?(20\d\d) the Deno authors(?=\. MIT)/g;

const PIECE = 1024 * 1024;
const OVERLAP = 100;

/** The copyright line that a binary holds, with the latest year; undefined if there is none. */
async function copyrightIn(binary: string): Promise<string | undefined> {
  using file = await Deno.open(binary);
  const latin1 = new TextDecoder("latin1");
  const piece = new Uint8Array(PIECE);
  let found: { readonly line: string; readonly year: string } | undefined;
  let rest = "";
  for (;;) {
    const read = await file.read(piece);
    if (read === null) return found?.line;
    const text = rest + latin1.decode(piece.subarray(0, read));
    for (const [line, year = ""] of text.matchAll(COPYRIGHT)) {
      if (found === undefined || year > found.year) found = { line, year };
    }
    rest = text.slice(-OVERLAP);
  }
}

/** @see https://spdx.org/licenses/MIT.html */
function mitText(copyright: string): string {
  return `MIT License

${copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES
OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
}
