/**
 * What a plugin declares as its bot.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { suggestion } from "../api/option_names.ts";
import { checkAssetPath } from "../assets/asset_path.ts";

/** The bot account of a plugin. */
export interface BotDeclaration {
  /** Its name, without the `@`: 1 to 64 of `a-z`, `0-9`, `.`, `-` and `_`. */
  readonly username: string;
  /** The name that people see. Default: the username. */
  readonly displayName?: string | undefined;
  /** What it does; up to 1024 characters. */
  readonly description?: string | undefined;
  /**
   * Its profile image, a path below the bundle's folder `assets`: PNG, JPEG, GIF, BMP or WebP. The
   * server scales it to a square. Default: the one that the server makes from the name.
   */
  readonly image?: string | undefined;
}

const names: readonly (keyof BotDeclaration)[] = [
  "username",
  "displayName",
  "description",
  "image",
];

/** Names that are mentions or parts of the system, so nobody can have them. */
const reserved: readonly string[] = ["all", "channel", "here", "matterbot", "system"];

/**
 * Checks a declaration, by the rules that the server has for accounts of bots.
 *
 * @throws {TypeError} with what was wrong, and what was expected
 */
export function checkBot(bot: BotDeclaration): void {
  const where = "definePlugin(): bot";
  if (typeof bot !== "object" || bot === null || Array.isArray(bot)) {
    throw new TypeError(`${where}: expected { username: "…" }, got ${shown(bot)}`);
  }
  for (const name of Object.keys(bot)) {
    if ((names as readonly string[]).includes(name)) continue;
    throw new TypeError(`${where}: there is no "${name}"; ${suggestion(name, names)}`);
  }
  const { username, displayName, description, image } = bot;
  if (typeof username !== "string" || !/^[a-z0-9._-]{1,64}$/.test(username)) {
    throw new TypeError(
      `${where}.username: expected 1 to 64 of a-z, 0-9, ".", "-" and "_", got ${shown(username)}`,
    );
  }
  if (reserved.includes(username)) {
    throw new TypeError(`${where}.username: "${username}" is reserved by Mattermost`);
  }
  for (const [name, text] of Object.entries({ displayName, description })) {
    if (text !== undefined && typeof text !== "string") {
      throw new TypeError(`${where}.${name}: expected a text, got ${shown(text)}`);
    }
  }
  const length = [...description ?? ""].length;
  if (length > 1024) {
    throw new TypeError(
      `${where}.description: expected at most 1024 characters, got ${length}`,
    );
  }
  if (image !== undefined) checkAssetPath(image, `${where}.image`);
}
