/**
 * Which room may import from which: imports go down the list only. `ARCHITECTURE.md` says what
 * lives in each room.
 *
 * @module
 */

/** From the top of the house to its ground. Rooms in one group lie side by side. */
export const FLOORS: readonly (readonly string[])[] = [
  ["src/cli"],
  ["src/testing"],
  ["src/embedded"],
  ["src/host"],
  ["src/bundle"],
  ["mod.ts"],
  ["src/define"],
  [
    "src/commands",
    "src/interactions",
    "src/store",
    "src/jobs",
    "src/settings",
    "src/http",
    "src/bot",
    "src/migrations",
    "src/translations",
    "src/events",
    "src/assets",
  ],
  ["src/plugin"],
  ["src/api"],
  ["src/process"],
  ["src/grpc"],
  ["src/netrpc"],
  ["src/transport"],
  ["src/contract"],
  ["gen"],
  ["src/descriptors"],
];

/** The transports and large libraries, which `mod.ts` never loads before they are used. */
const LOADED_LATE = [
  "npm:@grpc/grpc-js",
  "npm:/@grpc/grpc-js",
  "npm:intl-messageformat",
  "npm:/intl-messageformat",
];

/** What reads a bundle's code, which only some commands do, and none before they need it. */
const READERS = [
  ...["npm:acorn", "npm:/acorn", "npm:eslint-scope", "npm:/eslint-scope"],
  ...["npm:@jridgewell/", "npm:/@jridgewell/"],
];

/** What files must not load at once, with all that they import. */
const LATE: Readonly<Record<string, readonly string[]>> = {
  "mod.ts": [...LOADED_LATE, ...READERS],
  "src/cli/mod.ts": READERS,
  "src/host/mod.ts": READERS,
  "src/testing/mod.ts": READERS,
  "src/bundle/loader.ts": READERS,
  "src/bundle/loader_netrpc.ts": READERS,
};

/** One import as it stands in a file. */
export interface Import {
  /** The importing file, from the project's root. */
  readonly from: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is imported: a file from the project's root, or a specifier such as `npm:yaml@2.9.1`. */
  readonly to: string;
  /** Whether it is loaded only when the line is reached. */
  readonly dynamic: boolean;
  /** Whether only types are imported, so that nothing is loaded. */
  readonly typeOnly: boolean;
}

/** An import that is not allowed. */
export interface Violation {
  readonly at: string;
  readonly problem: string;
}

/** The room of a file; undefined for files outside the house, such as tools and tests. */
export function roomOf(path: string): string | undefined {
  if (path === "mod.ts") return "mod.ts";
  if (path.startsWith("gen/")) return "gen";
  if (path.startsWith("src/")) return path.split("/").slice(0, 2).join("/");
  return undefined;
}

function floorOf(room: string): number {
  return FLOORS.findIndex((floor) => floor.includes(room));
}

/** Every import that goes up, sideways out of its group, or out of the house. */
export function violations(imports: readonly Import[]): readonly Violation[] {
  return [...imports.flatMap(misplaced), ...loadedEarly(imports)];
}

function misplaced({ from, line, to }: Import): Violation[] {
  const room = roomOf(from);
  // Tests stand beside what they test and may use anything.
  if (room === undefined || from.endsWith("_test.ts")) return [];
  const at = `${from}:${line}`;
  const floor = floorOf(room);
  if (floor < 0) {
    return [{ at, problem: `${room} is no room; the rooms are ${FLOORS.flat().join(", ")}` }];
  }
  // The package's configuration holds its version, and belongs to no room.
  if (/^[a-z]+:/.test(to) || to === "deno.json") return [];
  const target = roomOf(to);
  const allowed = `${room} may import from ${below(room, floor)}`;
  if (target === undefined) {
    return [{ at, problem: `imports ${to}, outside the rooms; ${allowed}` }];
  }
  if (target === room) return [];
  const targetFloor = floorOf(target);
  if (targetFloor < 0) return [{ at, problem: `imports ${to}: ${target} is no room; ${allowed}` }];
  return targetFloor >= floor ? [] : [{ at, problem: `imports ${to}; ${allowed}` }];
}

function below(room: string, floor: number): string {
  const beside = (FLOORS[floor] ?? []).filter((other) => other !== room);
  const rooms = [...beside, ...FLOORS.slice(floor + 1).flat()];
  return rooms.length === 0 ? "nowhere" : rooms.join(", ");
}

/** Follows what files load at once and finds in it what they must load late. */
function loadedEarly(imports: readonly Import[]): readonly Violation[] {
  const byFile = Map.groupBy(
    imports.filter((one) => !one.dynamic && !one.typeOnly),
    (one) => one.from,
  );
  const found: Violation[] = [];
  for (const [entry, late] of Object.entries(LATE)) {
    const seen = new Set([entry]);
    const queue = [{ file: entry, path: entry }];
    for (const { file, path } of queue) {
      for (const one of byFile.get(file) ?? []) {
        if (late.some((name) => one.to.startsWith(name))) {
          found.push({
            at: `${one.from}:${one.line}`,
            problem: `${entry} loads ${one.to} at once (${path}); load it with import() when it ` +
              "is needed",
          });
        }
        if (seen.has(one.to)) continue;
        seen.add(one.to);
        queue.push({ file: one.to, path: `${path} → ${one.to}` });
      }
    }
  }
  return found;
}
