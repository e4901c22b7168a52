import type { CodeSection } from "./code_sections.ts";
import type { ManifestFinding } from "./manifest_check.ts";
import type { Manifest } from "./manifest_types.ts";
import type { PermissionScope } from "./permissions.ts";

const ROOT = ["server", "permissions"];

/**
 * Compares the permissions that a manifest asks for with what the plugin's code names. Code can put
 * names together, so that nothing here is more than a hint, but for what is asked by its full name
 * and would be refused.
 */
export function checkUsedPermissions(
  manifest: Pick<Manifest, "server" | "settings_schema" | "props">,
  sections: readonly CodeSection[],
): readonly ManifestFinding[] {
  const asked = manifest.server?.permissions ?? {};
  const { database = false } = asked;
  // What is asked for as a whole has no names to look for.
  const [net, read, env] = [names(asked.net), names(asked.read), names(asked.env)];
  // What the manifest's settings and props say, the code may use.
  const settings = JSON.stringify([manifest.settings_schema, manifest.props]);
  const texts = sections.filter(({ origin }) => origin !== "package").map(({ code }) => code);
  const named = (word: string) => [...texts, settings].some((text) => text.includes(word));
  return [
    ...net.flatMap((entry, index) =>
      named(hostOf(entry)) ? [] : [unused(
        ["net", index],
        `the plugin's code names no "${hostOf(entry)}"; take it out if nothing connects to it`,
      )]
    ),
    ...read.flatMap((entry, index) =>
      named(lastStep(entry)) ? [] : [unused(
        ["read", index],
        `the plugin's code names no "${lastStep(entry)}"; take it out if nothing reads it`,
      )]
    ),
    ...env.flatMap((entry, index) =>
      named(entry) ? [] : [unused(
        ["env", index],
        `the plugin's code names no "${entry}"; take it out if nothing reads it`,
      )]
    ),
    ...database && !texts.some((text) => /\bdatabase\b/.test(text))
      ? [unused(
        ["database"],
        "the plugin's code uses no database; take this out, since it opens the server's whole one",
      )]
      : [],
    ...missing({ net: asked.net ?? [], env: asked.env ?? [], database }, sections),
  ];
}

function missing(
  asked: { net: PermissionScope; env: PermissionScope; database: boolean },
  sections: readonly CodeSection[],
): ManifestFinding[] {
  const found = new Map<string, ManifestFinding>();
  const add = (name: string, thing: string, file: string, fix: string) =>
    void found.set(thing, {
      severity: "warning",
      path: [...ROOT, name],
      reason: `${file} uses ${thing}, which the sandbox would refuse; ${fix}`,
    });
  for (const { file, origin, code } of sections) {
    if (origin !== "author") continue;
    for (const [, url = ""] of code.matchAll(/\bfetch\(\s*["'`](https?:\/\/[^"'`$\s]+)/g)) {
      if (!URL.canParse(url)) continue;
      const { hostname, port, protocol } = new URL(url);
      const address = `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
      if (asked.net === true || asked.net.includes(hostname) || asked.net.includes(address)) {
        continue;
      }
      add("net", `"${hostname}"`, file, `add "${address}" to net`);
    }
    for (const [, name = ""] of code.matchAll(/\bDeno\.env\.get\(\s*["'`](\w+)["'`]\s*\)/g)) {
      if (asked.env !== true && !asked.env.includes(name)) {
        add("env", `the variable ${name}`, file, `add "${name}" to env`);
      }
    }
    if (!asked.database && /\bdatabase\.(?:query|exec|transaction)\b/.test(code)) {
      add("database", "the server's database", file, 'add "database": true');
    }
  }
  return [...found.values()];
}

function names(scope: PermissionScope = []): readonly string[] {
  return scope === true ? [] : scope;
}

function unused(path: readonly (string | number)[], reason: string): ManifestFinding {
  return { severity: "hint", path: [...ROOT, ...path], reason };
}

function hostOf(entry: string): string {
  return entry.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}

function lastStep(path: string): string {
  return path.replace(/\/$/, "").split("/").at(-1) ?? path;
}
