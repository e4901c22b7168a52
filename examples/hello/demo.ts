/**
 * Shows the example plugin at work, and a hostile one at its limits: `deno task demo`.
 *
 * Everything that is shown is also checked. It ends with status 0 if all of it came out as it must,
 * and with status 1 at the first surprise.
 *
 * @module
 */
import { tryToBreakOut } from "./demo/break_out.ts";
import { expectationsHeld, Surprise } from "./demo/expect.ts";
import { leaveNothing } from "./demo/leave_nothing.ts";
import { setStage, type Stage } from "./demo/stage.ts";
import { createTranscript, timed } from "./demo/transcript.ts";
import { useExample } from "./demo/use_example.ts";

/** A part of the demo. */
export type Scene = (stage: Stage) => Promise<void>;

/**
 * Runs the demo; tells whether all went as it must.
 *
 * @param write Takes each line, without its end.
 * @param colours Whether to use the terminal's colours.
 * @param scenes What is shown between the beginning and the end.
 */
export async function runDemo(
  write: (line: string) => void,
  colours: boolean,
  scenes: readonly Scene[] = [useExample, tryToBreakOut],
): Promise<boolean> {
  const transcript = createTranscript(write, colours);
  // Below /tmp where that is: a socket's path must be short.
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmdemo-" }));
  let stage: Stage | undefined;
  try {
    const { ms } = await timed(async () => {
      stage = await setStage(transcript, folder);
      for (const scene of scenes) await scene(stage);
      await leaveNothing(stage);
    });
    write("");
    write(
      `All ${expectationsHeld()} expectations held, in ${(ms / 1000).toFixed(1)} s. ` +
        `The plugin is examples/hello/plugin.ts: copy it, and make it yours.`,
    );
    return true;
  } catch (error) {
    write("");
    write("That was not expected:");
    write(error instanceof Surprise ? error.message : Deno.inspect(error));
    for (const event of stage?.events.slice(-20) ?? []) {
      if (event.type === "log") write(`  log: ${event.level}: ${event.pluginId}: ${event.message}`);
    }
    return false;
  } finally {
    await stage?.mattermost.stop();
    await Deno.remove(folder, { recursive: true }).catch(() => {});
  }
}

if (import.meta.main) {
  const colours = Deno.stdout.isTerminal() && !Deno.noColor;
  Deno.exit(await runDemo(console.log, colours) ? 0 : 1);
}
