/** Where generation reads and writes. @module */

import { fromFileUrl } from "../paths.ts";

const ROOT = new URL("../../", import.meta.url);

/** The folder of the .proto files. */
export const PROTO: string = fromFileUrl(new URL("proto", ROOT));

/** The folder of everything that is generated. */
export const GEN: string = fromFileUrl(new URL("gen", ROOT));

/** The Go program that reads the real module. */
export const GO_SCHEMA_TOOL: string = fromFileUrl(new URL("tools/goschema", ROOT));

/** The checkout. */
export const ROOT_PATH: string = fromFileUrl(ROOT);
