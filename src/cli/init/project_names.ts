/** What a new plugin is called, where. */
export interface ProjectNames {
  /** The id, such as `com.example.word-guard`. */
  readonly id: string;
  /** The name that people see, such as `Word Guard`. */
  readonly name: string;
  /** The slash command, such as `word-guard`. */
  readonly trigger: string;
}

/** What is wrong with an id; undefined if nothing is. */
export { wrongId } from "../../bundle/manifest_table.ts";

/** The id that a folder's name suggests. */
export function suggestId(folder: string): string {
  return `com.example.${slug(folder)}`;
}

/** The name for people that a folder's name suggests. */
export function suggestName(folder: string): string {
  return slug(folder).split(/[-_.]+/).filter((word) => word !== "")
    .map((word) => word[0]?.toUpperCase() + word.slice(1)).join(" ");
}

/** The slash command of a plugin with this id: its last part. */
export function triggerOf(id: string): string {
  return slug(id.split(".").at(-1) ?? "");
}

function slug(text: string): string {
  const ascii = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return ascii.replace(/[^a-z0-9_-]+/g, "-").replace(/^[-_]+|[-_]+$/g, "") || "plugin";
}
