import type { BundledPlugin } from "../../bundle/mod.ts";
import { textOf } from "../../transport/text_of.ts";
import type { CommandIO } from "../command_io.ts";
import { type AuditReader, createAuditReader } from "./audit_log.ts";
import { auditedModules, type AuditedPlugin, auditedRefusal } from "./audited_refusals.ts";
import { proposal, type RefusedAccess, refusedIn } from "./refused_permissions.ts";

/** Shows what the sandbox refuses to a plugin, each access once, and what would allow it. */
export interface RefusalDisplay {
  /**
   * Begins anew for a bundle that is started.
   *
   * @param auditFile the file into which Deno writes each permission that it is asked for
   */
  begin(bundle: Pick<BundledPlugin, "folder" | "plan">, auditFile?: string): void;
  /** Looks for refusals in Deno's audit log, and then in a text, such as an error's. */
  look(text?: string): void;
  /** Resolves when everything is shown. */
  settled(): Promise<void>;
}

interface Run {
  readonly plugin: Promise<AuditedPlugin>;
  readonly reader: AuditReader | undefined;
  readonly shown: Set<string>;
}

/** Makes one; `manifestFolder` has the files that a manifest can have bundled. */
export function createRefusalDisplay(io: CommandIO, manifestFolder: string): RefusalDisplay {
  let run: Run | undefined;
  let looking: Promise<void> = Promise.resolve();
  let waits = false;

  function show(access: RefusedAccess, { permissions, folder }: AuditedPlugin, shown: Set<string>) {
    const [first, ...more] = proposal(access, permissions, folder);
    // An error says it again, and so does every call.
    const key = `${access.kind} ${access.target}`;
    if (first === undefined || shown.has(key)) return;
    shown.add(key);
    io.err(`${io.paint.yellow("refused")}: ${first}`);
    for (const line of more) io.err(`  ${line}`);
  }

  async function lookIn({ plugin, reader, shown }: Run, text: string): Promise<void> {
    const audited = await reader?.read() ?? [];
    const facts = await plugin;
    const found = await Promise.all(audited.map((access) => auditedRefusal(access, facts)));
    const all = [...found.filter((each) => each !== undefined), ...refusedIn(text)];
    for (const access of all) {
      // The error says of what the log says only that it was.
      const isVague = access.target === undefined &&
        all.some(({ kind, target }) => kind === access.kind && target !== undefined);
      if (!isVague) show(access, facts, shown);
    }
  }

  return {
    begin({ folder, plan: { id, permissions } }, auditFile) {
      // Read at once: the bundle goes away when the next one runs.
      const plugin = (auditFile === undefined ? Promise.resolve(new Map()) : auditedModules(folder))
        .then((modules) => ({ id, folder, permissions, modules, manifestFolder }));
      // Shown by whoever looks.
      plugin.catch(() => {});
      const reader = auditFile === undefined ? undefined : createAuditReader(auditFile);
      run = { plugin, reader, shown: new Set() };
    },
    look(text = "") {
      const current = run;
      // One that waits its turn sees this, too.
      if (current === undefined || (text === "" && waits)) return;
      waits = true;
      looking = looking.then(() => {
        waits = false;
        return lookIn(current, text);
      }).catch((error) => {
        io.err(`${io.paint.yellow("warning")}: what was refused is not known: ${textOf(error)}`);
      });
    },
    settled: () => looking,
  };
}
