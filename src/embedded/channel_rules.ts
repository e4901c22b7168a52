import { type Channel, ChannelType } from "../contract/mod.ts";
import { internal, invalid } from "./app_error.ts";
import { isId } from "./store/ids.ts";
import { runeCount } from "./text.ts";

const channelNamePattern = /^[a-z0-9]+(?:[a-z0-9_-]+|(?:__)?)[a-z0-9]*$/;
/** A group channel is named after a digest, 40 hexadecimal digits; nothing else may be. */
const groupNamePattern = /^[0-9a-f]{40}$/;

/**
 * Checks a channel as Mattermost's `Channel.IsValid` does.
 *
 * @throws {ValidationError} Naming the field that is wrong.
 */
export function checkChannel(channel: Channel): void {
  const refuse = (field: string, message: string): never => {
    throw invalid("Channel.IsValid", `model.channel.is_valid.${field}.app_error`, message, {
      detailedError: `id=${channel.id}`,
    });
  };
  const limit = (field: string, value: string, most: number) => {
    const length = runeCount(value);
    if (length > most) {
      refuse(field, `A channel's ${field} has at most ${most} characters; this has ${length}.`);
    }
  };
  if (!isId(channel.id)) refuse("id", `"${channel.id}" is no id: 26 characters are expected.`);
  limit("display_name", channel.displayName, 64);
  if (!channelNamePattern.test(channel.name)) {
    refuse(
      "1_or_more",
      `The channel's name "${channel.name}" must have 1 to 64 of a-z, 0-9, "-" and "_", and begin ` +
        `with a letter or digit.`,
    );
  }
  if (channel.type === ChannelType.UNSPECIFIED) {
    refuse("type", "A channel's type is ChannelType.OPEN, PRIVATE, DIRECT or GROUP.");
  }
  limit("header", channel.header, 1024);
  limit("purpose", channel.purpose, 250);
  if (channel.name.length > 64) {
    // A real server leaves this to its database.
    throw internal(
      "CreateChannel",
      "app.channel.create_channel.internal_error",
      `A channel's name has at most 64 characters; this has ${channel.name.length}.`,
    );
  }
  if (channel.creatorId.length > 26) {
    refuse("creator_id", `The creator's id "${channel.creatorId}" is longer than 26 characters.`);
  }
  const named = channel.name.split("__");
  const looksDirect = named.length === 2 && named.every(isId);
  if (
    channel.type !== ChannelType.DIRECT && channel.type !== ChannelType.GROUP &&
    (looksDirect || groupNamePattern.test(channel.name))
  ) {
    refuse("name", `The channel's name "${channel.name}" is of the form of a direct channel's.`);
  }
}
