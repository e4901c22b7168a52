import type { Paint } from "../paint.ts";
import { formatLine, type LogLine } from "./log_lines.ts";
import type { InstalledPlugin, PluginState } from "./plugins.ts";
import { printable } from "../printable.ts";

/** What is known of a plugin that does not run. */
export interface StartFailure {
  readonly id: string;
  readonly plugin: InstalledPlugin | undefined;
  /** The server's log lines about it; undefined if they may not be read. */
  readonly lines: readonly LogLine[] | undefined;
  /** Why the log could not be read. */
  readonly unread?: string | undefined;
}

const STATE_TEXTS: Readonly<Record<PluginState, string>> = {
  "not running": "is not running",
  "starting": "is starting, and did not get any further",
  "running": "is running, in another version than was deployed",
  "failed to start": "failed to start",
  "failed to stay running": "failed to stay running",
  "stopping": "is stopping",
};

/** What people are told of a plugin that does not run: the state, the reason, the log, what to do. */
export function startFailureText(failure: StartFailure, paint: Paint): string[] {
  const { id, plugin, lines } = failure;
  const reason = plugin === undefined || plugin.error === "" ? "" : `: ${printable(plugin.error)}`;
  const text = [
    plugin === undefined
      ? `${id} is not installed on the server`
      : `${id} ${plugin.version} ${STATE_TEXTS[plugin.state]}${reason}`,
  ];
  const known = (lines ?? []).slice(-20);
  if (known.length > 0) {
    text.push("The server's log says:", ...known.map((line) => `  ${formatLine(line, paint)}`));
  } else if (lines === undefined) {
    text.push(`The server's log cannot be read here: ${failure.unread ?? "nobody says why"}`);
  } else {
    text.push("The server's log says nothing about it.");
  }
  const advice = adviceFor([plugin?.error ?? "", ...known.map(({ raw }) => raw)].join("\n"));
  if (advice !== undefined) text.push(advice);
  return text;
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /fork\/exec [^"\n]*\/server\/launch[^:\n]*: no such file or directory/,
    "The server's machine or image has no /bin/sh, which this bundle's launcher needs: bundle the " +
    "plugin with native launchers, which need none, or deploy a self-contained bundle, which needs " +
    "no Deno either.",
  ],
  [
    /needs Deno [\d.]+ or newer and there is none/,
    "The server's machine or image has no Deno where the launcher looks for it: install it there, or " +
    "deploy a self-contained bundle, made by `bundle --self-contained <platform>`.",
  ],
  [
    /fork\/exec [^"\n]*\/server\/launch[^:\n]*: permission denied/,
    "The server may not execute files in its folder of plugins: look for a file system that is " +
    "mounted with noexec, and at the owner of the folder.",
  ],
  [
    /exec format error/,
    "The plugin's program is for another kind of machine: make a bundle for the server's platform.",
  ],
  [
    /plugin requires Mattermost|min_server_version|minimum server version/i,
    "The server is older than the plugin's min_server_version: update the server, or lower " +
    "min_server_version and use only what that version has.",
  ],
  [
    /timeout while waiting for plugin to start/,
    "The plugin did not report within the time that the server gives: see what it does as it is " +
    "loaded, and whether the machine is very busy.",
  ],
];

function adviceFor(text: string): string | undefined {
  return ADVICE.find(([pattern]) => pattern.test(text))?.[1];
}

/** Whether a log line says that the server gave up starting a plugin. */
export function saysFailed(line: LogLine, id: string): boolean {
  return line.fields?.["plugin_id"] === id &&
    /^Unable to (activate|start|restart) plugin/i.test(String(line.fields["msg"] ?? ""));
}
