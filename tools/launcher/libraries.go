package main

import (
	"debug/elf"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Where the loader of Linux looks for libraries, beside what /etc/ld.so.conf names.
var libraryFolders = []string{"/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib"}

// Says which libraries a program needs that this machine does not have; empty if it has all, or if
// there is no telling. The words are no proof: a loader may look elsewhere, so that they are told only
// when the program does not run.
func missingLibraries(program string) string {
	if runtime.GOOS != "linux" {
		return ""
	}
	file, err := elf.Open(program)
	if err != nil {
		return ""
	}
	defer file.Close()
	return lackingIn(file, "/")
}

func lackingIn(file *elf.File, root string) string {
	if loader := interpreter(file); loader != "" {
		if _, err := os.Stat(filepath.Join(root, loader)); err != nil {
			return "this machine has no " + loader + ", the loader of glibc: use an image with glibc"
		}
	}
	needed, err := file.ImportedLibraries()
	if err != nil {
		return ""
	}
	own, _ := file.DynString(elf.DT_RUNPATH)
	older, _ := file.DynString(elf.DT_RPATH)
	if len(own)+len(older) > 0 {
		// It says itself where its libraries are; the loader knows best.
		return ""
	}
	folders := append(configuredFolders(filepath.Join(root, "etc/ld.so.conf"), root, 0), libraryFolders...)
	folders = append(folders, multiarch(file.Machine)...)
	var lacks []string
	for _, name := range needed {
		if !isIn(name, folders, root) {
			lacks = append(lacks, name)
		}
	}
	if len(lacks) == 0 {
		return ""
	}
	word := "library "
	if len(lacks) > 1 {
		word = "libraries "
	}
	return "this machine lacks the " + word + strings.Join(lacks, ", ") +
		": install what has it (on Debian " + packagesOf(lacks) + ") in the image of the server"
}

func interpreter(file *elf.File) string {
	for _, part := range file.Progs {
		if part.Type != elf.PT_INTERP {
			continue
		}
		text, err := io.ReadAll(io.LimitReader(part.Open(), 4096))
		if err != nil {
			return ""
		}
		return strings.TrimRight(string(text), "\x00")
	}
	return ""
}

func multiarch(machine elf.Machine) []string {
	name := map[elf.Machine]string{elf.EM_X86_64: "x86_64-linux-gnu", elf.EM_AARCH64: "aarch64-linux-gnu"}[machine]
	if name == "" {
		return nil
	}
	return []string{"/lib/" + name, "/usr/lib/" + name, "/usr/local/lib/" + name}
}

func packagesOf(libraries []string) string {
	for _, name := range libraries {
		if !strings.HasPrefix(name, "libgcc_s.") {
			if len(libraries) > 1 {
				return "libc6 and libgcc-s1"
			}
			return "libc6"
		}
	}
	return "libgcc-s1"
}

func isIn(name string, folders []string, root string) bool {
	for _, folder := range folders {
		if _, err := os.Stat(filepath.Join(root, folder, name)); err == nil {
			return true
		}
	}
	return false
}

// The folders of an ld.so.conf and of those that it includes.
func configuredFolders(file, root string, depth int) []string {
	text, err := os.ReadFile(file)
	if err != nil || depth > 4 {
		return nil
	}
	var folders []string
	for _, line := range strings.Split(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		switch {
		case len(words) == 2 && words[0] == "include":
			pattern := words[1]
			if filepath.IsAbs(pattern) {
				pattern = filepath.Join(root, pattern)
			} else {
				pattern = filepath.Join(filepath.Dir(file), pattern)
			}
			more, _ := filepath.Glob(pattern)
			for _, included := range more {
				folders = append(folders, configuredFolders(included, root, depth+1)...)
			}
		case len(words) > 0 && filepath.IsAbs(words[0]):
			folders = append(folders, words[0])
		}
	}
	return folders
}
