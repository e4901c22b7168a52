// Command manifests reads manifests as a Mattermost server does, one JSON object a line, and writes
// for each what its tooling says about it, and the settings that were understood.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"github.com/mattermost/mattermost/server/public/model"
)

type answer struct {
	Error    string                      `json:"error"`
	Settings *model.PluginSettingsSchema `json:"settings"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "manifests:", err)
		os.Exit(1)
	}
}

func run() error {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	output := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		if err := output.Encode(read(lines.Bytes())); err != nil {
			return err
		}
	}
	return lines.Err()
}

func read(line []byte) answer {
	var manifest model.Manifest
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&manifest); err != nil {
		return answer{Error: err.Error()}
	}
	if err := manifest.IsValid(); err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Settings: manifest.SettingsSchema}
}
