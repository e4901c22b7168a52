package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

// What launch.json says; src/bundle/launch_plan.ts writes it.
type launchPlan struct {
	Format      int    `json:"format"`
	ID          string `json:"id"`
	Version     string `json:"version"`
	Deno        string `json:"deno"`
	Permissions struct {
		Net   scope `json:"net"`
		Read  scope `json:"read"`
		Env   scope `json:"env"`
		Write scope `json:"write"`
		Run   scope `json:"run"`
		Ffi   scope `json:"ffi"`
		Sys   scope `json:"sys"`
	} `json:"permissions"`
	V8Flags []string `json:"v8Flags"`
}

// What a permission is for: a list of names, or true for everything there is.
type scope struct {
	all   bool
	names []string
}

func (s *scope) UnmarshalJSON(text []byte) error {
	if string(text) == "true" {
		*s = scope{all: true}
		return nil
	}
	*s = scope{}
	return json.Unmarshal(text, &s.names)
}

var (
	idPattern      = regexp.MustCompile(`^[a-zA-Z0-9-_.]{3,190}$`)
	versionPattern = regexp.MustCompile(`^\d{1,4}\.\d{1,4}\.\d{1,4}$`)
)

// Finds the folder of the launcher and the bundle around it, without links. The name is the one that
// the launcher was executed by: /proc, from which the system would tell, may be missing.
func findBundle(name string) (here, bundle string, err error) {
	if runtime.GOOS == "windows" || !strings.ContainsRune(name, filepath.Separator) {
		if name, err = os.Executable(); err != nil {
			return "", "", refusal("the launcher cannot tell where it is: " + err.Error())
		}
	}
	if here, err = filepath.Abs(filepath.Dir(name)); err == nil {
		if bundle, err = filepath.EvalSymlinks(filepath.Dir(here)); err == nil {
			return here, bundle, nil
		}
	}
	return "", "", refusal("the folder of the plugin cannot be entered: " + err.Error())
}

func readPlan(here string) (launchPlan, error) {
	file := filepath.Join(here, "launch.json")
	var plan launchPlan
	text, err := os.ReadFile(file)
	if err != nil {
		return plan, refusal("the file launch.json beside the launcher cannot be read, so this is no whole bundle: upload the plugin again (" + err.Error() + ")")
	}
	if err := json.Unmarshal(text, &plan); err != nil {
		return plan, refusal("the file launch.json beside the launcher is damaged: upload the plugin again (" + err.Error() + ")")
	}
	switch {
	case plan.Format != 1:
		return plan, refusal("the file launch.json has format " + strconv.Itoa(plan.Format) + " and this launcher reads format 1: bundle the plugin again")
	case !idPattern.MatchString(plan.ID):
		return plan, refusal("the file launch.json names no plugin: bundle the plugin again")
	case !versionPattern.MatchString(plan.Deno):
		return plan, refusal("the file launch.json names no version of Deno: bundle the plugin again")
	}
	return plan, nil
}

// The oldest Deno that can run the plugin.
func (plan launchPlan) minimum() (major, minor int) {
	parts := strings.Split(plan.Deno, ".")
	major, _ = strconv.Atoi(parts[0])
	minor, _ = strconv.Atoi(parts[1])
	return major, minor
}

func (plan launchPlan) minimumText() string {
	major, minor := plan.minimum()
	return strconv.Itoa(major) + "." + strconv.Itoa(minor)
}

func refuseComma(bundle string, plan launchPlan) error {
	if !strings.Contains(bundle, ",") {
		return nil
	}
	return refusal("the folder of the plugin " + plan.ID + " has a comma in its path, which Deno cannot take: move it")
}
