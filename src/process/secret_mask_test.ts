import { assert, assertEquals } from "@std/assert";
import { redirectConsole } from "./console_redirect.ts";
import { createLogger } from "./logger.ts";
import { createSecretMask } from "./secret_mask.ts";
import { watchUncaught } from "./uncaught.ts";

function masking(...secrets: string[]): (text: string) => string {
  const mask = createSecretMask();
  mask.add(secrets);
  return mask.mask;
}

/** A process's log that masks, and what it has written. */
function maskedLog(...secrets: string[]) {
  const mask = createSecretMask();
  const lines: string[] = [];
  const logger = createLogger({
    module: "com.example.test",
    mask: mask.mask,
    write: (bytes) => lines.push(new TextDecoder().decode(bytes)),
  });
  mask.add(secrets);
  return { mask, lines, logger, all: () => lines.join("") };
}

Deno.test("every secret is masked wherever it stands, the longer one first", () => {
  const mask = masking("token", "token-of-ada", "a+b(c)*?");
  assertEquals(mask("token-of-ada, token; a+b(c)*?!"), "********, ********; ********!");
  assertEquals(mask("nothing"), "nothing");
  assertEquals(masking()("token"), "token");
});

Deno.test("a secret is masked in the forms that JSON, JSON in JSON and URLs give it", () => {
  const secret = 'gr"ün\\ & ß/ö';
  const mask = masking(secret);
  const json = JSON.stringify({ secret });
  const forms = [
    secret,
    json,
    JSON.stringify({ json }),
    `https://example.com/?token=${encodeURIComponent(secret)}`,
    new URLSearchParams({ token: secret }).toString(),
  ];
  for (const form of forms) {
    assert(mask(form).includes("********"), form);
    assertEquals(/gr|ün|ß/.test(mask(form)), false, mask(form));
  }
});

Deno.test("white space around a secret does not show it, nor do the lines of one in several", () => {
  assertEquals(masking("  hunter2\n")("(hunter2)"), "(********)");
  const key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\nab==\n-----END KEY-----\n";
  const mask = masking(key);
  assertEquals(mask("it begins with MIIEvQIBADANBg"), "it begins with ********");
  assertEquals(mask("ab== is short enough to be anything"), "ab== is short enough to be anything");
});

Deno.test("texts of fewer than four characters are not masked", () => {
  assertEquals(masking("abc", "", "   \n", " ab ")("abc ab abcd"), "abc ab abcd");
  assertEquals(masking("abcd")("abcd"), "********");
});

Deno.test("what was a secret once stays masked", () => {
  const mask = createSecretMask();
  assertEquals(mask.isEmpty, true);
  mask.add(["first"]);
  mask.add(["second"]);
  assertEquals(mask.isEmpty, false);
  assertEquals(mask.mask("first, second"), "********, ********");
});

Deno.test("a logger masks messages, fields of every kind and their names", () => {
  const { logger, all } = maskedLog("hunter2");
  logger.with({ password: "hunter2" }).info("it is hunter2", { more: "hunter2" });
  logger.info("it is hunter2", {
    text: "hunter2!",
    list: [["hunter2"]],
    map: new Map([["hunter2", 1]]),
    url: new URL("https://example.com/hunter2"),
    error: new Error("with hunter2", { cause: "hunter2" }),
    nested: { hunter2: { deep: "hunter2" } },
    symbol: Symbol("hunter2"),
    hunter2: 1,
  });
  logger.info("outside", {
    get thrown(): never {
      throw new Error("hunter2");
    },
  });
  logger.warn("inside", {
    it: {
      get thrown(): never {
        throw new Error("hunter2");
      },
    },
  });
  assertEquals(all().includes("hunter2"), false, all());
  assertEquals(all().split("********").length - 1 >= 10, true, all());
});

Deno.test("a text is masked before it is cut, so that no part of a secret is left at the end", () => {
  const secret = "0123456789".repeat(20);
  const { logger, all } = maskedLog(secret);
  logger.info("x".repeat(16_300) + secret, { field: "y".repeat(8100) + secret });
  logger.info("wide", { field: "ü".repeat(8100) + secret, more: "ü".repeat(30_000) });
  assertEquals(all().includes("01234567"), false);
});

Deno.test("console and errors that nobody caught are masked", () => {
  const { logger, all } = maskedLog("hunter2", "s".repeat(100));
  const target = { ...console };
  redirectConsole(logger, target);
  target.log("%s and %o", "hunter2", { a: "hunter2" });
  target.error(new Error("about hunter2"));
  target.log({ long: "x".repeat(9_950) + "s".repeat(100) });
  target.table([{ password: "hunter2" }]);
  const watch = watchUncaught(logger, () => {});
  try {
    globalThis.dispatchEvent(new ErrorEvent("error", { error: new Error("lost hunter2") }));
    const promise = Promise.resolve();
    const reason = { password: "hunter2" };
    globalThis.dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise, reason }));
  } finally {
    watch.stop();
  }
  assertEquals(all().includes("hunter2"), false, all());
  assertEquals(all().includes("ssss"), false);
  assertEquals(all().includes("uncaught error: lost ********"), true, all());
});
