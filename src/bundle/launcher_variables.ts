import { NEVER_PASSED_NAMES, NEVER_PASSED_PREFIXES, PASSED_VARIABLES } from "./passed_variables.ts";
import type { PermissionScope } from "./permissions.ts";

/**
 * The lines of sh that gather the variables for Deno in the shell's arguments, as `NAME=value`, before
 * the script sets any of its own.
 */
export function passVariables(asked: PermissionScope): string {
  const names = asked === true ? [...PASSED_VARIABLES, "LC_ALL"] : [...PASSED_VARIABLES, ...asked];
  const lines = names.map((name) => `[ -z "\${${name}+x}" ] || set -- "$@" "${name}=$${name}"`);
  return asked === true ? [...lines, passOthers(names)].join("\n") : lines.join("\n");
}

/** The lines for all other variables: what `mayPass` says, in sh. */
function passOthers(already: readonly string[]): string {
  // A value may have several lines: one that looks like a variable names that variable once more.
  return `# The manifest asks for all variables. Those that change how a process starts do not pass.
LC_ALL=C
set -f
IFS='
'
for _mmdeno_name in $(env); do
  _mmdeno_name=\${_mmdeno_name%%=*}
  case $_mmdeno_name in
    '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;;
    ${[...already, ...NEVER_PASSED_NAMES].join(" | ")}) continue ;;
    ${NEVER_PASSED_PREFIXES.map(inAnyCase).join("* | ")}*) continue ;;
  esac
  eval "[ -z \\"\\\${$_mmdeno_name+x}\\" ] || set -- \\"\\$@\\" \\"$_mmdeno_name=\\$$_mmdeno_name\\""
done
set +f
unset _mmdeno_name`;
}

function inAnyCase(prefix: string): string {
  return prefix.replaceAll(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
}
