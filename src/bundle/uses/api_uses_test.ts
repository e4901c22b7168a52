import { assertEquals } from "@std/assert";
import { findBundleUses } from "./bundle_uses.ts";

const PACKAGE = `// @mattermost-deno/plugin/src/define/define_plugin.ts
function definePlugin(plugin) { return createDefinition(plugin); }
function requireUser(handler) { return handler; }
`;

const LIBRARY = `// npm:some-library@1.0.0/index.js
var Client = class { getUser() {} };
function makeClient() { return new Client(); }
function make(options) { return options.client; }
function withApi(mattermost) { return mattermost.getTeam({}); }
function apiOf(context) { return context.api.getUser({}); }
var require_old = __commonJS({ "old.js"(exports) { exports.create = (o) => o.x.getBot(); } });
`;

/** A bundle of a plugin with these lines before its definition and in its `onActivate`. */
function bundle(inside: string, before = ""): string {
  return `${PACKAGE}${LIBRARY}
// src/plugin.ts
var import_old = __toESM(require_old());
${before}
var plugin_default = definePlugin({
  async onActivate(context) {
    const { api, kv } = context;
    ${inside}
  },
});
export { plugin_default as default };
`;
}

function methods(inside: string, before?: string): string {
  const { methods, computed } = findBundleUses(bundle(inside, before));
  return [...methods.map(({ name }) => name), ...computed.map(() => "computed")].join(" ");
}

Deno.test("a method of the API is found however it is reached", () => {
  const cases: [string, string, string?][] = [
    ["await api.getUser({});", "getUser"],
    ["await context.api.getUser({});", "getUser"],
    ["const { getUser, getPost: find } = context.api;", "getPost getUser"],
    ["const { api: { getUser } } = context;", "getUser"],
    ['await api["getUser"]({});', "getUser"],
    ["await api[`getUser`]({});", "getUser"],
    ["await api?.getUser?.({});", "getUser"],
    ["const method = api.getUser; method({});", "getUser"],
    ["const method = api.getUser.bind(api); method({});", "getUser"],
    ["const later = () => api.getUser; later()({});", "getUser"],
    ["let late; late = api; late.getUser({});", "getUser"],
    ["const { getUser, ...rest } = api; rest.getPost({});", "getPost getUser"],
    ["({ ...api, more: 1 }).getUser({});", "getUser"],
    ["new Proxy(api, {}).getUser({});", "getUser"],
    ["const state = {}; state.server = api; state.server.getUser({});", "getUser"],
    ["(await (async () => api)()).getUser({});", "getUser"],
    ["const which = late ? api : null; which?.getUser({});", "getUser"],
    ["for (const server of [api]) server.getUser({});", "getUser"],
    ["[api].forEach((server) => server.getUser({}));", "getUser"],
    ["const [server] = [api]; server.getUser({});", "getUser"],
    ["Object.freeze({ server: api }).server.getUser({});", "getUser"],
    ["withApi(api);", "getTeam"],
    ["find(api);", "getUser", "function find(server) { return server.getUser({}); }"],
    ["find(context);", "getUser", "const find = ({ api: server }) => server.getUser({});"],
    ["find({ server: api });", "getUser", "function find({ server }) { server.getUser({}); }"],
    ["find(context);", "getUser", "function find({ api } = {}) { return api.getUser({}); }"],
    [
      "new Board(api).load();",
      "getUser",
      "class Board { #server; constructor(s) { this.#server = s; } load() { this.#server.getUser({}); } }",
    ],
    [
      "new Small(api).load();",
      "getUser",
      `class Board { constructor(s) { this.server = s; } }
       class Small extends Board { constructor(s) { super(s); } load() { this.server.getUser({}); } }`,
    ],
    [
      "new Board(api).server.getUser({});",
      "getUser",
      "class Board { constructor(s) { this.s = s; } get server() { return this.s; } }",
    ],
    ["users.load(api);", "getUser", "const users = { load(server) { server.getUser({}); } };"],
    ['const names = ["getUser", "getPost"]; for (const n of names) api[n]();', "getPost getUser"],
    ['const name = "get" + "User"; api[name]();', "getUser"],
    ["later(() => api.getUser({}));", "getUser"],
    ["context.anything.getUser({});", "getUser"],
    ["", "getUser", "export function forOthers(server) { return server.getUser({}); }"],
  ];
  for (const [inside, expected, before] of cases) {
    assertEquals(methods(inside, before), expected, `${before ?? ""}\n${inside}`);
  }
});

Deno.test("a method of the same name of something else does not count", () => {
  const cases: [string, string?][] = [
    ["new Client().getUser();"],
    ["makeClient().getUser();"],
    ["make({ client: kv }).getUser();"],
    ["import_old.create({}).getUser();"],
    ["kv.getUser(); context.kv.getUser(); context.log.getUser();"],
    ["new Map().getUser(); JSON.parse(text).getUser(); globalThis.store.getUser();"],
    ["const response = await fetch(url); (await response.json()).getUser();"],
    ["(await api.call()).getUser();"],
    ["store.getUser();", "const store = { getUser() { return 1; } };"],
    ["list.getUser();", "class List { getUser() { return this.items; } } const list = new List();"],
    ["load(new Client());", "function load(client) { return client.getUser(); }"],
    ["[1, 2].map((each) => each.getUser());"],
    ["new GitHub().api.getUser();", "class GitHub { api = new Client(); }"],
    ["const user = { getUser: 1 }; user.getUser;"],
    ["api.getUser = 1; delete api.getPost;"],
    ["({ getUser: true });"],
    ["try { api; } catch (error) { error.getUser(); }"],
  ];
  for (const [inside, before] of cases) {
    assertEquals(methods(inside, before), "", `${before ?? ""}\n${inside}`);
  }
});

Deno.test("a method whose name is worked out while the plugin runs cannot be known", () => {
  assertEquals(methods("api[context.name]();"), "computed");
  assertEquals(methods("const { [context.name]: method } = api;"), "computed");
  assertEquals(methods("kv[context.name](); new Client()[context.name]();"), "");
});

Deno.test("code that goes round in circles comes to an end", () => {
  assertEquals(
    methods(
      "first(api);",
      "function first(a) { second(a); } function second(b) { first(b); b.getUser({}); }",
    ),
    "getUser",
  );
  const chain = Array.from({ length: 3000 }, (_, n) => `const v${n + 1} = v${n};`).join("\n");
  assertEquals(
    methods(`const v0 = api;\n${chain}\nv10.getUser({}); v3000.getPost({});`),
    "getPost getUser",
  );
});

Deno.test("a use is named by its place, in the bundle where there is no source map", () => {
  const code = bundle("await api.getUser({});");
  const line = code.split("\n").findLastIndex((it) => it.includes("api.getUser")) + 1;
  const places = (sourceMap?: string) =>
    findBundleUses(code, { sourceMap, file: "server/plugin.js" })
      .methods.map(({ place }) => place);
  assertEquals(places(), [{ file: "server/plugin.js", line, column: 15 }]);
  assertEquals(places("this is no source map"), places());
  assertEquals(places('{"version":3}'), places());
});

Deno.test("hooks and declarations are found where a definition is written out", () => {
  const found = (definition: string, before = "") => {
    const code = `${PACKAGE}// src/plugin.ts\n${before}\ndefinePlugin(${definition});\n`;
    const { hooks, features } = findBundleUses(code);
    return [hooks, features].map((uses) => uses.map(({ name }) => name).join(" "));
  };
  assertEquals(
    found("{ bot: {}, commands: {}, hooks: { serveHTTP() {}, messageHasBeenPosted: 1 } }"),
    ["messageHasBeenPosted serveHTTP", "bot commands"],
  );
  assertEquals(
    found("{ ...rest, hooks }", "const hooks = { serveHTTP() {} }, rest = { jobs: {} };"),
    [
      "serveHTTP",
      "jobs",
    ],
  );
  assertEquals(found("{ onActivate({ kv, mutex, publish }) {} }"), ["", "kv mutex publish"]);
  assertEquals(found("{ hooks: { serveHTTP: requireUser(() => {}) } }"), ["serveHTTP", ""]);
  assertEquals(found("{ constructor: {}, toString() {}, jobs: {} }"), ["", "jobs"]);
  assertEquals(found("make()", "function make() { return { hooks: { serveHTTP() {} } }; }"), [
    "serveHTTP",
    "",
  ]);
});

Deno.test("files of this package are told from an author's, also in its own checkout", () => {
  const uses = (heading: string) =>
    findBundleUses(
      `${heading}\nfunction definePlugin() {}\n// src/store/x.ts\n({ api }) => api.getUser({});\n`,
    )
      .methods.length;
  assertEquals(uses("// src/define/define_plugin.ts"), 0);
  assertEquals(uses("// @mattermost-deno/plugin/src/define/define_plugin.ts"), 1);
  assertEquals(
    uses("// https://jsr.io/@mattermost-deno/plugin/0.1.0/src/define/define_plugin.ts"),
    1,
  );
});
