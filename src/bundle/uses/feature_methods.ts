/**
 * Which methods of the plugin API this package calls for what an author declares and uses. A test
 * holds it to the code.
 *
 * @module
 */

/** What each room of this package calls by itself. */
export const ROOM_METHODS = {
  bot: ["ensureBotUser", "getBot", "kvGet", "kvSet", "patchBot", "setProfileImage"],
  commands: [
    ...["getChannel", "getChannelByName", "getChannelByNameForTeamName", "getTeam"],
    ...["getTeamByName", "getUser", "getUserByUsername", "hasPermissionTo"],
    ...["hasPermissionToChannel", "hasPermissionToTeam", "registerCommand", "unregisterCommand"],
  ],
  events: ["publishWebSocketEvent"],
  interactions: [
    ...["deleteEphemeralPost", "getChannel", "getChannelMember", "getPost", "getServerVersion"],
    ...["getUser", "hasPermissionToTeam", "kvCompareAndSet", "kvGet", "openInteractiveDialog"],
    ...["sendEphemeralPost", "updateEphemeralPost", "updatePost"],
  ],
  jobs: ["kvGet", "kvSetWithOptions"],
  store: ["kvGet", "kvList", "kvSetWithOptions"],
  translations: ["getConfig", "getUser"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Room = keyof typeof ROOM_METHODS;

/** Which rooms work for a name in a definition. */
export const PART_ROOMS: Readonly<Record<string, readonly Room[]>> = {
  actions: ["interactions"],
  bot: ["bot", "jobs"],
  commands: ["commands"],
  dialogs: ["interactions"],
  jobs: ["jobs", "store"],
  migrations: ["jobs", "store"],
  translations: ["translations"],
};

/** Which rooms work for a name in a context. */
export const CONTEXT_ROOMS: Readonly<Record<string, readonly Room[]>> = {
  jobs: ["jobs", "store"],
  kv: ["store"],
  mutex: ["jobs"],
  publish: ["events"],
};

/** What functions of this package call. */
export const FUNCTION_METHODS: Readonly<Record<string, readonly string[]>> = {
  requireChannelPermission: ["hasPermissionToChannel"],
  requirePermission: ["hasPermissionTo"],
  requireSystemAdmin: ["hasPermissionTo"],
  requireTeamPermission: ["hasPermissionToTeam"],
};

/** The methods of some rooms, each once, in the order of the alphabet. */
export function methodsOf(rooms: readonly Room[] = []): readonly string[] {
  return [...new Set(rooms.flatMap((room): readonly string[] => ROOM_METHODS[room]))].sort();
}
