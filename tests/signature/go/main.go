// Checks detached OpenPGP signatures with golang.org/x/crypto/openpgp, the library with which
// Mattermost checks those of plugins: verify PUBLIC_KEY FILE SIGNATURE.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"golang.org/x/crypto/openpgp"       //nolint:staticcheck // Mattermost uses it
	"golang.org/x/crypto/openpgp/armor" //nolint:staticcheck // Mattermost uses it
)

func main() {
	if len(os.Args) != 4 {
		fail(fmt.Errorf("expected a public key, a file and its signature"))
	}
	keys, err := openpgp.ReadKeyRing(content(os.Args[1]))
	if err != nil {
		fail(err)
	}
	file, err := os.Open(os.Args[2])
	if err != nil {
		fail(err)
	}
	signer, err := openpgp.CheckDetachedSignature(keys, file, content(os.Args[3]))
	if err != nil {
		fail(err)
	}
	fmt.Printf("%X\n", signer.PrimaryKey.Fingerprint)
}

// content gives what is inside of a file's armor, or the file where it has none.
func content(name string) io.Reader {
	all, err := os.ReadFile(name)
	if err != nil {
		fail(err)
	}
	if block, err := armor.Decode(bytes.NewReader(all)); err == nil {
		return block.Body
	}
	return bytes.NewReader(all)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
