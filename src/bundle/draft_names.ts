import { createHash } from "node:crypto";

// What is written is there as a whole or not at all: until then it lies beside its place under
// another name. A process that is killed leaves it there, so that name tells whose it is:
//
//     .NAME-MACHINE-PID-RANDOM             a draft of the file or folder NAME, beside it
//     mmdeno-PURPOSE-MACHINE-PID-RANDOM    a folder among the temporary files
//
// PID is the process that made it; MACHINE stands for the machine's name, since the processes of
// another one, or of another container, that shares the folder cannot be seen from here.

/** Who makes a draft. */
export interface DraftOwner {
  /** What stands for the machine. */
  readonly machine: string;
  /** The id of the process. */
  readonly pid: number;
}

/** This process. */
export function thisOwner(): DraftOwner {
  return { machine: thisMachine(), pid: Deno.pid };
}

/** What the names of this process's drafts begin with; something random follows. */
export function draftPrefix(base: string): string {
  const { machine, pid } = thisOwner();
  return `${base}-${machine}-${pid}-`;
}

/** Whose draft of `base` has this name; undefined if it is none. */
export function parseDraftName(name: string, base: string): DraftOwner | undefined {
  if (!name.startsWith(`${base}-`)) return undefined;
  const match = /^([0-9a-f]{8})-([1-9][0-9]{0,9})-[A-Za-z0-9]+$/.exec(name.slice(base.length + 1));
  return match === null ? undefined : { machine: match[1] ?? "", pid: Number(match[2]) };
}

const thisMachine: () => string = (() => {
  let known: string | undefined;
  return () => known ??= createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
})();

function hostname(): string {
  try {
    return Deno.hostname();
  } catch {
    // It may not be asked for; then only a draft's age counts, as for those of other machines.
    return crypto.randomUUID();
  }
}
