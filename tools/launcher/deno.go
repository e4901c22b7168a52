package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

const denoVariable = "MATTERMOST_PLUGIN_DENO"

// The name of the Deno that a self-contained bundle has for this platform.
func bundledName() string {
	name := "deno-" + runtime.GOOS + "-" + runtime.GOARCH
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return name
}

// Finds Deno: in the bundle, else where the server's administrator says, else where it usually is.
func findDeno(bundle string, plan launchPlan, getenv func(string) string) (string, error) {
	bundled := filepath.Join(bundle, "server", bundledName())
	if _, err := os.Lstat(bundled); err == nil {
		if isProgram(bundled) {
			return bundled, nil
		}
		return "", refusal("the plugin " + plan.ID + " brings its own Deno, " + bundled +
			", which cannot be executed: upload the plugin again")
	}
	if deno := getenv(denoVariable); deno != "" {
		if !isProgram(deno) {
			return "", refusal(denoVariable + " names no program that can be run: set it to the path of Deno " +
				plan.minimumText() + " or newer")
		}
		return absolute(deno), nil
	}
	var places []string
	for _, folder := range filepath.SplitList(getenv("PATH")) {
		if folder != "" {
			folder += string(filepath.Separator)
		}
		places = append(places, folder+denoName)
	}
	for _, place := range append(places, usualPlaces(getenv)...) {
		if isProgram(place) {
			return absolute(place), nil
		}
	}
	return "", refusal("the plugin " + plan.ID + " needs Deno " + plan.minimumText() +
		" or newer and there is none: it was looked for in PATH, " + usualPlacesText +
		". Install it (https://deno.com), or set " + denoVariable +
		" to its path in the environment of the server, or deploy a self-contained bundle, which brings it")
}

func isProgram(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && mayExecute(path)
}

func absolute(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	folder, err := os.Getwd()
	if err != nil {
		return path
	}
	// As it was written, so that both launchers name it alike.
	return folder + string(filepath.Separator) + path
}

// Makes the folder in which Deno keeps what it compiles, in the bundle, or names one that can keep
// nothing. The file location_data stands where localStorage and caches would be written, so that they
// are refused.
func makeCache(bundle string) string {
	cache := filepath.Join(bundle, "server", "cache")
	if err := os.Mkdir(cache, 0o700); err != nil && !os.IsExist(err) {
		return noCache
	}
	if info, err := os.Stat(cache); err != nil || !info.IsDir() || !mayWrite(cache) {
		return noCache
	}
	storage := filepath.Join(cache, "location_data")
	if info, err := os.Stat(storage); err == nil {
		if info.Mode().IsRegular() {
			return cache
		}
		return noCache
	}
	if os.WriteFile(storage, nil, 0o600) != nil {
		return noCache
	}
	return cache
}

// Asks Deno for its version, once for each Deno, because asking takes as long as starting.
func checkDeno(deno, cache string, plan launchPlan, environment []string) error {
	record := filepath.Join(cache, "checked_deno")
	lacks := missingLibraries(deno)
	if lacks == "" && firstLine(record) == deno {
		return nil
	}
	command := exec.Command(deno, "--version")
	command.Env = environment
	// Not /dev/null, which may be missing. Deno reads nothing.
	command.Stdin = os.Stdin
	out, failure := command.Output()
	found := versionPart.FindString(strings.TrimPrefix(string(out), "deno "))
	if found == "" && lacks != "" {
		return refusal("the plugin " + plan.ID + " cannot start Deno (" + deno + "): " + lacks)
	}
	if !isNewEnough(found, plan) {
		if found == "" {
			found = "one that does not tell its version"
			if failure != nil {
				found += " (" + deno + ": " + failure.Error() + ")"
			}
		}
		return refusal("the plugin " + plan.ID + " needs Deno " + plan.minimumText() + " or newer and found " +
			found + ": install a newer one (https://deno.com) or set " + denoVariable +
			" to its path in the environment of the server")
	}
	if cache != noCache {
		// Without the record the next start asks again.
		_ = os.WriteFile(record, []byte(deno+"\n"), 0o600)
	}
	return nil
}

var versionPart = regexp.MustCompile(`^[0-9.]+`)

func isNewEnough(version string, plan launchPlan) bool {
	before, after, _ := strings.Cut(version, ".")
	major, err := strconv.Atoi(before)
	if err != nil {
		return false
	}
	wantedMajor, wantedMinor := plan.minimum()
	if major != wantedMajor {
		return major > wantedMajor
	}
	after, _, _ = strings.Cut(after, ".")
	minor, err := strconv.Atoi(after)
	return err == nil && minor >= wantedMinor
}

func firstLine(file string) string {
	opened, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer opened.Close()
	scanner := bufio.NewScanner(opened)
	scanner.Scan()
	return scanner.Text()
}
