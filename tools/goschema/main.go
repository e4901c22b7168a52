// Command goschema writes what a Go plugin of Mattermost has: every method of plugin.API and
// plugin.Hooks, and every named type that they reach. It reads the real module: types by
// reflection, parameter names and server versions from the module's source.
//
// Usage:
//
//	go run . > ../../gen/go_schema.json
//	go run . samples SEED COUNT TYPE...
//
// The second form prints random values of the named structs, for tests of our JSON.
package main

import (
	"fmt"
	"os"
	"reflect"
	"runtime/debug"
	"strconv"

	"github.com/mattermost/mattermost/server/public/plugin"
)

const modulePath = "github.com/mattermost/mattermost/server/public"

// Schema is the whole file.
type Schema struct {
	Module  string   `json:"module"`
	Version string   `json:"version"`
	API     []Method `json:"api"`
	Hooks   []Method `json:"hooks"`
	// Registered are the types that may be in interfaces, by the names that travel.
	Registered []Value          `json:"registered"`
	Types      map[string]*Type `json:"types"`
}

// Method is one method of an interface; receivers are not listed among the parameters.
type Method struct {
	Name    string  `json:"name"`
	Since   string  `json:"since"`
	Params  []Value `json:"params"`
	Results []Value `json:"results"`
}

// Value is one parameter or result. Results have no name.
type Value struct {
	Name string `json:"name,omitempty"`
	Type string `json:"type"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "goschema:", err)
		os.Exit(1)
	}
}

func run() error {
	version, err := moduleVersion()
	if err != nil {
		return err
	}
	api := reflect.TypeFor[plugin.API]()
	hooks := reflect.TypeFor[plugin.Hooks]()
	apiSource, err := readInterface("api.go", "API")
	if err != nil {
		return err
	}
	hooksSource, err := readInterface("hooks.go", "Hooks")
	if err != nil {
		return err
	}
	walk := newWalk()
	schema := Schema{Module: modulePath, Version: version}
	if schema.API, err = methods(api, apiSource, walk); err != nil {
		return err
	}
	if schema.Hooks, err = methods(hooks, hooksSource, walk); err != nil {
		return err
	}
	schema.Registered = registeredTypes(walk)
	schema.Types = walk.types
	if err := walk.err(); err != nil {
		return err
	}
	if len(os.Args) > 1 {
		return runSamples(os.Args[1:], walk)
	}
	return write(os.Stdout, &schema)
}

func runSamples(args []string, walk *walk) error {
	if len(args) < 4 || args[0] != "samples" {
		return fmt.Errorf("usage: go run . [samples SEED COUNT TYPE...]")
	}
	seed, err := strconv.ParseInt(args[1], 10, 64)
	if err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	count, err := strconv.Atoi(args[2])
	if err != nil {
		return fmt.Errorf("count: %w", err)
	}
	return writeSamples(os.Stdout, walk, args[3:], seed, count)
}

func moduleVersion() (string, error) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "", fmt.Errorf("this binary carries no build information; build it with module support")
	}
	for _, dep := range info.Deps {
		if dep.Path == modulePath {
			return dep.Version, nil
		}
	}
	return "", fmt.Errorf("module %s is not among the dependencies", modulePath)
}

// methods joins what reflection knows (types) with what only the source knows (names, versions),
// in the order of the source.
func methods(face reflect.Type, source []sourceMethod, walk *walk) ([]Method, error) {
	if len(source) != face.NumMethod() {
		return nil, fmt.Errorf("%s: the source declares %d methods, reflection sees %d",
			face, len(source), face.NumMethod())
	}
	var out []Method
	for _, from := range source {
		method, ok := face.MethodByName(from.name)
		if !ok {
			return nil, fmt.Errorf("%s: method %s of the source is unknown to reflection", face, from.name)
		}
		if from.since == "" {
			return nil, fmt.Errorf("%s.%s: its comment names no minimum server version", face, from.name)
		}
		if len(from.params) != method.Type.NumIn() {
			return nil, fmt.Errorf("%s.%s: the source has %d parameters, reflection %d",
				face, from.name, len(from.params), method.Type.NumIn())
		}
		made := Method{Name: from.name, Since: from.since, Params: []Value{}, Results: []Value{}}
		for i, name := range from.params {
			made.Params = append(made.Params, Value{Name: name, Type: walk.visit(method.Type.In(i))})
		}
		for i := range method.Type.NumOut() {
			made.Results = append(made.Results, Value{Type: walk.visit(method.Type.Out(i))})
		}
		out = append(out, made)
	}
	return out, nil
}
