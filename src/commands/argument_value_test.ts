import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ChannelType } from "../contract/mod.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { arg } from "./arg.ts";
import type { ArgumentDeclarations } from "./argument.ts";
import { subcommand } from "./subcommand.ts";

/** A plugin whose commands answer with their arguments. */
function echo(commands: Readonly<Record<string, ArgumentDeclarations>>): Promise<TestKit> {
  const declared = Object.entries(commands).map(([name, args]) => [
    name,
    subcommand({ description: "Says it", args, run: (values) => JSON.stringify(values) }),
  ]);
  return testPlugin(definePlugin({ commands: Object.fromEntries(declared) }));
}

/** The values, or the first line of the answer that refuses. */
async function values(t: TestKit, line: string, as: "ada" | "mallory" = "ada"): Promise<unknown> {
  const { text } = await t.command(line, { as });
  return text.startsWith("{") ? JSON.parse(text) : text.split("\n")[0];
}

Deno.test("numbers are read as people write them, within their limits", async () => {
  await using t = await echo({
    n: { n: arg.number() },
    dice: { sides: arg.number({ integer: true, min: 2, max: 100, default: 6 }) },
  });
  const read: [string, number][] = [
    ["5", 5],
    ["-0.5", -0.5],
    ["+3", 3],
    [".5", 0.5],
    ["1e3", 1000],
    ["−4", -4],
  ];
  for (const [text, n] of read) assertEquals(await values(t, `/n ${text}`), { n }, text);
  for (const text of ["five", "0x10", "1,5", "Infinity", "1e999", "NaN", "--5"]) {
    assertEquals(await values(t, `/n ${text}`), `\`n\` must be a number; \`${text}\` is none.`);
  }
  assertEquals(await values(t, "/dice"), { sides: 6 });
  assertEquals(await values(t, "/dice 2.5"), "`sides` must be a whole number; `2.5` is none.");
  assertEquals(
    await values(t, "/dice 1"),
    "`sides` must be a whole number of at least 2 and at most 100; `1` was typed.",
  );
});

Deno.test("texts have limits, and an emoji is one character", async () => {
  await using t = await echo({
    say: { text: arg.rest({ maxLength: 3 }) },
    issue: { key: arg.text({ pattern: /^[A-Z]+-\d+$/ }) },
    later: { time: arg.text({ pattern: /^\d+[mh]$/, hint: "[10m]" }) },
  });
  assertEquals(await values(t, "/say 🎉🎉🎉"), { text: "🎉🎉🎉" });
  assertEquals(await values(t, "/say four"), "`text` has 4 characters; 3 are allowed.");
  assertEquals(await values(t, "/issue MM-1"), { key: "MM-1" });
  assertEquals(
    await values(t, "/issue mm1"),
    "`key` must have the form `^[A-Z]+-\\d+$`; `mm1` was typed.",
  );
  assertEquals(
    await values(t, "/later 10"),
    "`time` must have the form `[10m]`; `10` was typed.",
  );
});

Deno.test("spans of time are read as people write them, within their limits", async () => {
  await using t = await echo({
    nap: { time: arg.duration() },
    remind: { time: arg.duration({ min: "1m", max: 36 * 3_600_000, default: 600_000 }) },
  });
  const read: [string, number][] = [
    ["10m", 600_000],
    ["1h30m", 5_400_000],
    ['"1h 30m"', 5_400_000],
    ["2D", 172_800_000],
    ["1.5h", 5_400_000],
    ["0s", 0],
  ];
  for (const [text, time] of read) assertEquals(await values(t, `/nap ${text}`), { time }, text);
  for (const text of ["10", "soon", "m", "10parsecs", "-5m"]) {
    assertEquals(
      await values(t, `/nap ${text}`),
      `\`time\` must be a span of time such as \`90m\`, \`1h30m\` or \`2d\`; \`${text}\` is none.`,
    );
  }
  assertEquals(await values(t, "/nap 999999w"), "`time` must be at most `36500d`.");
  assertEquals(await values(t, "/remind"), { time: 600_000 });
  assertEquals(await values(t, "/remind 59s"), "`time` must be at least `1m`.");
  assertEquals(await values(t, "/remind 3d"), "`time` must be at most `1d12h`.");
  const help = (await t.command("/remind --help")).text;
  assertStringIncludes(help, "`[time]`: default `10m`");
  const wrong = assertThrows(() => arg.duration({ min: "soon" }), TypeError);
  assertStringIncludes(
    wrong.message,
    "arg.duration(): min: expected milliseconds or a text such as",
  );
  const swapped = assertThrows(() => arg.duration({ min: "2h", max: "1h" }), TypeError);
  assertStringIncludes(swapped.message, "min must not be above max");
});

Deno.test("flags and yes or no", async () => {
  await using t = await echo({
    f: {
      loud: arg.boolean(),
      soft: arg.boolean({ default: true }),
      x: arg.boolean({ optional: true }),
    },
    set: { on: arg.boolean({ named: false }) },
  });
  assertEquals(await values(t, "/f"), { loud: false, soft: true });
  assertEquals(await values(t, "/f --loud --no-soft --x=off"), {
    loud: true,
    soft: false,
    x: false,
  });
  assertEquals(await values(t, "/set On"), { on: true });
  assertEquals(await values(t, "/set no"), { on: false });
  assertEquals(await values(t, "/set"), "`<on>` is missing.");
  assertEquals(await values(t, "/set maybe"), "`on` must be `yes` or `no`; `maybe` was typed.");
});

Deno.test("choices are taken in any case, and given as they are declared", async () => {
  await using t = await echo({
    p: {
      priority: arg.choice(["Low", { value: "High", description: "Now!" }], { default: "Low" }),
    },
  });
  assertEquals(await values(t, "/p hIGH"), { priority: "High" });
  assertEquals(await values(t, "/p"), { priority: "Low" });
  assertEquals(await values(t, "/p hihg"), "`priority` cannot be `hihg`; did you mean `High`?");
});

Deno.test("a choice of one word is that word in the usage", async () => {
  await using t = await echo({
    remind: {
      in: arg.choice(["in"]),
      time: arg.duration(),
      at: arg.choice(["x"], { named: true }),
    },
  });
  assertStringIncludes(
    (await t.command("/remind")).text,
    "Usage: `/remind in <time> --at <at>`",
  );
});

Deno.test("people are found by mention, name, id and link", async () => {
  await using t = await echo({
    who: { who: arg.user() },
    me: { who: arg.user({ default: (c) => c.userId }) },
  });
  const { ben, mallory } = t.users;
  const site = "http://localhost:8065";
  const written = [
    "@ben",
    "ben",
    "@Ben",
    "@ben,",
    "@ben!",
    ben.id,
    `<@${ben.id}>`,
    `<${ben.id}>`,
    `${site}/acme/messages/@ben`,
  ];
  for (const text of written) assertEquals(await values(t, `/who ${text}`), { who: ben.id }, text);
  // Not among the mentions that the server finds, since not in this team's channel; still a person.
  assertEquals(await values(t, "/who @mallory"), { who: mallory.id });
  assertEquals(await values(t, "/me"), { who: t.users.ada.id });
  for (
    const text of ["@nobody", "<@aaaaaaaaaaaaaaaaaaaaaaaaaa>", "@", "aaaaaaaaaaaaaaaaaaaaaaaaaa"]
  ) {
    assertEquals(
      await values(t, `/who ${text}`),
      `\`who\` must be a person, such as \`@ada\`; there is no \`${text}\`.`,
    );
  }
});

Deno.test("channels are found by mention, name, id and link, as far as the caller can read them", async () => {
  await using t = await echo({ where: { where: arg.channel() } });
  const { team, users, mattermost } = t;
  const open = mattermost.createChannel({ teamId: team.id, name: "open" }, users.ben);
  const hidden = mattermost.createChannel(
    { teamId: team.id, name: "hidden", type: ChannelType.PRIVATE },
    users.ben,
  );
  const site = "http://localhost:8065";
  const written = [
    "~open",
    "open",
    "~Open.",
    open.id,
    `<#${open.id}|open>`,
    `<!${open.id}>`,
    `${site}/${team.name}/channels/open`,
  ];
  for (const text of written) {
    assertEquals(await values(t, `/where ${text}`), { where: open.id }, text);
  }
  for (const text of ["~hidden", hidden.id, `<#${hidden.id}>`, "~nowhere"]) {
    assertEquals(
      await values(t, `/where ${text}`),
      `\`where\` must be a channel, such as \`~town-square\`; there is no \`${text}\` that you can read.`,
    );
  }
  const asBen = await t.command("/where ~hidden", { as: "ben" });
  assertStringIncludes(asBen.text, hidden.id);
});

Deno.test("what a name inherits from objects is no mention", async () => {
  await using t = await echo({ who: { who: arg.user() }, where: { where: arg.channel() } });
  assertStringIncludes(String(await values(t, "/who @constructor")), "there is no `@constructor`");
  assertStringIncludes(String(await values(t, "/where ~constructor")), "no `~constructor`");
});

Deno.test("what may be left out is undefined, and a default may be made", async () => {
  await using t = await testPlugin(definePlugin({
    commands: {
      opt: subcommand({
        description: "d",
        args: {
          a: arg.text({ optional: true }),
          here: arg.channel({ default: (c) => c.channelId }),
        },
        run: ({ a, here }, { channelId }) => `${a === undefined} ${here === channelId}`,
      }),
    },
  }));
  assertEquals((await t.command("/opt")).text, "true true");
});

Deno.test("a channel that the server found in the line is checked as any other", async () => {
  let allowed = true;
  const plugin = definePlugin({
    commands: {
      where: subcommand({
        description: "d",
        args: { where: arg.channel() },
        run: ({ where }) => where,
      }),
    },
  });
  // As for a guest, who sees the channels that they are in and no others.
  await using t = await testPlugin(plugin, {
    api: { hasPermissionToChannel: () => allowed, hasPermissionToTeam: () => allowed },
  });
  assertEquals((await t.command("/where ~talk")).text, t.channel.id);
  allowed = false;
  assertStringIncludes((await t.command("/where ~talk")).text, "there is no `~talk`");
});
