import { formatBytes } from "../format_bytes.ts";
import type { Manifest } from "../../bundle/mod.ts";
import type { ServerConnection } from "./connect.ts";
import { findPlugin } from "./plugins.ts";
import type { UploadProgress } from "./upload.ts";

/** How far a deployment has come. */
export type DeployStage =
  | { readonly at: "uploading"; readonly progress: UploadProgress }
  /** The server has installed it. */
  | { readonly at: "installed" };

/** How long the server may take to say what it has. */
const ANSWER_MS = 3000;

/** What Ctrl-C has left on a server, in one sentence; the server itself is asked. */
export async function stateAfterInterruption(
  connection: ServerConnection,
  { id, version }: Pick<Manifest, "id" | "version">,
  stage: DeployStage,
): Promise<string> {
  return `${whatWasDone(stage, `${id} ${version}`)}: ${await stateNow(connection, id)}.`;
}

function whatWasDone(stage: DeployStage, plugin: string): string {
  if (stage.at === "installed") {
    return `The server has installed ${plugin}, and whether it runs was not waited for`;
  }
  const { sent, total } = stage.progress;
  if (sent === 0) return "Nothing was uploaded";
  return sent < total
    ? `The upload was cut off after ${formatBytes(sent)} of ${formatBytes(total)}, of which the ` +
      "server installs nothing"
    : `The server may have got the whole upload of ${plugin}, and may still install it`;
}

/** What a server has of a plugin, as a sentence without its full stop; asked even after Ctrl-C. */
export async function stateNow(connection: ServerConnection, id: string): Promise<string> {
  const { server } = connection;
  try {
    // What was interrupted has a signal of its own.
    const { signal } = new AbortController();
    const plugin = await findPlugin(connection, id, { signal, timeoutMs: ANSWER_MS });
    return plugin === undefined
      ? `${id} is not installed on ${server} now`
      : `${server} now has ${id} ${plugin.version}, ${plugin.state}`;
  } catch {
    return `${server} does not say what it has now, and \`list\` shows it later`;
  }
}
