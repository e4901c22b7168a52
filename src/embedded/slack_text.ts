import type { Server } from "./server.ts";

/** Slack's links with a text, `<https://…|text>`, as Markdown's. */
export function markdownLinks(text: string): string {
  return text.replace(/<([^\n<|>]+)\|([^\n>]+)>/g, "[$2]($1)");
}

/** Slack's calls to everybody, `<!here>`, `<!channel>` and `<!everyone>`, as Mattermost's. */
export function announcements(text: string): string {
  return text.replace(
    /<!(here|channel|everyone|group)>/g,
    (_, who: string) => who === "everyone" ? "@all" : who === "group" ? "@channel" : `@${who}`,
  );
}

/** Slack's mentions by id, `<@id>`, as mentions by name; unknown ids stay as they are. */
export function namedUsers(server: Server, text: string): string {
  return text.replace(/<@([a-z0-9]+)>/g, (whole, id: string) => {
    const user = server.tables.users.get(id);
    return user ? `@${user.username}` : whole;
  });
}
