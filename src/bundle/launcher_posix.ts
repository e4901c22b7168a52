import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import {
  type ArgumentTemplate,
  commandTemplate,
  type FactPart,
  FIXED_VARIABLES,
  NO_DENO_DIR,
  type StartFact,
} from "./command_template.ts";
import type { LaunchPlan } from "./launch_plan.ts";
import { passVariables } from "./launcher_variables.ts";
import { MAX_SOCKET_PATH_BYTES, SOCKET_FOLDER_NAMES, socketPrefix } from "./socket_names.ts";

const VARIABLES: Readonly<Record<StartFact, string>> = {
  bundle: "bundle",
  loader: "loader",
  socket: "socket",
  apiTarget: "api",
  apiSocket: "api_socket",
  apiAddress: "api_address",
  cookie: "cookie",
  logLevel: "log_level",
};

/** The variable of the server's environment that says where Deno is. */
export const DENO_PATH_VARIABLE = "MATTERMOST_PLUGIN_DENO";

/**
 * Writes the POSIX sh launcher for a plan: the file that a go-plugin host executes as the plugin.
 * The same plan always gives the same bytes, so that a launcher can be compared with its
 * `launch.json`.
 */
export function posixLauncher(plan: LaunchPlan): string {
  const [major, minor] = plan.deno.split(".");
  const fixed = Object.entries(FIXED_VARIABLES).map(([name, value]) => `${name}=${value}`);
  return `#!/bin/sh
# Starts the Mattermost plugin ${plan.id} ${plan.version} under Deno, in its sandbox.
# Written from launch.json beside it, byte for byte; edit neither.
set -u

# The command is gathered in the shell's arguments. First the variables that pass, before this
# script sets any of its own.
set --
${passVariables(plan.permissions.env)}

# What the shell itself uses must not depend on the host, and lengths count bytes.
LC_ALL=C
unset IFS CDPATH ENV

fail() {
  printf '{"@level":"error","@module":"launcher","@message":"%s"}\\n' "$1" >&2
  exit 1
}

# The bundle's folder without links; the x keeps newlines at the end of its name.
case $0 in
  */*) here=\${0%/*}/.. ;;
  *) here=.. ;;
esac
bundle=$(cd -- "$here" 2>/dev/null && pwd -P && printf x) ||
  fail 'the folder of the plugin ${plan.id} cannot be entered'
bundle=\${bundle%?x}
loader=$bundle/${BUNDLE_LAYOUT.loader}
case $bundle in
  *,*) fail 'the folder of the plugin ${plan.id} has a comma in its path, which Deno cannot take: move it' ;;
esac

# Deno: where the server's administrator says, else where it usually is.
deno=\${${DENO_PATH_VARIABLE}-}
if [ -n "$deno" ]; then
  { [ -f "$deno" ] && [ -x "$deno" ]; } ||
    fail '${DENO_PATH_VARIABLE} names no program that can be run: set it to the path of Deno ${major}.${minor} or newer'
else
  deno=$(command -v deno 2>/dev/null && printf x) || deno=
  deno=\${deno%?x}
  for path in "\${HOME-}/.deno/bin/deno" /usr/local/bin/deno /usr/bin/deno /opt/homebrew/bin/deno; do
    { [ -f "$deno" ] && [ -x "$deno" ]; } || deno=$path
  done
  { [ -f "$deno" ] && [ -x "$deno" ]; } ||
    fail 'the plugin ${plan.id} needs Deno ${major}.${minor} or newer and there is none: it was looked for in PATH, in .deno/bin of the home folder (HOME), in /usr/local/bin, /usr/bin and /opt/homebrew/bin. Install it (https://deno.com), or set ${DENO_PATH_VARIABLE} to its path in the environment of the server, or deploy a self-contained bundle, which brings it'
fi

case $deno in
  /*) ;;
  *) deno=$PWD/$deno ;;
esac

# What Deno compiles is kept in the bundle, or nowhere. The file location_data stands where
# localStorage and caches would be written, so that they are refused.
umask 077
cache=$bundle/${BUNDLE_LAYOUT.cache}
if { [ -d "$cache" ] || mkdir "$cache" 2>/dev/null; } && [ -w "$cache" ] &&
  { [ -f "$cache/location_data" ] || : 2>/dev/null >"$cache/location_data"; }; then
  checked=
  [ -f "$cache/checked_deno" ] && IFS= read -r checked <"$cache/checked_deno"
else
  cache=${NO_DENO_DIR}
  checked=
fi

# The version is asked once for each Deno, because asking takes as long as starting.
if [ "$checked" != "$deno" ]; then
  version=$("$deno" --version 2>/dev/null)
  version=\${version#deno }
  version=\${version%%[!0-9.]*}
  major=\${version%%.*}
  minor=\${version#*.}
  minor=\${minor%%.*}
  [ "\${major:-0}" -gt ${major} ] 2>/dev/null ||
    { [ "\${major:-0}" -eq ${major} ] && [ "\${minor:-0}" -ge ${minor} ]; } 2>/dev/null ||
    fail "the plugin ${plan.id} needs Deno ${major}.${minor} or newer and found \${version:-one that does not tell its version}: install a newer one (https://deno.com) or set ${DENO_PATH_VARIABLE} to its path in the environment of the server"
  [ -d "$cache" ] && printf '%s\\n' "$deno" >"$cache/checked_deno"
fi

# Where the host serves the plugin API. None: over the connection of go-plugin's net/rpc.
api=\${MATTERMOST_PLUGIN_API_TARGET-}
api_socket=
api_address=
case $api in
  *,*) fail 'MATTERMOST_PLUGIN_API_TARGET has a comma in it, which Deno cannot take' ;;
  '') ;;
  unix:///*) api_socket=\${api#unix://} ;;
  unix:/*) api_socket=\${api#unix:} ;;
  *)
    case $api in
      localhost:*) api=127.0.0.1:\${api#localhost:} ;;
    esac
    port=\${api##*:}
    name=\${api%:*}
    case $name in
      "$api" | '' | *[!A-Za-z0-9._:[\\]-]*) port= ;;
    esac
    case $port in
      '' | *[!0-9]*) fail 'MATTERMOST_PLUGIN_API_TARGET must be unix:/path or host:port' ;;
    esac
    api_address=$api
    ;;
esac
[ -z "$api_socket" ] || api=unix:$api_socket
[ -n "$api" ] || loader=$bundle/${BUNDLE_LAYOUT.netrpcLoader}

cookie=\${MATTERMOST_PLUGIN-}
log_level=\${MATTERMOST_PLUGIN_LOG_LEVEL-}

# The socket: by the umask only this user can connect to it, and its name says whose it is. It has no
# folder of its own, because the sandbox would not let the plugin remove one.
parent=\${PLUGIN_UNIX_SOCKET_DIR:-\${TMPDIR:-/tmp}}
case $parent in
  /*) ;;
  *) fail 'the folder for sockets (PLUGIN_UNIX_SOCKET_DIR or TMPDIR) is not an absolute path: set another' ;;
esac
parent=$(cd -- "$parent" 2>/dev/null && [ -w . ] && pwd -P && printf x) ||
  fail 'the folder for sockets (PLUGIN_UNIX_SOCKET_DIR or TMPDIR) does not exist or cannot be written: set another'
parent=\${parent%?x}
case $parent in
  *,*) fail 'the folder for sockets (PLUGIN_UNIX_SOCKET_DIR or TMPDIR) has a comma in its path, which Deno cannot take: set another' ;;
esac
prefix=\${parent%/}/${socketPrefix(plan.id)}
socket=$prefix-$$-XXXXXX.sock
[ \${#socket} -le ${MAX_SOCKET_PATH_BYTES} ] ||
  fail "the path of the socket has \${#socket} bytes and at most ${MAX_SOCKET_PATH_BYTES} are possible: set PLUGIN_UNIX_SOCKET_DIR to a shorter folder"

# What killed runs of this plugin left.
for path in "$prefix"-*; do
  { [ ! -L "$path" ] && [ -O "$path" ]; } || continue
  pid=\${path#"$prefix"-}
  pid=\${pid%%-*}
  case $pid in
    '' | *[!0-9]*) continue ;;
  esac
  kill -0 "$pid" 2>/dev/null && continue
  [ -S "$path" ] && rm -f -- "$path"
  [ -d "$path" ] || continue
  rm -f -- ${SOCKET_FOLDER_NAMES.map((name) => `"$path"/${name}`).join(" ")}
  rmdir -- "$path" 2>/dev/null
done

# A name that is taken by then makes the plugin's listening fail: nobody can slip in another socket.
socket=$(mktemp -u "$prefix-$$-XXXXXX" && printf x) ||
  fail 'mktemp gives no name for the socket in PLUGIN_UNIX_SOCKET_DIR or TMPDIR: set another'
socket=\${socket%?x}.sock

# Deno takes the place of this shell: the host kills one process.
case $deno in
  *=*) set -- "$@" /bin/sh -c 'exec "$@"' sh "$deno" ;; # or env takes it for a variable
  *) set -- "$@" "$deno" ;;
esac
${argumentLines(commandTemplate(plan)).join("\n")}

cd -- "$bundle" || fail 'the folder of the plugin ${plan.id} cannot be entered'
# A clean environment: a DENO_ variable of the host could replace every flag.
exec env -i "DENO_DIR=$cache" ${fixed.map(quote).join(" ")} "$@"
`;
}

/** The lines that build the argument list; arguments with a condition extend it. */
function argumentLines(template: readonly ArgumentTemplate[]): string[] {
  const lines: string[] = [];
  let when: StartFact | undefined;
  for (const argument of template) {
    const word = `  ${argument.parts.map(shellPart).join("")}`;
    if (lines.length > 0 && argument.when === when) {
      lines.push(`${lines.pop()} \\`, word);
      continue;
    }
    const test = argument.when === undefined ? "" : `[ -z "$${VARIABLES[argument.when]}" ] || `;
    lines.push(`${test}set -- "$@" \\`, word);
    when = argument.when;
  }
  return lines;
}

function shellPart(part: string | FactPart): string {
  if (typeof part !== "string") {
    const name = VARIABLES[part.fact];
    return part.before === undefined ? `"$${name}"` : `"\${${name}:+${part.before}$${name}}"`;
  }
  return /^[A-Za-z0-9_./:=-]+$/.test(part) ? part : quote(part);
}

/** A text as one word of sh, whatever is in it. */
function quote(text: string): string {
  if (/^[A-Za-z0-9_./:=-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
