/**
 * Compares the contract with the wire table and with the Go module, and prints one table:
 *
 * ```sh
 * deno task parity
 * ```
 *
 * Exits 1 on any gap, on any difference from the wire table, and on any exception that no longer
 * applies.
 *
 * @module
 */

import { contractDescriptors } from "./parity/descriptors.ts";
import { checkEverything } from "./parity/everything.ts";
import { printReport } from "./parity/report.ts";
import { committedGoSchema, freshGoSchema } from "./gen/go_schema.ts";
import { GEN } from "./gen/paths.ts";

if (import.meta.main) Deno.exit(await main());

async function main(): Promise<number> {
  const [wire, goJson, committed, fresh] = await Promise.all([
    Deno.readTextFile(new URL("../tests/contract/wire.tsv", import.meta.url)),
    Deno.readTextFile(`${GEN}/go_json.ts`),
    committedGoSchema(),
    freshGoSchema(),
  ]);
  const report = checkEverything(contractDescriptors(), { wire, goJson, committed, fresh });
  return printReport(report, console.log) ? 0 : 1;
}
