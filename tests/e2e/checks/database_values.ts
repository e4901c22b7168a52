/** Checks of a plugin that works on the server's database by SQL. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";

export const databaseValues: readonly Check[] = [
  {
    name: "a plugin works on the server's database: values, transactions, errors, many rows",
    only: "deno",
    async run({ admin }) {
      const response = await admin.fetch("/plugins/com.example.exerciser/database", {
        method: "POST",
      });
      const text = await response.text();
      assertEquals([response.status, response.ok ? "" : text], [200, ""]);
      const { users, ...rest } = JSON.parse(text) as { users: { username: string }[] };
      assertEquals(rest, {
        types: {
          rowsAffected: 1,
          row: {
            id: 1,
            name: "größe 🦊",
            large: `${2n ** 60n}n`,
            share: 1.25,
            yes: true,
            data: [0, 255, 7],
            doc: '{"a": [1]}',
            at: true,
            nothing: null,
          },
        },
        transactions: { kept: [1, 2], thrown: "changed my mind", after: [1, 2] },
        twice: "23505",
        rows: { sum: 12_502_500, left: 60, atOnce: true },
      });
      const known = await admin.call<{ username: string }[]>("GET", "/users?per_page=200");
      const names = known.map(({ username }) => username).sort();
      assertEquals(
        users.map(({ username }) => username).filter((name) => names.includes(name)),
        names,
      );
    },
  },
];
