/**
 * Codecs of Go's interfaces: the value travels with the name under which Go registered its type.
 *
 * @module
 */

import { type GobReader, type GobType, wrongType } from "./gob_type.ts";
import { enter } from "./input.ts";
import { compiledAt } from "./structs.ts";
import { readInterfaceHead } from "./interface_head.ts";
import { closeCounted, enterValue, openCounted, writeInt, writeText, writeUint } from "./output.ts";
import { INTERFACE } from "./wire_type.ts";

/** A type that Go registered under a name. */
export interface Registered<T> {
  readonly name: string;
  readonly type: GobType<T>;
}

/** What an interface's codec is made of. */
export interface InterfaceParts<T> {
  /** Go's name of the interface. */
  readonly goName: string;
  /** What stands for nil. */
  readonly nil: T;
  /** What reads values of the type that is registered under a name. */
  readonly named: (name: string) => GobType<T>;
  /** As what a value is written; undefined for nil. */
  readonly choose: (value: T) => Registered<T> | undefined;
}

const MANY_NAMES = 200;

/** Makes the codec of an interface. */
export function gobInterface<T>({ goName, nil, named, choose }: InterfaceParts<T>): GobType<T> {
  return {
    goName,
    isStruct: false,
    zero: () => nil,
    isZero: (value) => choose(value) === undefined,
    write(out, value) {
      const chosen = choose(value);
      if (chosen === undefined) {
        writeUint(out, 0);
        return;
      }
      const { name, type } = chosen;
      enterValue(out, name);
      writeText(out, name);
      writeInt(out, type.idIn(out.types));
      const gap = openCounted(out);
      if (!type.isStruct) writeUint(out, 0);
      type.write(out, value);
      closeCounted(out, gap);
      out.depth--;
    },
    idIn: () => INTERFACE,
    readerFor(types, id) {
      if (id !== INTERFACE) throw wrongType(types, id, goName);
      // A sender has one id for what it sends under one name, as a rule.
      const compiled = new Map<string, { readonly id: number; readonly read: GobReader<T> }>();
      return (input) => {
        const head = readInterfaceHead(input);
        if (head === undefined) return nil;
        enter(input, head.name);
        let known = compiled.get(head.name);
        if (known === undefined || known.id !== head.id) {
          const read = compiledAt(
            input,
            head.name,
            () => named(head.name).readerFor(input.types, head.id),
          );
          known = { id: head.id, read };
          // Names are the sender's to choose: remember no more than are honest.
          if (compiled.size < MANY_NAMES) compiled.set(head.name, known);
        }
        const value = known.read(input);
        input.depth--;
        return value;
      };
    },
  };
}
