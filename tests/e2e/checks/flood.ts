/** The check with ten thousand posts. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post, PostList } from "../client/models.ts";
import { pluginProcesses } from "../environment/plugin_processes.ts";
import { RestError } from "../client/rest.ts";

const POSTS = 10_000;
const AT_ONCE = 16;
const PAGE = 200;

/** What is sent, and what shall be stored of it; null if it shall be refused. */
function planned(n: number): { readonly sent: string; readonly stored: string | null } {
  if (n % 10 === 3) return { sent: `${n} hunter2`, stored: null };
  if (n % 3 === 0) {
    return { sent: `${n} teh fox and teh größe`, stored: `${n} the fox and the größe` };
  }
  return { sent: `${n} an ordinary tehran`, stored: `${n} an ordinary tehran` };
}

export const flood: readonly Check[] = [
  {
    name: "10,000 posts go through the filter: none is lost, none is changed wrongly",
    seconds: 180,
    async run({ admin, ada, bob, team, mattermost, archives }) {
      const channel = await admin.call<{ readonly id: string }>("POST", "/channels", {
        team_id: team.id,
        name: "flood",
        display_name: "Flood",
        type: "O",
      });
      for (const { id } of [ada, bob]) {
        await admin.call("POST", `/channels/${channel.id}/members`, { user_id: id });
      }
      const expected = new Map<string, string>();
      let next = 0;
      const worker = async (person: typeof ada) => {
        while (next < POSTS) {
          const { sent, stored } = planned(next++);
          const post = { channel_id: channel.id, message: sent };
          try {
            const { id, message } = await person.call<Post>("POST", "/posts", post);
            assertEquals(message, stored);
            expected.set(id, message);
          } catch (error) {
            const refused = error instanceof RestError && error.status === 400;
            if (!refused || stored !== null) throw error;
          }
        }
      };
      const start = performance.now();
      await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => worker(n % 2 === 0 ? ada : bob)));
      const perSecond = Math.round(POSTS / (performance.now() - start) * 1000);
      assertEquals(expected.size, POSTS - POSTS / 10);

      const found = new Map<string, string>();
      for (let page = 0;; page++) {
        const { posts } = await ada.call<PostList>(
          "GET",
          `/channels/${channel.id}/posts?page=${page}&per_page=${PAGE}`,
        );
        const all = Object.values(posts);
        // Beside the posts there are those that say who has joined.
        for (const { id, message, type } of all) if (type === "") found.set(id, message);
        if (all.length < PAGE) break;
      }
      // Pages are cut by the time of the posts alone: of those of one millisecond, some may be on
      // neither side of a cut. Whether they are there is asked by their ids.
      let between = 0;
      for (const id of expected.keys()) {
        if (found.has(id)) continue;
        between++;
        found.set(id, (await ada.call<Post>("GET", `/posts/${id}`)).message);
      }
      assertEquals(found.size, expected.size);
      const wrong = [...expected].filter(([id, message]) => found.get(id) !== message);
      assertEquals(wrong, []);
      const [pid] = await pluginProcesses(mattermost, archives.hello.id);
      const status = await Deno.readTextFile(`/proc/${pid}/status`);
      const memory = Math.round(Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) / 1024);
      return `${perSecond} posts a second, ${between} of them between two pages, then ${memory} MiB ` +
        "in use by the plugin";
    },
  },
];
