import type { LogEvent } from "../../embedded/mod.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../printable.ts";
import type { TracedCall } from "./trace.ts";

/** Which calls are shown. */
export type TraceChoice = "hooks" | "api" | "all" | "none";

/** A call as one line; undefined for one that is not to be shown. */
export function callLine(
  { kind, name, ms, outcome, failed }: TracedCall,
  choice: TraceChoice,
  paint: Paint,
): string | undefined {
  if (choice === "none") return undefined;
  if (choice !== "all" && choice !== (kind === "hook" ? "hooks" : "api")) return undefined;
  const what = printable(outcome);
  const shown = failed ? paint.red(what) : what === "ok" ? paint.dim(what) : what;
  return `  ${paint.dim(kind.padEnd(5))} ${paint.cyan(name)} ${
    paint.dim(`${ms.toFixed(1)} ms`)
  }  ${shown}`;
}

/** A line of the log. */
export function logLine({ level, message, fields, pluginId }: LogEvent, paint: Paint): string {
  const colour = level === "error" ? paint.red : level === "warn" ? paint.yellow : paint.dim;
  const more = Object.entries(fields).map(([name, value]) =>
    `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`
  );
  const text = [message, ...more].map(printableLines).join(" ");
  const who = pluginId === "" ? "server" : "log";
  return `  ${paint.dim(who.padEnd(5))} ${colour(level)} ${text}`;
}

/** Keeps the lines of a stack trace apart; nothing in them steers the terminal. */
export function printableLines(text: string): string {
  return printable(text).replaceAll("\n", "\n        ");
}
