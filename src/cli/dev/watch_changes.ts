import { basename, dirname, relative } from "../../bundle/paths.ts";

/** Milliseconds without a change that end a save, which may be several changes of files. */
const QUIET_MS = 40;

/** Folders of what is made from sources and not one of them. */
const LEFT_OUT = new Set(["node_modules", "dist"]);

/** Saves as they come, from the call on. */
export interface Changes extends AsyncIterable<Save>, Disposable {
  /** Watches these files, too, wherever they are, in the place of those of the last call. */
  follow(files: readonly string[]): Promise<void>;
}

/** Files that were changed at about the same time. */
export interface Save {
  /** When the first one was, by `performance.now()`. */
  readonly at: number;
  /** Their paths. */
  readonly paths: readonly string[];
}

/** Watches folders for saved files; what editors and tools keep in hidden files does not count. */
export function watchChanges(folders: readonly string[]): Changes {
  let [at, closed] = [0, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let paths = new Set<string>();
  let ready = Promise.withResolvers<void>();
  let followed = new Set<string>();
  const isInside = (path: string) => folders.some((folder) => isSource(relative(folder, path)));
  async function read(watcher: Deno.FsWatcher) {
    for await (const { kind, paths: changed } of watcher) {
      if (kind === "access" || kind === "any" || kind === "other") continue;
      const sources = changed.filter((path) => followed.has(path) || isInside(path));
      if (sources.length === 0) continue;
      if (paths.size === 0) at = performance.now();
      for (const path of sources) paths.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => ready.resolve(), QUIET_MS);
    }
  }
  const inside = Deno.watchFs([...new Set(folders)], { recursive: true });
  let reading = read(inside);
  // Who iterates hears why; until then nobody waits for it.
  reading.catch(() => close());
  let outside: Deno.FsWatcher | undefined;
  let outsideFolders = "";

  async function follow(files: readonly string[]): Promise<void> {
    // Folders, since editors put a new file in the place of the old one.
    const wanted = [...new Set(files.map(dirname))].sort();
    const real = new Map(
      await Promise.all(wanted.map(async (folder) =>
        [
          folder,
          await Deno.realPath(folder).catch(() => undefined),
        ] as const
      )),
    );
    if (closed) return;
    // One that is not there yet may come, and a link may stand in the way to it.
    followed = new Set(files.flatMap((file) => {
      const folder = real.get(dirname(file));
      return folder === undefined ? [] : [file, `${folder}/${basename(file)}`];
    }));
    const list = [...new Set(real.values())].filter((folder) => folder !== undefined)
      .filter((folder) =>
        !folders.some((known) => folder === known || folder.startsWith(`${known}/`))
      );
    if (list.join("\n") === outsideFolders) return;
    outsideFolders = list.join("\n");
    outside?.close();
    outside = list.length === 0 ? undefined : Deno.watchFs(list, { recursive: false });
    if (outside === undefined) return;
    reading = Promise.all([reading, read(outside)]).then(() => {});
    reading.catch(() => close());
  }

  const close = () => {
    if (closed) return;
    closed = true;
    clearTimeout(timer);
    inside.close();
    outside?.close();
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
    follow,
    [Symbol.dispose]: close,
  };
}

function isSource(path: string): boolean {
  if (path.startsWith("../")) return false;
  return !path.split("/").some((part) => part.startsWith(".") || LEFT_OUT.has(part));
}
