package main

import (
	"regexp"
	"slices"
	"strings"
)

// What never passes, since it changes how a process starts: src/bundle/passed_variables.ts, one for one.
var (
	neverPassed = []string{
		"SSLKEYLOGFILE", "GLIBC_TUNABLES", "IFS", "ENV", "HOME", "TMPDIR", "NO_COLOR",
		"PWD", "OLDPWD", "SHLVL", "_",
	}
	neverPassedPrefixes = []string{
		"DENO_", "LD_", "DYLD_", "NODE_", "NPM_CONFIG_", "V8_", "RUST_", "MALLOC_",
	}
	variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
)

// The names of an environment that pass where the manifest asks for all of them, beside those that
// every plugin gets.
func others(environment []string) []string {
	var names []string
	for _, variable := range environment {
		name, _, _ := strings.Cut(variable, "=")
		if variableName.MatchString(name) && mayPass(name) {
			names = append(names, name)
		}
	}
	return names
}

func mayPass(name string) bool {
	if slices.Contains(neverPassed, name) || slices.Contains(systemVariables, name) {
		return false
	}
	upper := strings.ToUpper(name)
	return !slices.ContainsFunc(neverPassedPrefixes, func(prefix string) bool {
		return strings.HasPrefix(upper, prefix)
	})
}
