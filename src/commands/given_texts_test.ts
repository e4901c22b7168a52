import { assertEquals, assertThrows } from "@std/assert";
import { seededRandom } from "../../tests/support/seed.ts";
import { UserError } from "../plugin/user_error.ts";
import { arg } from "./arg.ts";
import type { ArgumentDeclarations } from "./argument.ts";
import { checkArguments } from "./check_arguments.ts";
import { givenTexts } from "./given_texts.ts";
import { quoted } from "./tokens.ts";

function given(args: ArgumentDeclarations, line: string): Record<string, string> | "help" {
  const texts = givenTexts(line, 0, checkArguments(args, "args"));
  return texts === "help" ? texts : Object.fromEntries(texts);
}

function refusal(args: ArgumentDeclarations, line: string): string {
  const error = assertThrows(() => given(args, line), UserError);
  assertEquals(error.usage, true);
  return error.message;
}

const send = {
  to: arg.text(),
  subject: arg.text({ optional: true }),
  dueDate: arg.text({ named: true, optional: true }),
  urgent: arg.boolean(),
};

Deno.test("arguments are given by place, by name, or mixed", () => {
  assertEquals(given(send, `ada "two words"`), { to: "ada", subject: "two words" });
  assertEquals(given(send, `--subject hi ada`), { subject: "hi", to: "ada" });
  assertEquals(given(send, `--to=ada hi`), { to: "ada", subject: "hi" });
  assertEquals(given(send, `ada --due-date "next week" hi`), {
    to: "ada",
    dueDate: "next week",
    subject: "hi",
  });
  for (const name of ["--dueDate", "--due_date", "--DUE-DATE", "—due-date", "–duedate"]) {
    assertEquals(given(send, `ada ${name} x`), { to: "ada", dueDate: "x" }, name);
  }
  assertEquals(given(send, ""), {});
});

Deno.test("a flag needs no value, takes true and false, and can be negated", () => {
  const urgent = (line: string) => {
    const texts = given(send, line);
    return texts === "help" ? texts : [texts["urgent"], texts["to"]];
  };
  assertEquals(urgent("--urgent ada"), ["true", "ada"]);
  assertEquals(urgent("--urgent false ada"), ["false", "ada"]);
  assertEquals(urgent("--urgent=no ada"), ["no", "ada"]);
  assertEquals(urgent("--no-urgent ada"), ["false", "ada"]);
  assertEquals(urgent("--no-urgent true"), ["false", "true"]);
  assertEquals(urgent(`--urgent "true"`), ["true", "true"]);
});

Deno.test("names end at --, and between quotation marks there are none", () => {
  assertEquals(given(send, "-- --urgent --due-date"), { to: "--urgent", subject: "--due-date" });
  assertEquals(given(send, `"--urgent"`), { to: "--urgent" });
  assertEquals(given(send, "\\--urgent"), { to: "--urgent" });
  // What phones make of two dashes is text unless the command has such an argument.
  assertEquals(given(send, "—nothing"), { to: "—nothing" });
});

Deno.test("what is wrong is said with the nearest name", () => {
  assertEquals(
    refusal(send, "ada --urgnet"),
    "There is no `--urgnet` here; did you mean `--urgent`?",
  );
  assertEquals(refusal(send, "--xyzzy-plugh"), "There is no `--xyzzy-plugh` here.");
  assertEquals(refusal(send, "ada --due-date"), "A value is missing after `--due-date`.");
  assertEquals(refusal(send, "--to --urgent"), "A value is missing after `--to`.");
  assertEquals(refusal(send, "--to ada --to ben"), "`--to` is there twice.");
  assertEquals(
    refusal(send, "ada two words"),
    "`words` is too much. To give several words as one, put them between quotation marks.",
  );
  assertEquals(refusal({ n: arg.number() }, "1 2 3"), "`2 3` is too much here.");
  assertEquals(
    refusal(send, `ada "never closed`),
    "The quotation mark before `never` is never closed. Close it, or put a backslash before it.",
  );
});

Deno.test("--help asks for the help, unless it is an argument or a text", () => {
  assertEquals(given(send, "ada --help"), "help");
  assertEquals(given({ help: arg.text() }, "--help me"), { help: "me" });
  assertEquals(given({ text: arg.rest() }, "--help"), "help");
  assertEquals(given({ text: arg.rest() }, "what is --help"), { text: "what is --help" });
});

const add = {
  text: arg.rest(),
  urgent: arg.boolean(),
  to: arg.text({ named: true, optional: true }),
};

Deno.test("the rest is what was typed, line breaks, quotation marks and all", () => {
  const line = `  don't "do"  it\n\twith --force \\*now\\*  `;
  assertEquals(given({ text: arg.rest() }, line), { text: line.trim() });
  assertEquals(given({ text: arg.rest() }, `"all of it"`), { text: "all of it" });
  assertEquals(given({ text: arg.rest() }, `"not" all`), { text: `"not" all` });
  assertEquals(given({ text: arg.rest() }, ""), {});
  assertEquals(given({ a: arg.text(), text: arg.rest() }, "x y z"), { a: "x", text: "y z" });
});

Deno.test("arguments of the command are taken out of the rest wherever they stand", () => {
  assertEquals(given(add, "--urgent buy  milk"), { urgent: "true", text: "buy  milk" });
  assertEquals(given(add, "buy milk --urgent"), { text: "buy milk", urgent: "true" });
  assertEquals(given(add, "buy --to ada  oat  milk"), { to: "ada", text: "buy oat  milk" });
  assertEquals(given(add, `say "--urgent" -- now`), { text: `say "--urgent" -- now` });
  assertEquals(given(add, "-- buy --urgent"), { text: "buy --urgent" });
  assertEquals(given(add, "--text=milk --urgent"), { text: "milk", urgent: "true" });
});

Deno.test("a choice's values of several words are found as Mattermost's list inserts them", () => {
  const args = {
    state: arg.choice(["in", "in progress", "done (really)"]),
    text: arg.rest({ optional: true }),
  };
  assertEquals(given(args, "in progress now"), { state: "in progress", text: "now" });
  assertEquals(given(args, "In  Progress"), { state: "in progress" });
  assertEquals(given(args, "in progression"), { state: "in", text: "progression" });
  assertEquals(given(args, "done (really) x"), { state: "done (really)", text: "x" });
  assertEquals(given(args, `"in progress"`), { state: "in progress" });
});

Deno.test("whatever the values are, quoted they arrive, in any mix of places and names", () => {
  const random = seededRandom("arguments");
  const args = { a: arg.text(), b: arg.text(), c: arg.text(), rest: arg.rest() };
  const pieces: [string, ...string[]] = ["--a", "--", "--help", ..."ab\"'“”„\\- —\n="];
  const text = () =>
    Array.from({ length: random.integer(0, 6) }, () => random.pick(pieces)).join("");
  for (let round = 0; round < 3000; round++) {
    const values = { a: text(), b: text(), c: text(), rest: text() };
    const named = (["a", "b", "c"] as const).filter(() => random.next() < 0.4);
    const words = named.map((name) =>
      random.next() < 0.5
        ? `--${name}=${quoted(values[name])}`
        : `--${name} ${quoted(values[name])}`
    );
    const placed = (["a", "b", "c"] as const).filter((name) => !named.includes(name));
    // The rest stands for itself if it is one quoted word.
    const rest = `"${values.rest.replace(/[\\"“”„‟«»]/g, "\\$&")}"`;
    const line = [...words, ...placed.map((name) => quoted(values[name])), rest].join(" ");
    assertEquals(given(args, line), values, JSON.stringify(line));
  }
});
