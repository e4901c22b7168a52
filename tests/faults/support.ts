/** What the fault tests share: the fake plugin, events to wait for, a clock that is moved by hand. */
import { fromFileUrl } from "../../tools/paths.ts";
import {
  type Clock,
  type PluginLogEntry,
  type PluginStatusChange,
  startProcess,
  type StartProcessOptions,
} from "../../src/host/mod.ts";

/** The path of a file beside this one. */
export function beside(name: string): string {
  return fromFileUrl(new URL(name, import.meta.url));
}

/** Values as they come, to be waited for. */
export interface Events<T> {
  readonly all: readonly T[];
  readonly push: (value: T) => void;
  /** The first value that fits, among those that came and those that will. */
  readonly until: (fits: (value: T) => boolean) => Promise<T>;
}

export function events<T>(): Events<T> {
  const all: T[] = [];
  let waiting: { fits: (value: T) => boolean; resolve: (value: T) => void }[] = [];
  return {
    all,
    push(value) {
      all.push(value);
      waiting = waiting.filter(({ fits, resolve }) => {
        if (!fits(value)) return true;
        resolve(value);
        return false;
      });
    },
    until(fits) {
      const found = all.find(fits);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve) => waiting.push({ fits, resolve }));
    },
  };
}

/** A started fake plugin with everything that it and the host say. */
export async function startFake(
  flags: readonly string[] = [],
  options: Partial<StartProcessOptions> = {},
) {
  const log = events<PluginLogEntry>();
  const statuses = events<PluginStatusChange>();
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  const start = () =>
    startProcess({
      id: "com.example.fake",
      command: Deno.execPath(),
      args: ["run", "-A", beside("fake_plugin.ts"), ...flags],
      cwd: fromFileUrl(new URL("../../", import.meta.url)),
      env: { HOME: Deno.env.get("HOME") ?? "/", ...denoDir() },
      api: {},
      socketParent: folder,
      log: log.push,
      onStatus: statuses.push,
      ...options,
    });
  try {
    const plugin = await start();
    return {
      plugin,
      log,
      statuses,
      folder,
      /** Waits for a line of the plugin or of the host. */
      said: (text: string) => log.until(({ message }) => message.includes(text)),
      /** What is left in the folder for sockets. */
      leftovers: () => Array.fromAsync(Deno.readDir(folder), ({ name }) => name),
      async [Symbol.asyncDispose]() {
        await plugin.stop();
        await Deno.remove(folder, { recursive: true });
      },
    };
  } catch (error) {
    const left = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    await Deno.remove(folder, { recursive: true });
    if (left.length > 0) throw new Error(`left behind: ${left.join(", ")}`, { cause: error });
    throw error;
  }
}

function denoDir(): Record<string, string> {
  const folder = Deno.env.get("DENO_DIR");
  return folder === undefined ? {} : { DENO_DIR: folder };
}

/** Whether a process with this id runs; one that has ended and that nobody has asked about does not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) !== "Z";
  } catch {
    return false;
  }
}

/** A clock whose timers fire when it is moved past them, in their order. */
export interface ManualClock extends Clock {
  /** Moves the time on. */
  readonly advance: (ms: number) => void;
  /** Waits until somebody has set a timer of this length. */
  readonly timer: (ms: number) => Promise<number>;
}

export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const set = events<number>();
  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      set.push(ms);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        now = next.at;
        next.callback();
      }
      now = end;
    },
    timer: (ms) => set.until((value) => value === ms),
  };
}
