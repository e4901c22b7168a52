import { assertEquals, assertRejects } from "@std/assert";
import { checkMessages } from "./check_messages.ts";
import { checkTranslations } from "./translations.ts";

const check = async (texts: Record<string, Record<string, string>>) =>
  await checkMessages(checkTranslations(texts));

const wrong: Readonly<Record<string, string>> = {
  "{n, plural, one {x}}": "a plural or select has no choice other {…}",
  "Hello, {name": "a brace { is not closed",
  "Hello, {}": "the braces {} have no name in them; for braces as text write '{}'",
  "{n, plurral, other {x}}": "expected one of number, date, time, plural, select, selectordinal",
  "{first name}": "what stands in braces is no name, such as {name}",
  "Hello, {name, }": "a type is missing, such as number, date or plural",
  "{n, plural, one two}": "a choice has no text; write it in braces: one {…}",
};

for (const [message, expected] of Object.entries(wrong)) {
  Deno.test(`the message ${message} is refused in words`, async () => {
    const { message: text } = await assertRejects(() => check({ en: { a: message } }), TypeError);
    assertEquals(
      text,
      `definePlugin(): translations.en.a: ${expected}: ${JSON.stringify(message)}`,
    );
  });
}

Deno.test("a translation has no places that its original does not have, and all mistakes are named", async () => {
  const texts = {
    en: { hi: "Hi, {name}", many: "{n, plural, one {# of {all}} other {#}}", bare: "Bye" },
    de: { hi: "Hallo, {nam}", many: "{n} von {all}", bare: "Tschüss, {name}" },
  };
  const { message } = await assertRejects(() => check(texts), TypeError);
  assertEquals(message.split("\n"), [
    'definePlugin(): translations.de.hi: there is a place {nam}, but the text of "en" has {name}',
    'definePlugin(): translations.de.bare: there is a place {name}, but the text of "en" has no places',
  ]);
});

Deno.test("what is right passes: fewer places, quotes, Markdown, no messages at all", async () => {
  await check({
    en: { a: "{x} and {y}", b: "'{'x'}' <b> **bold** a > b", c: "It''s {when, date, short}" },
    de: { a: "{y}", b: "nichts", c: "{when, date, ::yyyyMMdd}" },
  });
  await check({ en: {} });
  await checkMessages("i18n");
});
