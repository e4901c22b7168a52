/** The settings of the Mattermost server under test. @module */

/** What differs from run to run. */
export interface ServerPlace {
  readonly port: number;
  /** The server's own folder. */
  readonly folder: string;
  readonly databaseUrl: string;
}

/**
 * Settings for a server that people can sign up at and that takes plugins, and that talks to nobody
 * beyond this machine: no mail, push, marketplace, telemetry, notices or updates.
 */
export function serverConfig({ port, folder, databaseUrl }: ServerPlace): unknown {
  return {
    ServiceSettings: {
      SiteURL: `http://127.0.0.1:${port}`,
      ListenAddress: `127.0.0.1:${port}`,
      EnableSecurityFixAlert: false,
      EnableLocalMode: true,
      LocalModeSocketLocation: `${folder}/local.sock`,
      EnableOnboardingFlow: false,
      EnableGifPicker: false,
      AllowedUntrustedInternalConnections: "127.0.0.1",
    },
    TeamSettings: { EnableOpenServer: true, MaxUsersPerTeam: 100 },
    SqlSettings: {
      DriverName: "postgres",
      DataSource: databaseUrl,
      MaxOpenConns: 40,
      MaxIdleConns: 20,
    },
    LogSettings: {
      EnableConsole: true,
      ConsoleLevel: "ERROR",
      ConsoleJson: false,
      EnableFile: true,
      FileLevel: "DEBUG",
      FileJson: true,
      FileLocation: `${folder}/logs`,
      EnableDiagnostics: false,
      EnableSentry: false,
    },
    NotificationLogSettings: { EnableConsole: false, EnableFile: false },
    FileSettings: { DriverName: "local", Directory: `${folder}/data/`, MaxFileSize: 104_857_600 },
    EmailSettings: {
      SendEmailNotifications: false,
      SendPushNotifications: false,
      RequireEmailVerification: false,
    },
    RateLimitSettings: { Enable: false },
    AnnouncementSettings: { AdminNoticesEnabled: false, UserNoticesEnabled: false },
    PluginSettings: {
      Enable: true,
      EnableUploads: true,
      EnableHealthCheck: true,
      EnableMarketplace: false,
      EnableRemoteMarketplace: false,
      AutomaticPrepackagedPlugins: false,
      RequirePluginSignature: false,
      Directory: `${folder}/plugins`,
      ClientDirectory: `${folder}/client/plugins`,
    },
  };
}
