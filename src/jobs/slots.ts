/**
 * @module
 */

/** Does some things at a time; the others wait in line. */
export interface Slots {
  /** Does it when it is its turn. `act` does not throw. */
  add(act: () => Promise<void>): void;
  /** Forgets those that wait, and waits for those that are at work. */
  drain(): Promise<void>;
}

/** Makes so many slots. */
export function createSlots(count: number): Slots {
  const waiting: (() => Promise<void>)[] = [];
  const working = new Set<Promise<void>>();
  const fill = () => {
    while (working.size < count) {
      const act = waiting.shift();
      if (act === undefined) return;
      const work = act().finally(() => {
        working.delete(work);
        fill();
      });
      working.add(work);
    }
  };
  return {
    add(act) {
      waiting.push(act);
      fill();
    },
    async drain() {
      waiting.length = 0;
      await Promise.all(working);
    },
  };
}
