/** The lists of todos, one for each channel, in the key-value store. */
import type { Store } from "@mattermost-deno/plugin";

/** One thing to do. */
export interface Todo {
  readonly number: number;
  readonly text: string;
  readonly done: boolean;
}

/** The lists, by the ids of their channels. */
export function todosOf(kv: Store): Store {
  return kv.sub("todos/");
}

/** What is still to be done in a channel. */
export async function openTodos(kv: Store, channelId: string): Promise<Todo[]> {
  const todos = await todosOf(kv).get<Todo[]>(channelId) ?? [];
  return todos.filter((todo) => !todo.done);
}

/** Adds one; whoever else does so at the same time, each gets a number of its own. */
export async function add(kv: Store, channelId: string, text: string): Promise<Todo> {
  const todos = await todosOf(kv).update<Todo[]>(
    channelId,
    (old = []) => [...old, { number: old.length + 1, text, done: false }],
  );
  return todos?.at(-1) as Todo;
}

/** Ticks one off; tells whether it was still open. */
export async function tickOff(kv: Store, channelId: string, number: number): Promise<boolean> {
  let wasOpen = false;
  await todosOf(kv).update<Todo[]>(channelId, (todos = []) => {
    wasOpen = todos.some((todo) => todo.number === number && !todo.done);
    return todos.map((todo) => todo.number === number ? { ...todo, done: true } : todo);
  });
  return wasOpen;
}
