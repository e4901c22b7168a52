import { ServerError, type ServerProblem } from "./server_error.ts";

/** A refusal as the server sent it. */
export interface RefusedAnswer {
  readonly status: number;
  /** Whether it was JSON, as all of Mattermost's own answers to what is refused are. */
  readonly isJson: boolean;
  /** The id of Mattermost's error; empty if the answer was none of its own. */
  readonly id: string;
  /** The server's own sentence. */
  readonly message: string;
}

/** Who asked, for sentences about it. */
export interface Asker {
  /** The server as messages name it. */
  readonly server: string;
  /** How the asker is known: `"token"`, `"login"` or `"socket"`. */
  readonly kind: "token" | "login" | "socket";
  /** The account, where it is known. */
  readonly account?: string | undefined;
}

interface Explanation {
  readonly problem: ServerProblem;
  readonly text: (asker: Asker, answer: RefusedAnswer) => string;
}

const ENABLE_UPLOADS = "set PluginSettings.EnableUploads to true in the server's config.json (or " +
  "MM_PLUGINSETTINGS_ENABLEUPLOADS=true in its environment) and start it again; the System Console " +
  "cannot change that";

const BY_ID: Readonly<Record<string, Explanation>> = {
  "app.plugin.upload_disabled.app_error": {
    problem: "settings",
    text: ({ server }) =>
      `${server} takes no uploads of plugins: ${ENABLE_UPLOADS}. Plugins must also be enabled ` +
      "(PluginSettings.Enable) and signatures not required (PluginSettings.RequirePluginSignature)",
  },
  "app.plugin.disabled.app_error": {
    problem: "settings",
    text: ({ server }) =>
      `plugins are disabled on ${server}: set PluginSettings.Enable to true (System Console > ` +
      "Plugins > Plugin Management)",
  },
  "app.plugin.extract.app_error": {
    problem: "refused",
    text: () =>
      "the server cannot unpack the archive: it is damaged, or no .tar.gz; bundle the plugin again",
  },
  "app.plugin.manifest.app_error": {
    problem: "refused",
    text: () =>
      "the server finds no manifest in the archive that it can read; bundle the plugin again",
  },
  "app.plugin.not_installed.app_error": {
    problem: "refused",
    text: ({ server }) =>
      `that plugin is not installed on ${server}; \`list\` shows those that are`,
  },
  "api.user.login.invalid_credentials_email_username": loginRefused(),
  "api.user.login.invalid_credentials_username": loginRefused(),
  "api.user.login.invalid_credentials_email": loginRefused(),
  "api.user.check_user_password.invalid.app_error": loginRefused(),
  "mfa.validate_token.authenticate.app_error": {
    problem: "login",
    text: ({ server }) =>
      `${server} asks this account for a second factor, which cannot be given here: use an access ` +
      "token (MM_ADMIN_TOKEN)",
  },
  "api.restricted_system_admin": {
    problem: "permission",
    text: ({ server }) =>
      `${server} keeps this from its administrators (ExperimentalSettings.RestrictSystemAdmin)`,
  },
};

function loginRefused(): Explanation {
  return {
    problem: "login",
    text: ({ server, account }) =>
      `${server} does not accept the name ${account ?? ""} with that password: check ` +
      "MM_ADMIN_USERNAME and MM_ADMIN_PASSWORD",
  };
}

/** What a refusal means and what to do about it. */
export function explainAnswer(answer: RefusedAnswer, asker: Asker, what: string): ServerError {
  const { status, id } = answer;
  const make = ({ problem, text }: Explanation) =>
    new ServerError(problem, text(asker, answer), { status, id });
  const known = Object.hasOwn(BY_ID, id) ? BY_ID[id] : undefined;
  if (known !== undefined) return make(known);
  const server = asker.server;
  const proxy = answer.isJson ? undefined : proxyText(answer, server);
  if (proxy !== undefined) return make({ problem: "address", text: () => proxy });
  if (status === 401) return make({ problem: "login", text: () => notKnown(asker) });
  if (status === 403) {
    const account = asker.account === undefined ? "the account" : `the account ${asker.account}`;
    return make({
      problem: "permission",
      text: () =>
        `${account} may not ${what} on ${server}: it needs a system administrator's ` +
        (asker.kind === "token" ? "token" : "account"),
    });
  }
  if (status === 413 || /request body too large/i.test(answer.message)) {
    return make({
      problem: "settings",
      text: () =>
        `the upload is larger than ${server} takes: raise FileSettings.MaxFileSize (System Console > ` +
        "File Storage) and the limit of a proxy in front of it (client_max_body_size of nginx), or " +
        "make the bundle smaller",
    });
  }
  if (status === 404 && id === "") {
    return make({
      problem: "address",
      text: () =>
        `${server} has no such path of Mattermost's REST API: check the address, including a path ` +
        "that the server is below",
    });
  }
  if (status === 429) {
    return make({
      problem: "refused",
      text: () => `${server} is asked too often; try again later`,
    });
  }
  const said = answer.message === "" ? "" : `: ${answer.message.slice(0, 500)}`;
  return make({
    problem: "refused",
    text: () => `${server} did not ${what}; it answered with status ${status}${said}`,
  });
}

/** What a proxy in front of the server means by a page of its own; undefined where it may be none. */
function proxyText({ status, message }: RefusedAnswer, server: string): string | undefined {
  const said = `status ${status}${message === "" ? "" : `: ${message.slice(0, 100)}`}`;
  if ([502, 503, 504].includes(status)) {
    return `the proxy in front of ${server} answers, and the server behind it does not (${said}): ` +
      "start the server, or see in the proxy's log why it does not reach it";
  }
  if ([401, 403, 407].includes(status)) {
    return `a proxy in front of ${server} refuses the request (${said}): have it let requests to ` +
      "/api/v4 from this machine through, or use an address that does not lead through it";
  }
  return undefined;
}

function notKnown({ server, kind, account }: Asker): string {
  if (kind === "login") {
    return `${server} does not let ${account ?? "this account"} in: check MM_ADMIN_USERNAME and ` +
      "MM_ADMIN_PASSWORD, and that the account is active";
  }
  return `${server} does not know the token: it is wrong, was revoked or has expired. Make one in ` +
    "Mattermost under Profile > Security > Personal Access Tokens, and set MM_ADMIN_TOKEN to it";
}
