import config from "../../deno.json" with { type: "json" };
import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import { type BundledPackage, bundledPackages } from "./bundled_packages.ts";
import type { DenoLicence } from "./deno_licence.ts";
import { GO_LICENCE } from "./go_licence.ts";
import type { Manifest } from "./manifest_types.ts";
import { PACKAGE_NAME } from "./own_package.ts";
import { packageLicence } from "./package_licence.ts";
import { packageUrl } from "./package_url.ts";

/** What a bundle's bill of materials is made from. */
export interface SbomInput {
  /** The manifest as the bundle holds it. */
  readonly manifest: Manifest;
  /** The names of the modules that are in the bundle. */
  readonly modules: readonly string[];
  /** Whether there is more in it whose parts are not known, such as a web app's finished script. */
  readonly hasUnknownParts: boolean;
  /** Packages whose files are in it as they are: Deno's own program. */
  readonly programs: readonly BundledPackage[];
  /** The licence of those programs, whose text is in the bundle, too. */
  readonly programLicence?: DenoLicence | undefined;
  /** The versions of Go whose library is in the native launchers. Default: there are none. */
  readonly goVersions?: readonly string[] | undefined;
  /** The folder in which Deno keeps npm packages, for their licences. */
  readonly npmCache: string;
}

/**
 * The bill of materials of a bundle, as CycloneDX 1.6 in JSON: the packages from npm and JSR whose
 * code is in it, with versions and, where they are known, licences. It holds no time and no random
 * number: the same bundle has the same one.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export async function createSbom(input: SbomInput): Promise<string> {
  const { manifest, npmCache } = input;
  const root = `pkg:generic/${encodeURIComponent(manifest.id)}@${
    encodeURIComponent(manifest.version)
  }`;
  const packages = bundledPackages(input.modules)
    .filter(({ name }) => name !== PACKAGE_NAME);
  const components = [
    component({ registry: "jsr", name: PACKAGE_NAME, version: config.version }, config.license),
    ...await Promise.all(
      packages.map(async (one) => component(one, await packageLicence(one, npmCache))),
    ),
    ...input.programs.map((one) => program(one, input.programLicence)),
    ...(input.goVersions ?? []).map(goLibrary),
  ];
  const sbom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      tools: {
        components: [{ type: "application", name: PACKAGE_NAME, version: config.version }],
      },
      component: {
        "type": "application",
        "bom-ref": root,
        name: manifest.id,
        version: manifest.version,
        ...manifest.description ? { description: manifest.description } : {},
        purl: root,
      },
    },
    components,
    compositions: [{
      aggregate: input.hasUnknownParts ? "incomplete" : "complete",
      assemblies: [root],
    }, ...programsUnknown(input.programs)],
  };
  return JSON.stringify(sbom, null, 2) + "\n";
}

/** Deno's program, with whose licence is where in the bundle. */
function program(one: BundledPackage, licence: DenoLicence | undefined) {
  return {
    ...component(one, licence?.id),
    type: "application",
    ...licence === undefined ? {} : {
      copyright: licence.copyright,
      externalReferences: [{ type: "license", url: BUNDLE_LAYOUT.denoLicence }],
    },
  };
}

/** What of Go is in the native launchers. */
function goLibrary(version: string) {
  return {
    ...component({ registry: "golang", name: "stdlib", version }, GO_LICENCE.id),
    copyright: GO_LICENCE.copyright,
    externalReferences: [{ type: "license", url: BUNDLE_LAYOUT.goLicence }],
  };
}

/** What Deno's program was linked from is not known. */
function programsUnknown(programs: readonly BundledPackage[]) {
  return programs.length === 0
    ? []
    : [{ aggregate: "unknown", assemblies: programs.map(packageUrl) }];
}

function component(one: BundledPackage, licence: string | undefined) {
  const purl = packageUrl(one);
  const [, scope, name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(one.name) ?? [];
  return {
    "type": "library",
    "bom-ref": purl,
    ...scope === undefined ? {} : { group: scope },
    name,
    version: one.version,
    ...licence === undefined ? {} : { licenses: [licenceOf(licence)] },
    purl,
  };
}

function licenceOf(licence: string) {
  if (/^[A-Za-z0-9.+-]+$/.test(licence)) return { license: { id: licence } };
  // Such as (MIT OR Apache-2.0); what is neither is a name.
  return /^[A-Za-z0-9.+() -]*\b(?:OR|AND|WITH)\b[A-Za-z0-9.+() -]*$/.test(licence)
    ? { expression: licence }
    : { license: { name: licence } };
}
