import { assertEquals, assertThrows } from "@std/assert";
import type { JsonValue } from "@bufbuild/protobuf";
import type { DeclaredElement, DialogInput, ReadingContext } from "./element.ts";
import { element } from "./mod.ts";

const now = Date.UTC(2026, 10, 21, 12);
const context = { now, offered: () => Promise.resolve(undefined) } as unknown as ReadingContext;

function read(input: DialogInput<unknown>, raw: JsonValue): Promise<unknown> {
  return Promise.resolve((input as DeclaredElement).parts.read(raw, context));
}

function wire(input: DialogInput<unknown>) {
  return (input as DeclaredElement).parts.wire;
}

/** What comes of some raw values: the value, or the error's text. */
async function all(input: DialogInput<unknown>, ...raws: JsonValue[]): Promise<unknown[]> {
  const results = await Promise.all(raws.map((raw) => read(input, raw)));
  return results.map((result) => {
    const { value, error } = result as { value?: unknown; error?: string };
    return error ?? value;
  });
}

const label = "x";

Deno.test("every element has Mattermost's type", () => {
  const search = () => [];
  const options = ["a", { text: "B", value: "b" }];
  const kinds = Object.entries({
    text: element.text({ label }),
    textarea: element.textarea({ label }),
    number: element.number({ label }),
    email: element.email({ label }),
    url: element.url({ label }),
    tel: element.tel({ label }),
    password: element.password({ label }),
    select: element.select({ label, options }),
    multiselect: element.select({ label, options, multiple: true }),
    radio: element.radio({ label, options }),
    user: element.user({ label }),
    channel: element.channel({ label, multiple: true }),
    dynamic: element.dynamic({ label, search }),
    bool: element.bool({ label }),
    date: element.date({ label }),
    datetime: element.datetime({ label }),
  }).map(([name, input]) => {
    const { type, subtype = "", dataSource = "", multiselect = false } = wire(input);
    return [name, type, subtype, dataSource, multiselect].filter((each) =>
      each !== "" && each !== false
    ).join(" ");
  });
  assertEquals(kinds, [
    "text text",
    "textarea textarea",
    "number text number",
    "email text email",
    "url text url",
    "tel text tel",
    "password text password",
    "select select",
    "multiselect select true",
    "radio radio",
    "user select users",
    "channel select channels true",
    "dynamic select dynamic",
    "bool bool",
    "date date",
    "datetime datetime",
  ]);
  const { texts } = (element.radio({ label, options }) as DeclaredElement).parts;
  assertEquals(texts.options, [
    { text: "a", value: "a" },
    { text: "B", value: "b" },
  ]);
});

Deno.test("texts are measured as clients measure them", async () => {
  const short = element.text({ label, minLength: 2, maxLength: 3 });
  assertEquals(await all(short, "ab", "🍕", "🍕a", "a", "abcd", 5, ["ab"], true), [
    "ab",
    "🍕",
    "🍕a",
    "This must have at least 2 characters.",
    "This must have at most 3 characters.",
    "This must be a text.",
    "This must be a text.",
    "This must be a text.",
  ]);
  const long = "x".repeat(151);
  assertEquals(await all(element.text({ label }), long), [
    "This must have at most 150 characters.",
  ]);
  assertEquals(await all(element.textarea({ label }), long), [long]);
});

Deno.test("addresses look like addresses, links like links", async () => {
  const email = "This must be an email address.";
  assertEquals(
    await all(element.email({ label }), "a@b", "a.b+c@d.example", "a", "a b@c", "@", "a@b@c"),
    ["a@b", "a.b+c@d.example", email, email, email, email],
  );
  const url = "This must be a URL that begins with http:// or https://.";
  assertEquals(
    await all(
      element.url({ label }),
      "https://a.example/b?c",
      "http://a",
      "a.example",
      "javascript:alert(1)",
    ),
    ["https://a.example/b?c", "http://a", url, url],
  );
});

Deno.test("numbers are numbers, within their limits", async () => {
  const input = element.number({ label, min: -1, max: 2.5 });
  const none = "This must be a number.";
  assertEquals(
    await all(input, "2", 2, " 1.5 ", "-1", "1e0", "x", "1,5", " ", true, "NaN", "Infinity"),
    [2, 2, 1.5, -1, 1, none, none, none, none, none, none],
  );
  assertEquals(await all(input, "-1.1", "2.6"), [
    "This must be at least -1.",
    "This must be at most 2.5.",
  ]);
  assertEquals(await all(element.number({ label, integer: true }), "2", "2.5", "1e30"), [
    2,
    "This must be a whole number.",
    "This must be a whole number.",
  ]);
});

Deno.test("choices are among the options; several come as a list, or in one text", async () => {
  const none = "This is none of the choices.";
  const one = element.select({ label, options: ["a", "b"] });
  assertEquals(await all(one, "a", "c", "a,b", ["a"]), ["a", none, none, none]);
  const many = element.select({ label, options: ["a", "b"], multiple: true });
  assertEquals(await all(many, "a", "a,b", ["b", "a"], ["a", "a"], ["c"], "a,c", [5]), [
    ["a"],
    ["a", "b"],
    ["b", "a"],
    ["a"],
    none,
    none,
    none,
  ]);
});

Deno.test("a box is true or false; one that must be ticked is", async () => {
  assertEquals(await all(element.bool({ label }), true, false, "true", "false"), [
    true,
    false,
    true,
    false,
  ]);
  assertEquals(await all(element.bool({ label }), "yes", 1), [
    "This must be ticked or not.",
    "This must be ticked or not.",
  ]);
  const consent = element.bool({ label, mustBeTicked: true });
  assertEquals(await all(consent, true, false), [true, "This must be ticked."]);
  assertEquals([wire(consent).optional, wire(element.bool({ label })).optional], [false, true]);
});

Deno.test("days exist, and lie between the limits", async () => {
  const none = "This must be a day.";
  assertEquals(
    await all(element.date({ label }), "2026-11-21", "2026-02-30", "21.11.2026", "today", 5),
    ["2026-11-21", none, none, none, none],
  );
  const year = element.date({ label, min: "2026-01-01", max: "2026-12-31" });
  assertEquals(await all(year, "2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"), [
    "This must not be before 2026-01-01.",
    "2026-01-01",
    "2026-12-31",
    "This must not be after 2026-12-31.",
  ]);
  // It is the 21st in Greenwich, and may be the 20th or the 22nd where the person is.
  const soon = element.date({ label, min: "today", max: "+1w" });
  assertEquals(await all(soon, "2026-11-19", "2026-11-20", "2026-11-29", "2026-11-30"), [
    "This must not be before 2026-11-20.",
    "2026-11-20",
    "2026-11-29",
    "This must not be after 2026-11-29.",
  ]);
  const month = element.date({ label, max: "+1m" });
  assertEquals(await all(month, "2026-12-22", "2026-12-23"), [
    "2026-12-22",
    "This must not be after 2026-12-22.",
  ]);
});

Deno.test("moments come as Unix milliseconds, and lie between the limits", async () => {
  const time = Date.UTC(2026, 10, 21, 9, 30);
  const none = "This must be a day and a time.";
  assertEquals(
    await all(
      element.datetime({ label }),
      "2026-11-21T09:30:00Z",
      "2026-11-21T10:30:00+01:00",
      "2026-11-21T09:30Z",
      "2026-11-21",
      "2026-02-30T09:30:00Z",
      "now",
    ),
    [time, time, time, none, none, none],
  );
  const year = element.datetime({ label, min: "2026-01-01", max: "2026-11-21" });
  assertEquals(
    await all(year, "2025-12-31T23:00:00Z", "2026-11-21T23:59:00Z", "2026-11-23T00:00:00Z"),
    [
      "This must not be before 2026-01-01T00:00:00Z.",
      Date.UTC(2026, 10, 21, 23, 59),
      "This must not be after 2026-11-22T00:00:00Z.",
    ],
  );
  const { datetimeConfig, default: start } = wire(element.datetime({
    label,
    default: time,
    min: "today",
    intervalMinutes: 15,
    timeZone: "Europe/Berlin",
    manualEntry: true,
  }));
  assertEquals(start, "2026-11-21T09:30:00Z");
  assertEquals(datetimeConfig, {
    minDate: "today",
    maxDate: "",
    timeInterval: 15n,
    locationTimezone: "Europe/Berlin",
    manualTimeEntry: true,
  });
});

Deno.test("what Mattermost would not take is refused, with the limit", () => {
  const text = (make: () => unknown) => assertThrows(make, TypeError).message;
  assertEquals(
    text(() => element.text({ label: "ä".repeat(13) })),
    'element.text(): label: "äääääääääääää" has 26 bytes; Mattermost takes 24 at most',
  );
  assertEquals(
    text(() => element.text({ label, help: "x".repeat(151) })),
    `element.text(): help: "${"x".repeat(40)}"… has 151 bytes; Mattermost takes 150 at most`,
  );
  assertEquals(
    text(() => element.text({ label, maxlength: 5 } as never)),
    'element.text(): there is no "maxlength"; did you mean "maxLength"?',
  );
  assertEquals(
    text(() => element.text({ label, maxLength: 151 })),
    "element.text(): maxLength: expected 1 to 150, which is what clients take, got 151",
  );
  assertEquals(
    text(() => element.textarea({ label, minLength: 9, maxLength: 8 })),
    "element.textarea(): minLength 9 is greater than maxLength 8",
  );
  assertEquals(
    text(() => element.number({ label, min: 2, max: 1 })),
    "element.number(): min 2 is greater than max 1",
  );
  assertEquals(
    text(() => element.number({ label, max: 1, default: 2 })),
    "element.number(): default: the number 2 does not fit: This must be at most 1.",
  );
  assertEquals(
    text(() => element.select({ label, options: ["a"], default: "b" as "a" })),
    'element.select(): default: "b" is none of the choices',
  );
  assertEquals(
    text(() => element.select({ label, options: ["a,b"], multiple: true })),
    'element.select(): options: the value "a,b" has a comma, by which Mattermost separates several values',
  );
  assertEquals(
    text(() => element.radio({ label, options: [] })),
    "element.radio(): options: expected an array of at least one, got an array of 0",
  );
  assertEquals(
    text(() => element.user({ label, default: "ben" })),
    'element.user(): default: "ben" is none of the choices',
  );
  assertEquals(
    text(() => element.dynamic({ label } as never)),
    "element.dynamic(): search: expected a function, got undefined",
  );
  assertEquals(
    text(() => element.date({ label, min: "next week" })),
    'element.date(): min: expected a day such as "2026-11-21", "today", "tomorrow", "yesterday" ' +
      'or such as "+7d", got "next week"',
  );
  assertEquals(
    text(() => element.datetime({ label, intervalMinutes: 7 })),
    "element.datetime(): intervalMinutes: expected a divisor of 1440, the minutes of a day, got 7",
  );
  assertEquals(
    text(() => element.datetime({ label, timeZone: "Berlin" })),
    'element.datetime(): timeZone: expected a name such as "Europe/Berlin", got "Berlin"',
  );
});
