/**
 * A plugin's bot account.
 *
 * @module
 */
import { openAssets } from "../assets/open_assets.ts";
import type { Bot } from "../plugin/context/bot.ts";
import type { Feature } from "../plugin/feature.ts";
import type { BotDeclaration } from "./bot_declaration.ts";
import { giveImage } from "./bot_image.ts";
import { ensureBot } from "./ensure_bot.ts";

/**
 * `context.bot`, and the account itself, which is there before `onActivate` runs.
 *
 * @param declared the bot, checked; undefined if the plugin declares none
 */
export function botFeature(declared: BotDeclaration | undefined): Feature {
  if (declared === undefined) {
    return { name: "bot", start: () => ({ context: { bot: () => undeclared } }) };
  }
  return {
    name: "bot",
    start({ bundleFolder }) {
      let userId: string | undefined;
      const bot: Bot = {
        get userId() {
          if (userId !== undefined) return userId;
          throw new TypeError(
            "bot.userId: the bot is not there yet; it is made before onActivate runs",
          );
        },
        username: declared.username,
      };
      return {
        context: { bot: () => bot },
        async activate(context) {
          userId = await ensureBot(declared, context);
          // Where there is no bundle, as in a test, there is no image either.
          if (declared.image === undefined || bundleFolder === null) return;
          await giveImage(declared.image, userId, openAssets(bundleFolder), context);
        },
      };
    },
  };
}

const undeclared: Bot = {
  get userId(): string {
    throw none("userId");
  },
  get username(): string {
    throw none("username");
  },
};

function none(property: string): TypeError {
  return new TypeError(
    `bot.${property}: the plugin declares no bot; add bot: { username: "…" } to definePlugin()`,
  );
}
