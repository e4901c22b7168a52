// Command gobvalues writes random values of the structs that Mattermost's net/rpc sends, as
// encoding/gob encodes them, and reads what another encoder made of them.
//
// Usage:
//
//	gobvalues names
//	gobvalues registered
//	gobvalues values SEED COUNT TYPE... > lines
//	gobvalues check SEED COUNT < lines
//	gobvalues into TYPE < stream
//
// A line of values is a JSON object: the type, the stream in base64, and the values field by
// field, as gob leaves them. check makes the same values, decodes the streams of such lines and
// compares. into decodes all values of a stream into the same one and describes it.
package main

import (
	"bufio"
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand"
	"os"
	"reflect"
	"slices"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gobvalues:", err)
		os.Exit(1)
	}
}

// modes without arguments.
var modes = map[string]func() error{}

func run(args []string) error {
	usage := fmt.Errorf("usage: gobvalues names | registered | values SEED COUNT TYPE... | check SEED COUNT | into TYPE")
	if len(args) == 1 && args[0] == "names" {
		names := []string{}
		for name := range structs {
			names = append(names, name)
		}
		slices.Sort(names)
		return json.NewEncoder(os.Stdout).Encode(names)
	}
	if len(args) == 1 && modes[args[0]] != nil {
		return modes[args[0]]()
	}
	if len(args) == 2 && args[0] == "into" {
		return into(args[1])
	}
	if len(args) < 3 {
		return usage
	}
	seed, err := strconv.ParseInt(args[1], 10, 64)
	if err != nil {
		return err
	}
	count, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	switch args[0] {
	case "values":
		return values(seed, count, args[3:])
	case "check":
		return check(seed, count)
	}
	return usage
}

type line struct {
	Type   string           `json:"type"`
	Stream []byte           `json:"stream"`
	Values []map[string]any `json:"values"`
}

// make gives the values of a type; the same seed gives the same ones.
func makeValues(name string, seed int64, count int) ([]reflect.Value, error) {
	t, ok := structs[name]
	if !ok {
		return nil, fmt.Errorf("there is no type %s", name)
	}
	sum := fnv.New64a()
	sum.Write([]byte(name))
	maker := &maker{random: rand.New(rand.NewSource(seed ^ int64(sum.Sum64())))}
	var out []reflect.Value
	for range count {
		value := reflect.New(t)
		maker.fill(value.Elem(), 0)
		maker.complete(value.Elem())
		maker.fit(value.Elem())
		for i := range t.NumField() {
			if field := value.Elem().Field(i); isJSON(name, field.Type()) {
				hide(field)
			}
		}
		out = append(out, value)
	}
	return out, nil
}

func encode(all []reflect.Value) ([]byte, error) {
	var out bytes.Buffer
	encoder := gob.NewEncoder(&out)
	for _, value := range all {
		if err := encoder.EncodeValue(value); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

func decode(t reflect.Type, stream []byte, count int) ([]reflect.Value, error) {
	decoder := gob.NewDecoder(bytes.NewReader(stream))
	var out []reflect.Value
	for range count {
		value := reflect.New(t)
		if err := decoder.DecodeValue(value); err != nil {
			return nil, fmt.Errorf("value %d: %w", len(out), err)
		}
		out = append(out, value)
	}
	if err := decoder.Decode(nil); err != io.EOF {
		return nil, fmt.Errorf("after the last value: %v", err)
	}
	return out, nil
}

func values(seed int64, count int, names []string) error {
	out := bufio.NewWriter(os.Stdout)
	for _, name := range names {
		made, err := makeValues(name, seed, count)
		if err != nil {
			return err
		}
		stream, err := encode(made)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		// What gob leaves of the values: nil where there was a pointer to zero.
		left, err := decode(structs[name], stream, count)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		described := line{Type: name, Stream: stream}
		for _, value := range left {
			fields := map[string]any{}
			for i := range value.Elem().NumField() {
				fields[value.Elem().Type().Field(i).Name] = describe(name, value.Elem().Field(i))
			}
			described.Values = append(described.Values, fields)
		}
		text, err := json.Marshal(described)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		out.Write(append(text, '\n'))
	}
	return out.Flush()
}

func into(name string) error {
	t, ok := structs[name]
	if !ok {
		return fmt.Errorf("there is no type %s", name)
	}
	value := reflect.New(t)
	decoder := gob.NewDecoder(os.Stdin)
	for {
		if err := decoder.DecodeValue(value); err == io.EOF {
			return json.NewEncoder(os.Stdout).Encode(plain(value))
		} else if err != nil {
			return err
		}
	}
}

func check(seed int64, count int) error {
	reader := bufio.NewReader(os.Stdin)
	failed := 0
	for {
		text, err := reader.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		var given line
		if err := json.Unmarshal(text, &given); err != nil {
			return err
		}
		if problem := compare(given, seed, count); problem != "" {
			fmt.Printf("%s: %s\n", given.Type, problem)
			failed++
		}
	}
	fmt.Printf("%d types differ\n", failed)
	return nil
}

func compare(given line, seed int64, count int) string {
	made, err := makeValues(given.Type, seed, count)
	if err != nil {
		return err.Error()
	}
	stream, err := encode(made)
	if err != nil {
		return err.Error()
	}
	want, err := decode(structs[given.Type], stream, count)
	if err != nil {
		return err.Error()
	}
	got, err := decode(structs[given.Type], given.Stream, count)
	if err != nil {
		return err.Error()
	}
	for i := range want {
		if problem := difference("", want[i].Elem(), got[i].Elem()); problem != "" {
			return fmt.Sprintf("value %d%s", i, problem)
		}
	}
	return ""
}
