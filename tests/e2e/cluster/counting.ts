/** A counter that both servers count with. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { ask, type ClusterStage } from "./stage.ts";

/** What each server adds, in so many requests at once. */
const REQUESTS = 10;
const EACH = 50;

export const counting: readonly Check<ClusterStage>[] = [
  {
    name: "1,000 updates of one value, at once and from both servers, lose nothing",
    seconds: 120,
    async run({ nodes, pluginId }) {
      const counted = await Promise.all(
        nodes.flatMap((node) =>
          Array.from(
            { length: REQUESTS },
            () => ask<readonly number[]>(node, pluginId, `/count?times=${EACH}`),
          )
        ),
      );
      // Each update saw a number that no other one saw.
      assertEquals(
        counted.flat().sort((one, other) => one - other),
        Array.from({ length: 2 * REQUESTS * EACH }, (_, n) => n + 1),
      );
    },
  },
];
