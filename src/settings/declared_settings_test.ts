import { assertEquals, assertThrows } from "@std/assert";
import { declareSettings } from "./declared_settings.ts";
import { section } from "./section.ts";
import { setting } from "./setting_kinds.ts";

const text = (label = "It") => setting.text({ label });

function refusal(settings: object, page?: object): string {
  return assertThrows(() => declareSettings(settings as never, page as never), TypeError).message;
}

Deno.test("the manifest has settings and sections in the order of their declaration", () => {
  const { schema, all } = declareSettings({
    first: text("First"),
    mail: section({
      title: "Mail",
      subtitle: "How it goes out",
      header: "Above",
      footer: "Below",
      custom: true,
      fallback: true,
      settings: { host: text("Host"), port: setting.number({ label: "Port" }) },
    }),
    last: setting.text({ label: "Last", key: "LastWord" }),
    empty: section({ title: "", custom: false, settings: {} }),
  }, { header: "Top", footer: "" });
  assertEquals(schema as unknown, {
    header: "Top",
    settings: [
      { key: "first", display_name: "First", type: "text" },
      { key: "LastWord", display_name: "Last", type: "text" },
    ],
    sections: [
      {
        key: "mail",
        title: "Mail",
        subtitle: "How it goes out",
        header: "Above",
        footer: "Below",
        custom: true,
        fallback: true,
        settings: [
          { key: "host", display_name: "Host", type: "text" },
          { key: "port", display_name: "Port", type: "number" },
        ],
      },
      { key: "empty", settings: [] },
    ],
  });
  assertEquals(all.map(({ name, key }) => [name, key]), [
    ["first", "first"],
    ["host", "host"],
    ["port", "port"],
    ["last", "LastWord"],
  ]);
});

Deno.test("a definition that says nothing about settings leaves the manifest as it is", () => {
  assertEquals(declareSettings().schema, undefined);
  assertEquals(declareSettings({}, {}).schema, undefined);
  assertEquals(declareSettings({}, { footer: "That is all." }).schema as unknown, {
    footer: "That is all.",
    settings: [],
  });
});

Deno.test("what is no setting is refused by name", () => {
  const expected = "expected what setting.text(), one of its siblings or section() returns, got";
  assertEquals(refusal([]), "definePlugin(): settings: expected an object, got an array of 0");
  assertEquals(
    refusal({ greeting: "Hello" }),
    `definePlugin(): settings.greeting: ${expected} "Hello"`,
  );
  assertEquals(
    refusal({ mail: section({ settings: { host: 5 as never } }) }),
    `definePlugin(): settings.mail.settings.host: ${expected} the number 5`,
  );
  assertEquals(
    refusal({ a: section({ settings: { b: section({ settings: {} }) as never } }) }),
    "definePlugin(): settings.a.settings.b: a section cannot stand in a section; write it beside " +
      "the other",
  );
  assertEquals(
    refusal({}, { haeder: "x" }),
    'definePlugin(): settingsPage: there is no option "haeder"; did you mean "header"?',
  );
  assertEquals(
    assertThrows(() => section({ title: "x" } as never), TypeError).message,
    "section(): settings: expected settings by their names, got undefined",
  );
});

Deno.test("names that the server would take for one, or that config could not tell apart, are refused", () => {
  const stored =
    'are both stored as "token", since the server lower-cases names; rename one of them';
  assertEquals(
    refusal({ token: text(), Token: text() }),
    `definePlugin(): settings: "token" and "Token" ${stored}`,
  );
  assertEquals(
    refusal({ token: text(), other: setting.text({ label: "It", key: "TOKEN" }) }),
    `definePlugin(): settings: "token" and "other" ${stored}`,
  );
  assertEquals(
    refusal({ token: text(), more: section({ settings: { toKen: text() } }) }),
    `definePlugin(): settings: "token" and "toKen" ${stored}`,
  );
  assertEquals(
    refusal({ token: text(), more: section({ settings: { token: text() } }) }),
    'definePlugin(): settings: "token" stands twice, since config has the settings of sections ' +
      "beside the others; rename one of them",
  );
  assertEquals(
    refusal({ "a.b": text() }),
    "definePlugin(): settings.a.b: expected a name that begins with a letter and has letters, " +
      'digits, "_" and "-" only, got "a.b"',
  );
});
