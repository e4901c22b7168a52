// The trusted loader of the sandbox tests: imports the plugin as the real one does, calls its default
// export and tells in one JSON line what came of it.
import { pathToFileURL } from "node:url";

const flag = "--plugin=";
const path = Deno.args.find((arg) => arg.startsWith(flag)).slice(flag.length);
let outcome;
try {
  const module = await import(pathToFileURL(path).href);
  outcome = { ok: true, value: await module.default() };
} catch (error) {
  outcome = { ok: false, name: error?.name ?? "", message: error?.message ?? String(error) };
}
console.log(JSON.stringify(outcome));
Deno.exit(0);
