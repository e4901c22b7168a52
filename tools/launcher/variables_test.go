package main

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestOfAllVariablesThosePassThatChangeNoStart(t *testing.T) {
	got := others([]string{
		"SECRET=x", "lower=x", "EMPTY=", "LINES=a\nDENO_DIR=b", "PATH=/bin", "DENO_DIR=x", "LD_PRELOAD=x",
		"npm_config_registry=x", "NODE_OPTIONS=x", "HOME=/", "home=/", "TMPDIR=/", "PWD=/", "_=x", "a-b=x", "1A=x", "=C:=x",
	})
	if want := []string{"SECRET", "lower", "EMPTY", "LINES", "home"}; !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
}

func TestAPermissionIsForNamesOrForEverything(t *testing.T) {
	var plan launchPlan
	text := `{"permissions":{"net":true,"read":[],"env":["A"],"run":["git","cat"],"database":false,"memory":256}}`
	if err := json.Unmarshal([]byte(text), &plan); err != nil {
		t.Fatal(err)
	}
	asked := plan.Permissions
	if !asked.Net.all || asked.Env.all || asked.Write.all || !slices.Equal(asked.Env.names, []string{"A"}) {
		t.Fatalf("%v", asked)
	}
	for flag, got := range map[string][]string{
		"--allow-net":         scoped("net", asked.Net),
		"--allow-run=git,cat": scoped("run", asked.Run),
	} {
		if !slices.Equal(got, []string{flag}) {
			t.Errorf("%q: %q", flag, got)
		}
	}
	if got := append(scoped("read", asked.Read), scoped("ffi", asked.Ffi)...); len(got) > 0 {
		t.Errorf("%q", got)
	}
	for _, text := range []string{`{"permissions":{"run":false}}`, `{"permissions":{"run":"git"}}`} {
		if json.Unmarshal([]byte(text), &plan) == nil {
			t.Errorf("%s is taken", text)
		}
	}
}
