/** What an administrator sets. */
import { setting } from "@mattermost-deno/plugin";

/** The settings, by the names under which `config` has them. */
export const settings = {
  secret: setting.generated({
    label: "Secret",
    help: "What the build server signs its webhooks with.",
  }),
  team: setting.text({ label: "Team", placeholder: "acme" }),
  channel: setting.text({ label: "Channel", default: "town-square" }),
  tickets: setting.text({
    label: "Ticket service",
    default: "https://tickets.example.com",
    validate: (url) => URL.canParse(url) ? undefined : "must be a URL",
  }),
};
