// Asks Mattermost's own code whether it takes the signature of a plugin's archive:
// verify PUBLIC_KEY ARCHIVE SIGNATURE.
package main

import (
	"fmt"
	"io"
	"os"
	_ "unsafe" // For go:linkname.

	_ "github.com/mattermost/mattermost/server/v8/channels/app"
)

// The function that the server calls with each public key of its settings.
//
//go:linkname verifySignature github.com/mattermost/mattermost/server/v8/channels/app.verifySignature
func verifySignature(publicKey, message, signature io.Reader) error

func main() {
	var files []io.Reader
	for _, name := range os.Args[1:] {
		file, err := os.Open(name)
		if err != nil {
			fail(err)
		}
		files = append(files, file)
	}
	if len(files) != 3 {
		fail(fmt.Errorf("expected a public key, an archive and its signature"))
	}
	if err := verifySignature(files[0], files[1], files[2]); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
