/**
 * Fields that carry JSON as bytes, and the type that our API shows instead.
 *
 * @module
 */

/** What the JSON inside a field is. */
export interface JsonBlob {
  /** The property that replaces the field: its name without `_json`. */
  readonly property: string;
  /** The Go type that was marshalled; null for an object of the plugin's own. */
  readonly goType: string | null;
}

/** Keys are `Message.field`, by the names of the .proto files. */
export const jsonBlobs: Readonly<Record<string, JsonBlob>> = {
  "GetConfigResponse.config_json": { property: "config", goType: "model.Config" },
  "GetUnsanitizedConfigResponse.config_json": { property: "config", goType: "model.Config" },
  "SaveConfigRequest.config_json": { property: "config", goType: "model.Config" },
  "ConfigJson.config_json": { property: "config", goType: "model.Config" },
  // The plugin's own settings, in the shape that its manifest's settings_schema gives them.
  "LoadPluginConfigurationResponse.config_json": { property: "config", goType: null },
  "GetLicenseResponse.license_json": { property: "license", goType: "model.License" },
  "GetCloudLimitsResponse.limits_json": { property: "limits", goType: "model.ProductLimits" },
  "SyncMsgJson.sync_msg_json": { property: "syncMsg", goType: "model.SyncMsg" },
  "EmailNotificationJson.notification_json": {
    property: "notification",
    goType: "model.EmailNotification",
  },
  "SamlAssertionInfoJson.assertion_json": {
    property: "assertion",
    goType: "saml2.AssertionInfo",
  },
};
