import { manifestShape } from "./manifest_table.ts";
import type { Shape } from "./manifest_shape.ts";
import { PACKAGE_NAME } from "./own_package.ts";
import { PACKAGE_VERSION } from "./package_version.ts";

/** Where the schema lies in this package. */
export const MANIFEST_SCHEMA_FILE = "schema/plugin.schema.json";

/** The address of the schema of this version, for `$schema` in a manifest. */
export const MANIFEST_SCHEMA_URL: string =
  `https://jsr.io/${PACKAGE_NAME}/${PACKAGE_VERSION}/${MANIFEST_SCHEMA_FILE}`;

/**
 * The JSON Schema of manifests, draft 7, which editors know: it completes and checks while one
 * writes. It is written from the table that `check` reads, and says less: not what several values
 * mean together.
 */
export function manifestSchema(): Record<string, unknown> {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: MANIFEST_SCHEMA_URL,
    title: "Manifest of a Mattermost plugin",
    ...schemaOf(manifestShape),
  };
}

/** The text of {@linkcode MANIFEST_SCHEMA_FILE}. */
export function formatManifestSchema(): string {
  return JSON.stringify(manifestSchema(), null, 2) + "\n";
}

function schemaOf(shape: Shape): Record<string, unknown> {
  if (shape.orTrue) {
    const { description, examples, orTrue: _, ...rest } = shape;
    const own = { description, ...examples === undefined ? {} : { examples } };
    const { description: _said, ...value } = schemaOf({ ...rest, description });
    return { ...own, anyOf: [value, { const: true }] };
  }
  const { fields, values, closed, choices, items, pattern } = shape;
  const required = Object.entries(fields ?? {}).filter(([, field]) => field.required);
  const entries: [string, unknown][] = [
    ["type", shape.type],
    ["description", shape.description],
    ["examples", shape.examples],
    ["default", shape.default],
    ["minLength", shape.minLength],
    ["maxLength", shape.maxLength],
    ["pattern", pattern?.source],
    ["enum", choices],
    ["minimum", shape.minimum],
    ["maximum", shape.maximum],
    ["items", items && schemaOf(items)],
    ["required", required.length > 0 ? required.map(([name]) => name) : undefined],
    [
      "properties",
      fields && Object.keys(fields).length > 0
        ? Object.fromEntries(Object.entries(fields).map(([name, it]) => [name, schemaOf(it)]))
        : undefined,
    ],
    ["additionalProperties", closed ? false : values && schemaOf(values)],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
