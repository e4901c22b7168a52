package main

import (
	"encoding/json"
	"io"
)

// A sentence for the server's log.
type refusal string

func (r refusal) Error() string { return string(r) }

// Writes what went wrong as one line of hclog's JSON, which a go-plugin host puts into its log.
func say(to io.Writer, err error) {
	line := struct {
		Level   string `json:"@level"`
		Module  string `json:"@module"`
		Message string `json:"@message"`
	}{"error", "launcher", err.Error()}
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	// Nowhere is left to tell that stderr is closed.
	_ = encoder.Encode(line)
}
