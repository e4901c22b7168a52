/**
 * New messages.
 *
 * @module
 */

import { create, type DescMessage, type MessageShape } from "@bufbuild/protobuf";
import { freshMessages } from "../../../gen/fresh_messages.ts";
import type { Target } from "../gob/structs.ts";

/** Gives what makes new messages: quicker than `create`, which looks at every field each time. */
export function freshMessage<Desc extends DescMessage>(desc: Desc): () => MessageShape<Desc> {
  const literal = freshMessages[desc.name];
  if (literal) return literal as () => MessageShape<Desc>;
  let template: Target | undefined;
  const lists: string[] = [];
  const maps: string[] = [];
  const prepare = (): Target => {
    const empty = create(desc) as unknown as Target;
    for (const { fieldKind, localName } of desc.fields) {
      if (fieldKind === "list") lists.push(localName);
      if (fieldKind === "map") maps.push(localName);
    }
    return template = empty;
  };
  return () => {
    const message: Target = { ...(template ?? prepare()) };
    for (const name of lists) message[name] = [];
    for (const name of maps) message[name] = {};
    return message as MessageShape<Desc>;
  };
}
