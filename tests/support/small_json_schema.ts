/**
 * Checks a value against a JSON Schema, as far as the manifest's schema goes. It shares nothing with
 * the checks of the package, so that both can be compared.
 *
 * @module
 */

type Schema = Readonly<Record<string, unknown>>;

const KNOWN = new Set([
  ...["$schema", "$id", "title", "description", "examples", "default"],
  ...["type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum"],
  ...["items", "required", "properties", "additionalProperties", "anyOf", "const"],
]);

/** What the schema refuses, as `path: keyword`. */
export function refusedBySchema(schema: Schema, value: unknown, path = "$"): string[] {
  for (const keyword of Object.keys(schema)) {
    if (!KNOWN.has(keyword)) throw new Error(`the keyword ${keyword} is not known here`);
  }
  const found: string[] = [];
  const refuse = (keyword: string) => void found.push(`${path}: ${keyword}`);
  const { type, pattern, minLength, maxLength, minimum, maximum, items, required, properties } =
    schema;
  if (type !== undefined && !isType(value, String(type))) {
    refuse("type");
    return found;
  }
  if (Object.hasOwn(schema, "const") && value !== schema["const"]) refuse("const");
  const ways = (schema["anyOf"] as readonly Schema[] | undefined)?.map((way) =>
    refusedBySchema(way, value, path)
  );
  if (ways !== undefined && ways.every((way) => way.length > 0)) refuse("anyOf");
  const values = schema["enum"] as readonly unknown[] | undefined;
  if (values !== undefined && !values.includes(value)) refuse("enum");
  if (typeof value === "string") {
    // With u, as the standard asks.
    if (pattern !== undefined && !new RegExp(String(pattern), "u").test(value)) refuse("pattern");
    if (minLength !== undefined && value.length < Number(minLength)) refuse("minLength");
    if (maxLength !== undefined && value.length > Number(maxLength)) refuse("maxLength");
  }
  if (typeof value === "number") {
    if (minimum !== undefined && value < Number(minimum)) refuse("minimum");
    if (maximum !== undefined && value > Number(maximum)) refuse("maximum");
  }
  if (Array.isArray(value) && items !== undefined) {
    for (const [index, entry] of value.entries()) {
      found.push(...refusedBySchema(items as Schema, entry, `${path}[${index}]`));
    }
  }
  if (isType(value, "object")) {
    const object = value as Record<string, unknown>;
    for (const name of (required ?? []) as string[]) {
      if (!Object.hasOwn(object, name)) refuse(`required ${name}`);
    }
    for (const [name, inner] of Object.entries(object)) {
      const known = (properties as Record<string, Schema> | undefined)?.[name];
      const other = schema["additionalProperties"];
      if (known !== undefined) found.push(...refusedBySchema(known, inner, `${path}.${name}`));
      else if (other === false) refuse(`additionalProperties ${name}`);
      else if (other !== undefined) {
        found.push(...refusedBySchema(other as Schema, inner, `${path}.${name}`));
      }
    }
  }
  return found;
}

function isType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  return (typeof value as string) === type;
}
