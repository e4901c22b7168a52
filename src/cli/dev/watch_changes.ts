import { relative } from "../../bundle/paths.ts";

/** Milliseconds without a change that end a save, which may be several changes of files. */
const QUIET_MS = 40;

/** Folders of what is made from sources and not one of them. */
const LEFT_OUT = new Set(["node_modules", "dist"]);

/** Saves as they come, from the call on. */
export interface Changes extends AsyncIterable<Save>, Disposable {}

/** Files that were changed at about the same time. */
export interface Save {
  /** When the first one was, by `performance.now()`. */
  readonly at: number;
  /** Their paths. */
  readonly paths: readonly string[];
}

/** Watches folders for saved files; what editors and tools keep in hidden files does not count. */
export function watchChanges(folders: readonly string[]): Changes {
  const watcher = Deno.watchFs([...new Set(folders)], { recursive: true });
  let [at, closed] = [0, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let paths = new Set<string>();
  let ready = Promise.withResolvers<void>();
  const counts = (path: string) => folders.some((folder) => isSource(relative(folder, path)));
  const reading = (async () => {
    for await (const { kind, paths: changed } of watcher) {
      if (kind === "access" || kind === "any" || kind === "other") continue;
      const sources = changed.filter(counts);
      if (sources.length === 0) continue;
      if (paths.size === 0) at = performance.now();
      for (const path of sources) paths.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => ready.resolve(), QUIET_MS);
    }
  })();
  const close = () => {
    if (closed) return;
    closed = true;
    clearTimeout(timer);
    watcher.close();
    ready.resolve();
  };
  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        await ready.promise;
        if (closed) return await reading;
        const save: Save = { at, paths: [...paths] };
        paths = new Set();
        ready = Promise.withResolvers();
        yield save;
      }
    },
    [Symbol.dispose]: close,
  };
}

function isSource(path: string): boolean {
  if (path.startsWith("../")) return false;
  return !path.split("/").some((part) => part.startsWith(".") || LEFT_OUT.has(part));
}
