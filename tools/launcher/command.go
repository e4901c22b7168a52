package main

import (
	"path/filepath"
	"strings"
)

// What only the start knows.
type facts struct {
	bundle   string
	socket   string
	api      target
	cookie   string
	logLevel string
}

// The arguments of Deno: those of src/bundle/command_template.ts, one for one. A test compares them.
func compose(plan launchPlan, known facts) []string {
	in := func(path string) string { return filepath.Join(known.bundle, filepath.FromSlash(path)) }
	words := []string{
		"run", "--no-prompt", "--no-config", "--no-lock",
		"--no-remote", "--no-npm", "--cached-only",
		"--deny-import", "--ignore-env",
	}
	// Deno before 2.9.6 takes this flag and --allow-net once only.
	if names := plan.Permissions.Env; len(names) > 0 {
		words = append(words, "--allow-env="+strings.Join(names, ","))
	}
	net := []string{"unix:" + known.socket}
	if known.api.socket != "" {
		net = append(net, "unix:"+known.api.socket)
	}
	if known.api.address != "" {
		net = append(net, known.api.address)
	}
	net = append(net, plan.Permissions.Net...)
	words = append(words,
		"--allow-read="+known.bundle,
		"--allow-net="+strings.Join(net, ","),
		"--allow-read="+known.socket,
		"--allow-write="+known.socket,
	)
	if path := known.api.socket; path != "" {
		words = append(words, "--allow-read="+path, "--allow-write="+path)
	}
	words = append(words, "--v8-flags="+strings.Join(plan.V8Flags, ","))
	// Without an address of the API the host speaks net/rpc.
	if known.api.text == "" {
		words = append(words, in("server/loader_netrpc.js"))
	} else {
		words = append(words, in("server/loader.js"))
	}
	if known.cookie != "" {
		words = append(words, "--cookie="+known.cookie)
	}
	if known.api.text != "" {
		words = append(words, "--api-target="+known.api.text)
	}
	words = append(words,
		"--socket="+known.socket,
		"--plugin="+in("server/plugin.js"),
		"--manifest="+in("plugin.json"),
	)
	if known.logLevel != "" {
		words = append(words, "--log-level="+known.logLevel)
	}
	return words
}

// The whole environment of Deno: a DENO_ variable of the host could replace every flag.
func passVariables(plan launchPlan, cache string, lookup func(string) (string, bool)) []string {
	variables := []string{"DENO_DIR=" + cache, "DENO_NO_UPDATE_CHECK=1", "NO_COLOR=1", "TMPDIR=/dev/null"}
	for _, name := range append(append([]string{}, systemVariables...), plan.Permissions.Env...) {
		if value, set := lookup(name); set {
			variables = append(variables, name+"="+value)
		}
	}
	return variables
}
