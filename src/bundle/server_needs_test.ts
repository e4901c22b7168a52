import { assert, assertEquals } from "@std/assert";
import { checkServerVersion } from "./check_server_version.ts";
import { codeSections } from "./code_sections.ts";
import { compareReleases, serverNeeds } from "./server_needs.ts";

const CODE = `
// @mattermost-deno/plugin/src/store/kv_api.ts
api.getGroupByRemoteID({});

// npm:some-library@1.0.0/index.js
client.createGroup({});

// src/plugin.ts
var plugin = {
  async onActivate({ api }) {
    await api.getUser({ userId: "u" });
    await api.getPreferenceForUser?.({ userId: "u" });
    api
      .searchPropertyFields({});
    const getGroups = 1;
    other.toString();
  }
};
`;

Deno.test("the API methods that the author's files call are found, the newest first", () => {
  const needs = serverNeeds(codeSections(CODE), ["messageWillBePosted", "noSuchHook"]);
  assertEquals(needs, [
    { kind: "method", name: "searchPropertyFields", since: "11.0", file: "src/plugin.ts" },
    { kind: "method", name: "getPreferenceForUser", since: "9.5", file: "src/plugin.ts" },
    { kind: "method", name: "getUser", since: "5.2", file: "src/plugin.ts" },
    { kind: "hook", name: "messageWillBePosted", since: "5.2" },
  ]);
});

Deno.test("files of this package are told from an author's, also in its own checkout", () => {
  const origins = (isCheckout: boolean) =>
    codeSections("// src/a.ts\n// examples/b.ts\n// npm:c@1.0.0/c.js\n", isCheckout)
      .map(({ origin }) => origin);
  assertEquals(origins(false), ["author", "author", "library"]);
  assertEquals(origins(true), ["package", "author", "library"]);
  const [remote] = codeSections("// https://jsr.io/@mattermost-deno/plugin/0.1.0/src/a.ts\n");
  assertEquals(remote?.origin, "package");
});

Deno.test("releases are compared by number, not by letter", () => {
  assert(compareReleases("10.10", "9.9.0") > 0);
  assert(compareReleases("10.2", "10.10.0") < 0);
  assertEquals(compareReleases("9.5", "9.5.3"), 0);
});

Deno.test("methods and hooks that are newer than the oldest server are named, with the fix", () => {
  const needs = serverNeeds(codeSections(CODE), ["emailNotificationWillBeSent"]);
  const hook = needs.find(({ kind }) => kind === "hook");
  assert(hook !== undefined && compareReleases(hook.since, "9.0.0") > 0);
  const [methods, hooks, ...more] = checkServerVersion("9.0.0", needs);
  assertEquals(more, []);
  assertEquals(
    methods?.reason,
    'it is "9.0.0", but servers of that version lack what the plugin calls: searchPropertyFields ' +
      "(11.0, in src/plugin.ts), getPreferenceForUser (9.5, in src/plugin.ts); make it " +
      '"11.0.0", or catch the NotImplementedError of each call',
  );
  assert(hooks?.reason.includes(`emailNotificationWillBeSent (${hook.since})`), hooks?.reason);
  assertEquals(checkServerVersion("99.0.0", needs), []);
  assertEquals(checkServerVersion(undefined, []), []);
  const [hint] = checkServerVersion("", needs);
  assertEquals(hint?.severity, "hint");
});
