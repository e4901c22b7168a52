import { assertEquals, assertThrows } from "@std/assert";
import { definePlugin } from "../define/define_plugin.ts";
import { arg } from "./arg.ts";
import { command, subcommand } from "./subcommand.ts";

const run = () => {};
const ok = subcommand({ description: "Does it", run });

function refusal(commands: unknown): string {
  const text = assertThrows(() => definePlugin({ commands } as never), TypeError).message;
  return text.replace("definePlugin(): ", "");
}

const withArgs = (args: unknown) =>
  refusal({ todo: subcommand({ description: "d", args, run } as never) });
const thrown = (make: () => unknown) => assertThrows(make, TypeError).message;

Deno.test("a trigger is what can be typed after the slash", () => {
  assertEquals(refusal({ "/todo": ok }), 'commands./todo: leave the slash out: "todo"');
  assertEquals(
    refusal({ Todo: ok }),
    'commands.Todo: "Todo" must be in lower case: "todo"; people may type it in any case',
  );
  assertEquals(
    refusal({ "to do": ok }),
    'commands.to do: "to do" is no trigger: expected 1 to 128 letters (a to z), digits, ".", "_", ' +
      '"-" or "/"',
  );
  assertEquals(refusal({ ["x".repeat(129)]: ok }).includes("1 to 128"), true);
  definePlugin({ commands: { "a.b/c-d_e": ok, ["x".repeat(128)]: ok } });
});

Deno.test("the names of subcommands are single words, of any script", () => {
  const group = (name: string) => ({ todo: { description: "d", subcommands: { [name]: ok } } });
  definePlugin({ commands: group("löschen") });
  assertEquals(
    refusal(group("a b")),
    'commands.todo.subcommands.a b: "a b" is no name of a subcommand: expected a letter or digit, ' +
      'and then letters, digits, ".", "_" or "-", at most 128 in all',
  );
  for (const name of ["..", "--x", "a/b", ""]) {
    assertEquals(refusal(group(name)).includes("is no name of a subcommand"), true, name);
  }
  assertEquals(refusal(group("Add")).includes('must be in lower case: "add"'), true);
});

Deno.test("two commands, or two subcommands, never share a name or an alias", () => {
  const named = (...aliases: string[]) => subcommand({ description: "d", aliases, run });
  assertEquals(
    refusal({ todo: named("t"), timer: named("t") }),
    'commands: "t" is a name of "todo" and of "timer"; give one of them another',
  );
  assertEquals(
    refusal({ todo: { description: "d", subcommands: { add: named(), plus: named("add") } } }),
    'commands.todo.subcommands: "add" is a name of "add" and of "plus"; give one of them another',
  );
  assertEquals(
    refusal({ todo: named("todo") }),
    'commands: "todo" has the name "todo" twice; leave one of them out',
  );
  assertEquals(refusal({ todo: named("T") }).startsWith("commands.todo.aliases: "), true);
  assertEquals(
    refusal({ todo: subcommand({ description: "d", aliases: "t" as never, run }) }),
    'commands.todo.aliases: expected a list of names, got "t"',
  );
});

Deno.test("what is no command says what one is", () => {
  assertEquals(refusal([]), "commands: expected an object, got an array of 0");
  assertEquals(refusal({ todo: 5 }), "commands.todo: expected an object, got the number 5");
  assertEquals(
    refusal({ todo: run }),
    "commands.todo: expected subcommand({ description, run }) or { description, subcommands }, " +
      "got a function",
  );
  assertEquals(
    refusal({ todo: { description: "d" } }),
    "commands.todo: subcommands is missing; a command that has none is made by subcommand({ … })",
  );
  assertEquals(
    refusal({
      todo: { description: "d", subcommands: { add: { description: "d", args: {}, run } } },
    }),
    "commands.todo.subcommands.add: what has args is made by subcommand({ description, args, run })",
  );
  assertEquals(
    refusal({ todo: { description: "d", subcommands: {} } }),
    "commands.todo.subcommands: there is none; a command needs at least one, or a run",
  );
  assertEquals(
    refusal({ todo: { description: "d", subcomands: { ok } } }),
    'commands.todo: there is no option "subcomands"; did you mean "subcommands"?',
  );
  assertEquals(
    refusal({ todo: { description: "  ", subcommands: { ok } } }),
    'commands.todo.description: expected a text, got "  "',
  );
  assertEquals(
    refusal({
      todo: { description: "d", subcommands: { ok: command({ description: "d", run }) } },
    }),
    "commands.todo.subcommands.ok: command() makes commands; what follows one is made by subcommand()",
  );
  assertEquals(
    refusal({ todo: { description: "d", subcommands: { a: { description: "d", teams: [] } } } }),
    'commands.todo.subcommands.a: there is no option "teams"; it knows description, hint, aliases, ' +
      "hidden, adminOnly, permission, subcommands, run",
  );
});

Deno.test("options that do not exist, or are of the wrong kind, are refused where they are written", () => {
  assertEquals(
    thrown(() => subcommand({ descriptoin: "d", run } as never)),
    'subcommand(): there is no option "descriptoin"; did you mean "description"?',
  );
  assertEquals(
    thrown(() => subcommand({ description: "d" } as never)),
    "subcommand(): run is missing, the function that does it",
  );
  assertEquals(
    thrown(() => subcommand({ description: "d", run, hidden: "yes" } as never)),
    'subcommand(): hidden: expected true or false, got "yes"',
  );
  assertEquals(
    thrown(() => subcommand({ description: "d", run, teams: ["a"] } as never)),
    'subcommand(): only commands have "teams"; make this one with command()',
  );
});

Deno.test("permissions, teams and icons are checked", () => {
  const facts = (more: object) => refusal({ todo: command({ description: "d", run, ...more }) });
  assertEquals(
    facts({ permission: "manage_team" }),
    "commands.todo.permission: expected a function, or the ids of permissions such as " +
      '{ team: "manage_team" }, got "manage_team"',
  );
  assertEquals(
    facts({ permission: { teem: "manage_team" } }),
    'commands.todo.permission: there is no option "teem"; did you mean "team"?',
  );
  assertEquals(facts({ permission: {} }).includes("it names none"), true);
  assertEquals(
    facts({ permission: { team: "Manage team" } }),
    `commands.todo.permission: expected a permission's id, such as "manage_team", got "Manage team"`,
  );
  assertEquals(facts({ teams: "a" }).startsWith("commands.todo.teams: expected a list"), true);
  assertEquals(facts({ icon: "icon.svg" }).includes("the text of an SVG file"), true);
});

Deno.test("arguments stand in an order in which they can be reached", () => {
  assertEquals(
    withArgs({ text: arg.rest(), n: arg.number() }),
    'commands.todo.args.text: arg.rest() takes all that follows, so "n" would never be reached; ' +
      'write it last, or give "n" by name with named: true',
  );
  assertEquals(
    withArgs({ a: arg.text({ optional: true }), b: arg.text() }),
    'commands.todo.args.b: it must be typed, but "a" before it may be left out; write it first, or ' +
      'give "a" by name with named: true',
  );
  definePlugin({
    commands: {
      todo: subcommand({
        description: "d",
        args: {
          a: arg.text({ optional: true, named: true }),
          b: arg.text(),
          c: arg.number({ named: true }),
          d: arg.rest({ optional: true }),
          e: arg.boolean(),
        },
        run,
      }),
    },
  });
});

Deno.test("the names of arguments differ when they are typed", () => {
  assertEquals(
    withArgs({ dueDate: arg.text(), duedate: arg.text() }),
    'commands.todo.args: "dueDate" and "duedate" are the same when they are typed; rename one of them',
  );
  assertEquals(withArgs({ up: arg.boolean(), noUp: arg.boolean() }).includes("are the same"), true);
  assertEquals(
    withArgs({ "due-date": arg.text() }),
    'commands.todo.args.due-date: "due-date" is no name: expected a letter (a to z), and then ' +
      'letters, digits or "_"',
  );
  assertEquals(
    withArgs({ text: "text" }),
    'commands.todo.args.text: expected arg.text(), arg.number() and so on, got "text"',
  );
});

Deno.test("what an argument cannot be is refused where it is made", () => {
  assertEquals(
    thrown(() => arg.text({ maxLenght: 5 } as never)),
    'arg.text(): there is no option "maxLenght"; did you mean "maxLength"?',
  );
  assertEquals(
    thrown(() => arg.text({ maxLength: 0 })),
    "arg.text(): maxLength: expected a whole number above 0, got the number 0",
  );
  assertEquals(thrown(() => arg.text({ pattern: /a/g })).includes("flags g and y"), true);
  assertEquals(
    thrown(() => arg.number({ min: 5, max: 1 })),
    "arg.number(): min is 5 and max is 1; min must not be above max",
  );
  assertEquals(
    thrown(() => arg.number({ default: "5" as never })),
    'arg.number(): default: expected a number, got "5"',
  );
  assertEquals(
    thrown(() => arg.text({ default: "x", optional: true } as never)).includes(
      'leave "optional" out',
    ),
    true,
  );
  assertEquals(thrown(() => arg.choice([])), "arg.choice(): the list of values is empty");
  assertEquals(
    thrown(() => arg.choice(["a", "A"])),
    'arg.choice(): the value "A" is there twice',
  );
  assertEquals(
    thrown(() => arg.choice(["a", ""])),
    'arg.choice(): values[1]: value: expected a text, got ""',
  );
  assertEquals(
    thrown(() => arg.choice(["a", "b"], { default: "c" as never })),
    'arg.choice(): default: expected one of "a", "b", got "c"',
  );
  assertEquals(
    thrown(() => arg.choice(["a"], { anyValue: true } as never)).includes('no option "anyValue"'),
    true,
  );
});
