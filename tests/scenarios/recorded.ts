/** What a real Mattermost gave, kept so that the scenarios are compared without one. @module */
import type { Results } from "./results.ts";

const FILE = new URL("recorded.json", import.meta.url);

/** Reads what is kept. */
export async function readRecorded(): Promise<Results> {
  return JSON.parse(await Deno.readTextFile(FILE));
}

/** Keeps this instead. */
export async function record(results: Results): Promise<void> {
  await Deno.writeTextFile(FILE, `${JSON.stringify(results, null, 2)}\n`);
}
