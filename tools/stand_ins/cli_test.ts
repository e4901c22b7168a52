// The table holds for the stand-in and, where jsr.io answers, for @std/cli itself.

import { assertEquals } from "@std/assert";
import { parseArgs as chosen } from "@std/cli";
import { type Args, parseArgs, type ParseOptions } from "./cli.ts";

interface Case {
  readonly says: string;
  readonly args: readonly string[];
  readonly options?: ParseOptions;
  readonly gives: Args;
}

const cases: readonly Case[] = [
  {
    says: "options with values, flags and positional arguments",
    args: ["--dir", "out", "--quiet", "--level=3", "a.ts", "7"],
    options: { boolean: ["quiet"], string: ["dir"] },
    gives: { _: ["a.ts", 7], dir: "out", quiet: true, level: 3 },
  },
  {
    says: "booleans are false and lists empty when absent",
    args: [],
    options: { boolean: ["quiet"], string: ["env"], collect: ["env"] },
    gives: { _: [], quiet: false, env: [] },
  },
  {
    says: "a flag takes no file name as its value",
    args: ["--quiet", "a.ts", "--loud", "false"],
    options: { boolean: ["quiet", "loud"] },
    gives: { _: ["a.ts"], quiet: true, loud: false },
  },
  {
    says: "text stays text, even when it looks like a number",
    args: ["--version", "1.20", "--port", "80", "--empty"],
    options: { string: ["version", "empty"] },
    gives: { _: [], version: "1.20", port: 80, empty: "" },
  },
  {
    says: "an alias fills both names",
    args: ["-h", "-o", "x"],
    options: { boolean: ["help"], string: ["out"], alias: { help: "h", out: ["o"] } },
    gives: { _: [], help: true, h: true, out: "x", o: "x" },
  },
  {
    says: "collected options keep every value",
    args: ["--env", "A=1", "--env=B=2"],
    options: { string: ["env"], collect: ["env"] },
    gives: { _: [], env: ["A=1", "B=2"] },
  },
  {
    says: "without collect the last value wins",
    args: ["--a", "1", "--a", "2"],
    gives: { _: [], a: 2 },
  },
  {
    says: "--no-NAME is false where that was asked for",
    args: ["--no-check", "--no-lock"],
    options: { boolean: ["check"], negatable: ["check"] },
    gives: { _: [], check: false, "no-lock": true },
  },
  {
    says: "defaults fill what is absent",
    args: ["--host", "b"],
    options: { string: ["host"], default: { host: "a", port: 8065 } },
    gives: { _: [], host: "b", port: 8065 },
  },
  {
    says: "what follows -- is left alone",
    args: ["a", "--", "--b", "3"],
    gives: { _: ["a", "--b", "3"] },
  },
  {
    says: "what follows -- has a key of its own on request",
    args: ["a", "--", "--b"],
    options: { "--": true },
    gives: { _: ["a"], "--": ["--b"] },
  },
  {
    says: "stopEarly leaves the rest to a subcommand",
    args: ["--quiet", "dev", "--port", "1"],
    options: { boolean: ["quiet"], stopEarly: true },
    gives: { _: ["dev", "--port", "1"], quiet: true },
  },
  {
    says: "single letters stand together, a digit after one is its value",
    args: ["-abc", "-p8080"],
    gives: { _: [], a: true, b: true, c: true, p: 8080 },
  },
  {
    says: "a word with a dash in front is no value, a negative number neither",
    args: ["--offset", "-5", "--in", "-"],
    gives: { _: ["-"], offset: true, in: true, "5": true },
  },
  {
    says: "unknown options can be left out",
    args: ["--known", "1", "--other", "2", "file"],
    options: { string: ["known"], unknown: (_argument, key) => key === undefined },
    gives: { _: ["file"], known: "1" },
  },
  {
    says: "digits are letters of their own, and a letter that is no digit takes what ends like one",
    args: ["-12", "-q1", "-o=a=b", "-x-y"],
    options: { boolean: ["q"] },
    gives: { _: [], "1": true, "2": true, q: 1, o: "a=b", x: "-y" },
  },
  {
    says: "a value behind --no- belongs to the name without it",
    args: ["--no-prove=later", "--no-", "--="],
    options: { boolean: ["no-prove"] },
    gives: { _: [], "no-prove": false, prove: "later", "no-": true, "=": true },
  },
  {
    says: "an empty word is no value, and true and false are those of a flag",
    args: ["--out", "", "-y", "false", "true"],
    options: { boolean: ["y"], string: ["out"] },
    gives: { _: ["", "true"], out: "", y: false },
  },
  {
    says: "dots make nested objects",
    args: ["--db.port", "5"],
    gives: { _: [], db: { port: 5 } },
  },
];

function suite(title: string, parse: typeof parseArgs): void {
  for (const { says, args, options, gives } of cases) {
    Deno.test(`${title}: ${says}`, () => {
      assertEquals({ ...parse(args, options) }, gives);
    });
  }
}

const real = chosen as unknown as typeof parseArgs;
suite("the stand-in of parseArgs", parseArgs);
if (real !== parseArgs) suite("parseArgs of @std/cli", real);
