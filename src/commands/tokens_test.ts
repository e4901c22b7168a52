import { assertEquals } from "@std/assert";
import { seededRandom } from "../../tests/support/seed.ts";
import { quoted, tokens } from "./tokens.ts";

const texts = (line: string) => tokens(line).map(({ text }) => text);

Deno.test("words are separated by white space of any kind", () => {
  assertEquals(texts("  a\tb\n\nc\u00a0d  "), ["a", "b", "c", "d"]);
  assertEquals(texts(""), []);
  assertEquals(texts(" \n"), []);
  assertEquals(tokens("/todo add", 5).map(({ text, start, end }) => [text, start, end]), [
    ["add", 6, 9],
  ]);
});

Deno.test("quotation marks hold words together, typographic ones too", () => {
  assertEquals(texts(`"two words" x`), ["two words", "x"]);
  assertEquals(texts(`'two words'`), ["two words"]);
  for (const line of ["“two words”", "„two words“", "«two words»", "”two words”", "‘two words’"]) {
    assertEquals(texts(line), ["two words"], line);
  }
  // What a phone makes of the first mark may not be what it makes of the second.
  assertEquals(texts(`“two words"`), ["two words"]);
  assertEquals(texts(`""`), [""]);
  assertEquals(tokens(`"" a`).map((token) => token.quoted), [true, false]);
});

Deno.test("a quotation mark closes only before white space or the end", () => {
  assertEquals(texts("'it's here' now"), ["it's here", "now"]);
  assertEquals(texts("‘it’s here’ now"), ["it’s here", "now"]);
  assertEquals(texts(`"a"b" c`), [`a"b`, "c"]);
});

Deno.test("a mark within a word is part of it, and so is one that is never closed", () => {
  assertEquals(texts(`don't say 5" or o’clock`), ["don't", "say", '5"', "or", "o’clock"]);
  const [first] = tokens("'tis the season");
  assertEquals([first?.text, first?.unclosed], ["'tis", true]);
});

Deno.test("a backslash takes the meaning from marks, white space, backslashes and leading dashes", () => {
  assertEquals(texts(String.raw`a\ b \"c \\d \--e`), ["a b", '"c', String.raw`\d`, "--e"]);
  assertEquals(texts(String.raw`"a \"b\" c"`), ['a "b" c']);
  assertEquals(texts(String.raw`C:\dir\file \*bold\*`), [
    String.raw`C:\dir\file`,
    String.raw`\*bold\*`,
  ]);
  assertEquals(tokens(String.raw`\--e`)[0]?.option, undefined);
  assertEquals(texts("a\\"), ["a\\"]);
});

Deno.test("names of arguments are told from words, with what phones make of two dashes", () => {
  const option = (line: string) => {
    const found = tokens(line)[0]?.option;
    return found && [found.name, found.typographic, found.value?.text];
  };
  assertEquals(option("--due-date x"), ["due-date", false, undefined]);
  assertEquals(option(`--due="next week" x`), ["due", false, "next week"]);
  assertEquals(option("--due= x"), ["due", false, ""]);
  assertEquals(option("—due x"), ["due", true, undefined]);
  for (const word of ["--", "-x", "--5", "--a,b", "a--b", `"--a"`, "— x"]) {
    assertEquals(option(word), undefined, word);
  }
  assertEquals(texts(`--due="next week" x`), [`--due="next week"`, "x"]);
});

Deno.test("whatever a text is, quoted it is one word that means the text", () => {
  const random = seededRandom("quoted words");
  const pieces: [string, ...string[]] = [
    "🎉",
    ..."ab\"'“”„«»‘’‚‹›\\- —–=\t\n \u00a0@~`ü",
    "--x",
    '\\"',
    '" ',
  ];
  for (let round = 0; round < 5000; round++) {
    const words = Array.from(
      { length: random.integer(1, 5) },
      () => Array.from({ length: random.integer(0, 8) }, () => random.pick(pieces)).join(""),
    );
    const line = words.map(quoted).join(random.pick([" ", "\n", "  "]));
    assertEquals(texts(line), words, JSON.stringify(line));
    assertEquals(tokens(line).some(({ option, unclosed }) => option || unclosed), false, line);
  }
});

Deno.test("no line is too strange: words do not overlap, and leave out nothing but white space", () => {
  const random = seededRandom("strange lines");
  const pieces: [string, ...string[]] = ["--x", "--y=", ..."a\"'“”\\-— \n="];
  for (let round = 0; round < 5000; round++) {
    const line = Array.from({ length: random.integer(0, 20) }, () => random.pick(pieces)).join("");
    let at = 0;
    for (const { start, end } of tokens(line)) {
      assertEquals(line.slice(at, start).trim(), "", JSON.stringify(line));
      assertEquals(end > start, true, JSON.stringify(line));
      at = end;
    }
    assertEquals(line.slice(at).trim(), "", JSON.stringify(line));
  }
});

Deno.test("a long line of marks that nothing closes is read in one go", () => {
  const line = `"a 'b `.repeat(50_000);
  const start = performance.now();
  assertEquals(tokens(line).length, 100_000);
  // Looking for the end of each would take minutes.
  assertEquals(performance.now() - start < 5000, true);
});
