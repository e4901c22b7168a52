/**
 * Finds in files what must not be published: paths of the machine they were written on, names of
 * package registries' hosts, silenced checks without a reason.
 *
 * @module
 */

interface Rule {
  readonly pattern: RegExp;
  readonly problem: string;
  /** Files that the rule looks at; all, unless given. */
  readonly only?: RegExp;
}

const CODE = /\.(ts|tsx|js|mjs)$/;

const RULES: readonly Rule[] = [
  {
    pattern: /(?<![\w.-])\/(?:root|work|home\/[a-z][\w-]*)\/[\w.]/,
    problem: "a path of one machine; use a path from the project's root",
  },
  {
    pattern: /\b(?:registry\.npmjs\.org|proxy\.golang\.org|pypi\.org|files\.pythonhosted\.org)\b/,
    problem: "a registry's host; packages are named as npm:, jsr: or by their module path",
  },
  {
    pattern: /(?:^|[^\w])\.\.\/shared\//,
    problem: "a file outside the project; copy what is needed into it",
  },
  {
    pattern: /deno-lint-ignore(?:-file)?(?![^\n]* -- \S)/,
    problem: 'a silenced lint rule without a reason; write "deno-lint-ignore RULE -- REASON"',
    only: CODE,
  },
  {
    pattern: /@ts-(?:ignore|nocheck)/,
    problem: "silenced types; use @ts-expect-error with a reason",
    only: CODE,
  },
  {
    pattern: /@ts-expect-error\s*$/,
    problem: "an expected error of types without a reason; write it behind",
    only: CODE,
  },
];

/** The offending lines of a file's text, as `path:line problem`. */
export function wordsToAvoid(path: string, text: string): readonly string[] {
  const rules = RULES.filter(({ only }) => only?.test(path) ?? true);
  return text.split("\n").flatMap((line, index) =>
    rules.filter(({ pattern }) => pattern.test(line)).map(({ problem }) =>
      `${path}:${index + 1} ${problem}: ${line.trim().slice(0, 120)}`
    )
  );
}
