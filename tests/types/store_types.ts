/**
 * What the store, locks and jobs take and give. Compiled, never run: a line that should not compile
 * and does is an error, as is the opposite.
 *
 * @module
 */
import {
  codec,
  defineJob,
  definePlugin,
  type HookContext,
  type JsonValue,
  type StandardSchema,
  type TypedStore,
} from "../../mod.ts";
import { expectType } from "./equal.ts";
import type { Equal } from "./equal.ts";

interface Todo {
  readonly text: string;
  readonly done: boolean;
}
declare const todoSchema: StandardSchema<{ text: string; done?: boolean }, Todo>;
declare const digestSchema: StandardSchema<{ days?: number }, { days: number }>;

/** The store. */
export async function useStore({ kv }: HookContext): Promise<void> {
  const any = await kv.get("a");
  expectType<Equal<typeof any, JsonValue | undefined>>();
  const n = await kv.update<number>("n", (old = 0) => old + 1);
  expectType<Equal<typeof n, number | undefined>>();
  // @ts-expect-error a text is no number
  await kv.update<number>("n", () => "1");
  const many = await kv.getMany<number>(["a"]);
  expectType<Equal<typeof many, Map<string, number>>>();
  for await (const [, value] of kv.entries<number>()) {
    expectType<Equal<typeof value, number>>();
  }
  const bytes = kv.typed(codec.bytes);
  // @ts-expect-error a text is no array of bytes
  await bytes.set("a", "b");
  const todos = kv.sub("todo:").typed(todoSchema);
  expectType<Equal<typeof todos, TypedStore<Todo, { text: string; done?: boolean }>>>();
  await todos.set("a", { text: "milk" });
  // @ts-expect-error a todo has a text
  await todos.set("a", { done: true });
  await todos.update("a", (old) => old && { ...old, done: true });
  // @ts-expect-error no schema, no codec
  kv.typed({});
}

/** Locks. */
export async function useMutex({ mutex, signal }: HookContext): Promise<void> {
  await using held = await mutex("m", { signal });
  expectType<Equal<typeof held.signal, AbortSignal>>();
  await using maybe = await mutex.try("n");
  // @ts-expect-error it may be somebody else's
  maybe.release();
}

const remind = defineJob("remind", {
  retries: 2,
  run: ({ userId }: { userId: string }, { log }) => log.info(userId),
});
const digest = defineJob("digest", {
  payload: digestSchema,
  run: ({ days }, { log }) => {
    expectType<Equal<typeof days, number>>();
    log.info("digest", { days });
  },
});

/** Jobs. */
export default definePlugin({
  jobs: {
    remind,
    digest,
    daily: {
      every: "24h",
      run: async (_, { kv, log, api }) => {
        log.info("todos", { count: await kv.get<number>("count") });
        expectType<Equal<typeof api, HookContext["api"]>>();
      },
    },
    nightly: { cron: "0 3 * * *", timeZone: "Europe/Berlin", missed: "skip", run: () => {} },
    byHand: { run: (payload: { id: string }, { log }) => log.info(payload.id) },
  },
  hooks: {
    async userHasLoggedIn({ id }, { jobs }) {
      const { added } = await jobs.schedule(remind, { userId: id }, { in: "1h" });
      expectType<Equal<typeof added, boolean>>();
      await jobs.schedule(digest, {}, { at: new Date() });
      await jobs.schedule("byHand", { id }, { in: 1000, id });
      await jobs.cancel(remind, id);
      // @ts-expect-error this is not what the job expects
      await jobs.schedule(remind, { user: id }, { in: "1h" });
      // @ts-expect-error days are a number
      await jobs.schedule(digest, { days: "2" }, { in: "1h" });
      for await (const run of jobs.list(remind)) {
        expectType<Equal<typeof run.payload, JsonValue>>();
      }
    },
  },
});

/** What is no job. */
export const wrong = [
  // @ts-expect-error a job does something
  definePlugin({ jobs: { a: { every: "1h" } } }),
  // @ts-expect-error times that were missed are run once or skipped
  definePlugin({ jobs: { a: { every: "1h", missed: "never", run: () => {} } } }),
];
