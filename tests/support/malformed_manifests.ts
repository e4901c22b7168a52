/**
 * Kinds of manifests that are wrong, each made at random from a good one.
 *
 * @module
 */
import type { Random } from "./seed.ts";

/** The steps to a value. */
export type Path = readonly (string | number)[];

/** One kind of wrong manifest. */
export interface Kind {
  /** What is wrong. */
  readonly name: string;
  /** How much it matters. */
  readonly severity: "error" | "warning";
  /** What the sentence must say: what was expected, or what to do. */
  readonly says: RegExp;
  /** Whether the JSON Schema sees it, too. */
  readonly inSchema: boolean;
  /** Makes one, and says where it is wrong. */
  make(random: Random): { readonly value: unknown; readonly path: Path };
}

/** A manifest with something under every name. */
export function goodManifest(): Record<string, unknown> {
  return {
    id: "com.example.good",
    name: "Good",
    description: "Nothing is wrong with it.",
    homepage_url: "https://example.com",
    support_url: "https://example.com/support",
    release_notes_url: "https://example.com/releases",
    icon_path: "assets/icon.svg",
    version: "1.2.3",
    min_server_version: "9.9.0",
    server: {
      executable: "server/launch",
      executables: { "linux-amd64": "server/launch" },
      runtime: "deno",
      permissions: {
        net: ["api.example.com:443", "example.org"],
        read: ["assets/words.txt"],
        env: ["HTTPS_PROXY"],
        database: false,
        memory: 128,
        run: ["git", "/usr/bin/pdftotext"],
        ffi: ["/usr/lib/libexample.so"],
        sys: ["hostname"],
        write: ["/srv/export/"],
      },
    },
    webapp: { bundle_path: "webapp/dist/main.js" },
    settings_schema: {
      header: "Above",
      footer: "Below",
      settings: [
        { key: "Greeting", type: "text", display_name: "Greeting", default: "Hello" },
        {
          key: "Colour",
          type: "dropdown",
          options: [{ display_name: "Red", value: "red" }, { display_name: "Blue", value: "blue" }],
          default: "red",
        },
        { key: "Loud", type: "bool", default: false },
        { key: "Times", type: "number", default: 3 },
      ],
      sections: [{ key: "more", title: "More", settings: [{ key: "Token", type: "generated" }] }],
    },
    props: { anything: [1] },
  };
}

type Options = Partial<Pick<Kind, "severity" | "inSchema">>;

const at = (text: string): Path =>
  text.split(".").map((step) => /^\d+$/.test(step) ? Number(step) : step);

const name = (path: Path) => path.join(".");

function set(path: Path, value: unknown): unknown {
  const manifest = goodManifest();
  let place: Record<string | number, unknown> = manifest;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string, unknown>;
  const last = path.at(-1) ?? "";
  if (value === undefined) delete place[last];
  else place[last] = value;
  return manifest;
}

function kind(
  path: string,
  what: string,
  says: RegExp,
  make: (random: Random) => unknown,
  { severity = "error", inSchema = true }: Options = {},
): Kind {
  return {
    name: `${name(at(path))}: ${what}`,
    severity,
    says,
    inSchema,
    make: (random) => ({ path: at(path), value: set(at(path), make(random)) }),
  };
}

const number = (random: Random) => random.integer(1, 1e6);
const letters = (random: Random, length: number) =>
  Array.from({ length }, () => String.fromCharCode(97 + random.integer(0, 25))).join("");

/** A name with one slip of the finger. */
function slip(word: string, random: Random): string {
  const index = random.integer(1, word.length - 2);
  const kinds = [
    word.slice(0, index) + word.slice(index + 1),
    word.slice(0, index) + letters(random, 1) + word.slice(index),
    word.slice(0, index) + word[index + 1] + word[index] + word.slice(index + 2),
  ].filter((slipped) => slipped !== word);
  return kinds[random.integer(0, kinds.length - 1)] ?? `${word}x`;
}

/** A name that is spelled wrong. */
function misspelled(path: string, severity: "error" | "warning"): Kind {
  const whole = at(path);
  const last = String(whole.at(-1));
  return {
    name: `${path} is misspelled`,
    severity,
    says: new RegExp(`did you mean "${last}"\\?`),
    inSchema: severity === "error" && path.includes("permissions."),
    make(random) {
      const wrong = [...whole.slice(0, -1), slip(last, random)];
      const manifest = set(whole, undefined);
      let good: unknown = goodManifest();
      for (const step of whole) good = (good as Record<string | number, unknown>)[step];
      let place = manifest as Record<string | number, unknown>;
      for (const step of whole.slice(0, -1)) place = place[step] as Record<string, unknown>;
      place[wrong.at(-1) ?? ""] = good;
      return { value: manifest, path: wrong };
    },
  };
}

const TEXTS = [
  "name",
  "description",
  "icon_path",
  "server.executable",
  "server.executables.linux-amd64",
  "webapp.bundle_path",
  "settings_schema.header",
  "settings_schema.footer",
  "settings_schema.settings.0.display_name",
  "settings_schema.settings.0.help_text",
  "settings_schema.settings.0.placeholder",
  "settings_schema.settings.0.hosting",
  "settings_schema.settings.1.options.0.display_name",
  "settings_schema.settings.1.options.0.value",
  "settings_schema.sections.0.title",
  "settings_schema.sections.0.subtitle",
];
const OBJECTS = [
  "server",
  "server.executables",
  "webapp",
  "settings_schema",
  "props",
  "settings_schema.settings.0",
  "settings_schema.settings.1.options.0",
  "settings_schema.sections.0",
];
const LISTS = [
  "settings_schema.settings",
  "settings_schema.sections",
  "settings_schema.settings.1.options",
  "settings_schema.sections.0.settings",
];
const BOOLEANS = [
  "settings_schema.settings.0.secret",
  "settings_schema.sections.0.custom",
  "settings_schema.sections.0.fallback",
];
const NAMES = [
  "description",
  "homepage_url",
  "release_notes_url",
  "icon_path",
  "min_server_version",
  "settings_schema",
  "server.executable",
  "webapp.bundle_path",
  "settings_schema.header",
  "settings_schema.settings.0.display_name",
  "settings_schema.settings.0.default",
  "settings_schema.sections.0.title",
];
const outside = { inSchema: false };
const warning: Options = { severity: "warning", inSchema: false };

/** All kinds. */
export const malformedKinds: readonly Kind[] = [
  ...TEXTS.map((path) =>
    kind(path, "a number", /^expected a string, found \d+; put it in/, number)
  ),
  ...OBJECTS.map((path) =>
    kind(path, "a text", /^expected an object, found "/, (r) => letters(r, 5))
  ),
  ...OBJECTS.slice(0, 4).map((path) =>
    kind(path, "a list", /^expected an object, found \[/, () => [1])
  ),
  ...LISTS.map((path) =>
    kind(path, "an object", /^expected a list, found .*brackets/, () => ({ a: 1 }))
  ),
  ...BOOLEANS.map((path) =>
    kind(path, "a text", /^expected true or false, .*leave the quotes out/, () => "true")
  ),
  ...NAMES.map((path) => misspelled(path, "warning")),
  ...["server.permissions", "server.permissions.database", "server.permissions.memory"]
    .map((path) => misspelled(path, "error")),
  kind("id", "missing", /^expected an id such as .*found nothing/, () => undefined),
  kind("id", "too short", /of 3 to 190 characters/, (r) => letters(r, r.integer(0, 2))),
  kind("id", "too long", /of 3 to 190 characters/, (r) => letters(r, r.integer(191, 300))),
  kind("id", "a space", /of letters, digits/, (r) => `${letters(r, 4)} ${letters(r, 4)}`),
  kind("id", "a slash", /of letters, digits/, (r) => `${letters(r, 4)}/${letters(r, 4)}`),
  kind("id", "a number", /^expected an id such as/, number),
  kind("version", "missing", /^expected a version such as "1.2.3", found nothing/, () => undefined),
  kind("version", "two numbers", /write all three/, (r) => `${r.integer(0, 9)}.${r.integer(0, 9)}`),
  kind("version", "a v", /leave the "v" out/, (r) => `v${r.integer(0, 9)}.0.0`),
  kind("version", "a number", /put it in quotes/, (r) => r.integer(1, 9) + 0.5),
  kind("version", "a leading zero", /^expected a version/, (r) => `0${r.integer(1, 9)}.0.0`),
  kind("version", "words", /^expected a version/, (r) => letters(r, 6)),
  kind("min_server_version", "two numbers", /write all three/, (r) => `${r.integer(5, 11)}.0`),
  kind("min_server_version", "a range", /^expected a version/, (r) => `>=${r.integer(5, 11)}.0.0`),
  kind("homepage_url", "no scheme", /begins with http/, (r) => `${letters(r, 6)}.com`),
  kind("support_url", "a mail address", /begins with http/, (r) => `mailto:${letters(r, 6)}@a.b`),
  kind("release_notes_url", "ftp", /begins with http/, (r) => `ftp://${letters(r, 6)}.com`),
  kind("homepage_url", "no host", /begins with http/, () => "https:///x"),
  kind("server.runtime", "another", /^expected "deno", found/, (r) => letters(r, 5)),
  kind(
    "server.permissions",
    "all",
    /by name; all at once/,
    (r) => r.pick<unknown>([true, "*", "all"]),
  ),
  kind("server.permissions", "a list", /^expected an object with net/, () => ["net"]),
  ...["import", "all"].map((permission) =>
    kind(`server.permissions.${permission}`, "asked for", /is never given: /, () => true)
  ),
  ...["run", "ffi", "sys", "write", "net", "read", "env"].map((permission) =>
    kind(
      `server.permissions.${permission}`,
      "no list",
      /^expected a list of strings, or true/,
      (r) => r.pick<unknown>([false, 1, letters(r, 5), {}]),
    )
  ),
  kind("server.permissions.run.0", "a pattern", /for any program write true/, () => "*"),
  kind("server.permissions.run.0", "arguments", /has arguments/, (r) => `git ${letters(r, 4)}`),
  kind("server.permissions.run.0", "below", /the name or the absolute path/, () => "bin/git"),
  kind("server.permissions.run.0", "two programs", /the name or the absolute/, () => "git,sh"),
  kind("server.permissions.ffi.0", "relative", /is not absolute/, (r) => `${letters(r, 4)}.so`),
  kind("server.permissions.sys.0", "misspelled", /did you mean "hostname"/, () => "hostnam"),
  kind("server.permissions.sys.0", "unknown", /^expected one of hostname/, () => "everything"),
  kind("server.permissions.write.0", "relative", /is not absolute/, (r) => letters(r, 4)),
  kind("server.permissions.write.0", "a comma", /with a comma/, () => "/srv/a,/srv/b"),
  kind("server.permissions.write.0", "everything", /write true/, () => "/"),
  kind("server.permissions.write.0", "above", /are not allowed/, () => "/srv/../etc", outside),
  kind("server.permissions.net", "all hosts", /name each one/, () => "*"),
  kind(
    "server.permissions.net.0",
    "a URL",
    /leave "https:\/\/" out/,
    (r) => `https://${letters(r, 4)}.com`,
  ),
  kind("server.permissions.net.0", "a pattern", /name each host/, (r) => `*.${letters(r, 4)}.com`),
  kind("server.permissions.net.0", "two hosts", /write one an entry/, () => "a.com,b.com"),
  kind(
    "server.permissions.net.0",
    "a path",
    /a path cannot be part/,
    (r) => `a.com/${letters(r, 3)}`,
  ),
  kind(
    "server.permissions.net.0",
    "a high port",
    /from 1 to 65535/,
    (r) => `a.com:${r.integer(65536, 99999)}`,
    outside,
  ),
  kind("server.permissions.net.1", "a number", /^expected "host"/, number),
  kind("server.permissions.read", "all files", /name each one/, () => "*"),
  kind("server.permissions.read.0", "absolute", /is absolute/, (r) => `/etc/${letters(r, 4)}`),
  kind(
    "server.permissions.read.0",
    "above",
    /are not allowed/,
    (r) => `../${letters(r, 4)}`,
    outside,
  ),
  kind("server.permissions.read.0", "a comma", /with a comma/, () => "a,b.txt"),
  kind("server.permissions.read.0", "a backslash", /write "\/" between/, () => "assets\\a.txt"),
  kind(
    "server.permissions.read.0",
    "the bundle's own",
    /is the bundle's own/,
    () => "server/plugin.js",
  ),
  kind("server.permissions.env", "all", /name each one/, () => "*"),
  kind(
    "server.permissions.env.0",
    "dangerous",
    /never passed on/,
    (r) => r.pick(["DENO_DIR", "LD_PRELOAD", "NODE_OPTIONS"]),
    outside,
  ),
  kind(
    "server.permissions.env.0",
    "there anyway",
    /cannot be asked for/,
    (r) => r.pick(["PATH", "TZ", "LANG"]),
    outside,
  ),
  kind(
    "server.permissions.env.0",
    "no name",
    /the name of an environment/,
    (r) => `${letters(r, 3)}=1`,
  ),
  kind("server.permissions.database", "a list", /^expected true or false/, () => ["users"]),
  kind("server.permissions.memory", "too little", /from 32 to 65536/, (r) => r.integer(0, 31)),
  kind("server.permissions.memory", "too much", /from 32 to 65536/, (r) => r.integer(65537, 1e6)),
  kind("server.permissions.memory", "a text", /whole number of MiB/, (r) => `${r.integer(1, 9)}G`),
  kind(
    "server.permissions.memory",
    "a fraction",
    /whole number of MiB/,
    (r) => r.integer(40, 99) + 0.5,
  ),
  kind("settings_schema.settings.0", "nothing", /^expected an object/, () => null),
  kind("settings_schema.settings.0.key", "missing", /a text that is not empty/, () => undefined),
  kind("settings_schema.settings.0.key", "empty", /a text that is not empty/, () => ""),
  kind("settings_schema.settings.0.type", "missing", /a text that is not empty/, () => undefined),
  kind("settings_schema.settings.0.type", "unknown", /did you mean "text"/, (r) => slip("text", r)),
  kind(
    "settings_schema.settings.2.type",
    "of another language",
    /did you mean "bool"/,
    () => "boolean",
  ),
  kind(
    "settings_schema.settings.3.key",
    "twice",
    /stands twice; rename/,
    (r) => r.pick(["Greeting", "greeting", "LOUD"]),
    outside,
  ),
  kind(
    "settings_schema.sections.0.settings.0.key",
    "twice",
    /stands twice/,
    () => "Colour",
    outside,
  ),
  kind("settings_schema.sections.0.key", "empty", /a text that is not empty/, () => ""),
  kind(
    "settings_schema.settings.0.options",
    "on a text",
    /only dropdown and radio/,
    () => [{ display_name: "a", value: "b" }],
    outside,
  ),
  kind("settings_schema.settings.1.options", "empty", /at least one option/, () => [], warning),
  kind(
    "settings_schema.settings.1.options.0.value",
    "missing",
    /^expected a string, found nothing/,
    () => undefined,
  ),
  kind(
    "settings_schema.settings.1.default",
    "no option",
    /one of the options/,
    (r) => letters(r, 9),
    warning,
  ),
  kind(
    "settings_schema.settings.2.default",
    "a text",
    /^expected true or false/,
    () => "yes",
    warning,
  ),
  kind(
    "settings_schema.settings.3.default",
    "a text",
    /^expected a number/,
    () => "three",
    warning,
  ),
  kind("settings_schema.settings.0.default", "a number", /^expected a text/, number, warning),
  kind(
    "settings_schema.settings.2.placeholder",
    "on a bool",
    /shows no placeholder/,
    (r) => letters(r, 5),
    warning,
  ),
  kind(
    "settings_schema.settings.0.regenerate_help_text",
    "on a text",
    /only settings of type/,
    (r) => letters(r, 5),
    warning,
  ),
];
