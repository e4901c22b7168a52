/**
 * All checks together.
 *
 * @module
 */

import type { Registry } from "@bufbuild/protobuf";
import { parseGoSchema } from "../gen/go_schema.ts";
import { type Exception, openExceptions } from "./exceptions.ts";
import { checkGoMethods } from "./go_methods.ts";
import { checkGoTypes } from "./go_types.ts";
import type { Outcome } from "./outcome.ts";
import { checkSuperseded, checkWide } from "./superseded.ts";
import { checkNumbering, checkWire, parseWire, wireTableOf } from "./wire.ts";

/** What the contract is compared with. */
export interface Sources {
  /** The text of `tests/contract/wire.tsv`. */
  readonly wire: string;
  /** The text of `gen/go_json.ts`. */
  readonly goJson: string;
  /** The text of `gen/go_schema.json`. */
  readonly committed: string;
  /** What the Go program writes now; null where there is no Go. */
  readonly fresh: string | null;
}

/** What all checks found. */
export interface Report {
  /** Comparisons with Go. */
  readonly go: readonly Outcome[];
  /** Comparisons with the wire table, and the contract's own rules. */
  readonly wire: readonly Outcome[];
  readonly exceptions: readonly (readonly [string, Exception])[];
  /** Checks that could not run, each with its reason. */
  readonly skipped: readonly string[];
}

/** Runs every check. */
export function checkEverything(protos: Registry, sources: Sources): Report {
  const wire = parseWire(sources.wire);
  const schema = parseGoSchema(sources.committed);
  const book = openExceptions();
  const go = [
    ...checkGoMethods(protos, schema, "PluginAPI", book),
    ...checkGoMethods(protos, schema, "PluginHooks", book),
    ...checkGoTypes(protos, schema, book, sources.goJson),
  ];
  const unused = book.unused();
  const exceptions: Outcome = {
    name: "exceptions that apply",
    ours: book.used().length,
    theirs: book.used().length + unused.length,
    gaps: unused.map((key) => `the exception for ${key} no longer applies: remove it`),
  };
  return {
    go: [...go, exceptions, ...(sources.fresh === null ? [] : [checkFresh(sources)])],
    wire: [
      ...checkWire(wire, wireTableOf(protos)),
      checkNumbering(wire, protos),
      checkSuperseded(protos, wire),
      checkWide(protos),
    ],
    exceptions: book.used(),
    skipped: sources.fresh === null
      ? ["the Go module was not read anew: there is no Go here; gen/go_schema.json was believed"]
      : [],
  };
}

function checkFresh({ committed, fresh }: Sources): Outcome {
  const same = committed === fresh;
  return {
    name: "Go module read anew",
    ours: same ? 1 : 0,
    theirs: 1,
    gaps: same ? [] : ["gen/go_schema.json is not what the Go module says; run: deno task gen"],
  };
}
