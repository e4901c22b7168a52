/** Plays the script: each step runs, is compared with what must come of it, and timed. @module */
import type { NewUser } from "./new_user.ts";
import { type Talker, typeLine } from "./people.ts";
import { type Event, PROJECT } from "./script.ts";
import { type Place, stableOutput } from "./transcript.ts";

/** An event, and what was seen of it. */
export interface Played {
  readonly event: Event;
  /** What is shown, with stable words; empty for headings and words. */
  readonly shown: string;
  /** What it is called where its time stands; undefined for what takes a person's time. */
  readonly step: string | undefined;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** Who plays. */
export interface Cast {
  readonly user: NewUser;
  readonly talker: Talker;
  readonly place: Place;
}

/** Plays one event. @throws {Error} if something else comes of it than must. */
export async function play(event: Event, cast: Cast): Promise<Played> {
  const start = performance.now();
  const shown = await show(event, cast);
  const ms = performance.now() - start;
  const step = event.kind === "run" || event.kind === "type" ? event.step : undefined;
  return { event, shown, step, ms };
}

async function show(event: Event, { user, talker, place }: Cast): Promise<string> {
  switch (event.kind) {
    case "heading":
    case "words":
      return "";
    case "edit":
      return await user.edit(`${PROJECT}/${event.file}`, event.from, event.to);
    case "run": {
      const { code, output } = await user.run(event.command, event.folder);
      const missing = event.says.filter((text) => !output.includes(text));
      if (code !== (event.code ?? 0) || missing.length > 0) {
        const lacks = missing.map((text) => ` and does not say "${text}"`).join("");
        throw new Error(`${event.command} ended with ${code}${lacks}:\n${output}`);
      }
      return stableOutput(output, place);
    }
    case "type": {
      const seen: string[] = [];
      for (const [line, comesOf] of event.lines) {
        const told = await typeLine(talker, line);
        if (!told.endsWith(comesOf)) {
          throw new Error(`expected "${comesOf}" at the end of: ${told}`);
        }
        seen.push(told);
      }
      return stableOutput(seen.join("\n"), place);
    }
  }
}
