package main

import (
	"regexp"
	"strings"
)

// Where the host serves the plugin API; empty over net/rpc.
type target struct {
	// As gRPC writes it.
	text string
	// The socket's path, where it is one.
	socket string
	// The address as host:port, where it is one.
	address string
}

var addressPattern = regexp.MustCompile(`^[A-Za-z0-9._:\[\]-]+:[0-9]+$`)

func parseTarget(value string) (target, error) {
	switch {
	case strings.Contains(value, ","):
		return target{}, refusal("MATTERMOST_PLUGIN_API_TARGET has a comma in it, which Deno cannot take")
	case value == "":
		return target{}, nil
	case strings.HasPrefix(value, "unix:///"):
		path := strings.TrimPrefix(value, "unix://")
		return target{text: "unix:" + path, socket: path}, nil
	case strings.HasPrefix(value, "unix:/"):
		return target{text: value, socket: strings.TrimPrefix(value, "unix:")}, nil
	}
	// Deno's permission for localhost does not cover the address that it resolves to.
	if port, found := strings.CutPrefix(value, "localhost:"); found {
		value = "127.0.0.1:" + port
	}
	if !addressPattern.MatchString(value) {
		return target{}, refusal("MATTERMOST_PLUGIN_API_TARGET must be unix:/path or host:port")
	}
	return target{text: value, address: value}, nil
}
