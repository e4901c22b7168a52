import type { Command, CommandOption } from "./command.ts";

/** Completions for bash, for the program `name`. */
export function bashCompletions(name: string, commands: readonly Command[]): string {
  const cases = commands.map((command) =>
    `    ${command.name})
      case $previous in
${
      command.options.filter(({ value }) => value !== undefined).map((option) =>
        `        ${spellings(option).join("|")}) ${bashChoices(option.choices)}return ;;`
      ).join("\n")
    }
      esac
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W ${
      quote(withHelp(command).flatMap(spellings).join(" "))
    } -- "$word"))
      else
        ${bashWords(command)}:
      fi ;;`
  );
  const all = [...commands.map((command) => command.name), "help"].join(" ");
  return `# Completions of ${name} for bash.
${functionName(name)}() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  # "--option=va" is three words to bash.
  if [[ $word == = ]]; then
    word=
  elif [[ $previous == = && $COMP_CWORD -gt 2 ]]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if [[ $COMP_CWORD -eq 1 || ( $COMP_CWORD -eq 2 && \${COMP_WORDS[1]} == help ) ]]; then
    COMPREPLY=($(compgen -W ${quote(`${all} --help --version`)} -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
  esac
}
complete -o bashdefault -o default -F ${functionName(name)} ${name}
`;
}

/** Completions for zsh, for the program `name`. */
export function zshCompletions(name: string, commands: readonly Command[]): string {
  const described = (text: string) => text.replace(/[[\]:\\]/g, "\\$&");
  const option = (option: CommandOption) =>
    spellings(option).map((spelling) => {
      const many = option.many ? "*" : "";
      const value = option.value === undefined
        ? ""
        : `:${option.value}:${
          option.choices === undefined ? "_files" : `(${option.choices.join(" ")})`
        }`;
      // "=" takes "--option=value" beside "--option value".
      const joined = option.value !== undefined && spelling.startsWith("--") ? "=" : "";
      return quote(`${many}${spelling}${joined}[${described(option.help)}]${value}`);
    });
  const words = ({ words = "files" }: Command) =>
    words === "none"
      ? []
      : words === "files"
      ? [quote("*:file:_files")]
      : words === "folders"
      ? [quote("*:folder:_files -/")]
      : [quote(`1:word:(${words.join(" ")})`)];
  const cases = commands.map((command) =>
    `    ${command.name}) _arguments ${
      [...withHelp(command).flatMap(option), ...words(command)].join(" ")
    } ;;`
  );
  const all = [
    ...commands.map((command) => quote(`${command.name}:${described(command.summary)}`)),
    quote("help:Show the help of a command"),
  ];
  return `#compdef ${name}
# Completions of ${name} for zsh.
${functionName(name)}() {
  local -a commands=(
    ${all.join("\n    ")}
  )
  if (( CURRENT == 2 || ( CURRENT == 3 && \${words[(i)help]} == 2 ) )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case \${words[1]} in
${cases.join("\n")}
  esac
}
compdef ${functionName(name)} ${name}
`;
}

/** Completions for fish, for the program `name`. */
export function fishCompletions(name: string, commands: readonly Command[]): string {
  const start = `complete -c ${name}`;
  const all = [...commands.map((command) => command.name), "help"].join(" ");
  const lines = commands.flatMap((command) => {
    const here = `${start} -n ${quote(`__fish_seen_subcommand_from ${command.name}`)}`;
    const options = withHelp(command).map((option) => {
      const short = option.short === undefined ? "" : ` -s ${option.short}`;
      const value = option.value === undefined
        ? ""
        : option.choices === undefined
        ? " -r -F"
        : ` -x -a ${quote(option.choices.join(" "))}`;
      return `${here} -l ${option.name}${short}${value} -d ${quote(option.help)}`;
    });
    const { words = "files" } = command;
    const positional = words === "files"
      ? [`${here} -F`]
      : words === "folders"
      ? [`${here} -a '(__fish_complete_directories)'`]
      : words === "none"
      ? []
      : [`${here} -a ${quote(words.join(" "))}`];
    return [
      `${start} -n __fish_use_subcommand -a ${command.name} -d ${quote(command.summary)}`,
      ...options,
      ...positional,
    ];
  });
  return `# Completions of ${name} for fish.
${start} -f
${lines.join("\n")}
${start} -n __fish_use_subcommand -a help -d 'Show the help of a command'
${start} -n '__fish_seen_subcommand_from help' -a ${quote(all)}
`;
}

const HELP: CommandOption = { name: "help", short: "h", help: "Show the help of the command" };

function withHelp(command: Command): readonly CommandOption[] {
  return [...command.options, HELP];
}

function spellings({ name, short }: CommandOption): string[] {
  return [...short === undefined ? [] : [`-${short}`], `--${name}`];
}

/** Files and folders are what bash completes by itself, where it is given nothing. */
function bashWords({ words }: Command): string {
  return bashChoices(typeof words === "object" ? words : undefined);
}

function bashChoices(choices: readonly string[] | undefined): string {
  if (choices === undefined) return "";
  return `COMPREPLY=($(compgen -W ${quote(choices.join(" "))} -- "$word")); `;
}

/** As a word of a shell; fish, too, reads what stands between single quotes as it is. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "’")}'`;
}

function functionName(name: string): string {
  return `_${name.replace(/[^A-Za-z0-9_]/g, "_")}`;
}
