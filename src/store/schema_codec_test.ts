import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { fakeKV } from "../../tests/support/fake_kv.ts";
import { manualClock } from "../../tests/support/manual_clock.ts";
import type { StandardSchema } from "../plugin/context/store_codec.ts";
import type { TypedStore } from "../plugin/context/store.ts";
import { createStore } from "./create_store.ts";
import { StoreValueError } from "./store_errors.ts";
import { createUpdates } from "./updates.ts";

interface TodoInput {
  readonly text: string;
  readonly done?: boolean;
  readonly at?: Date | string;
}

interface Todo {
  readonly text: string;
  readonly done: boolean;
}

/** Fills in a default, and wants dates as dates, which JSON has not. */
const todo: StandardSchema<TodoInput, Todo> = {
  "~standard": {
    version: 1,
    vendor: "test",
    async validate(value) {
      await Promise.resolve();
      const { text, done = false, at } = value as Record<string, unknown>;
      if (typeof text !== "string") {
        return { issues: [{ message: "expected text", path: ["text"] }] };
      }
      if (typeof done !== "boolean") {
        return { issues: [{ message: "expected yes or no", path: [{ key: "done" }] }] };
      }
      if (at !== undefined && !(at instanceof Date)) {
        return { issues: [{ message: "expected a Date" }] };
      }
      return { value: { text, done } };
    },
  },
};

function setUp() {
  const clock = manualClock();
  const server = fakeKV(clock.now);
  const api = server.node();
  const parts = { api, updates: createUpdates(api, clock) };
  const kv = createStore(parts, { prefix: "", internal: false });
  const todos: TypedStore<Todo, TodoInput> = kv.typed(todo);
  return { server, kv, todos };
}

Deno.test("a schema gives what is read its type, with defaults filled in", async () => {
  const { todos, server } = setUp();
  await todos.set("k", { text: "milk" });
  assertEquals(server.text("k"), '{"text":"milk"}', "what was given is stored");
  assertEquals(await todos.get("k"), { text: "milk", done: false });
  assertEquals(await todos.getMany(["k"]), new Map([["k", { text: "milk", done: false }]]));
  assertEquals(await Array.fromAsync(todos.entries()), [["k", { text: "milk", done: false }]]);
});

Deno.test("what does not fit is refused before it is written, with the place and the reason", async () => {
  const { todos, server } = setUp();
  const error = await assertRejects(() => todos.set("k", { text: 7 } as never), TypeError);
  assertEquals(error.message, 'key "k": value: does not fit its schema: text: expected text');
  await assertRejects(() => todos.update("k", () => ({ done: 1 }) as never), TypeError);
  assertEquals(server.keys(), []);
});

Deno.test("what could not be read again is refused, though the validator likes it as it is", async () => {
  const { todos, server } = setUp();
  const error = await assertRejects(
    () => todos.set("k", { text: "a", at: new Date(0) }),
    TypeError,
  );
  assertStringIncludes(error.message, "expected a Date");
  assertEquals(server.keys(), []);
});

Deno.test("a stored value that does not fit is an error that names its key", async () => {
  const { todos, kv } = setUp();
  await kv.sub("t:").set("k", { text: "a", done: "yes" });
  const error = await assertRejects(() => todos.sub("t:").get("k"), StoreValueError);
  assertEquals(
    error.message,
    'the value of key "t:k" does not fit its schema: done: expected yes or no',
  );
  await assertRejects(() => todos.sub("t:").update("k", (old) => old), StoreValueError);
});

Deno.test("an update sees the validated value, and a validator may be a function", async () => {
  const { todos, kv, server } = setUp();
  await todos.set("k", { text: "a" });
  await todos.update("k", (old) => old && { ...old, done: !old.done });
  assertEquals(server.text("k"), '{"text":"a","done":true}');
  const callable = Object.assign(() => {}, todo);
  assertEquals(await kv.typed(callable).get("k"), { text: "a", done: true });
});
