import type { Command, CommandArgs } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { checkDeno, checkServer, checkSocket, type Finding } from "./server/check_server.ts";
import { connectServer } from "./server/connect.ts";
import { openPluginArchive, type PluginArchive } from "./server/plugin_archive.ts";
import { createRedaction } from "./server/redact.ts";
import { DEFAULT_SOCKET, type ServerAccess } from "./server/server_access.ts";
import { ServerError } from "./server/server_error.ts";
import { accessOf, readTimeout, SERVER_DESCRIPTION, SERVER_OPTIONS } from "./server/with_server.ts";
import { UsageError } from "./usage_error.ts";

/** `doctor`: looks for what would keep a plugin from running. */
export const doctorCommand: Command = {
  name: "doctor",
  summary: "Look for what would keep a plugin from running on a server",
  usage: "[options] [bundle folder or .tar.gz]",
  description: `Ends with exit code 1 if something would.\n${SERVER_DESCRIPTION}`,
  options: [{ name: "json", help: "Write JSON, for scripts" }, ...SERVER_OPTIONS],
  examples: [{ words: "dist/com.example.hello-1.0.0.tar.gz", help: "Look at a bundle, too" }],
  async run(args, io) {
    const [path, ...more] = args.words;
    if (more.length > 0) {
      throw new UsageError(`doctor takes one bundle, and got ${more.length + 1}`);
    }
    const redaction = createRedaction([args.text("token") ?? "", io.env("MM_ADMIN_TOKEN") ?? ""]);
    const findings = (await examine(args, io, path, redaction)).map((finding) => ({
      ...finding,
      text: redaction.redact(finding.text),
    }));
    const ill = findings.some(({ verdict }) => verdict === "problem");
    if (args.flag("json")) io.out(JSON.stringify({ healthy: !ill, findings }, null, 2));
    else for (const finding of findings) io.out(formatFinding(finding, io));
    return ill ? 1 : 0;
  },
};

async function examine(
  args: CommandArgs,
  io: CommandIO,
  path: string | undefined,
  redaction: ReturnType<typeof createRedaction>,
): Promise<Finding[]> {
  const findings = [checkDeno(Deno.version.deno)];
  let archive: PluginArchive | undefined;
  if (path !== undefined) {
    const found = await lookAtBundle(path, io.signal);
    archive = found.archive;
    findings.push(...found.findings);
  }
  const timeoutMs = readTimeout(args);
  let access: ServerAccess | undefined;
  try {
    access = await accessOf(args, io);
    using _progress = io.progress("Waiting for the server");
    await using connection = await connectServer(access, {
      signal: io.signal,
      timeoutMs,
      redaction,
    });
    findings.push(...await checkServer(connection, archive));
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    const about = error.problem === "login" ? "account" : "server";
    findings.push({ about, verdict: "problem", text: error.message });
  }
  const socket = args.text("socket") ?? io.env("MM_LOCALSOCKETPATH") ?? DEFAULT_SOCKET;
  return [...findings, await checkSocket(access, socket)];
}

async function lookAtBundle(
  path: string,
  signal: AbortSignal,
): Promise<{ readonly archive?: PluginArchive; readonly findings: readonly Finding[] }> {
  const about = "bundle";
  try {
    const archive = await openPluginArchive(path, signal);
    const { manifest: { id, version }, problems, warnings } = archive;
    const findings: Finding[] = [
      ...problems.map((text): Finding => ({ about, verdict: "problem", text })),
      ...warnings.map((text): Finding => ({ about, verdict: "warning", text })),
    ];
    if (problems.length === 0) {
      findings.unshift({ about, verdict: "fine", text: `${id} ${version} is whole` });
    }
    return { archive, findings };
  } catch (error) {
    signal.throwIfAborted();
    return { findings: [{ about, verdict: "problem", text: (error as Error).message }] };
  }
}

function formatFinding({ about, verdict, text }: Finding, { paint }: CommandIO): string {
  const mark = { fine: paint.green, warning: paint.yellow, problem: paint.red }[verdict];
  return `${mark(verdict.padEnd(7))}  ${about.padEnd(8)} ${text}`;
}
