/**
 * What the generated messages are described with. The functions have the names and parameters of
 * protobuf-es's (`@bufbuild/protobuf/codegenv2`), and their descriptors say the same; but they are
 * made when they are first asked for, message by message. A plugin process starts with hundreds of
 * messages and uses a few of them.
 *
 * @module
 */
import type { DescEnum, DescFile, DescMessage, Message } from "@bufbuild/protobuf";
import type {
  GenEnum,
  GenMessage,
  GenService,
  GenServiceMethods,
} from "@bufbuild/protobuf/codegenv2";
import { LazyFile } from "./lazy_file.ts";

export { fileDesc } from "./lazy_file.ts";

/** The message at a place in a file, or in the messages there. */
export function messageDesc<Shape extends Message>(
  file: DescFile,
  index: number,
  ...nested: number[]
): GenMessage<Shape> {
  const outer: DescMessage | undefined = lazy(file).message(index);
  const found = nested.reduce<DescMessage | undefined>(
    (message, place) => message?.nestedMessages[place],
    outer,
  );
  return found as unknown as GenMessage<Shape>;
}

/** The enum at a place in a file, or in the messages there. */
export function enumDesc<Shape extends number>(
  file: DescFile,
  index: number,
  ...nested: number[]
): GenEnum<Shape> {
  const [place] = nested.splice(-1);
  const found: DescEnum | undefined = place === undefined
    ? lazy(file).enum(index)
    : messageDesc(file, index, ...nested).nestedEnums[place];
  return found as unknown as GenEnum<Shape>;
}

/** The service at a place in a file. */
export function serviceDesc<Methods extends GenServiceMethods>(
  file: DescFile,
  index: number,
): GenService<Methods> {
  return file.services[index] as unknown as GenService<Methods>;
}

function lazy(file: DescFile): LazyFile {
  if (file instanceof LazyFile) return file;
  throw new TypeError(`${file.name} was not made by fileDesc() of src/descriptors/mod.ts.`);
}
