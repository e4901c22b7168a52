import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Database, definePlugin } from "../../mod.ts";
import { NotImplementedError, PermissionDeniedError } from "../../src/api/errors.ts";
import { startTestPlugin } from "../../src/testing/mod.ts";
import { plugin } from "../support/plugin_under_test.ts";
import { type FakeAnswer, fakeDatabase, settled } from "./fake_database.ts";

const numbers: FakeAnswer = { columns: [["n", "INT8"]], rows: [[1], [2], [3]] };

/** A plugin with a command that uses the database so. */
const notifying = (use: (database: Database) => Promise<unknown>) => ({
  hooks: {
    executeCommand: async (_args: unknown, { database }: { database: Database }) => {
      await use(database);
      return "done";
    },
  },
});

Deno.test("hooks have the database, and a plugin that is stopped leaves nothing open", async () => {
  const fake = fakeDatabase(() => numbers);
  const rows: unknown[] = [];
  const running = plugin(
    notifying(async (database) => {
      const open = database.query("SELECT");
      rows.push((await open.next()).value);
      void database.transaction(() => new Promise(() => {})).catch(() => {});
      await settled(fake);
    }),
    {},
    { database: fake.driver, protocol: "netrpc" },
  );
  await running.call("onActivate");
  const { response } = await running.call("executeCommand", { args: { command: "/x" } });
  assertEquals([response?.text, rows], ["done", [{ n: 1 }]]);
  assertEquals(fake.open().length, 4);
  await running.call("onDeactivate");
  assertEquals(fake.open(), []);
  assertEquals(fake.panics, []);
  fake.end();
});

Deno.test("a plugin whose manifest does not ask for the database hears what to add", async () => {
  for (
    const use of [
      (database: Database) => Array.fromAsync(database.query("SELECT 1")),
      (database: Database) => database.exec("UPDATE"),
      (database: Database) => database.transaction(() => Promise.resolve()),
    ]
  ) {
    const errors: unknown[] = [];
    const running = plugin(
      notifying((database) => use(database).catch((error) => errors.push(error))),
      {},
      { database: "undeclared", protocol: "netrpc" },
    );
    await running.call("executeCommand", {});
    const [error] = errors as PermissionDeniedError[];
    assert(error instanceof PermissionDeniedError);
    assertStringIncludes(error.message, '"database": true to "server": { "permissions"');
  }
});

Deno.test("over gRPC and in the test kit the database says that there is none, and why", async () => {
  const errors: unknown[] = [];
  const definition = notifying((database) =>
    database.exec("UPDATE").catch((error) => errors.push(error))
  );
  await plugin(definition).call("executeCommand", {});
  await inTestKit(definition);
  assert(errors.every((error) => error instanceof NotImplementedError));
  assertStringIncludes(String(errors[0]), "Mattermost's gRPC protocol for plugins has no calls");
  assertStringIncludes(String(errors[1]), "the test kit has no SQL");
  assertEquals(errors.length, 2);
});

async function inTestKit(options: Parameters<typeof definePlugin>[0]): Promise<void> {
  await using running = await startTestPlugin(definePlugin(options));
  await running.hooks.executeCommand({ args: { command: "/x" } });
}
