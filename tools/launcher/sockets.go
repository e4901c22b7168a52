package main

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The longest path that a Unix socket can have, in bytes: what macOS holds.
const maxSocketPathBytes = 103

const socketFolder = "the folder for sockets (PLUGIN_UNIX_SOCKET_DIR or TMPDIR)"

// What the names of one plugin's sockets begin with, as src/bundle/socket_names.ts makes them.
func socketPrefix(id string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(id)))
	return "mmdeno-" + hex.EncodeToString(sum[:])[:8]
}

// Names the socket, and removes what killed runs of this plugin left.
func chooseSocket(id string, getenv func(string) string) (string, error) {
	parent := getenv("PLUGIN_UNIX_SOCKET_DIR")
	if parent == "" {
		parent = temporaryFolder(getenv)
	}
	if !filepath.IsAbs(parent) {
		return "", refusal(socketFolder + " is not an absolute path: set another")
	}
	parent, err := filepath.EvalSymlinks(filepath.Clean(parent))
	if err != nil || !isFolder(parent) || !mayWrite(parent) {
		return "", refusal(socketFolder + " does not exist or cannot be written: set another")
	}
	if strings.Contains(parent, ",") {
		return "", refusal(socketFolder + " has a comma in its path, which Deno cannot take: set another")
	}
	prefix := socketPrefix(id)
	socket := filepath.Join(parent, prefix+"-"+strconv.Itoa(os.Getpid())+"-"+randomName()+".sock")
	if len(socket) > maxSocketPathBytes {
		return "", refusal("the path of the socket has " + strconv.Itoa(len(socket)) + " bytes and at most " +
			strconv.Itoa(maxSocketPathBytes) + " are possible: set PLUGIN_UNIX_SOCKET_DIR to a shorter folder")
	}
	sweep(parent, prefix)
	return socket, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Six letters that nobody can foresee.
func randomName() string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	random := make([]byte, 6)
	_, _ = rand.Read(random) // It never fails: without random numbers Go ends the program.
	for i, value := range random {
		random[i] = letters[int(value)%len(letters)]
	}
	return string(random)
}

// Removes sockets, and folders for them, that have our names, belong to this user, and name a process
// that is no longer alive. Links are never followed.
func sweep(parent, prefix string) {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return
	}
	for _, entry := range entries {
		rest, ours := strings.CutPrefix(entry.Name(), prefix+"-")
		if !ours {
			continue
		}
		digits, _, _ := strings.Cut(rest, "-")
		pid, err := strconv.Atoi(digits)
		if err != nil || pid <= 0 || isAlive(pid) {
			continue
		}
		path := filepath.Join(parent, entry.Name())
		info, err := os.Lstat(path)
		if err != nil || !isOwn(info) {
			continue
		}
		switch {
		case info.Mode()&os.ModeSocket != 0:
			_ = os.Remove(path) // Another start may sweep at the same time.
		case info.IsDir():
			for _, name := range []string{"plugin.sock", "api.sock"} {
				_ = os.Remove(filepath.Join(path, name))
			}
			_ = os.Remove(path) // It stays if it holds more than sockets.
		}
	}
}
