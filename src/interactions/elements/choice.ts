/**
 * Elements in which people choose.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import { Mismatch, shown } from "../../api/mismatch.ts";
import type { MenuOption } from "../../plugin/context/interactive.ts";
import type { UserContext } from "../../plugin/context/user_context.ts";
import type { Text } from "../../plugin/context/translate.ts";
import type { Awaitable } from "../../plugin/hook_types.ts";
import { menuOptions } from "../menu_options.ts";
import {
  boolean,
  common,
  createElement,
  defaultText,
  type DialogInput,
  type ElementOptions,
  type ElementParts,
  type Given,
  type OptionalElementOptions,
  type Read,
  type ReadingContext,
  refused,
} from "./element.ts";

/** One value, or a list of them: empty where nothing was chosen. */
export type Chosen<
  Value,
  Optional extends boolean,
  Multiple extends boolean,
> = Multiple extends true ? readonly Value[] : Given<Value, Optional>;

/** A choice: a text that stands for itself, or a text with a value. */
export type Choice<Value extends string> = Value | {
  /** What people see. */
  readonly text: Text;
  /** What comes back. */
  readonly value: Value;
};

/** An element with a list that opens. */
export interface SelectElementOptions<
  Value extends string,
  Optional extends boolean,
  Multiple extends boolean,
> extends OptionalElementOptions<Optional> {
  /** The choices. */
  readonly options: readonly Choice<Value>[];
  /**
   * Whether several can be chosen; the value is then an array. Mattermost 11; older clients let
   * people choose one. Default: false.
   */
  readonly multiple?: Multiple | undefined;
  /** What is chosen at the beginning. Default: nothing. */
  readonly default?: NoInfer<Value> | readonly NoInfer<Value>[] | undefined;
}

/** An element whose choices Mattermost knows. */
export interface SourceElementOptions<Optional extends boolean, Multiple extends boolean>
  extends OptionalElementOptions<Optional> {
  /**
   * Whether several can be chosen; the value is then an array. Mattermost 11; older clients let
   * people choose one. Default: false.
   */
  readonly multiple?: Multiple | undefined;
  /** The id that is chosen at the beginning, or several. Default: nothing. */
  readonly default?: string | readonly string[] | undefined;
}

/** An element whose choices are found while people type. */
export interface DynamicElementOptions<Optional extends boolean, Multiple extends boolean>
  extends OptionalElementOptions<Optional> {
  /**
   * Finds choices for what was typed; for an empty text, those to begin with. What it has not
   * offered to this person is refused when it comes back.
   */
  readonly search: (
    query: string,
    context: UserContext,
  ) => Awaitable<readonly (string | MenuOption<Text>)[]>;
  /** Whether several can be chosen; the value is then an array. Default: false. */
  readonly multiple?: Multiple | undefined;
}

/** An element with all choices in sight. */
export interface RadioElementOptions<Value extends string, Optional extends boolean>
  extends OptionalElementOptions<Optional> {
  /** The choices. */
  readonly options: readonly Choice<Value>[];
  /** What is chosen at the beginning. Default: nothing. */
  readonly default?: NoInfer<Value> | undefined;
}

/** A box to tick. */
export interface BoolElementOptions extends ElementOptions {
  /** The text beside the box, at most 150 bytes. */
  readonly placeholder?: Text | undefined;
  /** Whether it is ticked at the beginning. Default: false. */
  readonly default?: boolean | undefined;
  /** Whether it must be ticked, as for consent. Default: false. */
  readonly mustBeTicked?: boolean | undefined;
}

const notOffered = "This is none of the choices.";

/** A list to choose from. */
export function selectElement<
  const Value extends string,
  const Optional extends boolean = false,
  const Multiple extends boolean = false,
>(
  options: SelectElementOptions<Value, Optional, Multiple>,
): DialogInput<Chosen<Value, Optional, Multiple>> {
  const where = "element.select()";
  const known = ["optional", "placeholder", "default", "options", "multiple"];
  const { texts, optional } = common(where, options, known, 3000);
  const list = menuOptions(options.options, where);
  const values = new Set(list.map(({ value }) => value));
  const split = [...values].find((value) => options.multiple && value.includes(","));
  if (split !== undefined) {
    throw new TypeError(
      `${where}: options: the value ${shown(split)} has a comma, by which Mattermost separates ` +
        "several values",
    );
  }
  return createElement(chooser(where, options, {
    wire: { optional },
    texts: { ...texts, options: list },
    knows: (value) => values.has(value),
    accept: (value) => values.has(value) ? value : undefined,
  }));
}

/** All choices in sight. */
export function radioElement<const Value extends string, const Optional extends boolean = false>(
  options: RadioElementOptions<Value, Optional>,
): DialogInput<Given<Value, Optional>> {
  const where = "element.radio()";
  const known = ["optional", "placeholder", "default", "options"];
  const { texts, optional } = common(where, options, known);
  const list = menuOptions(options.options, where);
  const values = new Set(list.map(({ value }) => value));
  const parts = chooser(where, { default: options.default }, {
    wire: { optional },
    texts: { ...texts, options: list },
    knows: (value) => values.has(value),
    accept: (value) => values.has(value) ? value : undefined,
  });
  return createElement({ ...parts, wire: { ...parts.wire, type: "radio" } });
}

/** A person of the server; the value is their id. */
export function userElement<
  const Optional extends boolean = false,
  const Multiple extends boolean = false,
>(
  options: SourceElementOptions<Optional, Multiple>,
): DialogInput<Chosen<string, Optional, Multiple>> {
  return createElement(
    source("element.user()", options, "users", (id, context) => context.userExists(id)),
  );
}

/** A channel that the person can see; the value is its id. */
export function channelElement<
  const Optional extends boolean = false,
  const Multiple extends boolean = false,
>(
  options: SourceElementOptions<Optional, Multiple>,
): DialogInput<Chosen<string, Optional, Multiple>> {
  return createElement(
    source(
      "element.channel()",
      options,
      "channels",
      (id, context) => context.canSeeChannel(id),
    ),
  );
}

/** A list whose choices are found while people type. Mattermost 11. */
export function dynamicElement<
  const Optional extends boolean = false,
  const Multiple extends boolean = false,
>(
  options: DynamicElementOptions<Optional, Multiple>,
): DialogInput<Chosen<string, Optional, Multiple>> {
  const where = "element.dynamic()";
  const known = ["optional", "placeholder", "search", "multiple"];
  const { texts, optional } = common(where, options, known, 3000);
  const { search } = options;
  if (typeof search !== "function") {
    throw new TypeError(`${where}: search: expected a function, got ${shown(search)}`);
  }
  const parts = chooser(where, { multiple: options.multiple }, {
    wire: { optional, dataSource: "dynamic" },
    texts,
    knows: () => false,
    accept: (value, context) => context.offered(value),
  });
  return createElement({
    ...parts,
    search,
    toDefault() {
      throw new Mismatch("what is found by searching cannot be chosen at the beginning");
    },
  });
}

/** A box to tick: true or false, never missing. */
export function boolElement(options: BoolElementOptions): DialogInput<boolean> {
  const where = "element.bool()";
  const { texts } = common(where, options, ["placeholder", "default", "mustBeTicked"]);
  const mustBeTicked = boolean(where, "mustBeTicked", options.mustBeTicked ?? false);
  const toDefault = (value: unknown) => {
    if (typeof value === "boolean") return String(value);
    throw new Mismatch(`expected a boolean, got ${shown(value)}`);
  };
  const accept = (value: boolean): Read =>
    mustBeTicked && !value ? refused("This must be ticked.") : { value };
  return createElement({
    texts,
    wire: {
      type: "bool",
      // What Mattermost requires of a box is that it is ticked.
      optional: !mustBeTicked,
      default: defaultText(where, options.default, toDefault, 5),
    },
    toDefault,
    ...(mustBeTicked ? {} : { empty: { value: false } }),
    read(raw) {
      if (typeof raw === "boolean") return accept(raw);
      if (raw === "true" || raw === "false") return accept(raw === "true");
      return refused("This must be ticked or not.");
    },
  });
}

function source(
  where: string,
  options: SourceElementOptions<boolean, boolean>,
  dataSource: "users" | "channels",
  check: (id: string, context: ReadingContext) => Promise<boolean>,
): ElementParts {
  const known = ["optional", "placeholder", "default", "multiple"];
  const { texts, optional } = common(where, options, known, 3000);
  return chooser(where, options, {
    texts,
    wire: { optional, dataSource },
    knows: (id) => /^[a-z0-9]{26}$/.test(id),
    accept: async (id, context) => await check(id, context) ? id : undefined,
  });
}

interface Chooser {
  readonly texts: ElementParts["texts"];
  readonly wire: ElementParts["wire"];
  /** Whether it can be chosen at the beginning. */
  readonly knows: (value: string) => boolean;
  /** What a value that came back stands for; undefined if it cannot be chosen. */
  readonly accept: (value: string, context: ReadingContext) => Awaitable<string | undefined>;
}

function chooser(
  where: string,
  options: { readonly multiple?: boolean | undefined; readonly default?: unknown },
  { texts, wire, knows, accept }: Chooser,
): ElementParts {
  const multiple = boolean(where, "multiple", options.multiple ?? false);
  const one = (value: unknown) => {
    if (typeof value === "string" && knows(value)) return value;
    throw new Mismatch(`${shown(value)} is none of the choices`);
  };
  const toDefault = (value: unknown) =>
    multiple && Array.isArray(value) ? value.map(one).join(",") : one(value);
  return {
    texts,
    wire: {
      ...wire,
      type: "select",
      multiselect: multiple,
      default: defaultText(where, options.default, toDefault, 3000),
    },
    toDefault,
    ...(multiple ? { empty: { value: [] } } : {}),
    async read(raw, context) {
      const given = multiple ? listOf(raw) : [raw];
      const values: string[] = [];
      for (const each of given) {
        const value = typeof each === "string" ? await accept(each, context) : undefined;
        if (value === undefined) return refused(notOffered);
        if (!values.includes(value)) values.push(value);
      }
      return { value: multiple ? values : values[0] };
    },
  };
}

/** Some clients send a list, others its members in one text; old ones send the only one. */
function listOf(raw: JsonValue): readonly JsonValue[] {
  if (Array.isArray(raw)) return raw;
  return typeof raw === "string" ? raw.split(",") : [raw];
}
