/**
 * Texts that no log may show.
 *
 * @module
 */

/** Keeps secrets out of texts. */
export interface SecretMask {
  /**
   * Masks these texts too, from now on and for good: what was a secret once may be one elsewhere.
   * Those of fewer than {@link leastSecretLength} characters are left alone.
   */
  add(secrets: readonly string[]): void;
  /** The text with {@link maskText} in the place of every secret. */
  mask(text: string): string;
  /** Whether there is anything to mask. */
  readonly isEmpty: boolean;
}

/** Shorter texts stand in too many others to be masked. */
export const leastSecretLength = 4;

/** The least length of one line of a secret of several lines, such as a key in PEM. */
const leastLineLength = 8;

/** What stands in the place of a secret. */
export const maskText = "********";

/**
 * A mask without secrets in it.
 *
 * A secret is found as it is and without the white space around it, in JSON and in JSON within JSON,
 * as a part of a URL, and by its lines where it has several: so a printed error shows it.
 *
 * @example
 * ```ts ignore
 * const secrets = createSecretMask();
 * secrets.add(["s3cr3t"]);
 * secrets.mask("the token is s3cr3t"); // the token is ********
 * ```
 */
export function createSecretMask(): SecretMask {
  const forms = new Set<string>();
  let pattern: RegExp | undefined;
  return {
    add(secrets) {
      const before = forms.size;
      for (const form of secrets.flatMap(formsOf)) forms.add(form);
      if (forms.size === before) return;
      // The longest first, so that nothing is left of a secret that another one is a part of.
      const sorted = [...forms].sort((a, b) => b.length - a.length);
      pattern = new RegExp(sorted.map(literally).join("|"), "g");
    },
    mask: (text) => pattern === undefined ? text : text.replace(pattern, maskText),
    get isEmpty() {
      return pattern === undefined;
    },
  };
}

/** How a secret may stand in a text. */
function formsOf(secret: string): string[] {
  const whole = secret.trim();
  const lines = whole.split(/\r?\n/).map((line) => line.trim());
  const parts = lines.length > 1 ? lines.filter((line) => line.length >= leastLineLength) : [];
  return [secret, whole, ...parts]
    .filter((text) => text.trim().length >= leastSecretLength)
    .flatMap((text) => {
      const json = inJson(text);
      return [text, json, inJson(json), ...inUrls(text)];
    });
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function inUrls(text: string): string[] {
  // Half of a surrogate pair is in no URL.
  if (!text.isWellFormed()) return [];
  return [encodeURIComponent(text), new URLSearchParams([["", text]]).toString().slice(1)];
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
