import { create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Status, StatusSchema } from "../contract/mod.ts";
import { invalid, notFound } from "./app_error.ts";
import type { Server } from "./server.ts";

const statuses: readonly string[] = ["online", "away", "offline", "dnd"];

/** The API methods about who is online. */
export function userStatusMethods(server: Server): PluginAPIHandlers {
  return {
    getUserStatus: ({ userId }) => getStatus(server, userId),
    getUserStatusesByIds: ({ userIds }) =>
      userIds.map((userId) =>
        server.tables.statuses.get(userId) ?? create(StatusSchema, { userId, status: "offline" })
      ),
    updateUserStatus: ({ userId, status }) => {
      if (!statuses.includes(status)) {
        throw invalid(
          "UpdateUserStatus",
          "plugin.api.update_user_status.bad_status",
          `There is no status "${status}": use ${statuses.join(", ")}.`,
          { detailedError: "unrecognized status" },
        );
      }
      return setStatus(server, userId, { status, manual: true });
    },
    setUserStatusTimedDND: ({ userId, endTime }) => {
      return setStatus(server, userId, { status: "dnd", manual: true, dndEndTime: endTime });
    },
  };
}

/** Sets a user's status; tells the listeners when it is another one than before. */
export function setStatus(
  server: Server,
  userId: string,
  change: Pick<Status, "status"> & Partial<Pick<Status, "manual" | "dndEndTime">>,
): Status {
  const { statuses } = server.tables;
  const before = statuses.get(userId);
  const status = create(StatusSchema, {
    userId,
    // To be put online is a sign of life; to be put elsewhere is none.
    lastActivityAt: change.status === "online"
      ? BigInt(server.now())
      : before?.lastActivityAt ?? 0n,
    prevStatus: before?.status ?? "",
    ...change,
  });
  statuses.put(status);
  if (before?.status !== status.status) server.events.emit({ type: "status_change", status });
  return status;
}

function getStatus(server: Server, userId: string): Status {
  const status = server.tables.statuses.get(userId);
  if (!status) {
    throw notFound(
      "GetStatus",
      "app.status.get.missing.app_error",
      `The user "${userId}" has no status: they were never online.`,
    );
  }
  // A timed "do not disturb" (Unix seconds) that is over is no longer one.
  if (status.dndEndTime > 0n && status.dndEndTime * 1000n <= BigInt(server.now())) {
    return setStatus(server, userId, { status: status.prevStatus || "online" });
  }
  return status;
}
