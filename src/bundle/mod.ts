/**
 * Bundles: a plugin's manifest, what its sandbox lets through, the launcher that hosts execute, and
 * the folder that holds all of it.
 *
 * @module
 */
export { BUNDLE_LAYOUT } from "./bundle_layout.ts";
export { type BundledPlugin, bundlePlugin, type BundlePluginOptions } from "./bundle.ts";
export { CompileError } from "./compiled/compile_error.ts";
export type { CompiledPlugin } from "./compiled/compile_plugin.ts";
export type { CompileOptions } from "./compiled/prepare_compile.ts";
export { compareManifestSettings, type ManifestDifference } from "./compare_settings.ts";
export { type DeclaredManifest, readDeclaredManifest } from "./declared_manifest.ts";
export { BundleError } from "./deno_bundle.ts";
export { DenoBinaryError } from "./deno_binary.ts";
export { composeCommand, type LaunchCommand, type StartFacts } from "./compose_command.ts";
export { hostDenoDir, prepareDenoDir } from "./deno_dir.ts";
export {
  createLaunchPlan,
  formatLaunchPlan,
  type LaunchPlan,
  MINIMUM_DENO,
  parseLaunchPlan,
  readLaunchPlan,
} from "./launch_plan.ts";
export { DENO_PATH_VARIABLE, posixLauncher } from "./launcher_posix.ts";
export { bundleLoader, trustedLoader } from "./loader_bundle.ts";
export type { NativeOptions } from "./native_files.ts";
export { LauncherError } from "./launcher_error.ts";
export { parseManifest, readManifest } from "./manifest.ts";
export { ManifestError, type ManifestPlace } from "./manifest_error.ts";
export { MANIFEST_FILE_NAMES } from "./manifest_source.ts";
export type {
  Manifest,
  ManifestOption,
  ManifestServer,
  ManifestSetting,
  ManifestSettingsSchema,
  ManifestSettingsSection,
  ManifestSettingType,
  ManifestWebapp,
} from "./manifest_types.ts";
export {
  DEFAULT_MEMORY_MIB,
  type PermissionRequest,
  type PermissionScope,
  type PluginPermissions,
} from "./permissions.ts";
export { BUNDLE_PLATFORMS, type BundlePlatform, type PlatformNames } from "./platforms.ts";
export {
  checkSocketPath,
  MAX_SOCKET_PATH_BYTES,
  SOCKET_NAME,
  socketPrefix,
} from "./socket_names.ts";
export { sweepLeftovers, type SweepOptions } from "./sweep_leftovers.ts";
export {
  type UndoFault,
  undoFaults,
  UNDOING_PERMISSIONS,
  type UndoingPermission,
  type UndonePermission,
  undonePermissions,
  undoneWarning,
} from "./undo_sandbox.ts";
