//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
)

const (
	denoName = "deno"
	// Below a device no file can be made.
	noCache = "/dev/null/deno"
)

// Variables of the host that every plugin gets: they shape dates and texts.
var systemVariables = []string{"PATH", "TZ", "LANG"}

func usualPlaces(getenv func(string) string) []string {
	return []string{
		filepath.Join(getenv("HOME")+"/", ".deno/bin/deno"),
		"/usr/local/bin/deno",
		"/usr/bin/deno",
		"/opt/homebrew/bin/deno",
	}
}

// The same for people.
const usualPlacesText = "in .deno/bin of the home folder (HOME), in /usr/local/bin, /usr/bin and /opt/homebrew/bin"

func temporaryFolder(getenv func(string) string) string {
	if folder := getenv("TMPDIR"); folder != "" {
		return folder
	}
	return "/tmp"
}

// What is made from now on is for this user alone: the socket, too.
func restrictMode() { syscall.Umask(0o077) }

func mayExecute(path string) bool { return syscall.Access(path, 1) == nil }

func mayWrite(path string) bool { return syscall.Access(path, 2) == nil }

func isOwn(info os.FileInfo) bool {
	stat, known := info.Sys().(*syscall.Stat_t)
	return known && int(stat.Uid) == os.Geteuid()
}

// Another user's process is not the one that is looked for.
func isAlive(pid int) bool { return syscall.Kill(pid, 0) == nil }

// Deno takes the place of the launcher: the host kills one process. Returns only if that fails.
func run(s start) error {
	if err := os.Chdir(s.folder); err != nil {
		return refusal("the folder of the plugin cannot be entered: " + err.Error())
	}
	err := syscall.Exec(s.deno, append([]string{s.deno}, s.arguments...), s.environment)
	return refusal("Deno (" + s.deno + ") cannot be executed: " + err.Error())
}
