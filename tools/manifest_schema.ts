/**
 * Writes the JSON Schema of manifests from the table in `src/bundle/manifest_table.ts`:
 *
 * ```sh
 * deno run -A tools/run.ts run -A tools/manifest_schema.ts
 * ```
 *
 * @module
 */
import { formatManifestSchema, MANIFEST_SCHEMA_FILE } from "../src/bundle/manifest_schema.ts";

const file = new URL(`../${MANIFEST_SCHEMA_FILE}`, import.meta.url);
await Deno.mkdir(new URL("./", file), { recursive: true });
await Deno.writeTextFile(file, formatManifestSchema());
console.log(`written: ${MANIFEST_SCHEMA_FILE}`);
