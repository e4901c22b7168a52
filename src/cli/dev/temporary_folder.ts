import {
  type TemporaryFolder,
  temporaryFolder as makeFolder,
} from "../../bundle/temporary_folder.ts";

export type { TemporaryFolder };

/** Makes a folder for what a session needs. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  return await makeFolder("dev");
}
