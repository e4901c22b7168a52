import { assertEquals } from "@std/assert";
import { checkUndonePermissions, checkUndoneUses } from "./check_undone_permissions.ts";
import type { CodeSection } from "./code_sections.ts";
import type { PermissionRequest } from "./permissions.ts";
import { UNDOING_PERMISSIONS } from "./undo_sandbox.ts";

const EVERYTHING = {
  ...{ net: true, read: true, env: true },
  ...{ run: ["git"], ffi: true, sys: ["hostname"], write: ["/srv/export"] },
} as const satisfies PermissionRequest;

function section(code: string, origin: CodeSection["origin"] = "author"): CodeSection {
  return { file: "plugin.ts", origin, code };
}

/** Lines of code that use each of them. */
const USES: Readonly<Record<string, readonly string[]>> = {
  run: ['new Deno.Command("git")', 'import { spawn } from "node:child_process";', "Deno.kill(1)"],
  ffi: ['Deno.dlopen("/x.so", {})', "new Deno.UnsafeCallback(a, b)"],
  sys: ["Deno.hostname()", "Deno.loadavg()", 'import { cpus } from "node:os";', "process.getuid()"],
  write: [
    ...['Deno.writeTextFile("/a", "b")', "await fs.writeFile(a, b)", "Deno.mkdirSync(a)"],
    "createWriteStream(path)",
  ],
  net: ["await fetch(url)", "new WebSocket(url)", "Deno.connect({ port })", "net.createServer()"],
  read: ["Deno.readTextFile(path)", "for (const x of Deno.readDirSync(a)) {}", "fs.stat(path)"],
  env: ["Deno.env.get(name)", "process.env[name]", "env.toObject()"],
};

Deno.test("what undoes the sandbox is warned of where no code uses it, the package's own aside", () => {
  const paths = (code: readonly CodeSection[]) =>
    checkUndoneUses(EVERYTHING, code).map(({ path, severity }) => `${severity} ${path.join(".")}`);
  const all = UNDOING_PERMISSIONS.map((name) => `warning server.permissions.${name}`);
  assertEquals(paths([]), all);
  const own = Object.values(USES).flat().map((code) => section(code, "package"));
  assertEquals(paths(own), all);
  for (const [name, codes] of Object.entries(USES)) {
    for (const code of codes) {
      for (const origin of ["author", "library"] as const) {
        const found = paths([section(code, origin)]);
        assertEquals(found.includes(`warning server.permissions.${name}`), false, code);
      }
    }
  }
  assertEquals(checkUndoneUses({ net: ["a.example"], run: [] }, []), []);
});

Deno.test("what undoes the sandbox is an error until it is named, then a warning; so is a wrong name", () => {
  const found = checkUndonePermissions({ run: ["git"], env: true }, ["env", "ffi"])
    .map(({ severity, path, reason }) => [severity, path.join("."), reason.split(":")[0]]);
  assertEquals(found, [
    ["error", "server.permissions.run", "run undoes the sandbox"],
    [
      "error",
      "server.permissions",
      '"ffi" is named by --undo-sandbox or undoSandbox, and the manifest does not ask for ffi; ' +
      "leave it out there",
    ],
    ["warning", "server.permissions.env", "env undoes the sandbox"],
  ]);
});
