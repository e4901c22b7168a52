/** How much an archive may hold, so that a small file cannot fill a disk. */
export interface ArchiveLimits {
  /** Bytes of the archive, unpacked. */
  readonly totalBytes: number;
  /** Files and folders. */
  readonly entries: number;
}

/** Room for a plugin with Deno's own program for several platforms. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  totalBytes: 2 * 1024 ** 3,
  entries: 20_000,
};

/** What a Mattermost server takes as an upload unless its `MaxFileSize` says otherwise, in bytes. */
export const DEFAULT_UPLOAD_LIMIT = 100 * 1024 * 1024;
