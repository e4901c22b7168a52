/**
 * Everything that generation writes.
 *
 * @module
 */

import { generateMessages, readProtos } from "./buf.ts";
import { committedGoSchema, freshGoSchema, GO_SCHEMA_FILE, parseGoSchema } from "./go_schema.ts";
import { useLazyDescriptors } from "./lazy_descriptors.ts";
import { methodsOf, unusedTableKeys } from "./methods.ts";
import { writeFreshMessages } from "./write_fresh_messages.ts";
import { writeGobSchema } from "./write_gob_schema.ts";
import { writeGoJson } from "./write_go_json.ts";
import { writeMethodInfo, writeMethodTable } from "./write_methods.ts";
import { writePluginAPI, writePluginAPIHandlers } from "./write_plugin_api.ts";
import { writeRestJson } from "./write_rest_json.ts";
import { writePluginHooks } from "./write_plugin_hooks.ts";

/** Generates into an empty folder. `say` gets lines about what was not done. */
export async function generateAll(folder: string, say: (line: string) => void): Promise<void> {
  const [protos, schemaText] = await Promise.all([readProtos(), goSchemaText(say)]);
  await generateMessages(folder);
  await useLazyDescriptors(folder);
  const unused = unusedTableKeys(protos);
  if (unused.length > 0) {
    throw new Error(`The tables in tools/gen/ list what proto/ has not: ${unused.join(", ")}.`);
  }
  const schema = parseGoSchema(schemaText);
  const api = methodsOf(protos, schema, "PluginAPI");
  const hooks = methodsOf(protos, schema, "PluginHooks");
  const files: Record<string, string> = {
    [GO_SCHEMA_FILE]: schemaText,
    "go_json.ts": writeGoJson(schema),
    "rest_json.ts": writeRestJson(protos, schema),
    "method_info.ts": writeMethodInfo(),
    "plugin_api.ts": writePluginAPI(api),
    "plugin_api_handlers.ts": writePluginAPIHandlers(api),
    "api_methods.ts": writeMethodTable("PluginAPI", api),
    "plugin_hooks.ts": writePluginHooks(hooks),
    "hook_methods.ts": writeMethodTable("PluginHooks", hooks),
    "fresh_messages.ts": writeFreshMessages(protos, schema),
    "gob_schema.ts": writeGobSchema(protos, schema, { api, hooks }),
  };
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
}

async function goSchemaText(say: (line: string) => void): Promise<string> {
  const fresh = await freshGoSchema();
  if (fresh !== null) return fresh;
  say("There is no Go on this machine: gen/go_schema.json stays as it is.");
  return await committedGoSchema();
}
