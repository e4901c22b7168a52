package main

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"os"
	"reflect"
)

// Value is what tools/goschema has of a registered type.
type Value struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

type holder struct{ V any }

// registeredValues writes, for each type that tools/goschema knows as registered, the name that it
// has there and a stream with a value of it in an interface.
func registeredValues() error {
	type line struct {
		Name   string `json:"name"`
		Stream []byte `json:"stream"`
	}
	var out []line
	for i, known := range registeredTypes(newWalk()) {
		value := registered[i]
		if t := reflect.TypeOf(value); t.Kind() == reflect.Pointer {
			value = reflect.New(t.Elem()).Interface()
		}
		var stream bytes.Buffer
		if err := gob.NewEncoder(&stream).Encode(holder{value}); err != nil {
			return err
		}
		out = append(out, line{Name: known.Name, Stream: stream.Bytes()})
	}
	return json.NewEncoder(os.Stdout).Encode(out)
}
