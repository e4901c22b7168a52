/** The Go program beside this file, which checks signatures with Mattermost's library. @module */
import { buildGoProgram } from "../support/go_program.ts";

const sources = ["go.mod", "go.sum", "main.go"].map((name) =>
  new URL(`go/${name}`, import.meta.url)
);

/** Builds it and gives its path. */
export function buildChecker(): Promise<string> {
  return buildGoProgram("signature", sources);
}
