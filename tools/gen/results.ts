/**
 * Results that may be absent. Everything else that a method returns is always there, as in Go,
 * where the value beside a nil error is not nil.
 *
 * Keys are `Service.Method.field`; the text says when the value is null and finishes the sentence
 * "Null …" in the documentation of the method.
 *
 * @module
 */

/** Nullable results, each with its reason. */
export const nullableResults: Readonly<Record<string, string>> = {
  "PluginAPI.KVGet.value": "when there is no such key; a key never holds zero bytes.",
  "PluginAPI.GetLicense.license_json": "on a server without a license.",
  "PluginAPI.UploadData.file_info":
    "as long as the session's bytes are not complete; send the rest with another call.",

  "PluginHooks.MessageWillBePosted.modified_post": "when the post stays as it is.",
  "PluginHooks.MessageWillBeUpdated.modified_post": "when the post stays as it is.",
  "PluginHooks.FileWillBeUploaded.modified_file_info": "when the file's information stays.",
  "PluginHooks.FileWillBeUploaded.modified_content": "when the file's bytes stay as they are.",
  "PluginHooks.NotificationWillBePushed.modified_notification": "when the notification stays.",
  "PluginHooks.EmailNotificationWillBeSent.modified_content": "when the e-mail stays as it is.",
  "PluginHooks.ConfigurationWillBeSaved.modified_config": "when the configuration stays.",
  "PluginHooks.ChannelMemberWillBeAdded.modified_channel_member": "when the member stays.",
  "PluginHooks.TeamMemberWillBeAdded.modified_team_member": "when the member stays as it is.",
  "PluginHooks.ChannelWillBeUpdated.modified_channel": "when the channel stays as requested.",
  "PluginHooks.ScheduledPostWillBeCreated.modified_scheduled_post": "when the post stays.",
  "PluginHooks.DraftWillBeUpserted.modified_draft": "when the draft stays as it is.",
  "PluginHooks.ExecuteCommand.response": "when the plugin has nothing to answer.",
};
