package main

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
)

const (
	denoName = "deno.exe"
	noCache  = `\\.\NUL\deno`
)

// Without the system's own variables programs on Windows find neither sockets nor random numbers.
var systemVariables = []string{"PATH", "TZ", "LANG", "SystemRoot", "SystemDrive", "windir", "PATHEXT"}

func usualPlaces(getenv func(string) string) []string {
	return []string{
		filepath.Join(getenv("USERPROFILE"), ".deno", "bin", "deno.exe"),
		filepath.Join(getenv("LOCALAPPDATA"), "Microsoft", "WinGet", "Links", "deno.exe"),
	}
}

// The same for people.
const usualPlacesText = `in .deno\bin of the home folder (USERPROFILE) and in Microsoft\WinGet\Links of LOCALAPPDATA`

func temporaryFolder(getenv func(string) string) string {
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		if folder := getenv(name); folder != "" {
			return folder
		}
	}
	return os.TempDir()
}

// Files inherit who may use them from their folder, and the one for temporary files is the user's.
func restrictMode() {}

func mayExecute(string) bool { return true }

func mayWrite(path string) bool {
	probe, err := os.CreateTemp(path, ".mmdeno-*")
	if err != nil {
		return false
	}
	probe.Close()
	return os.Remove(probe.Name()) == nil
}

func isOwn(os.FileInfo) bool { return true }

func isAlive(pid int) bool {
	const queryLimited, stillActive = 0x1000, 259
	handle, err := syscall.OpenProcess(queryLimited, false, uint32(pid))
	if err != nil {
		return !errors.Is(err, syscall.Errno(87)) // There is no process of this number.
	}
	defer syscall.CloseHandle(handle)
	var code uint32
	return syscall.GetExitCodeProcess(handle, &code) != nil || code == stillActive
}

// Runs Deno with this process's own input and outputs, and ends as it ends.
func run(s start) error {
	command := exec.Command(s.deno, s.arguments...)
	command.Dir, command.Env = s.folder, s.environment
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	// Ctrl-C reaches Deno as well, which decides.
	signal.Ignore(os.Interrupt)
	err := command.Run()
	var ended *exec.ExitError
	if err == nil {
		os.Exit(0)
	}
	if errors.As(err, &ended) {
		os.Exit(ended.ExitCode())
	}
	return refusal("Deno (" + s.deno + ") cannot be executed: " + err.Error())
}
