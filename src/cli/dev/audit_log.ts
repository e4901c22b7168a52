/** A permission that Deno was asked for, whether it was given or not. */
export interface AuditedAccess {
  /** Which one: `net`, `read`, `env`, … */
  readonly kind: string;
  /** For which host, file or variable; undefined for all of them. */
  readonly target: string | undefined;
  /**
   * Who asked: the functions with file, line and column, the innermost first. Empty where that is not
   * known.
   */
  readonly stack: readonly string[];
}

/**
 * Reads a line of the file that Deno writes where `DENO_AUDIT_PERMISSIONS` names one; undefined for
 * what is none.
 *
 * @see https://docs.deno.com/runtime/fundamentals/security/
 */
export function parseAuditLine(line: string): AuditedAccess | undefined {
  let value: { permission?: unknown; value?: unknown; stack?: unknown };
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { permission, value: target, stack } = value;
  if (typeof permission !== "string") return undefined;
  return {
    kind: permission,
    target: typeof target === "string" ? target : undefined,
    stack: Array.isArray(stack) ? stack.filter((each) => typeof each === "string") : [],
  };
}

/** Reads such a file while it is written. */
export interface AuditReader {
  /** What was written since the last call. */
  read(): Promise<AuditedAccess[]>;
}

/** Makes a reader; the file need not be there yet, and a plugin that starts again begins it anew. */
export function createAuditReader(path: string): AuditReader {
  let [offset, rest] = [0, ""];
  let before: { access?: AuditedAccess; isOld: boolean } = { isOld: false };
  let decoder = new TextDecoder();
  return {
    async read() {
      using file = await Deno.open(path).catch(ignoreMissing);
      if (file === undefined) return [];
      const { size } = await file.stat();
      if (size < offset) {
        [offset, rest] = [0, ""];
        decoder = new TextDecoder();
      }
      if (size === offset) return [];
      await file.seek(offset, Deno.SeekMode.Start);
      const bytes = new Uint8Array(size - offset);
      let filled = 0;
      for (;;) {
        const count = await file.read(bytes.subarray(filled));
        if (count === null || count === 0) break;
        filled += count;
      }
      offset += filled;
      const lines = (rest + decoder.decode(bytes.subarray(0, filled), { stream: true })).split(
        "\n",
      );
      rest = lines.pop() ?? "";
      return lines.map(parseAuditLine).filter((each) => each !== undefined).map(knownStack);
    },
  };

  // Some of Deno's functions, such as those of node:net, do not say who calls them: what stands there
  // is who asked for the access before. Those for variables always do.
  function knownStack(access: AuditedAccess): AuditedAccess {
    const isSame = access.kind !== "env" && access.stack.join() === before.access?.stack.join();
    const isOld = isSame && (before.isOld || !isOneRequest(before.access, access));
    before = { access, isOld };
    return isOld ? { ...access, stack: [] } : access;
  }
}

/** Whether two entries may come of one: of a file to read and to write, or of an address and its host. */
function isOneRequest(before: AuditedAccess | undefined, { target = "" }: AuditedAccess): boolean {
  const asked = before?.target ?? "";
  if (!URL.canParse(asked) || !asked.includes("://")) return asked === target;
  return target.replace(/:\d+$/, "") === new URL(asked).hostname;
}

function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
