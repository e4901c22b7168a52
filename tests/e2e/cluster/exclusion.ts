/** A section that one node at a time may be in. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { enablePlugin, uploadPlugin } from "../client/plugins.ts";
import type { Stay } from "./records.ts";
import { ask, type ClusterStage } from "./stage.ts";

const STAYS = 6;

/** Has both servers stay there again and again; gives who was there, in their order. */
async function alternate({ nodes, pluginId }: ClusterStage): Promise<readonly Stay[]> {
  const stays = await Promise.all(
    nodes.map((node) => ask<readonly Stay[]>(node, pluginId, `/stays?times=${STAYS}`)),
  );
  const inOrder = stays.flat().sort((one, other) => one.from - other.from);
  assertEquals(inOrder.length, 2 * STAYS);
  for (const [index, stay] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before !== undefined && before.until > stay.from) {
      throw new Error(`two were there at once: ${JSON.stringify([before, stay])}`);
    }
  }
  return inOrder;
}

export const exclusion: readonly Check<ClusterStage>[] = [
  {
    name: "a mutex is held by one of two servers at a time",
    seconds: 120,
    async run(stage) {
      assertEquals(new Set((await alternate(stage)).map(({ node }) => node)).size, 2);
    },
  },
  {
    name: "a mutex excludes Mattermost's own mutex in a Go plugin, and the other way round",
    seconds: 180,
    async run(stage) {
      const { nodes: [, { admin }], ours, go, pluginId } = stage;
      await uploadPlugin(admin, go.bytes, true);
      await enablePlugin(admin, pluginId);
      const nodes = new Set((await alternate(stage)).map(({ node }) => node));
      assertEquals([nodes.size, nodes.has("go")], [2, true]);
      await uploadPlugin(admin, ours.bytes, true);
      await enablePlugin(admin, pluginId);
    },
  },
];
