import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { invalid } from "./app_error.ts";
import { readConfig } from "./config.ts";
import type { Server } from "./server.ts";

/**
 * The API method that sends mail. It goes to the server's listeners, where the settings let mail be
 * sent (`EmailSettings.SendEmailNotifications`); else it goes nowhere, as on a real server.
 */
export function mailMethods(server: Server): PluginAPIHandlers {
  return {
    sendMail: ({ to, subject, htmlBody }) => {
      const given = { to, subject, htmlbody: htmlBody };
      for (const [name, text] of Object.entries(given)) {
        if (text !== "") continue;
        throw invalid(
          "SendMail",
          `plugin_api.send_mail.missing_${name}`,
          `The mail's ${name} is empty.`,
        );
      }
      if (!readConfig(server).EmailSettings.SendEmailNotifications) return;
      server.events.emit({ type: "mail", to, subject, htmlBody });
    },
  };
}
