// Stands in for Deno: tells how it was started, in one line of JSON, or its version if asked for that.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) == 2 && os.Args[1] == "--version" {
		fmt.Println("deno 2.9.0 (stable, release)")
		return
	}
	folder, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	mask := "?"
	if file, err := os.CreateTemp("", "mask-*.told"); err == nil {
		file.Close()
		os.Remove(file.Name())
		if os.WriteFile(file.Name(), nil, 0o777) == nil {
			info, _ := os.Stat(file.Name())
			mask = info.Mode().String()
			os.Remove(file.Name())
		}
	}
	_ = json.NewEncoder(os.Stdout).Encode(map[string]any{
		"pid":         os.Getpid(),
		"arguments":   os.Args,
		"environment": os.Environ(),
		"folder":      folder,
		"mask":        mask,
	})
}
