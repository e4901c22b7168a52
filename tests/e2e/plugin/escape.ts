/** What a hostile plugin would try. @module */

/** Tries all of it; gives the name of the error for each, or what it got. */
export async function tryToEscape(): Promise<Readonly<Record<string, string>>> {
  const here = new URL(".", import.meta.url);
  const elsewhere = "https://example.com/module.js";
  const attempts: Readonly<Record<string, () => unknown>> = {
    "read a file of the system": () => Deno.readTextFile("/etc/passwd"),
    "read the server's settings": () =>
      Deno.readTextFile(new URL("../../../config/config.json", here)),
    "write beside the plugin": () => Deno.writeTextFile(new URL("note.txt", here), "here"),
    "connect to the server": () => Deno.connect({ hostname: "127.0.0.1", port: 8065 }),
    "run a program": () => new Deno.Command("/bin/true").output(),
    "see a variable of the server": () => Deno.env.get("TMPDIR") ?? "nothing",
    "load code from elsewhere": () => import(elsewhere),
  };
  const results: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      results[name] = String(await attempt());
    } catch (error) {
      results[name] = error instanceof Error ? error.name : String(error);
    }
  }
  return results;
}
