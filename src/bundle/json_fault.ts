/** Where a text stops being JSON, and why. */
export interface JsonFault {
  /** The place in the text, in UTF-16 code units. */
  readonly offset: number;
  /** What is wrong there and what to do. */
  readonly reason: string;
}

/**
 * Finds where a text stops being JSON; undefined if it does not. `JSON.parse` says neither the place
 * nor the fix in many cases.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  let at = 0;
  const fail = (reason: string, offset = at): never => {
    throw { offset, reason } satisfies JsonFault;
  };
  const found = () => at >= text.length ? "the end of the file" : JSON.stringify(text[at]);
  const space = () => {
    while (at < text.length && " \t\n\r".includes(text[at] ?? "")) at += 1;
    if (text.startsWith("//", at) || text.startsWith("/*", at) || text[at] === "#") {
      fail("JSON has no comments; take it out, or write the manifest as plugin.yaml");
    }
  };

  function value(): void {
    space();
    const start = text[at];
    if (start === "{") return list("}", "name", pair);
    if (start === "[") return list("]", "value", value);
    if (start === '"') return string();
    if (start === "'") fail("texts stand in double quotes, not in single ones");
    const word = /^[^\s,\]}:]*/.exec(text.slice(at, at + 40))?.[0] ?? "";
    if (/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word)) {
      at += word.length;
      return;
    }
    if (/^(?:true|false|null)$/i.test(word)) fail(`write ${word.toLowerCase()} in small letters`);
    if (/^[+-]?[\d.]/.test(word)) fail(`${word} is no number of JSON`);
    if (/^[A-Za-z_$]/.test(word)) fail(`expected a value, found ${word}; put it in double quotes`);
    fail(`expected a value, found ${found()}`);
  }

  function list(end: string, what: string, entry: () => void): void {
    const open = at;
    at += 1;
    space();
    if (text[at] === end) {
      at += 1;
      return;
    }
    for (;;) {
      entry();
      const after = at;
      space();
      if (text[at] === end) {
        at += 1;
        return;
      }
      if (at >= text.length) {
        fail(`the file ends, and the ${text[open]} here is never closed; add ${end}`, open);
      }
      if (text[at] !== ",") {
        fail(
          `a comma is missing before ${found()}, or a ${end}`,
          /["{[\w]/.test(text[at] ?? "") ? after : at,
        );
      }
      const comma = at;
      at += 1;
      space();
      if (text[at] === end) fail(`take this comma out: no ${what} follows it`, comma);
    }
  }

  function pair(): void {
    space();
    if (text[at] === "'") fail("names stand in double quotes, not in single ones");
    if (text[at] !== '"') {
      const word = /^[\w$-]+/.exec(text.slice(at, at + 80))?.[0];
      fail(
        word === undefined
          ? `expected a name in double quotes, found ${found()}`
          : `names stand in double quotes: "${word}"`,
      );
    }
    string();
    space();
    if (text[at] !== ":") fail(`expected a colon after the name, found ${found()}`);
    at += 1;
    value();
  }

  function string(): void {
    const start = at;
    at += 1;
    for (;;) {
      const char = text[at];
      if (char === undefined || char === "\n") {
        fail("this text is never closed; add a quote", start);
      }
      if (char === '"') break;
      if (char === "\\") {
        if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6))) {
          fail(`${text.slice(at, at + 2)} means nothing in JSON; write \\\\ for a backslash`);
        }
        at += 1;
      } else if (char !== undefined && char < " ") {
        fail(`a control character must be written as an escape, such as \\t for a tab`);
      }
      at += 1;
    }
    at += 1;
  }

  try {
    if (text.startsWith("\uFEFF")) fail("the file begins with a byte order mark; save it without");
    space();
    if (at >= text.length) fail('the file is empty; write {"id": "com.example.hello", …}');
    value();
    space();
    if (at < text.length) fail(`nothing may follow the end of the manifest, found ${found()}`);
    return undefined;
  } catch (fault) {
    if (fault instanceof Error) throw fault;
    return fault as JsonFault;
  }
}
