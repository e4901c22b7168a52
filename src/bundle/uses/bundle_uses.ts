/**
 * What a bundled plugin uses of the server and of the machine, found in its code.
 *
 * @module
 */
import { type Access, accessesIn } from "./accesses.ts";
import { apiUses, type NamedUse } from "./api_uses.ts";
import { contextUses } from "./context_uses.ts";
import { declaredNames } from "./declared_names.ts";
import { CONTEXT_ROOMS, FUNCTION_METHODS, methodsOf, PART_ROOMS } from "./feature_methods.ts";
import { parseCode, type ParsedCode } from "./parsed_code.ts";
import { type CodePlace, placesIn } from "./places.ts";
import { createTracer } from "./trace.ts";

/** Something that is used, and where it is used first. */
export interface PlacedUse {
  /** Its name. */
  readonly name: string;
  /** Where it stands in the author's files. */
  readonly place: CodePlace;
}

/** Something of this package that an author uses, and what it calls for that. */
export interface FeatureUse extends PlacedUse {
  /** Methods of the plugin API. */
  readonly methods: readonly string[];
}

/** An access to something outside of the plugin API. */
export interface PlacedAccess extends Omit<Access, "offset"> {
  /** Where it stands in the author's files. */
  readonly place: CodePlace;
}

/** What a bundled plugin uses. */
export interface BundleUses {
  /** Methods of the plugin API that the author's code and libraries use, by name. */
  readonly methods: readonly PlacedUse[];
  /** Where the name of a method is worked out while the plugin runs, so that it cannot be known. */
  readonly computed: readonly CodePlace[];
  /** What this package does for the author, and which methods it calls for that, by name. */
  readonly features: readonly FeatureUse[];
  /** Hooks, as far as the definition is written out; what was loaded knows them all. */
  readonly hooks: readonly PlacedUse[];
  /** Properties of contexts, such as `database`. */
  readonly context: readonly PlacedUse[];
  /** What needs a permission. */
  readonly accesses: readonly PlacedAccess[];
  /** All texts in the code, and names that stand for texts. */
  readonly texts: ReadonlySet<string>;
}

/** What is known beside the code. */
export interface BundleUsesOptions {
  /** The source map's text. */
  readonly sourceMap?: string | undefined;
  /** The bundle's own name, for what the source map does not lead further. Default: `plugin.js`. */
  readonly file?: string | undefined;
}

/**
 * Finds what a bundled plugin uses.
 *
 * @param text the bundle's `plugin.js`
 * @throws {SyntaxError} if it is no JavaScript
 */
export function findBundleUses(text: string, options: BundleUsesOptions = {}): BundleUses {
  const code = parseCode(text);
  const tracer = createTracer(code);
  const place = placesIn(text, options.sourceMap, options.file ?? "plugin.js");
  const placed = ({ name, offset }: NamedUse): PlacedUse => ({ name, place: place(offset) });
  const { methods, computed } = apiUses(tracer);
  const { hooks, parts } = declaredNames(tracer);
  const context = contextUses(tracer);
  const features = [
    ...parts.map((use) => ({ use, methods: methodsOf(named(PART_ROOMS, use.name)) })),
    ...inOrder(context).map((use) => ({ use, methods: methodsOf(named(CONTEXT_ROOMS, use.name)) })),
    ...functionUses(code).map((use) => ({ use, methods: FUNCTION_METHODS[use.name] ?? [] })),
  ].filter(({ use, methods }) => methods.length > 0 && use.name !== "");
  return {
    methods: firstOfEach(inOrder(methods).map(placed)),
    computed: computed.map(place),
    features: firstOfEach(features.map(({ use, methods }) => ({ ...placed(use), methods }))),
    hooks: firstOfEach(hooks.map(placed)),
    context: firstOfEach(inOrder(context).map(placed)),
    accesses: accessesIn(tracer).map(({ offset, ...access }) => ({
      ...access,
      place: place(offset),
    })),
    texts: textsIn(code),
  };
}

/** A table's entry; `constructor` and what else every object has is none. */
function named<Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function inOrder(uses: readonly NamedUse[]): readonly NamedUse[] {
  return uses.toSorted((a, b) => a.offset - b.offset);
}

/** The first use of each name, by name. */
function firstOfEach<Use extends PlacedUse>(uses: readonly Use[]): readonly Use[] {
  const found = new Map<string, Use>();
  for (const use of uses) if (!found.has(use.name)) found.set(use.name, use);
  return [...found.values()].toSorted((a, b) => a.name < b.name ? -1 : 1);
}

/** Functions of this package that an author names. The bundler may have put a number behind. */
function functionUses(code: ParsedCode): readonly NamedUse[] {
  return code.all("Identifier").flatMap((node) => {
    const name = node.name.replace(/\d+$/, "");
    if (!Object.hasOwn(FUNCTION_METHODS, name)) return [];
    if (code.partAt(node.start).origin !== "author") return [];
    const declared = code.variableOf(node)?.identifiers[0] as unknown as typeof node | undefined;
    return declared !== undefined && code.partAt(declared.start).origin === "package"
      ? [{ name, offset: node.start }]
      : [];
  });
}

function textsIn(code: ParsedCode): ReadonlySet<string> {
  const isTheirs = ({ start }: { readonly start: number }) =>
    code.partAt(start).origin !== "package";
  return new Set([
    ...code.all("Literal").filter(isTheirs)
      .flatMap(({ value }) => typeof value === "string" ? [value] : []),
    ...code.all("TemplateElement").filter(isTheirs).map(({ value }) => value.cooked ?? ""),
    ...code.all("MemberExpression").filter(isTheirs)
      .flatMap(({ property }) => property.type === "Identifier" ? [property.name] : []),
    ...code.all("Property").filter(isTheirs)
      .flatMap(({ key }) => key.type === "Identifier" ? [key.name] : []),
  ]);
}
