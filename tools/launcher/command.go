package main

import (
	"os"
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
		"--deny-import",
	}
	asked := plan.Permissions
	if !asked.Env.all {
		words = append(words, "--ignore-env")
	}
	// Deno before 2.9.6 takes this flag and --allow-net once only.
	words = append(words, scoped("env", asked.Env)...)
	// One of these with a value would narrow down one without.
	reading := func(path string) []string { return unlessAll(asked.Read, "--allow-read="+path) }
	writing := func(path string) []string { return unlessAll(asked.Write, "--allow-write="+path) }
	if asked.Read.all {
		words = append(words, "--allow-read")
	}
	words = append(words, reading(known.bundle)...)
	if asked.Net.all {
		words = append(words, "--allow-net")
	} else {
		net := []string{"unix:" + known.socket}
		if known.api.socket != "" {
			net = append(net, "unix:"+known.api.socket)
		}
		if known.api.address != "" {
			net = append(net, known.api.address)
		}
		words = append(words, "--allow-net="+strings.Join(append(net, asked.Net.names...), ","))
	}
	words = append(words, reading(known.socket)...)
	words = append(words, writing(known.socket)...)
	if path := known.api.socket; path != "" {
		words = append(words, reading(path)...)
		words = append(words, writing(path)...)
	}
	words = append(words, scoped("write", asked.Write)...)
	words = append(words, scoped("run", asked.Run)...)
	words = append(words, scoped("ffi", asked.Ffi)...)
	words = append(words, scoped("sys", asked.Sys)...)
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

// The flag for a permission that is about nothing but what the manifest names.
func scoped(name string, asked scope) []string {
	switch {
	case asked.all:
		return []string{"--allow-" + name}
	case len(asked.names) > 0:
		return []string{"--allow-" + name + "=" + strings.Join(asked.names, ",")}
	}
	return nil
}

func unlessAll(asked scope, flag string) []string {
	if asked.all {
		return nil
	}
	return []string{flag}
}

// The whole environment of Deno: a DENO_ variable of the host could replace every flag.
func passVariables(plan launchPlan, cache string, lookup func(string) (string, bool)) []string {
	variables := []string{"DENO_DIR=" + cache, "DENO_NO_UPDATE_CHECK=1", "NO_COLOR=1", "TMPDIR=/dev/null"}
	names := append([]string{}, systemVariables...)
	if plan.Permissions.Env.all {
		names = append(names, others(os.Environ())...)
	} else {
		names = append(names, plan.Permissions.Env.names...)
	}
	for _, name := range names {
		if value, set := lookup(name); set {
			variables = append(variables, name+"="+value)
		}
	}
	return variables
}
