// The trusted loader of the sandbox tests: imports the plugin as the real one does, calls its default
// export and tells in one JSON line what came of it.
const flag = "--plugin=";
const path = Deno.args.find((arg) => arg.startsWith(flag)).slice(flag.length);
const url = new URL("file:///");
url.pathname = path.replaceAll("%", "%25").replaceAll("?", "%3F").replaceAll("#", "%23");
let outcome;
try {
  const module = await import(url.href);
  outcome = { ok: true, value: await module.default() };
} catch (error) {
  outcome = { ok: false, name: error?.name ?? "", message: error?.message ?? String(error) };
}
console.log(JSON.stringify(outcome));
Deno.exit(0);
