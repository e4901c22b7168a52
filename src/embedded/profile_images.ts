import { deflateSync } from "node:zlib";
import { crc32 } from "node:zlib";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { invalid, notFound } from "./app_error.ts";
import { findFile, removeStoredFile, writeStoredFile } from "./file_store.ts";
import { imageSize } from "./file_types.ts";
import { getTeam } from "./find_team.ts";
import type { Server } from "./server.ts";
import { getUser } from "./users.ts";

/** The API methods about the pictures of accounts and teams. */
export function profileImageMethods(server: Server): PluginAPIHandlers {
  return {
    getProfileImage: ({ userId }) => {
      const { id, username } = getUser(server, userId);
      return findFile(server, profilePath(id)) ?? plainImage(username);
    },
    setProfileImage: ({ userId, data }) => {
      const user = getUser(server, userId);
      requireImage(data, "SetProfileImage", "api.user.upload_profile_user.decode.app_error");
      writeStoredFile(server, profilePath(userId), data);
      user.lastPictureUpdate = user.updateAt = BigInt(server.now());
      server.tables.users.put(user);
      server.events.emit({ type: "user_updated", user });
    },
    getTeamIcon: ({ teamId }) => {
      const { id } = getTeam(server, teamId);
      const icon = findFile(server, iconPath(id));
      if (icon) return icon;
      throw notFound(
        "GetTeamIcon",
        "api.team.get_team_icon.read_file.app_error",
        "The team has none.",
      );
    },
    setTeamIcon: ({ teamId, data }) => {
      const team = getTeam(server, teamId);
      requireImage(data, "SetTeamIcon", "api.team.set_team_icon.decode.app_error");
      writeStoredFile(server, iconPath(teamId), data);
      team.lastTeamIconUpdate = BigInt(server.now());
      server.tables.teams.put(team);
    },
    removeTeamIcon: ({ teamId }) => {
      const team = getTeam(server, teamId);
      removeStoredFile(server, iconPath(teamId));
      team.lastTeamIconUpdate = 0n;
      server.tables.teams.put(team);
    },
  };
}

const profilePath = (userId: string) => `users/${userId}/profile.png`;
const iconPath = (teamId: string) => `teams/${teamId}/teamIcon.png`;

/** A server decodes images, and scales them; here they are kept as they are. */
function requireImage(data: Uint8Array, where: string, id: string): void {
  if (imageSize(data)) return;
  throw invalid(where, id, "The picture is none: a PNG, JPEG, GIF, BMP or WebP image is expected.");
}

/** What an account without a picture has: a square of 128 pixels in a colour of its name. */
function plainImage(username: string): Uint8Array {
  const colours = [0x4a90d9, 0xd94a4a, 0x4ad97a, 0xd9b44a, 0x8a4ad9, 0x4ad9d0];
  const sum = [...username].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const colour = colours[sum % colours.length] ?? 0;
  const side = 128;
  const row = new Uint8Array(1 + side * 3);
  for (let at = 1; at < row.length; at += 3) {
    row.set([colour >> 16, (colour >> 8) & 255, colour & 255], at);
  }
  const pixels = new Uint8Array(row.length * side);
  for (let line = 0; line < side; line++) pixels.set(row, line * row.length);
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  head.set([8, 2], 8); // 8 bits each of red, green and blue
  return joined([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk("IHDR", head),
    pngChunk("IDAT", deflateSync(pixels)),
    pngChunk("IEND", new Uint8Array()),
  ]);
}

function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([new TextEncoder().encode(name), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(named));
  const bytes = new Uint8Array(frame.buffer);
  return joined([bytes.subarray(0, 4), named, bytes.subarray(4)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
