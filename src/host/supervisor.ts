/** Keeps a plugin running: health checks, restarts with back-off, and the end. @module */

import type { Clock } from "./clock.ts";
import { failureWindow, type RestartOptions } from "./failure_window.ts";
import { checkHealth, type HealthOptions } from "./health.ts";
import { HostError } from "./host_error.ts";
import { textOf } from "../transport/text_of.ts";
import { describeEnd } from "./plugin_child.ts";
import type { HostLog } from "./plugin_log.ts";
import type { PluginRun } from "./plugin_run.ts";
import type { PluginStatus, PluginStatusChange } from "./plugin_status.ts";

/** What a supervisor is made of. */
export interface SupervisorOptions {
  readonly plugin: string;
  /** Starts one run of the process. */
  readonly start: () => Promise<PluginRun>;
  readonly clock: Clock;
  readonly log: HostLog;
  readonly onStatus: (change: PluginStatusChange) => void;
  /** `false` turns the checks off. */
  readonly health: HealthOptions | false;
  /** `false` gives the plugin up at its first failure. */
  readonly restart: RestartOptions | false;
}

/** A plugin that is kept running. */
export interface Supervisor {
  /** What the plugin is doing. */
  readonly status: () => PluginStatus;
  /** The run that serves now; null while none does. */
  readonly run: () => PluginRun | null;
  /** Checks the plugin's health now, with what follows from it. */
  readonly checkNow: () => Promise<void>;
  /** Stops the plugin in order. */
  readonly stop: () => Promise<void>;
  /** The end of all runs: null after a stop, the last failure where the plugin was given up. */
  readonly ended: Promise<HostError | null>;
}

/**
 * Starts a plugin and keeps it running.
 *
 * @throws {HostError} when the first start fails; later failures are restarts
 */
export async function supervise(options: SupervisorOptions): Promise<Supervisor> {
  const { plugin, clock, log, health } = options;
  const limits = options.restart === false ? { limit: 1 } : options.restart;
  const failed = failureWindow(limits);
  const ended = Promise.withResolvers<HostError | null>();
  let status: PluginStatus = "Starting";
  let run: PluginRun | null = null;
  let stopping: Promise<void> | undefined;
  let callOffTimer = () => {};
  let restarting: Promise<void> = Promise.resolve();

  function become(next: PluginStatus, error: HostError | null = null) {
    status = next;
    try {
      options.onStatus({ status, error });
    } catch (thrown) {
      log("error", "the status callback failed", { error: textOf(thrown) });
    }
  }

  function serve(next: PluginRun) {
    run = next;
    become("Running");
    next.ended.then((end) => {
      // Only the end of the run that serves is a crash; others were ended by us.
      if (run !== next || stopping) return;
      const error = new HostError("EXITED", "ended while it was running", {
        plugin,
        expected: "a process that stays until it is stopped",
        actual: describeEnd(end),
        stderr: next.stderrTail(),
      });
      restarting = afterFailure(error);
    });
    scheduleCheck();
  }

  function scheduleCheck() {
    if (health === false || stopping) return;
    callOffTimer = clock.after(health.intervalMs ?? 30_000, () => {
      void checkNow().then(() => {
        if (status === "Running") scheduleCheck();
      });
    });
  }

  async function checkNow(): Promise<void> {
    const checked = run;
    if (!checked) return await restarting;
    try {
      await checkHealth(checked.transport, health || {});
    } catch (cause) {
      if (run !== checked || stopping) return await restarting;
      const error = new HostError("UNREACHABLE", "does not answer health checks", {
        plugin,
        expected: `an answer to one of ${(health || {}).attempts ?? 3} pings`,
        actual: textOf(cause),
        stderr: checked.stderrTail(),
        cause,
      });
      await (restarting = afterFailure(error));
    }
  }

  async function afterFailure(error: HostError): Promise<void> {
    const old = run;
    run = null;
    callOffTimer();
    const next = failed(clock.now());
    log("error", error.message, { code: error.code, uncaught: "the plugin's process" });
    // Calls in the meantime find no plugin, and whoever asks shall learn why.
    become(next.kind === "restart" ? "Starting" : "Stopping", error);
    await old?.stop(false);
    if (stopping) return;
    if (next.kind === "give-up") {
      log("error", `given up after ${next.failures} failures`, { failures: next.failures });
      become("FailedToStayRunning", error);
      ended.resolve(error);
      return;
    }
    log("info", `restarting in ${next.delayMs} ms`, { delayMs: next.delayMs });
    await waitBeforeRestart(next.delayMs);
    if (stopping) return;
    try {
      const started = await options.start();
      if (stopping) await started.stop(true);
      else serve(started);
    } catch (thrown) {
      if (!stopping) await afterFailure(thrown as HostError);
    }
  }

  let endWait = () => {};
  function waitBeforeRestart(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = clock.after(ms, resolve);
      endWait = () => {
        callOff();
        resolve();
      };
    });
  }

  function stop(): Promise<void> {
    return stopping ??= (async () => {
      callOffTimer();
      endWait();
      if (status === "FailedToStayRunning") return;
      become("Stopping");
      const last = run;
      run = null;
      await last?.stop(true);
      await restarting;
      become("NotRunning");
      ended.resolve(null);
    })();
  }

  become("Starting");
  try {
    serve(await options.start());
  } catch (error) {
    become("NotRunning", error instanceof HostError ? error : null);
    throw error;
  }
  return { status: () => status, run: () => run, checkNow, stop, ended: ended.promise };
}
