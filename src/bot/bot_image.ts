/**
 * A bot's profile image, sent when it has changed.
 *
 * @module
 */
import { thrownText } from "../api/app_error.ts";
import type { Assets } from "../plugin/context/assets.ts";
import type { HookContext } from "../plugin/hook_context.ts";

/** Where the plugin keeps which image its bot was given: JSON, `{"userId":"…","sha256":"…"}`. */
export const BOT_IMAGE_KEY = "_plugin/bot_image";

/**
 * Sets the image, unless this account has been given the same one before. A server that does not
 * take it is no reason not to start: that is logged, and tried again when the plugin starts anew.
 *
 * @throws {Deno.errors.NotFound} if the bundle has no such file
 */
export async function giveImage(
  image: string,
  userId: string,
  assets: Assets,
  { api, log }: HookContext,
): Promise<void> {
  const data = await assets.bytes(image);
  const sha256 = new Uint8Array(await crypto.subtle.digest("SHA-256", data)).toHex();
  const given = new TextEncoder().encode(JSON.stringify({ userId, sha256 }));
  try {
    const before = await api.kvGet({ key: BOT_IMAGE_KEY });
    if (before !== null && new TextDecoder().decode(before) === new TextDecoder().decode(given)) {
      return;
    }
    await api.setProfileImage({ userId, data });
    await api.kvSet({ key: BOT_IMAGE_KEY, value: given });
  } catch (error) {
    log.warn(`the bot's image "${image}" could not be set: ${thrownText(error)}`, { error });
  }
}
