import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { pluginOn } from "../../tests/support/plugin_on_server.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { noon, type Setup, setUp } from "../embedded/setup_test.ts";
import type { MigrationContext } from "../plugin/context/migration_context.ts";
import { movableClock, turn } from "../testing/test_clock.ts";
import type { Migrations } from "./migrations.ts";

/** Starts a plugin with these migrations; gives what it fails with, and its log. */
async function start(s: Setup, migrations: Migrations, started: () => void = () => {}) {
  const running = pluginOn(s.mattermost, { migrations, onActivate: started });
  const error = await running.activate();
  return { error: error?.message, lines: running.lines, running };
}

/** Migrations that note that they ran. */
function noting(ran: string[], ...names: string[]): Migrations {
  return Object.fromEntries(names.map((name) => [name, () => void ran.push(name)]));
}

async function history(s: Setup): Promise<unknown> {
  const value = await pluginOn(s.mattermost, {}).api.kvGet({ key: "_plugin/migrations/history" });
  return value && JSON.parse(new TextDecoder().decode(value));
}

Deno.test("migrations run in their order, before onActivate, and once", async () => {
  await using s = setUp();
  const ran: string[] = [];
  const first = await start(s, noting(ran, "b", "a"), () => ran.push("onActivate"));
  assertEquals(first.error, undefined);
  assertEquals(ran, ["b", "a", "onActivate"]);
  assertEquals(first.lines.map(({ message, fields }) => [message, fields["migration"]]), [
    ["migrated", "b"],
    ["migrated", "a"],
  ]);
  await start(s, noting(ran, "b", "a", "c"));
  await start(s, noting(ran, "b", "a", "c"));
  assertEquals(ran.slice(3), ["c"]);
  assertEquals(
    (await history(s) as { done: { name: string }[] }).done.map(({ name }) => name),
    ["b", "a", "c"],
  );
});

Deno.test("a migration has the plugin's keys and values, its API and its bot", async () => {
  await using s = setUp();
  const running = pluginOn(s.mattermost, {
    bot: { username: "todo" },
    migrations: {
      "2026-01-rename": async ({ kv, api, bot, resumedFrom, log }) => {
        await kv.set("who", (await api.getUser({ userId: bot.userId })).username);
        log.info("renamed", { first: resumedFrom === undefined });
      },
    },
  });
  assertEquals(await running.activate(), undefined);
  const value = await running.api.kvGet({ key: "who" });
  assertEquals(new TextDecoder().decode(value ?? new Uint8Array()), '"todo"');
  assertEquals(running.lines[0]?.fields, {
    hook: "onActivate",
    migration: "2026-01-rename",
    first: true,
  });
});

Deno.test("nodes that start at the same time run each migration once", async () => {
  await using s = setUp();
  const ran: string[] = [];
  const slow: Migrations = {
    a: async ({ api }) => {
      ran.push("a begins");
      for (let i = 0; i < 20; i++) await api.getServerVersion();
      ran.push("a ends");
    },
    b: () => void ran.push("b"),
  };
  const { clock, control, dispose } = movableClock(noon, turn);
  const nodes = [1, 2, 3].map(() => pluginOn(s.mattermost, { migrations: slow }, {}, { clock }));
  let ended = 0;
  const starts = nodes.map((node) => node.activate().finally(() => ended++));
  while (ended < nodes.length) await control.advance(1000);
  dispose();
  assertEquals(await Promise.all(starts), [undefined, undefined, undefined]);
  assertEquals(ran, ["a begins", "a ends", "b"]);
});

Deno.test("one that fails keeps the plugin from starting, and those behind it from running", async () => {
  await using s = setUp();
  const ran: string[] = [];
  const { error } = await start(s, {
    ...noting(ran, "a"),
    b: () => {
      throw new Error("there is no such channel");
    },
    ...noting(ran, "c"),
  }, () => ran.push("onActivate"));
  assertEquals(
    error,
    'the migration "b" failed: there is no such channel. The plugin does not start without it; it is ' +
      "tried again when the plugin is enabled the next time",
  );
  assertEquals(ran, ["a"]);
  assertEquals((await start(s, noting(ran, "a", "b", "c"))).error, undefined);
  assertEquals(ran, ["a", "b", "c"]);
});

Deno.test("an interrupted migration goes on from its last checkpoint", async () => {
  await using s = setUp();
  const items = ["one", "two", "three", "four"];
  const done: string[] = [];
  const resumed: unknown[] = [];
  const migrations: Migrations = {
    a: async ({ resumedFrom, checkpoint }: MigrationContext) => {
      resumed.push(resumedFrom);
      for (let i = Number(resumedFrom ?? 0); i < items.length; i++) {
        if (i === 2 && resumed.length === 1) throw new Error("the power is gone");
        done.push(items[i] ?? "");
        await checkpoint(i + 1);
      }
    },
  };
  assertStringIncludes((await start(s, migrations)).error ?? "", "the power is gone");
  assertEquals(await history(s), { done: [], begun: { name: "a", checkpoint: 2 } });
  assertEquals((await start(s, migrations)).error, undefined);
  assertEquals(done, items);
  assertEquals(resumed, [undefined, 2]);
  assertEquals(Object.keys(await history(s) as object), ["done"]);
});

Deno.test("a new migration before one that has run is refused, with the two names", async () => {
  await using s = setUp();
  const ran: string[] = [];
  await start(s, noting(ran, "a", "c"));
  const { error } = await start(s, noting(ran, "a", "b", "c"));
  assertEquals(
    error,
    'the migration "b" is declared before "c", which has run here already: declare it behind all ' +
      "that were ever released",
  );
  assertEquals(ran, ["a", "c"]);
});

Deno.test("one that ran and is declared no more is ignored, with a debug line", async () => {
  await using s = setUp();
  const ran: string[] = [];
  await start(s, noting(ran, "a", "b"));
  const { error, lines } = await start(s, noting(ran, "b", "c"));
  assertEquals(error, undefined);
  assertEquals(ran, ["a", "b", "c"]);
  assertEquals(lines[0], {
    level: "debug",
    message: "migrations that have run here are not declared any more",
    fields: { hook: "onActivate", migrations: "a" },
  });
});

Deno.test("a migration whose lock is lost is not noted as done", async () => {
  await using s = setUp();
  const { clock, control, dispose } = movableClock(noon, turn);
  const running = pluginOn(
    s.mattermost,
    {
      migrations: {
        a: async ({ api, signal }) => {
          // Another node has taken the lock, as after a long time without a connection.
          await api.kvSet({ key: "mutex__plugin_migrations", value: new Uint8Array([9]) });
          while (!signal.aborted) await control.advance(1000);
        },
      },
    },
    {},
    { clock },
  );
  const error = await running.activate();
  dispose();
  assertStringIncludes(
    error?.message ?? "",
    'the migration "a" failed: the lock "mutex__plugin_migrations" was lost',
  );
  assertEquals(await history(s), { done: [], begun: { name: "a" } });
});

Deno.test("a declaration of migrations is checked", () => {
  const text = (migrations: unknown) =>
    assertThrows(() => definePlugin({ migrations } as never), TypeError).message;
  assertEquals(
    text([() => {}]),
    "definePlugin(): migrations: expected functions by name, got an array of 1",
  );
  assertEquals(
    text({ a: "x" }),
    'definePlugin(): migrations: a: expected a function, got "x"',
  );
  assertEquals(
    text({ 1: () => {} }),
    'definePlugin(): migrations: "1" cannot keep its place among other names; say more, such as ' +
      '"001-rename"',
  );
  assertEquals(
    text({ "": () => {} }),
    'definePlugin(): migrations: expected a name of 1 to 100 characters, got ""',
  );
});
