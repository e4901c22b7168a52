/** Plays the scenarios on a server. @module */
import { normalise } from "./normalise.ts";
import type { Result, Results } from "./results.ts";
import { type Scene, setStage } from "./scene.ts";
import { type JsonObject, Refusal, type Target } from "./target.ts";

/** What is done; what it gives, or the refusal that it throws, is compared. */
export type Play = (scene: Scene) => Promise<unknown>;

/** Scenarios by their sentences. */
export type Scenarios = Readonly<Record<string, Play>>;

/**
 * Plays them one after the other.
 *
 * @throws {AggregateError} naming the scenarios that could not be played
 */
export async function playAll(scenarios: Scenarios, target: Target): Promise<Results> {
  const stage = await setStage(target);
  const results: Record<string, Result> = {};
  const failures: Error[] = [];
  for (const [sentence, play] of Object.entries(scenarios)) {
    try {
      const value = await play(await stage.scene());
      results[sentence] = { value: normalise(value, stage.names) };
    } catch (error) {
      if (!(error instanceof Refusal)) {
        failures.push(new Error(`"${sentence}" could not be played: ${error}`, { cause: error }));
        continue;
      }
      results[sentence] = { error: normalise(error.error, stage.names) as JsonObject };
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, failures.map(({ message }) => message).join("\n"));
  }
  return results;
}
