import { BUNDLE_LAYOUT } from "./bundle_layout.ts";

/** The licence of Go's runtime and standard library, which are in every native launcher. */
export const GO_LICENCE = {
  /** Its SPDX id. */
  id: "BSD-3-Clause",
  /** Whose it is. */
  copyright: "Copyright 2009 The Go Authors.",
  /** The whole text, which has to go with each copy. */
  text: `Copyright 2009 The Go Authors.

Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are
met:

   * Redistributions of source code must retain the above copyright
notice, this list of conditions and the following disclaimer.
   * Redistributions in binary form must reproduce the above
copyright notice, this list of conditions and the following disclaimer
in the documentation and/or other materials provided with the
distribution.
   * Neither the name of Google LLC nor the names of its
contributors may be used to endorse or promote products derived from
this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS
"AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR
A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT
OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY
THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
(INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
`,
} as const;

/** The versions of Go, such as `1.26.1`, that the native launchers among these files were built with. */
export async function goVersions(
  files: readonly { readonly from: string; readonly to: string }[],
): Promise<string[]> {
  const found = new Set<string>();
  for (const { from, to } of files) {
    if (!to.startsWith(`${BUNDLE_LAYOUT.launcher}-`)) continue;
    const version = goVersion(await Deno.readFile(from));
    if (version !== undefined) found.add(version);
  }
  return [...found].sort();
}

// What Go writes before what it says of the build: the first byte, then this.
const MAGIC = " Go buildinf:";
const MAGIC_BYTE = 0xff;
const TEXTS_INSIDE = 2;

/**
 * The version of Go that a program was built with, as the program itself says; undefined if it says
 * none.
 *
 * @see https://pkg.go.dev/debug/buildinfo
 */
export function goVersion(program: Uint8Array): string | undefined {
  const text = new TextDecoder("latin1").decode(program);
  for (let at = text.indexOf(MAGIC); at >= 0; at = text.indexOf(MAGIC, at + 1)) {
    const start = at - 1;
    if (program[start] !== MAGIC_BYTE || ((program[start + 15] ?? 0) & TEXTS_INSIDE) === 0) {
      continue;
    }
    // The length, in one byte, and the version.
    const length = program[start + 32] ?? 0;
    const version = /^go(\d[\w.-]*)/.exec(text.slice(start + 33, start + 33 + length))?.[1];
    if (version !== undefined) return version;
  }
  return undefined;
}
