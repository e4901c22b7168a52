// Stands in for denort, the base program of deno compile, where that cannot be had. deno compile puts
// into it what it puts into denort; it reads that as denort does, writes the embedded files beside
// itself, and has the full Deno run them with exactly the permissions, flags for V8 and arguments that
// were baked in. What it cannot show is what denort's own loader of modules refuses or lets through.
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

type metadata struct {
	Argv        []string                   `json:"argv"`
	Permissions map[string]json.RawMessage `json:"permissions"`
	V8Flags     []string                   `json:"v8_flags"`
	Entrypoint  string                     `json:"entrypoint_key"`
	CodeCache   *uint64                    `json:"code_cache_key"`
}

// A file or a folder of those that are embedded.
type entry struct {
	File *struct {
		Name string    `json:"n"`
		Part [2]uint64 `json:"o"`
	}
	Dir *struct {
		Name    string  `json:"n"`
		Entries []entry `json:"e"`
	}
}

func main() {
	program, err := os.Executable()
	check(err)
	whole, err := os.ReadFile(program)
	check(err)
	baked, files := split(whole)
	if baked.CodeCache != nil {
		check(fmt.Errorf("the code cache is on"))
	}
	folder, err := os.MkdirTemp(filepath.Dir(program), "embedded-")
	check(err)
	var entries []entry
	check(json.Unmarshal(files[0], &entries))
	write(folder, entries, files[1])
	arguments := append(flags(baked, folder), filepath.Join(folder, baked.Entrypoint))
	arguments = append(append(arguments, baked.Argv...), os.Args[1:]...)
	deno := os.Getenv("MATTERMOST_PLUGIN_DENO")
	if deno == "" {
		deno, err = exec.LookPath("deno")
		check(err)
	}
	check(syscall.Exec(deno, append([]string{deno}, arguments...), os.Environ()))
}

// After the mark: the metadata, packages of npm, three lists that are empty here, the table of files
// and what is in them, and the mark again.
func split(whole []byte) (metadata, [2][]byte) {
	mark := []byte("d3n0" + "l4nd")
	for at := bytes.Index(whole, mark); at >= 0; {
		rest := whole[at+len(mark):]
		if len(rest) > 9 && rest[8] == '{' {
			var baked metadata
			text, rest := part(rest)
			check(json.Unmarshal(text, &baked))
			packages, rest := part(rest)
			if len(packages) > 0 || binary.LittleEndian.Uint32(rest) != 0 {
				check(fmt.Errorf("there is more in it than files"))
			}
			table, rest := part(rest[12:])
			data, rest := part(rest)
			if !bytes.HasPrefix(rest, mark) {
				check(fmt.Errorf("it does not end with the mark"))
			}
			return baked, [2][]byte{table, data}
		}
		next := bytes.Index(rest, mark)
		if next < 0 {
			break
		}
		at += len(mark) + next
	}
	check(fmt.Errorf("nothing is embedded in it"))
	panic("unreachable")
}

func part(from []byte) (head, rest []byte) {
	length := binary.LittleEndian.Uint64(from)
	return from[8 : 8+length], from[8+length:]
}

func write(folder string, entries []entry, data []byte) {
	for _, one := range entries {
		if one.File != nil {
			from, length := one.File.Part[0], one.File.Part[1]
			path := filepath.Join(folder, one.File.Name)
			check(os.WriteFile(path, data[from:from+length], 0o600))
			continue
		}
		path := filepath.Join(folder, one.Dir.Name)
		check(os.Mkdir(path, 0o700))
		write(path, one.Dir.Entries, data)
	}
}

func flags(baked metadata, folder string) []string {
	words := []string{"run", "--no-config", "--no-lock", "--no-remote", "--no-npm", "--cached-only"}
	var prompt bool
	check(json.Unmarshal(baked.Permissions["prompt"], &prompt))
	if !prompt {
		words = append(words, "--no-prompt")
	}
	for name, value := range baked.Permissions {
		kind, what, found := strings.Cut(name, "_")
		var list []string
		if !found || json.Unmarshal(value, &list) != nil || string(value) == "null" {
			continue
		}
		if name == "allow_import" {
			continue // Nothing is allowed by --deny-import, which is baked in, too.
		}
		if name == "allow_read" && len(list) > 0 {
			list = append(list, folder) // As denort does.
		}
		word := "--" + kind + "-" + what
		if len(list) > 0 {
			word += "=" + strings.Join(list, ",")
		}
		words = append(words, word)
	}
	if string(baked.Permissions["allow_read"]) == "null" {
		words = append(words, "--allow-read="+folder)
	}
	var own []string
	for _, flag := range baked.V8Flags {
		if strings.HasPrefix(flag, "--max-") {
			own = append(own, flag)
		}
	}
	return append(words, "--v8-flags="+strings.Join(own, ","))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "stand-in for denort:", err)
		os.Exit(1)
	}
}
