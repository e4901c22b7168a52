/** Where a bundle's parts lie, relative to the bundle's folder. */
export const BUNDLE_LAYOUT = {
  /** The manifest. */
  manifest: "plugin.json",
  /** The folder of everything that runs on the server. */
  server: "server",
  /** The launcher that hosts execute. */
  launcher: "server/launch",
  /** What the launcher was written from. */
  plan: "server/launch.json",
  /** The plugin, one JavaScript file. */
  plugin: "server/plugin.js",
  /** The loader that imports the plugin and serves it over gRPC. */
  loader: "server/loader.js",
  /** The loader that serves it over net/rpc, to a stock Mattermost server. */
  netrpcLoader: "server/loader_netrpc.js",
  /** The web app's script, where it was built or lies where it usually does. */
  webapp: "webapp/dist/main.js",
  /** The SHA-256 of every other file. */
  checksums: "server/checksums.json",
  /** Which packages are in the bundle, as CycloneDX. */
  sbom: "sbom.cdx.json",
  /** The licence of Deno's binary, where the bundle brings one. */
  denoLicence: "server/LICENSE-deno.txt",
  /** The licence of Go's library, which is in the native launchers. */
  goLicence: "server/LICENSE-go.txt",
  /** Made by the first start: what Deno keeps of compiled code. */
  cache: "server/cache",
} as const;
