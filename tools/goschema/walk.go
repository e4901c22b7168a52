package main

import (
	"encoding"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// Type describes one named type.
type Type struct {
	// Package is the import path.
	Package string `json:"package"`
	// Kind is the kind of the underlying type: struct, string, int, slice, map, interface, func, …
	Kind string `json:"kind"`
	// Elem is the element type of slices, arrays and maps; Key the key type of maps.
	Elem string `json:"elem,omitempty"`
	Key  string `json:"key,omitempty"`
	// Gob names the interface by which values encode themselves in gob.
	Gob string `json:"gob,omitempty"`
	// JSON names the interface by which values encode themselves in JSON. "*" before it means that
	// only pointers have it.
	JSON string `json:"json,omitempty"`
	// Fields are the exported fields of a struct, in order.
	Fields []Field `json:"fields,omitempty"`
}

// Field is one exported field of a struct.
type Field struct {
	Name string `json:"name"`
	Type string `json:"type"`
	// JSON is the whole json tag; absent where the field has none.
	JSON *string `json:"json,omitempty"`
	// Embedded fields lend their own fields to the struct.
	Embedded bool `json:"embedded,omitempty"`
}

// walk collects the named types that it meets.
type walk struct {
	types     map[string]*Type
	reflected map[string]reflect.Type
	packages  map[string]string
	errs      []error
}

func newWalk() *walk {
	return &walk{
		types:     map[string]*Type{},
		reflected: map[string]reflect.Type{},
		packages:  map[string]string{},
	}
}

func (w *walk) err() error { return errors.Join(w.errs...) }

// visit records the named types inside t and returns how t is written.
func (w *walk) visit(t reflect.Type) string {
	if t.PkgPath() != "" {
		w.named(t)
		return t.String()
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Chan:
		w.visit(t.Elem())
	case reflect.Map:
		w.visit(t.Key())
		w.visit(t.Elem())
	}
	return t.String()
}

func (w *walk) named(t reflect.Type) {
	name := t.String()
	if known, ok := w.packages[name]; ok {
		if known != t.PkgPath() {
			w.errs = append(w.errs, fmt.Errorf("two types are written %s: in %s and in %s", name, known, t.PkgPath()))
		}
		return
	}
	w.packages[name] = t.PkgPath()
	made := &Type{
		Package: t.PkgPath(),
		Kind:    t.Kind().String(),
		Gob:     gobKind(t),
		JSON:    jsonKind(t),
	}
	w.types[name] = made
	w.reflected[name] = t
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if field := t.Field(i); field.IsExported() {
				made.Fields = append(made.Fields, w.field(field))
			}
		}
	case reflect.Slice, reflect.Array, reflect.Pointer, reflect.Chan:
		made.Elem = w.visit(t.Elem())
	case reflect.Map:
		made.Key = w.visit(t.Key())
		made.Elem = w.visit(t.Elem())
	}
}

func (w *walk) field(field reflect.StructField) Field {
	made := Field{Name: field.Name, Type: w.visit(field.Type), Embedded: field.Anonymous}
	if tag, ok := field.Tag.Lookup("json"); ok {
		made.JSON = &tag
	}
	return made
}

var (
	gobEncoder    = reflect.TypeFor[gob.GobEncoder]()
	binMarshaler  = reflect.TypeFor[encoding.BinaryMarshaler]()
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
)

func gobKind(t reflect.Type) string {
	return implemented(t, gobEncoder, binMarshaler)
}

func jsonKind(t reflect.Type) string {
	return implemented(t, jsonMarshaler, textMarshaler)
}

// implemented names the first of the interfaces that t, or only a pointer to t, implements.
func implemented(t reflect.Type, faces ...reflect.Type) string {
	if t.Kind() == reflect.Interface {
		return ""
	}
	for _, face := range faces {
		name := face.String()[strings.LastIndex(face.String(), ".")+1:]
		switch {
		case t.Implements(face):
			return name
		case reflect.PointerTo(t).Implements(face):
			return "*" + name
		}
	}
	return ""
}
