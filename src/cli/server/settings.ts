import { formatBytes } from "../format_bytes.ts";
import type { ServerConnection } from "./connect.ts";
import { ServerError } from "./server_error.ts";

/** The server's settings that plugins depend on; undefined is what it does not tell. */
export interface ServerSettings {
  /** PluginSettings.Enable. */
  readonly pluginsEnabled: boolean | undefined;
  /** PluginSettings.EnableUploads. */
  readonly uploadsEnabled: boolean | undefined;
  /** PluginSettings.RequirePluginSignature. */
  readonly signatureRequired: boolean | undefined;
  /** FileSettings.MaxFileSize, in bytes. */
  readonly maxFileSize: number | undefined;
  /** Whether the log can be read over the network: LogSettings.EnableFile and FileJson. */
  readonly logFile: boolean | undefined;
  readonly logJson: boolean | undefined;
  /** LogSettings.FileLevel, such as `INFO`. */
  readonly logLevel: string | undefined;
}

interface Config {
  readonly PluginSettings?: {
    readonly Enable?: boolean;
    readonly EnableUploads?: boolean;
    readonly RequirePluginSignature?: boolean;
  };
  readonly FileSettings?: { readonly MaxFileSize?: number };
  readonly LogSettings?: {
    readonly EnableFile?: boolean;
    readonly FileJson?: boolean;
    readonly FileLevel?: string;
  };
}

/** Reads the settings. An account that may read none of them is told so. @throws {ServerError} */
export async function readSettings(connection: ServerConnection): Promise<ServerSettings> {
  const { PluginSettings, FileSettings, LogSettings } = await connection.call<Config>({
    method: "GET",
    path: "/config",
    what: "read the server's settings",
  });
  return {
    pluginsEnabled: PluginSettings?.Enable,
    uploadsEnabled: PluginSettings?.EnableUploads,
    signatureRequired: PluginSettings?.RequirePluginSignature,
    maxFileSize: FileSettings?.MaxFileSize,
    logFile: LogSettings?.EnableFile,
    logJson: LogSettings?.FileJson,
    logLevel: LogSettings?.FileLevel,
  };
}

/**
 * Throws if the settings keep an archive of so many bytes from being uploaded.
 *
 * @throws {ServerError} that says which, and what to do.
 */
export function checkUpload(settings: ServerSettings, bytes: number, server: string): void {
  const problem = uploadProblems(settings, bytes, server)[0];
  if (problem !== undefined) throw new ServerError("settings", problem);
}

/** Sentences about everything that keeps an upload of so many bytes out. */
export function uploadProblems(
  settings: ServerSettings,
  bytes: number,
  server: string,
): readonly string[] {
  const problems: string[] = [];
  if (settings.pluginsEnabled === false) {
    problems.push(
      `plugins are disabled on ${server}: set PluginSettings.Enable to true (System Console > ` +
        "Plugins > Plugin Management)",
    );
  }
  if (settings.uploadsEnabled === false) {
    problems.push(
      `${server} takes no uploads of plugins: set PluginSettings.EnableUploads to true in its ` +
        "config.json (or MM_PLUGINSETTINGS_ENABLEUPLOADS=true in its environment) and start it " +
        "again; the System Console cannot change that",
    );
  }
  if (settings.signatureRequired === true) {
    problems.push(
      `${server} takes signed plugins only (PluginSettings.RequirePluginSignature), and never by ` +
        "upload: set that to false, or have its administrator put the signed bundle into its folder " +
        "of prepackaged plugins",
    );
  }
  const limit = settings.maxFileSize;
  if (limit !== undefined && bytes > limit) {
    problems.push(
      `the upload has ${formatBytes(bytes)} and ${server} takes ${
        formatBytes(limit)
      } at most: raise ` +
        "FileSettings.MaxFileSize (System Console > Environment > File Storage), or make the bundle " +
        "smaller",
    );
  }
  return problems;
}
