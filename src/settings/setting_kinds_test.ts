import { assertEquals, assertThrows } from "@std/assert";
import type { StandardSchema } from "../plugin/context/store_codec.ts";
import type { StoredValue } from "./read_value.ts";
import type { Setting } from "./setting.ts";
import { setting } from "./setting_kinds.ts";

/** What authors see of a stored value, or what was wrong with it. */
function read(declared: Setting<unknown>, stored: StoredValue): unknown {
  const reading = declared.read(stored);
  return reading.problem ?? reading.value;
}

/** A validator as libraries make them. */
function schemaOf<Output>(
  validate: StandardSchema<string, Output>["~standard"]["validate"],
): StandardSchema<string, Output> {
  return { "~standard": { version: 1, vendor: "test", validate } };
}

const address = schemaOf<URL>((value) =>
  URL.canParse(String(value))
    ? { value: new URL(String(value)) }
    : { issues: [{ message: "Not a URL" }, { message: "Too odd", path: ["a", { key: 0 }] }] }
);

Deno.test("the manifest's entry of every kind is what Mattermost reads", () => {
  const label = "It";
  const entries = {
    text: setting.text({ label, help: "*Help*", placeholder: "here", default: "x" }),
    longText: setting.longText({ label, secret: true, hosting: "on-prem" }),
    secret: setting.secret({ label, placeholder: "once" }),
    username: setting.username({ label, hosting: "cloud" }),
    number: setting.number({ label, default: 0 }),
    bool: setting.bool({ label }),
    dropdown: setting.dropdown({ label, options: ["a", { value: "b", label: "B" }] }),
    radio: setting.radio({ label, options: ["a"] }),
    generated: setting.generated({ label, regenerateHelp: "Ends the old one.", secret: true }),
    custom: setting.custom({ label, default: { a: [1] } }),
  };
  const display_name = label;
  const options = [{ display_name: "a", value: "a" }];
  assertEquals(
    Object.fromEntries(Object.entries(entries).map(([name, { entry }]) => [name, entry])),
    {
      text: { display_name, type: "text", help_text: "*Help*", placeholder: "here", default: "x" },
      longText: { display_name, type: "longtext", hosting: "on-prem", secret: true },
      secret: { display_name, type: "text", placeholder: "once", secret: true },
      username: { display_name, type: "username", hosting: "cloud" },
      number: { display_name, type: "number", default: 0 },
      bool: { display_name, type: "bool", default: false },
      dropdown: {
        display_name,
        type: "dropdown",
        default: "a",
        options: [...options, { display_name: "B", value: "b" }],
      },
      radio: { display_name, type: "radio", options },
      generated: {
        display_name,
        type: "generated",
        regenerate_help_text: "Ends the old one.",
        secret: true,
      },
      custom: { display_name, type: "custom", default: { a: [1] } },
    },
  );
});

Deno.test("a setting has a value of its kind before anybody sets it", () => {
  const label = "It";
  assertEquals(setting.text({ label }).default, "");
  assertEquals(setting.secret({ label }).default, "");
  assertEquals(setting.number({ label }).default, null);
  assertEquals(setting.number({ label, default: 0 }).default, 0);
  assertEquals(setting.bool({ label }).default, false);
  assertEquals(setting.dropdown({ label, options: ["a", "b"] }).default, "a");
  assertEquals(setting.radio({ label, options: ["a", "b"] }).default, null);
  assertEquals(setting.generated({ label }).default, "");
  assertEquals(setting.custom({ label }).default, null);
});

Deno.test("secrets, and what the server generates, are masked; others are if they say so", () => {
  const label = "It";
  assertEquals(setting.secret({ label }).secret, true);
  assertEquals(setting.generated({ label }).secret, true);
  assertEquals(setting.longText({ label, secret: true }).secret, true);
  assertEquals(setting.custom({ label, secret: true }).secret, true);
  assertEquals(setting.text({ label }).secret, false);
  assertEquals(setting.generated({ label }).entry.secret, undefined);
});

Deno.test("what the server shows in the place of a secret is not taken for the secret", () => {
  const mask = "*".repeat(32);
  const problem =
    "expected the secret itself, not the asterisks that the server shows in its place";
  assertEquals(read(setting.secret({ label: "It" }), mask), problem);
  assertEquals(read(setting.longText({ label: "It", secret: true }), mask), problem);
  assertEquals(read(setting.text({ label: "It" }), mask), mask);
});

Deno.test("numbers are read from numbers and from texts, within their limits", () => {
  const limit = setting.number({ label: "Limit", default: 5, min: 1, max: 10 });
  const expected = "expected a whole number from 1 to 10";
  const cases: [StoredValue, unknown][] = [
    [7, 7],
    ["7", 7],
    [" 10 ", 10],
    ["", 5],
    [0, expected],
    ["11", expected],
    [1.5, expected],
    ["many", expected],
    ["0x5", expected],
    ["7e0", expected],
    [true, expected],
    [[7], expected],
  ];
  for (const [stored, value] of cases) assertEquals(read(limit, stored), value, `${stored}`);
  const ratio = setting.number({ label: "Ratio", fractions: true, max: 1 });
  assertEquals(read(ratio, "0.25"), 0.25);
  assertEquals(read(ratio, -0.5), -0.5);
  assertEquals(read(ratio, 2), "expected a number of 1 or less");
  assertEquals(
    read(setting.number({ label: "N", min: 0 }), -1),
    "expected a whole number of 0 or more",
  );
  assertEquals(read(setting.number({ label: "N" }), "x"), "expected a whole number");
});

Deno.test("yes and no are read from booleans and from Mattermost's texts for them", () => {
  const loud = setting.bool({ label: "Loud", default: true });
  assertEquals([false, true, "false", "TRUE", ""].map((it) => read(loud, it)), [
    false,
    true,
    false,
    true,
    true,
  ]);
  for (const stored of ["yes", 1, 0, {}]) {
    assertEquals(read(loud, stored), "expected true or false");
  }
});

Deno.test("a choice is one of the values, and an emptied one is the default", () => {
  const options = ["a", { value: "b", label: "Bee" }] as const;
  const letter = setting.dropdown({ label: "Letter", options, default: "b" });
  assertEquals(["a", "b", ""].map((it) => read(letter, it)), ["a", "b", "b"]);
  assertEquals(read(letter, "Bee"), 'expected one of "a", "b"');
  assertEquals(read(setting.radio({ label: "L", options: ["a"] }), 1), 'expected "a"');
  assertEquals(read(setting.radio({ label: "L", options: ["a"] }), ""), null);
});

Deno.test("a text is one, matches its pattern and passes its check; an emptied one is empty", () => {
  const word = setting.text({
    label: "Word",
    default: "hello",
    pattern: /^[a-z]*$/g,
    validate: (value) => value === "boo" ? "must be friendlier" : undefined,
  });
  assertEquals(["abc", "abc", ""].map((it) => read(word, it)), ["abc", "abc", ""]);
  assertEquals(read(word, "A"), "expected a text that matches /^[a-z]*$/");
  assertEquals(read(word, "boo"), "must be friendlier");
  assertEquals(read(setting.text({ label: "Word" }), 12), "expected a text");
});

Deno.test("what nobody has set fits, whatever the check says of an empty text", () => {
  const token = setting.secret({
    label: "Token",
    validate: (it) => it ? undefined : "must be set",
  });
  assertEquals(token.default, "");
  assertEquals(read(token, ""), "");
});

Deno.test("a check that throws or answers nonsense is a value that does not fit", () => {
  const throwing = setting.text({
    label: "It",
    validate: () => {
      throw new Error("boo");
    },
  });
  assertEquals(read(throwing, "x"), "validate() threw: boo");
  const odd = setting.text({ label: "It", validate: (() => false) as never });
  assertEquals(read(odd, "x"), "validate() must return a text or undefined, and returned false");
});

Deno.test("a schema makes the value that authors see, and says what is wrong", () => {
  const target = setting.text({ label: "It", default: "https://a.example/", validate: address });
  assertEquals(target.default.href, "https://a.example/");
  assertEquals(target.entry.default, "https://a.example/");
  assertEquals(read(target, "https://b.example/"), new URL("https://b.example/"));
  assertEquals(read(target, "nonsense"), "Not a URL; a.0: Too odd");
  const secret = setting.secret({ label: "It", validate: address });
  assertEquals([secret.default, read(secret, "")], ["", ""]);
  const custom = setting.custom({ label: "It", validate: address });
  assertEquals([custom.default, read(custom, "https://b.example/")], [
    null,
    new URL("https://b.example/"),
  ]);
});

Deno.test("validators that are functions are taken for what they are", () => {
  const callable = Object.assign(() => "not this", address);
  const target = setting.custom({ label: "It", validate: callable as never });
  assertEquals(read(target, "https://b.example/"), new URL("https://b.example/"));
});

Deno.test("a declaration that is wrong says where, what was expected and what was probably meant", () => {
  const label = "It";
  const wrong: [() => unknown, string][] = [
    [
      () => setting.text(undefined as never),
      "setting.text(): expected an object with its options, got undefined",
    ],
    [
      () => setting.text({} as never),
      "setting.text(): label: expected a text that is not empty, got undefined",
    ],
    [
      () => setting.text({ label, plceholder: "x" } as never),
      'setting.text(): there is no option "plceholder"; did you mean "placeholder"?',
    ],
    [
      () => setting.secret({ label, default: "hunter2" } as never),
      "setting.secret(): a secret has no default, since everybody can read the manifest",
    ],
    [
      () => setting.bool({ label, hosting: "here" as never }),
      'setting.bool(): hosting: expected "cloud" or "on-prem", got "here"',
    ],
    [
      () => setting.text({ label, key: "a.b" }),
      'setting.text(): key: expected a name of letters, digits, "_" and "-", got "a.b"',
    ],
    [
      () => setting.text({ label, validate: {} as never }),
      "setting.text(): validate: expected a function, or a validator that follows the Standard Schema, got an object",
    ],
    [
      () => setting.text({ label, default: "A", pattern: /^a$/ }),
      'setting.text({ label: "It" }): default: expected a text that matches /^a$/, got "A"',
    ],
    [
      () => setting.number({ label, default: "5" as never }),
      'setting.number({ label: "It" }): default: expected a number, got "5"',
    ],
    [
      () => setting.number({ label, default: 0.5 }),
      'setting.number({ label: "It" }): default: expected a whole number, got the number 0.5',
    ],
    [
      () => setting.number({ label, min: 5, max: 4 }),
      "setting.number(): min is 5, which is more than max, 4",
    ],
    [
      () => setting.bool({ label, default: "true" as never }),
      'setting.bool({ label: "It" }): default: expected true or false, got "true"',
    ],
    [
      () => setting.dropdown({ label, options: [] }),
      "setting.dropdown(): options: expected a list with a choice or more, got an array of 0",
    ],
    [
      () => setting.dropdown({ label, options: [""] }),
      "setting.dropdown(): options: expected texts, or { value, label } with texts that are not " +
      'empty, got ""',
    ],
    [
      () => setting.radio({ label, options: ["a", { value: "a", label: "b" }] }),
      'setting.radio(): options: "a" stands twice; remove one',
    ],
    [
      () => setting.radio({ label, options: ["a"], default: "b" as never }),
      'setting.radio({ label: "It" }): default: expected "a", got "b"',
    ],
    [
      () => setting.text({ label, validate: address }),
      'setting.text({ label: "It" }): default: Not a URL; a.0: Too odd, got ""; give a default ' +
      "that fits",
    ],
    [
      () =>
        setting.text({
          label,
          default: "x",
          validate: schemaOf(() => Promise.reject(new Error("never seen"))),
        }),
      'setting.text({ label: "It" }): default: its validator answers with a promise, and a ' +
      'setting cannot wait for one, got "x"',
    ],
    [
      () => setting.custom({ label, default: (() => {}) as never }),
      'setting.custom({ label: "It" }): default: expected JSON, got a function',
    ],
  ];
  for (const [declare, text] of wrong) {
    assertEquals(assertThrows(declare, TypeError).message, text);
  }
});
