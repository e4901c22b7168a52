package main

// What server 9.9 has and newer versions of the module have not: it is read, and cannot be sent back.
func init() {
	gone = map[string][]string{
		"model.Config": {"NotificationLogSettings", "BleveSettings", "ProductSettings"},
		"model.ExperimentalAuditSettings": {
			"FileMaxSizeMB", "FileMaxAgeDays", "FileMaxBackups", "FileCompress", "FileMaxQueueSize",
			"AdvancedLoggingConfig",
		},
		"model.ExperimentalSettings": {"ClientSideCertCheck"},
		"model.FeatureFlags":         {"CallsEnabled", "CloudReverseTrial", "ClientMetrics"},
		"model.LdapSettings":         {"Trace"},
		"model.LogSettings":          {"VerboseDiagnostics", "AdvancedLoggingConfig"},
		"model.ServiceSettings":      {"EnableOpenTracing", "EnablePreviewFeatures"},
	}
	// JSON text is bytes to whoever does not know the struct.
	hidden["model.NotificationLogSettings.AdvancedLoggingJSON"] = true
}
