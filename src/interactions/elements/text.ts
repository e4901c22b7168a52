/**
 * Elements that people type into.
 *
 * @module
 */
import { Mismatch, shown } from "../../api/mismatch.ts";
import {
  common,
  count,
  createElement,
  defaultText,
  type DialogInput,
  type ElementParts,
  type Given,
  type OptionalElementOptions,
  type Read,
  refused,
} from "./element.ts";

/** An element for text. */
export interface TextElementOptions<Optional extends boolean>
  extends OptionalElementOptions<Optional> {
  /** What stands there at the beginning. Default: nothing. */
  readonly default?: string | undefined;
  /** The fewest characters, counted as clients do, in UTF-16 units. Default: 0. */
  readonly minLength?: number | undefined;
  /** The most characters. Default, and at most: 150, or 3000 in a `textarea`. */
  readonly maxLength?: number | undefined;
}

/** An element for a number. */
export interface NumberElementOptions<Optional extends boolean>
  extends OptionalElementOptions<Optional> {
  /** What stands there at the beginning. Default: nothing. */
  readonly default?: number | undefined;
  /** The least. Default: none. */
  readonly min?: number | undefined;
  /** The greatest. Default: none. */
  readonly max?: number | undefined;
  /** Whether it must be a whole number. Default: false. */
  readonly integer?: boolean | undefined;
}

/** What text must look like, beside its length. */
type Check = (text: string) => string | undefined;

/** One line of text. */
export function textElement<const Optional extends boolean = false>(
  options: TextElementOptions<Optional>,
): DialogInput<Given<string, Optional>> {
  return createElement(textParts("element.text()", options, "text", "", 150));
}

/** Several lines of text. */
export function textareaElement<const Optional extends boolean = false>(
  options: TextElementOptions<Optional>,
): DialogInput<Given<string, Optional>> {
  return createElement(textParts("element.textarea()", options, "textarea", "", 3000));
}

/** An email address. */
export function emailElement<const Optional extends boolean = false>(
  options: TextElementOptions<Optional>,
): DialogInput<Given<string, Optional>> {
  const check = (text: string) =>
    /^[^\s@]+@[^\s@]+$/.test(text) ? undefined : "This must be an email address.";
  return createElement(textParts("element.email()", options, "text", "email", 150, check));
}

/** A link: an http or https URL. */
export function urlElement<const Optional extends boolean = false>(
  options: TextElementOptions<Optional>,
): DialogInput<Given<string, Optional>> {
  const check = (text: string) =>
    /^https?:$/.test(URL.parse(text)?.protocol ?? "")
      ? undefined
      : "This must be a URL that begins with http:// or https://.";
  return createElement(textParts("element.url()", options, "text", "url", 150, check));
}

/** A telephone number; what it looks like is not checked. */
export function telElement<const Optional extends boolean = false>(
  options: TextElementOptions<Optional>,
): DialogInput<Given<string, Optional>> {
  return createElement(textParts("element.tel()", options, "text", "tel", 150));
}

/** Text that is not shown while it is typed. */
export function passwordElement<const Optional extends boolean = false>(
  options: TextElementOptions<Optional>,
): DialogInput<Given<string, Optional>> {
  return createElement(textParts("element.password()", options, "text", "password", 150));
}

/** A number. */
export function numberElement<const Optional extends boolean = false>(
  options: NumberElementOptions<Optional>,
): DialogInput<Given<number, Optional>> {
  const where = "element.number()";
  const known = ["optional", "placeholder", "default", "min", "max", "integer"];
  const { texts, optional } = common(where, options, known);
  const { min = -Infinity, max = Infinity, integer = false } = options;
  for (const [name, value] of Object.entries({ min, max })) {
    if (typeof value !== "number" || Number.isNaN(value)) {
      throw new TypeError(`${where}: ${name}: expected a number, got ${shown(value)}`);
    }
  }
  if (min > max) throw new TypeError(`${where}: min ${min} is greater than max ${max}`);
  const check = (value: number): string | undefined => {
    if (!Number.isFinite(value)) return "This must be a number.";
    if (integer && !Number.isSafeInteger(value)) return "This must be a whole number.";
    if (value < min) return `This must be at least ${min}.`;
    if (value > max) return `This must be at most ${max}.`;
    return undefined;
  };
  const toDefault = (value: unknown) => {
    const wrong = typeof value === "number" ? check(value) : "This must be a number.";
    if (wrong === undefined) return String(value);
    throw new Mismatch(`${shown(value)} does not fit: ${wrong}`);
  };
  return createElement({
    texts,
    wire: {
      optional,
      type: "text",
      subtype: "number",
      maxLength: 150,
      default: defaultText(where, options.default, toDefault, 150),
    },
    toDefault,
    read(raw): Read {
      const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
      if (typeof value !== "number") return refused("This must be a number.");
      const wrong = check(value);
      return wrong === undefined ? { value } : refused(wrong);
    },
  });
}

function textParts(
  where: string,
  options: TextElementOptions<boolean>,
  type: string,
  subtype: string,
  limit: number,
  check: Check = () => undefined,
): ElementParts {
  const known = ["optional", "placeholder", "default", "minLength", "maxLength"];
  const { texts, optional } = common(where, options, known, limit);
  const minLength = count(where, "minLength", options.minLength ?? 0);
  const maxLength = count(where, "maxLength", options.maxLength ?? limit);
  if (maxLength < 1 || maxLength > limit) {
    throw new TypeError(
      `${where}: maxLength: expected 1 to ${limit}, which is what clients take, got ${maxLength}`,
    );
  }
  if (minLength > maxLength) {
    throw new TypeError(`${where}: minLength ${minLength} is greater than maxLength ${maxLength}`);
  }
  const wrong = (text: string): string | undefined => {
    if (text.length > maxLength) return `This must have at most ${maxLength} characters.`;
    if (text.length < minLength) return `This must have at least ${minLength} characters.`;
    return check(text);
  };
  const toDefault = (value: unknown) => {
    if (typeof value === "string") return value;
    throw new Mismatch(`expected a text, got ${shown(value)}`);
  };
  return {
    texts,
    wire: {
      optional,
      type,
      subtype,
      minLength,
      maxLength,
      default: defaultText(where, options.default, toDefault, limit),
    },
    toDefault,
    read(raw): Read {
      if (typeof raw !== "string") return refused("This must be a text.");
      const error = wrong(raw);
      return error === undefined ? { value: raw } : refused(error);
    },
  };
}
