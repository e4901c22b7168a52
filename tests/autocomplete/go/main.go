// Command autocompletecheck reads a JSON array of slash commands' autocomplete data, as Mattermost
// has them in JSON, and has Mattermost's own code check each as RegisterCommand does. It writes what
// is wrong with them, one JSON array of texts, "" for those that are good.
package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"

	"github.com/mattermost/mattermost/server/public/model"
)

func main() {
	var all []json.RawMessage
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		fmt.Fprintln(os.Stderr, "autocompletecheck:", err)
		os.Exit(1)
	}
	mistakes := []string{}
	for _, raw := range all {
		mistakes = append(mistakes, mistake(raw))
	}
	if err := json.NewEncoder(os.Stdout).Encode(mistakes); err != nil {
		fmt.Fprintln(os.Stderr, "autocompletecheck:", err)
		os.Exit(1)
	}
}

func mistake(raw json.RawMessage) string {
	var data model.AutocompleteData
	if err := json.Unmarshal(raw, &data); err != nil {
		return err.Error()
	}
	if err := data.IsValid(); err != nil {
		return err.Error()
	}
	if err := data.UpdateRelativeURLsForPluginCommands(&url.URL{Path: "/plugins/com.example.test"}); err != nil {
		return err.Error()
	}
	return ""
}
