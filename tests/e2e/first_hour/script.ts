/** The first hour of a user, as a script. @module */

/** Something that happens, in the order of the page. */
export type Event =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "words"; readonly text: string }
  | {
    readonly kind: "run";
    /** What it is called where its time stands. */
    readonly step: string;
    readonly command: string;
    /** The folder that it runs in, below home. */
    readonly folder: string;
    /** What it must say. */
    readonly says: readonly string[];
    /** Its exit code. Default: 0. */
    readonly code?: number;
  }
  | {
    readonly kind: "edit";
    readonly file: string;
    readonly from: string;
    readonly to: string;
  }
  | {
    readonly kind: "type";
    readonly step: string;
    /** What is typed, and what must come of it. */
    readonly lines: readonly (readonly [line: string, comesOf: string])[];
  };

/** The folder of the project, which the first command makes. */
export const PROJECT = "word-guard";

const ID = `com.example.${PROJECT}`;
const CLI = "deno run -A jsr:@mattermost-deno/plugin/cli";

const heading = (text: string): Event => ({ kind: "heading", text });
const words = (text: string): Event => ({ kind: "words", text });
const edit = (file: string, from: string, to: string): Event => ({ kind: "edit", file, from, to });
const type = (step: string, ...lines: readonly (readonly [string, string])[]): Event => ({
  kind: "type",
  step,
  lines,
});
const run = (
  step: string,
  command: string,
  says: readonly string[],
  code?: number,
): Event & { kind: "run" } => ({
  kind: "run",
  step,
  command,
  folder: PROJECT,
  says,
  ...code === undefined ? {} : { code },
});

const REFUSED = '"hunter2" may not be posted.';

/** The script. */
export const SCRIPT: readonly Event[] = [
  heading("A plugin"),
  {
    ...run("init", `${CLI} init ${PROJECT} --yes`, ["written plugin.ts", `(${ID}) is in`]),
    folder: "",
  },
  words("In its folder, its tests run at once:"),
  run("the first test", "deno task test", ["3 passed | 0 failed"]),

  heading("A change"),
  words("The command shall answer with other words. A test knows the old ones, and says so:"),
  edit("plugin.ts", '"That may be posted."', '"Go ahead."'),
  run("a test that fails", "deno task test", ["2 passed | 1 failed"], 1),
  edit("plugin_test.ts", '"That may be posted."', '"Go ahead."'),
  run("a test that passes", "deno task test", ["3 passed | 0 failed"]),
  run("check", "deno task check", [`${ID} 0.1.0: nothing is wrong`]),

  heading("A bundle"),
  run("bundle", "deno task bundle", [`${ID}-0.1.0.tar.gz`, "starts over gRPC"]),

  heading("Onto the server"),
  words(
    "`MM_SERVICESETTINGS_SITEURL` is the server's address, and `MM_ADMIN_TOKEN` a personal access " +
      "token of its administrator.",
  ),
  run("deploy", "deno task deploy --yes", [
    "is not installed there yet",
    `${ID} 0.1.0 is running on`,
  ]),
  words("Ada, a member of the server, sees the change, and that the plugin keeps a word out:"),
  type(
    "people see it",
    [`/${PROJECT} hello`, "ada alone sees: Go ahead."],
    ["My password is Hunter2", REFUSED],
    ["Good morning", "all see: Good morning"],
  ),

  heading("Looking after it"),
  run("logs", `${CLI} logs ${ID} --lines 1`, ["a message was refused"]),
  run("list", `${CLI} list`, ["running", "deno"]),
  run("disable", `${CLI} disable ${ID}`, ["is disabled"]),
  words("Now nothing is kept out:"),
  type("people see that", ["My password is Hunter2", "all see: My password is Hunter2"]),
  run("enable", `${CLI} enable ${ID}`, [`${ID} 0.1.0 is running on`]),
  type("people see it again", ["My password is Hunter2", REFUSED]),

  heading("The next version"),
  edit("plugin.ts", '"Go ahead."', '"Nothing is wrong with that."'),
  edit("plugin_test.ts", '"Go ahead."', '"Nothing is wrong with that."'),
  edit("plugin.json", '"version": "0.1.0"', '"version": "0.2.0"'),
  run("test of the next version", "deno task test", ["3 passed | 0 failed"]),
  run("bundle of the next version", "deno task bundle", [`${ID}-0.2.0.tar.gz`]),
  run("deploy of the next version", "deno task deploy --yes", [
    "updates 0.1.0 to 0.2.0",
    `${ID} 0.2.0 is running on`,
  ]),
  type("people see the next version", [
    `/${PROJECT} hello`,
    "ada alone sees: Nothing is wrong with that.",
  ]),
];
