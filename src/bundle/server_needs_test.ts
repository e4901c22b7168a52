import { assert, assertEquals } from "@std/assert";
import { type ComparedFinding, isInCode } from "./check_findings.ts";
import { checkServerVersion } from "./check_server_version.ts";
import { compareReleases, serverNeeds } from "./server_needs.ts";
import { findBundleUses } from "./uses/bundle_uses.ts";

const CODE = `// @mattermost-deno/plugin/src/define/define_plugin.ts
function definePlugin(plugin) { return plugin; }

// src/plugin.ts
var plugin = definePlugin({
  bot: { username: "robot" },
  async onActivate({ api }) {
    await api.getUser({ userId: "u" });
    await api.getPreferenceForUser?.({ userId: "u" });
    api
      .searchPropertyFields({});
    const getGroups = 1;
    await api[named]();
  },
  hooks: { emailNotificationWillBeSent: () => {} },
});
`;

function said(found: readonly ComparedFinding[]): string[] {
  return found.map((finding) => {
    const where = isInCode(finding)
      ? `${finding.place.file}:${finding.place.line}:${finding.place.column}`
      : finding.path.join(".");
    return `${where} ${finding.severity}: ${finding.reason}`;
  });
}

Deno.test("what a plugin needs of a server is found, the newest first, with what calls it", () => {
  const needs = serverNeeds(findBundleUses(CODE), ["messageWillBePosted", "noSuchHook"]);
  assertEquals(
    needs.map(({ name, since, caller, place }) =>
      `${name} ${since} ${caller ?? ""} ${place?.line ?? ""}`
    ),
    [
      "searchPropertyFields 11.0  11",
      "getPreferenceForUser 9.5  9",
      "ensureBotUser 7.1 bot 6",
      "kvSetWithOptions 5.20 bot 6",
      "getBot 5.10 bot 6",
      "patchBot 5.10 bot 6",
      "setProfileImage 5.6 bot 6",
      "getUser 5.2  8",
      "kvGet 5.2 bot 6",
      "kvSet 5.2 bot 6",
      "messageWillBePosted 5.2  ",
    ],
  );
});

Deno.test("releases are compared by number, not by letter", () => {
  assert(compareReleases("10.10", "9.9.0") > 0);
  assert(compareReleases("10.2", "10.10.0") < 0);
  assertEquals(compareReleases("9.5", "9.5.3"), 0);
});

Deno.test("what is newer than the oldest server is named at its line, with what to do", () => {
  const uses = findBundleUses(CODE);
  const needs = serverNeeds(uses);
  const file = "plugin.js";
  const computed = `${file}:13:15 hint: methods of the API are used by computed name here: which ` +
    "servers have them cannot be known; write their names, or see to it that min_server_version " +
    "fits all of them";
  const since = needs.find(({ kind }) => kind === "hook")?.since;
  assertEquals(said(checkServerVersion("7.0.0", needs, uses.computed)), [
    `${file}:15:12 warning: the hook emailNotificationWillBeSent needs Mattermost ${since}, ` +
    "min_server_version says 7.0.0: older servers never call it. Make min_server_version " +
    `"${since}.0" if the plugin is of no use without it`,
    `${file}:11:8 warning: searchPropertyFields needs Mattermost 11.0, min_server_version says ` +
    '7.0.0: make that "11.0.0", or catch the NotImplementedError that older servers lead to',
    `${file}:9:15 warning: getPreferenceForUser needs Mattermost 9.5, min_server_version says ` +
    '7.0.0: make that "9.5.0", or catch the NotImplementedError that older servers lead to',
    `${file}:6:3 warning: bot calls ensureBotUser and so needs Mattermost 7.1, ` +
    'min_server_version says 7.0.0: make that "7.1.0"',
    computed,
  ]);
  assertEquals(said(checkServerVersion("99.0.0", needs, uses.computed)), [computed]);
  assertEquals(checkServerVersion(undefined, []), []);
  assertEquals(said(checkServerVersion("", needs)), [
    "min_server_version hint: nothing is said of the oldest server; the plugin uses " +
    `emailNotificationWillBeSent (11.0, ${file}:15:12), so at least "11.0.0" would be right`,
  ]);
  const unplaced = serverNeeds({ methods: [], features: [], hooks: [] }, [
    "emailNotificationWillBeSent",
  ]);
  assertEquals(said(checkServerVersion("7.0.0", unplaced)).length, 1);
  assert(said(checkServerVersion("7.0.0", unplaced))[0]?.startsWith("min_server_version warning"));
});
