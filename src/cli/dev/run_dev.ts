import type { UndoingPermission } from "../../bundle/mod.ts";
import { dirname } from "../../bundle/paths.ts";
import type { EmbeddedEvent } from "../../embedded/mod.ts";
import type { CommandIO } from "../command_io.ts";
import { checkTypesBehind } from "./background_types.ts";
import { followInputs } from "./follow_inputs.ts";
import { createLivePlugin, type Update } from "./live_plugin.ts";
import { createRefusalDisplay } from "./refusal_display.ts";
import { createSession } from "./session.ts";
import { createEventDisplay } from "./show_events.ts";
import { temporaryFolder } from "../../bundle/temporary_folder.ts";
import type { TracedCall } from "./trace.ts";
import { callLine, logLine, printableLines, type TraceChoice } from "./trace_lines.ts";
import { watchChanges } from "./watch_changes.ts";
import { openWorld } from "./world.ts";

/** What is run, and what is shown. */
export interface DevOptions {
  /** The plugin's file, absolute and without links. */
  readonly entry: string;
  /** The manifest, or the folder that holds it, absolute. */
  readonly manifest: string;
  /** The folders whose files make the plugin. */
  readonly folders: readonly string[];
  /** The permissions that undo the sandbox and that the plugin gets all the same. */
  readonly undoSandbox: readonly UndoingPermission[];
  /** Whether the server's state is kept beside the plugin. */
  readonly keep: boolean;
  /** Whether only what people see is shown, and what goes wrong. */
  readonly quiet: boolean;
  /** Which calls are shown. */
  readonly trace: TraceChoice;
}

/** The file that keeps the server's state, beside the plugin. */
export const STATE_FILE = ".mattermost-dev.sqlite";

/** Milliseconds without any event after which what somebody did has had its effects. */
const QUIET_MS = 20;

/** How often the audit log is read where nothing else happens, in milliseconds. */
const LOOK_MS = 500;

/** How often that is waited for, for a plugin that is never quiet. */
const MOST_WAITS = 100;

/** Runs a plugin on an embedded Mattermost until the input ends. Gives the exit code. */
export async function runDev(options: DevOptions, io: CommandIO): Promise<number> {
  const { entry, keep, quiet, trace } = options;
  const { paint } = io;
  const begun = performance.now();
  await using temporary = await temporaryFolder("dev");
  using changes = watchChanges(options.folders);
  const world = await openWorld(keep ? `${dirname(entry)}/${STATE_FILE}` : undefined);
  await using mattermost = world.mattermost;
  const display = createEventDisplay(world.api("dev"), paint);
  const events: EmbeddedEvent[] = [];
  let activity = 0;
  let showing: Promise<void> = Promise.resolve();

  const refusals = createRefusalDisplay(io, dirname(options.manifest));
  const onCall = (call: TracedCall) => {
    activity++;
    const line = callLine(call, trace, paint);
    if (line !== undefined) io.err(line);
    refusals.look(call.failed ? call.outcome : "");
  };
  const live = createLivePlugin({
    ...options,
    temporary: temporary.path,
    mattermost,
    onCall,
    onStart: ({ bundle, auditFile }) => refusals.begin(bundle, auditFile),
  });

  mattermost.events.subscribe((event) => {
    activity++;
    if (event.type !== "log") {
      events.push(event);
      showing = showing.then(async () => (await display.lines(event)).forEach(io.out));
      return;
    }
    if (!quiet || event.level === "warn" || event.level === "error") io.err(logLine(event, paint));
    const texts = Object.values(event.fields).filter((value) => typeof value === "string");
    refusals.look([event.message, ...texts].join("\n"));
  });

  const settled = async () => {
    await mattermost.settled();
    let before = -1;
    for (let waits = 0; before !== activity && waits < MOST_WAITS; waits++) {
      before = activity;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
    await Promise.all([showing, refusals.settled()]);
  };

  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, io.signal]);
  await using types = checkTypesBehind(entry, temporary.path, io);
  const follow = followInputs(changes);
  let warned: ReadonlySet<string> = new Set();
  const update = async (since: number) => {
    const ran = live.runs;
    types.stop();
    const result = await live.update(signal);
    await follow(result.state === "unbundled" ? result : result.bundle);
    report(result, { io, ran, warned, ms: Math.round(performance.now() - since) });
    if (result.state === "live") warned = new Set(result.bundle.warnings);
    refusals.look(result.state === "stopped" ? result.reason : "");
    types.begin("reason" in result ? result.reason : undefined);
  };

  await update(begun);
  // For what a plugin does by itself, without a call or a line of the log.
  const looking = setInterval(() => refusals.look(), LOOK_MS);
  await using _looking = {
    async [Symbol.asyncDispose]() {
      clearInterval(looking);
      refusals.look();
      await refusals.settled();
    },
  };
  if (!live.runs && !io.isTerminal) return 1;
  const watching = (async () => {
    for await (const { at } of changes) await update(at);
  })().catch((error) => {
    if (!signal.aborted) throw error;
  });
  const session = createSession({ world, live, io, display, events, settled });
  if (io.isTerminal) {
    io.out(`Type a message, /a command, or help; quit ends. You are ${session.person}.`);
  }
  const talking = (async () => {
    for (;;) {
      const line = await io.line(`${session.person}> `);
      if (line === undefined || !await session.run(line)) return;
    }
  })().catch((error) => {
    // How one ends it, too.
    if (!io.signal.aborted) throw error;
  });
  const interrupted = new Promise<void>((resolve) => {
    io.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  try {
    await Promise.race([talking, watching, interrupted]);
  } finally {
    ending.abort();
    changes[Symbol.dispose]();
    await watching;
  }
  return live.runs || io.isTerminal || io.signal.aborted ? 0 : 1;
}

function report(
  update: Update,
  { io, ran, warned, ms }: {
    readonly io: CommandIO;
    /** Whether a plugin ran before. */
    readonly ran: boolean;
    /** What its author has been warned of. */
    readonly warned: ReadonlySet<string>;
    readonly ms: number;
  },
): void {
  const { paint } = io;
  switch (update.state) {
    case "same":
      io.err(paint.dim("saved; the bundle is the same"));
      return;
    case "unbundled":
      io.err(`${paint.red("error")}: ${printableLines(update.reason)}`);
      io.err(ran ? "What ran before goes on." : "Nothing runs until that is corrected.");
      return;
    case "stopped":
      // The log has shown the lines of stderr.
      io.err(
        `${paint.red("error")}: ${
          printableLines(update.reason.split("\nIts last lines on stderr:")[0] ?? "")
        }`,
      );
      io.err(`${update.bundle.manifest.id} is stopped until that is corrected.`);
      return;
    case "live": {
      const { manifest, warnings } = update.bundle;
      for (const warning of warnings) {
        if (!warned.has(warning)) io.err(`${paint.yellow("warning")}: ${warning}`);
      }
      io.err(`${paint.green("live")}: ${manifest.id} ${manifest.version} after ${ms} ms`);
    }
  }
}
