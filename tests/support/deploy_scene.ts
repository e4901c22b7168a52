/** A small bundle, a server to bring it to, and the command line between them. @module */
import { packBundle } from "../../src/bundle/archive/pack_bundle.ts";
import { writeChecksums } from "../../src/bundle/checksums.ts";
import { BUNDLE_LAYOUT, type Manifest } from "../../src/bundle/mod.ts";
import { main } from "../../src/cli/main.ts";
import { createMemoryIO, type MemoryIO, type MemoryIOOptions } from "../../src/cli/memory_io.ts";
import { type FakeMattermost, type FakeState, startFakeMattermost } from "./fake_mattermost.ts";
import { SMALL_MANIFEST, writeSmallBundle } from "./small_bundle.ts";

/** The id of the small plugin. */
export const SMALL_ID = SMALL_MANIFEST.id;

/** What a test plays in. */
export interface DeployScene {
  readonly server: FakeMattermost;
  readonly state: FakeState;
  /** A folder of its own, which is removed in the end; what is remembered of deployments is there. */
  readonly folder: string;
  /** The bundle's folder. */
  readonly bundle: string;
  /** Where the server is and who asks, and where deployments are remembered. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs the command line. */
  readonly run: (words: readonly string[], options?: MemoryIOOptions) => Promise<Ran>;
}

/** What a command line came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly io: MemoryIO;
}

/** Plays with a server in that state and a bundle whose manifest says that. */
export async function deployScene(
  changes: Partial<FakeState> & { readonly manifest?: Partial<Manifest> },
  play: (scene: DeployScene) => Promise<void>,
): Promise<void> {
  const { manifest, ...state } = changes;
  const folder = await Deno.makeTempDir({ prefix: "deploy-test-" });
  try {
    await using server = startFakeMattermost(state);
    const bundle = `${folder}/bundle`;
    await writeLightBundle(bundle, manifest);
    const env = {
      MM_SERVICESETTINGS_SITEURL: server.url,
      MM_ADMIN_TOKEN: server.state.token,
      XDG_STATE_HOME: folder,
    };
    await play({
      server,
      state: server.state,
      folder,
      bundle,
      env,
      async run(words, options = {}) {
        const io = createMemoryIO({ ...options, env: { ...env, ...options.env } });
        const code = await main(words, io);
        return { code, out: io.stdout(), err: io.stderr(), io };
      },
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * Writes a bundle without any problem, which is quick to pack and to read: its loaders are those of no
 * version of this package, and that is only warned of.
 */
export async function writeLightBundle(
  folder: string,
  changes: Partial<Manifest> = {},
): Promise<void> {
  await writeSmallBundle(folder, changes);
  for (const part of ["loader", "netrpcLoader"] as const) {
    await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT[part]}`, "// another version's\n");
  }
  await writeChecksums(folder);
}

/** Packs a bundle's folder into a `.tar.gz` beside it, and gives its path. */
export async function packBeside(bundle: string): Promise<string> {
  const file = `${bundle}.tar.gz`;
  await using draft = await packBundle({ folder: bundle, id: SMALL_ID, file });
  await draft.keep();
  return file;
}

/** The part of a manifest that asks for permissions. */
export function asking(
  permissions: NonNullable<NonNullable<Manifest["server"]>["permissions"]>,
): Partial<Manifest> {
  return { server: { ...SMALL_MANIFEST.server, permissions } };
}
