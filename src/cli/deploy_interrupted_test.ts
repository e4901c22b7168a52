/** Ctrl-C at every step of `deploy`: a sentence that says what the server has, and nothing is left. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  type DeployScene,
  deployScene,
  packBeside,
  SMALL_ID as id,
} from "../../tests/support/deploy_scene.ts";
import { seededRandom } from "../../tests/support/seed.ts";
import { writeChecksums } from "../bundle/checksums.ts";
import type { CommandIO } from "./command_io.ts";
import { main } from "./main.ts";
import { createMemoryIO, type MemoryIOOptions } from "./memory_io.ts";

const OLDER = { id, version: "0.9.0", state: 2, error: "" };

/** What may stand in the line about the server's state. */
const UNTOUCHED = /^Nothing was changed on (?:any server|http:\S+)\.$/;
const UNSENT = /^Nothing was uploaded: http:\S+ now has com\.example\.small 0\.9\.0, running\.$/;
const CUT_OFF = new RegExp(
  "^The upload was cut off after .* of .*, of which the server installs nothing: " +
    "http:\\S+ now has com\\.example\\.small 0\\.9\\.0, running\\.$",
);
const PERHAPS = new RegExp(
  "^The server may have got the whole upload of com\\.example\\.small 1\\.0\\.0, and may still " +
    "install it: http:\\S+ now has com\\.example\\.small (?:0\\.9\\.0|1\\.0\\.0), [a-z ]+\\.$",
);
const INSTALLED = new RegExp(
  "^The server has installed com\\.example\\.small 1\\.0\\.0, and whether it runs was not waited " +
    "for: http:\\S+ now has com\\.example\\.small 1\\.0\\.0, (?:running|starting)\\.$",
);
const STATES = [UNTOUCHED, UNSENT, CUT_OFF, PERHAPS, INSTALLED];

/** A run in which somebody presses Ctrl-C. */
interface Run extends DeployScene {
  readonly archive: string;
  /** Presses it. */
  readonly ctrlC: () => void;
  /** Resolves when the command has ended. */
  readonly ended: Promise<void>;
}

interface Interrupted {
  readonly code: number;
  readonly out: string;
  readonly lines: readonly string[];
  /** How often the signal was looked at. */
  readonly looks: number;
}

interface How extends MemoryIOOptions {
  /** The look at the signal at which Ctrl-C is pressed. */
  readonly at?: number;
  readonly words?: readonly string[];
  /** Whether the bundle's folder is deployed, which is packed for that. */
  readonly folder?: boolean;
  /** Changes what the command has of the world. */
  readonly world?: (io: CommandIO, run: Run) => CommandIO;
}

/** Deploys, and looks at what is left after it. */
async function interrupted(
  s: DeployScene & { readonly archive: string },
  arrange: (run: Run) => void,
  { at = Infinity, words = ["--yes"], folder, world = (io) => io, ...options }: How = {},
): Promise<Interrupted> {
  const controller = new AbortController();
  const ctrlC = () => controller.abort(new Error("interrupted"));
  let looks = 0;
  // Each look at the signal is a moment at which it may have come.
  const signal = new Proxy(controller.signal, {
    get(target, name) {
      if (looks++ === at) ctrlC();
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  s.state.plugins = [{ ...OLDER }];
  s.state.requests.length = 0;
  s.state.respond = () => undefined;
  s.state.onUploadBytes = () => {};
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const run = { ...s, ctrlC, ended };
  arrange(run);
  const io = createMemoryIO({ ...options, env: s.env });
  const path = folder ? s.bundle : s.archive;
  const code = await main(["deploy", ...words, path], world({ ...io, signal }, run));
  end();
  const lines = io.stderr().trimEnd().split("\n");
  return { code, out: io.stdout(), lines, looks };
}

/** Gives temporary files a folder of their own, and looks whether any is left. */
async function withTemporary(play: (left: () => string[]) => Promise<void>): Promise<void> {
  const before = Deno.env.get("TMPDIR");
  const folder = await Deno.makeTempDir({ prefix: "interrupted-" });
  Deno.env.set("TMPDIR", folder);
  try {
    await play(() => Array.from(Deno.readDirSync(folder), ({ name }) => name));
  } finally {
    if (before === undefined) Deno.env.delete("TMPDIR");
    else Deno.env.set("TMPDIR", before);
    await Deno.remove(folder, { recursive: true });
  }
}

/** Plays with a bundle large enough for several pieces, as an archive. */
async function withArchive(
  play: (s: DeployScene & { readonly archive: string }) => Promise<void>,
): Promise<void> {
  await deployScene({}, async (s) => {
    await Deno.mkdir(`${s.bundle}/assets`);
    const noise = seededRandom("a bundle that does not compress").bytes(1_200_000);
    await Deno.writeFile(`${s.bundle}/assets/noise`, noise);
    await writeChecksums(s.bundle);
    const archive = await packBeside(s.bundle);
    await play({ ...s, archive });
  });
}

/** One line says what the server has, it is that, and it is true. */
function assertTold(
  { code, out, lines }: Interrupted,
  state: RegExp,
  s: DeployScene,
  what: string,
) {
  const text = lines.join("\n");
  assertEquals([code, out], [130, ""], `${what}: ${text}`);
  assertEquals(lines.at(-1), "interrupted", what);
  const told = lines.filter((line) => STATES.some((one) => one.test(line)));
  assertEquals(told.length, 1, `${what}: ${text}`);
  assertMatch(told[0] ?? "", state, what);
  const wasSent = s.state.requests.includes("POST /plugins");
  if (state === UNTOUCHED || state === UNSENT) assertEquals(wasSent, false, what);
}

const on = (wanted: string, nth = 1) => ({ state, ctrlC }: Run) => {
  state.respond = (call) => {
    if (call === wanted && state.requests.filter((one) => one === call).length === nth) ctrlC();
    return undefined;
  };
};

/** When a piece of the upload has left, the last one being followed by no other. */
const pieceSent = (wanted: number | "last"): How => ({
  world(io, { ctrlC }) {
    let pieces = 0;
    const update = (text: string) => {
      pieces += 1;
      if (pieces === wanted || (wanted === "last" && text.startsWith("Waiting"))) ctrlC();
    };
    return { ...io, progress: () => ({ update, [Symbol.dispose]() {} }) };
  },
});

/** When the server has all of it, and does not decide. */
const received = ({ state, archive, ctrlC, ended }: Run) => {
  const total = Deno.statSync(archive).size;
  state.onUploadBytes = (bytes) => {
    if (bytes < total) return;
    ctrlC();
    return ended.then(() => Promise.reject(new Error("the server gives up, too")));
  };
};

const starting = (run: Run) => {
  run.state.respond = (call) => {
    const plugin = run.state.plugins[0];
    const asked = run.state.requests.filter((one) => one === "GET /plugins/statuses").length;
    if (call.endsWith("/enable") && plugin !== undefined) {
      plugin.state = 1;
      return Response.json({ status: "OK" });
    }
    if (call === "GET /plugins/statuses" && asked === 4) run.ctrlC();
    return undefined;
  };
};

const STEPS: readonly [string, RegExp, (run: Run) => void, How?][] = [
  ["beginning", UNTOUCHED, () => {}, { at: 0 }],
  ["packing a folder", UNTOUCHED, () => {}, { at: 4, folder: true }],
  ["connecting", UNTOUCHED, on("GET /system/ping")],
  ["reading the settings", UNTOUCHED, on("GET /config")],
  ["reading what is installed", UNTOUCHED, on("GET /plugins")],
  ["reading in which state that is", UNTOUCHED, on("GET /plugins/statuses")],
  [
    "asking",
    UNTOUCHED,
    () => {},
    {
      words: [],
      answers: ["y"],
      // As a terminal does: the question is not answered any more.
      world: (io, { ctrlC }) => ({
        ...io,
        confirm() {
          ctrlC();
          return Promise.reject(io.signal.reason);
        },
      }),
    },
  ],
  ["marking the log", UNSENT, on("GET /logs")],
  ["uploading the first piece", CUT_OFF, () => {}, pieceSent(1)],
  ["uploading another piece", CUT_OFF, () => {}, pieceSent(4)],
  ["uploading the last piece", PERHAPS, () => {}, pieceSent("last")],
  ["waiting until the server has installed it", PERHAPS, received],
  ["enabling", INSTALLED, on(`POST /plugins/${id}/enable`)],
  ["waiting for the plugin to run", INSTALLED, starting],
];

const checks = { sanitizeOps: true, sanitizeResources: true };

Deno.test({
  name: "Ctrl-C at each step says what the server has, and leaves neither file nor process",
  ...checks,
  fn: () =>
    withTemporary((left) =>
      withArchive(async (s) => {
        for (const [name, state, arrange, how] of STEPS) {
          const ran = await interrupted(s, arrange, how);
          assertTold(ran, state, s, name);
          assertEquals(left().filter((one) => !one.startsWith("deploy-test-")), [], name);
        }
      })
    ),
});

Deno.test({
  name: "Ctrl-C at any look at it, from the first to the last, does the same",
  ...checks,
  fn: () =>
    withTemporary((left) =>
      withArchive(async (s) => {
        const whole = await interrupted(s, () => {});
        assertEquals([whole.code, whole.out.includes("is running on")], [0, true]);
        assert(whole.looks >= 40, String(whole.looks));
        const random = seededRandom("moments of Ctrl-C in deploy");
        const middle = Array.from({ length: 8 }, () => random.integer(1, whole.looks - 3));
        const moments = [0, ...middle, whole.looks - 2, whole.looks - 1];
        for (const at of moments.toSorted((a, b) => a - b)) {
          const ran = await interrupted(s, () => {}, { at });
          const what = `look ${at} of ${whole.looks}`;
          // Who comes too late has a plugin that runs, and is told so.
          if (ran.code === 0) assertMatch(ran.out, /is running on/, what);
          else assertTold(ran, /./, s, what);
          assertEquals(left().filter((one) => !one.startsWith("deploy-test-")), [], what);
          const kept = Array.from(Deno.readDirSync(s.folder), ({ name }) => name).sort();
          assert(
            kept.every((one) => /^(?:bundle(?:\.tar\.gz)?|mattermost-deno)$/.test(one)),
            `${kept}`,
          );
        }
      })
    ),
});
