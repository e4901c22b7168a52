/** Takes secrets out of texts before anybody sees them. */
export interface Redaction {
  /** Adds a secret: a token or a password. */
  readonly add: (secret: string) => void;
  /** The text with stars in place of every secret. */
  readonly redact: (text: string) => string;
}

/** Makes a redaction for these secrets; each is also found as URLs and JSON spell it. */
export function createRedaction(secrets: readonly string[] = []): Redaction {
  const known = new Set<string>();
  const add = (secret: string) => {
    if (secret === "") return;
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      known.add(form);
    }
  };
  secrets.forEach(add);
  return {
    add,
    redact(text) {
      // The longest first: one may be part of another.
      const forms = [...known].sort((a, b) => b.length - a.length);
      return forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
    },
  };
}
