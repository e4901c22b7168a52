import { assert, assertEquals, assertThrows } from "@std/assert";
import { parseManifest, readManifest } from "./manifest.ts";
import { ManifestError } from "./manifest_error.ts";

const GOOD = { id: "com.example.hello", version: "1.0.0" };

function refusal(manifest: unknown): string {
  return assertThrows(
    () => parseManifest("plugin.json", JSON.stringify(manifest, null, 2)),
    ManifestError,
  ).message;
}

function permissionRefusal(permissions: unknown): string {
  return refusal({ ...GOOD, server: { permissions } });
}

Deno.test("a manifest with every field of Mattermost's is read as it is, unknown ones included", () => {
  const manifest = {
    ...GOOD,
    name: "Hello",
    description: "Says hello",
    homepage_url: "https://example.com",
    support_url: "http://example.com/support",
    release_notes_url: "",
    icon_path: "assets/icon.svg",
    min_server_version: "9.5.0",
    server: {
      executable: "server/launch",
      executables: { "linux-amd64": "x" },
      runtime: "deno",
      permissions: {
        net: ["api.example.com", "10.0.0.1:80", "[::1]:8065"],
        read: ["assets/icon.svg", "i18n/"],
        env: ["HTTPS_PROXY"],
        database: true,
        memory: 128,
      },
      python: { venv_path: "venv" },
    },
    webapp: { bundle_path: "webapp/dist/main.js" },
    settings_schema: {
      header: "#",
      settings: [{
        key: "Color",
        type: "dropdown",
        options: [{ display_name: "Red", value: "red" }],
        default: "red",
        secret: false,
      }],
      sections: [{ key: "more", title: "More", settings: [{ key: "On", type: "bool" }] }],
    },
    props: { anything: [1, null] },
    new_in_a_later_server: true,
  };
  assertEquals(parseManifest("plugin.json", JSON.stringify(manifest)) as unknown, manifest);
});

Deno.test("an error names file, line, column, path, what was expected and what to do", () => {
  const text = "id: com.example.hello\nversion: 1.0.0\nserver:\n  permissions:\n    net:\n" +
    '      - a.example.com\n      - "*"\n';
  assertEquals(
    assertThrows(() => parseManifest("/p/plugin.yaml", text), ManifestError).message,
    '/p/plugin.yaml:7:9: server.permissions.net[1]: expected "host" or "host:port", such as ' +
      '"api.example.com:443"; all hosts at once would undo the sandbox, so name each one',
  );
});

Deno.test("an id must be one of Mattermost's", () => {
  for (const id of ["a", "x".repeat(191), "com example", "com/example", "", 7, undefined]) {
    assert(refusal({ ...GOOD, id }).includes(" id: expected an id such as"), `${id}`);
  }
  for (const id of ["abc", "x".repeat(190), "A-b_c.9"]) {
    assertEquals(parseManifest("plugin.json", JSON.stringify({ ...GOOD, id })).id, id);
  }
});

Deno.test("a version must be semver, and YAML's numbers get a hint", () => {
  for (const version of ["1.0", "v1.0.0", "01.0.0", "", undefined]) {
    assert(refusal({ ...GOOD, version }).includes('version: expected a version such as "1.2.3"'));
  }
  const error = assertThrows(
    () => parseManifest("plugin.yml", "id: abc\nversion: 1.0\n"),
    ManifestError,
  );
  assert(error.message.includes("put it in quotes"), error.message);
  for (const version of ["0.0.1", "1.2.3-rc.1+build.5"]) {
    assertEquals(parseManifest("p.json", JSON.stringify({ ...GOOD, version })).version, version);
  }
});

Deno.test("permissions that mean nothing are refused with the reason", () => {
  const cases: [unknown, RegExp][] = [
    [{ import: ["a.b"] }, /permissions\.import: this permission is never given: code comes with/],
    [{ all: true }, /permissions\.all: this permission is never given: it switches/],
    [{ run: ["git status"] }, /permissions\.run\[0\]: .*has arguments, which the plugin gives/],
    [{ run: "git" }, /permissions\.run: expected a list of strings, or true for all, found "git"/],
    [{ run: [true] }, /permissions\.run\[0\]: expected the name or the absolute path/],
    [{ run: ["/bin/../x"] }, /"\.\." are not allowed/],
    [{ ffi: ["lib.so"] }, /permissions\.ffi\[0\]: .*"lib\.so" is not absolute/],
    [{ sys: ["hostnam"] }, /permissions\.sys\[0\]: .*did you mean "hostname"/],
    [{ write: ["x"] }, /permissions\.write\[0\]: .*"x" is not absolute/],
    [{ write: ["/srv/a,b"] }, /with a comma/],
    [{ write: ["/srv/a\nb"] }, /expected the absolute path/],
    [true, /permissions: expected each permission by name; all at once/],
    ["*", /permissions: expected each permission by name/],
    [[], /permissions: expected an object with net, read, env, database, memory/],
    [{ net: false }, /permissions\.net: expected a list of strings, or true/],
    [{ net: "*" }, /permissions\.net: .*all hosts at once/],
    [{ net: ["*.example.com"] }, /is a pattern, so name each host/],
    [{ net: ["https://a.b"] }, /leave "https:\/\/" out/],
    [{ net: ["a.b,c.d"] }, /net\[0\]: .*a comma would name several/],
    [{ net: ["a.b:0"] }, /expected a port from 1 to 65535/],
    [{ net: ["unix:/run/x.sock"] }, /a path cannot be part of it/],
    [{ net: [""] }, /expected "host"/],
    [{ read: ["../x"] }, /read\[0\]: .*"\.\." are not allowed/],
    [{ read: ["/etc"] }, /is absolute/],
    [{ read: ["a,b"] }, /comma/],
    [{ read: ["server/x"] }, /the bundle's own/],
    [{ read: ["."] }, /not allowed/],
    [{ read: ["a\u001b[2K"] }, /there is a control character in "a\\u001b\[2K"/],
    [{ env: "*" }, /would show the server's passwords/],
    [{ env: ["*"] }, /would show the server's passwords/],
    [{ env: ["DENO_DIR"] }, /never passed on/],
    [{ env: ["LD_PRELOAD"] }, /never passed on/],
    [{ env: ["NODE_OPTIONS"] }, /never passed on/],
    [{ env: ["A B"] }, /expected the name of an environment variable/],
    [{ memory: 8 }, /from 32 to 65536, found 8/],
    [{ memory: "1G" }, /whole number of MiB/],
    [{ database: ["users"] }, /database: expected true or false, found \["users"\]/],
  ];
  for (const [permissions, reason] of cases) {
    const message = permissionRefusal(permissions);
    assert(reason.test(message), message);
  }
});

Deno.test("permissions that undo the sandbox can be asked for", () => {
  const permissions = {
    ...{ net: true, read: true, env: true, run: ["git", "/usr/bin/a b"] },
    ...{ ffi: true, sys: ["hostname"], write: ["/srv/export"] },
  };
  const manifest = { ...GOOD, server: { permissions } };
  assertEquals(parseManifest("plugin.json", JSON.stringify(manifest)) as unknown, manifest);
});

Deno.test("an unknown name in our part is refused with the nearest one", () => {
  assert(permissionRefusal({ nett: [] }).endsWith('unknown permission; did you mean "net"?'));
  assert(permissionRefusal({ memroy: 64 }).endsWith('did you mean "memory"?'));
  assert(
    permissionRefusal({ unheard: 1 }).endsWith(
      "expected one of net, read, env, database, memory, run, ffi, sys, write",
    ),
  );
  const server = refusal({ ...GOOD, server: { permisions: {} } });
  assert(server.endsWith('server.permisions: unknown name; did you mean "permissions"?'), server);
  assert(
    refusal({ ...GOOD, server: { runtime: "python" } }).endsWith('expected "deno", found "python"'),
  );
});

Deno.test("a settings schema that leaves the System Console blank is refused", () => {
  const schema = (settings: unknown) => refusal({ ...GOOD, settings_schema: { settings } });
  assert(schema({}).includes("settings_schema.settings: expected a list"));
  assert(schema([null]).includes("settings[0]: expected an object"));
  assert(schema([{ key: "a" }]).includes("settings[0].type: expected a text"));
  assert(schema([{ key: "a", type: "boolean" }]).includes('found "boolean"'));
  assert(schema([{ key: "a", type: "textt" }]).endsWith('did you mean "text"?'));
  const twice = [{ key: "a", type: "text" }, { key: "A", type: "text" }];
  assert(schema(twice).includes('settings[1].key: the setting "A" stands twice'));
  const options = [{ display_name: "x", value: "y" }];
  assert(schema([{ key: "a", type: "text", options }]).includes("only dropdown and radio"));
});

Deno.test("text that is no JSON or YAML is refused where it goes wrong", () => {
  const json = assertThrows(
    () => parseManifest("plugin.json", '{\n  "id": "abc",\n  oops\n}'),
    ManifestError,
  );
  assertEquals([json.line, json.message.includes("this is not JSON")], [3, true]);
  const twice = assertThrows(
    () => parseManifest("plugin.json", '{"id": "abc",\n "version": "1.0.0",\n "id": "abd"}'),
    ManifestError,
  );
  assertEquals([twice.line, twice.message.includes("a key stands twice")], [3, true]);
  const yaml = assertThrows(() => parseManifest("plugin.yml", "id: abc\n  x: ]"), ManifestError);
  assert(yaml.message.includes("this is not YAML"), yaml.message);
  const empty = assertThrows(() => parseManifest("plugin.yml", ""), ManifestError);
  assert(empty.message.includes("expected an object"), empty.message);
});

Deno.test("of several manifests in a folder the one counts that counts for Mattermost", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await readManifest(folder).then(() => assert(false), (error: Error) => {
      assert(error.message.includes("expected one of plugin.yml, plugin.yaml, plugin.json"));
    });
    const write = (name: string, text: string) => Deno.writeTextFile(`${folder}/${name}`, text);
    await write("plugin.json", '{"id": "from.json", "version": "1.0.0"}');
    assertEquals((await readManifest(folder)).id, "from.json");
    await write("plugin.yaml", "id: from.yaml\nversion: 1.0.0\n");
    assertEquals((await readManifest(folder)).id, "from.yaml");
    await write("plugin.yml", "id: from.yml\nversion: 1.0.0\n");
    assertEquals((await readManifest(folder)).id, "from.yml");
    assertEquals((await readManifest(`${folder}/plugin.json`)).id, "from.json");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
