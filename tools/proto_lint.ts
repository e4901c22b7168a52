/**
 * Lints the .proto files: names by buf's standard rules, a comment on every element.
 *
 * ```sh
 * deno run -A tools/proto_lint.ts
 * ```
 *
 * The rules, and the exceptions with their reasons, are in `proto/buf.yaml`.
 *
 * @module
 */

import { buf } from "./gen/buf.ts";
import { PROTO } from "./gen/paths.ts";

/** One finding of buf. */
export interface ProtoFinding {
  readonly path: string;
  readonly start_line?: number;
  readonly type: string;
  readonly message: string;
}

/**
 * Lints a folder of .proto files.
 *
 * @throws {Error} where the files cannot be compiled at all.
 */
export async function lintProtos(folder: string = PROTO): Promise<ProtoFinding[]> {
  const { code, stdout, stderr } = await buf(["lint", folder, "--error-format=json"]);
  const lines = new TextDecoder().decode(stdout).split("\n").filter((line) => line !== "");
  const findings = lines.map((line) => JSON.parse(line) as ProtoFinding);
  if (code !== 0 && findings.length === 0) throw new Error(`buf could not lint:\n${stderr.trim()}`);
  return findings;
}

if (import.meta.main) {
  const findings = await lintProtos();
  for (const { path, start_line, type, message } of findings) {
    console.error(`${path}:${start_line ?? 1}: ${message} (${type})`);
  }
  console.log(
    findings.length === 0 ? "proto/ is clean" : `proto/: ${findings.length} findings of buf lint`,
  );
  Deno.exit(findings.length === 0 ? 0 : 1);
}
