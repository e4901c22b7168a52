import { checkSignature, SIGNATURE_ENDING } from "../bundle/signature.ts";
import { undoneWarning } from "../bundle/undo_sandbox.ts";
import { type BundleReport, verifyBundle } from "../bundle/verify_bundle.ts";
import type { Command, CommandArgs } from "./command.ts";
import type { CommandIO } from "./command_io.ts";
import { formatBytes } from "./format_bytes.ts";
import { printPermissions } from "./print_permissions.ts";
import { printable, printableLine } from "./printable.ts";
import { UsageError } from "./usage_error.ts";

/** `verify`: checks a bundle that came from elsewhere, without running anything in it. */
export const verifyCommand: Command = {
  name: "verify",
  summary: "Check a bundle, or its .tar.gz, without running anything in it",
  usage: "[options] <archive.tar.gz or folder>",
  description: `Checks that the archive holds nothing that leads out of it, the manifest, the
launcher byte for byte, that the permissions in launch.json are the manifest's, and
the checksums of all files. Those tell damage; that a bundle is somebody's, only a
signature tells: --public-key checks it.`,
  options: [
    {
      name: "public-key",
      value: "file",
      help: "OpenPGP public keys; the archive must be signed by one of them",
    },
    {
      name: "signature",
      value: "file",
      help: "The signature. Default: the archive's name with .sig after it",
    },
    {
      name: "compare-deno",
      help: "Fetch Deno from npm's registry and compare a self-contained bundle's with it",
    },
    { name: "json", help: "Print the findings as JSON" },
  ],
  examples: [
    { words: "dist/com.example.hello-1.0.0.tar.gz", help: "Look for damage" },
    {
      words: "hello-1.0.0.tar.gz --public-key author.asc",
      help: "Check that its author made it, too",
    },
  ],
  async run(args, io) {
    const [path, ...more] = args.words;
    if (path === undefined) throw new UsageError("verify needs a .tar.gz or a bundle's folder");
    if (more.length > 0) throw new UsageError("verify takes one bundle at a time");
    const info = await Deno.stat(path).catch((cause) => {
      throw new Error(`${path} cannot be read: ${cause.message}`, { cause });
    });
    using _progress = io.progress("verifying");
    const report = await verifyBundle(path, {
      signal: io.signal,
      compareDeno: args.flag("compare-deno"),
    });
    const signed = await verifySignature(path, info.isDirectory, args);
    const problems = [...report.problems, ...signed.problem === undefined ? [] : [signed.problem]];
    const { manifest, plan, files, bytes, warnings, undone } = report;
    if (args.flag("json")) {
      io.out(JSON.stringify(
        {
          ok: problems.length === 0,
          id: manifest?.id,
          version: manifest?.version,
          permissions: plan?.permissions,
          undone: undone.map(({ permission }) => permission),
          files,
          bytes,
          signedBy: signed.by,
          problems,
          warnings,
        },
        null,
        2,
      ));
    } else print(report, problems, signed, io);
    return problems.length === 0 ? 0 : 1;
  },
};

interface Signed {
  /** Who signed it, where that was checked. */
  readonly by?: { readonly fingerprint: string; readonly users: readonly string[] };
  /** What to know where nothing was checked. */
  readonly note?: string;
  readonly problem?: string;
}

async function verifySignature(
  path: string,
  isFolder: boolean,
  args: CommandArgs,
): Promise<Signed> {
  const keyFile = args.text("public-key");
  const file = args.text("signature") ?? path + SIGNATURE_ENDING;
  if (keyFile === undefined) {
    if (args.text("signature") !== undefined) {
      throw new UsageError("--signature needs --public-key, the key to check it by");
    }
    const present = !isFolder && await Deno.stat(file).then(() => true, () => false);
    return {
      note: present
        ? `${file} was not checked: give its author's key with --public-key`
        : "no signature was checked",
    };
  }
  if (isFolder) throw new UsageError("a signature is one of a .tar.gz, and this is a folder");
  const publicKey = await Deno.readFile(keyFile).catch((cause) => {
    throw new Error(`the public key ${keyFile} cannot be read: ${cause.message}`, { cause });
  });
  const signature = await Deno.readFile(file).catch(() => undefined);
  if (signature === undefined) return { problem: `${file}: there is no signature` };
  try {
    const by = await checkSignature({ bytes: await Deno.readFile(path), signature, publicKey });
    return { by };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: `${file}: ${error.message}` };
  }
}

function print(
  { manifest, plan, files, bytes, warnings, undone }: BundleReport,
  problems: readonly string[],
  signed: Signed,
  io: CommandIO,
): void {
  const { paint } = io;
  const what = manifest === undefined ? "this bundle" : `${manifest.id} ${manifest.version}`;
  for (const problem of problems) io.err(`${paint.red("wrong")}: ${printable(problem)}`);
  for (const warning of [...warnings, ...undone.map(undoneWarning)]) {
    io.err(`${paint.yellow("warning")}: ${printable(warning)}`);
  }
  if (problems.length > 0) {
    io.err(`${what}: ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}`);
    return;
  }
  io.out(`${what}: ${files} files, ${formatBytes(bytes)}, as bundling wrote them`);
  if (plan !== undefined) printPermissions(plan.permissions, io);
  if (signed.by !== undefined) {
    io.out(printableLine(`signed by ${signed.by.users.join(", ") || "a key without a name"}`));
    io.out(`  fingerprint ${signed.by.fingerprint.toUpperCase()}`);
  }
  if (signed.note !== undefined) io.out(signed.note);
}
