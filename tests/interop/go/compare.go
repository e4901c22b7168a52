package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// difference names the first field in which two messages differ, or is empty. Deprecated fields do
// not count: writers derive them from the fields that superseded them.
func difference(want, got proto.Message) string {
	return differ("", want.ProtoReflect(), got.ProtoReflect())
}

func differ(path string, want, got protoreflect.Message) string {
	if want.Descriptor().FullName() != got.Descriptor().FullName() {
		return fmt.Sprintf("%s: want a %s, got a %s", path, want.Descriptor().FullName(), got.Descriptor().FullName())
	}
	if strings.HasPrefix(string(want.Descriptor().FullName()), "google.protobuf.") {
		if !proto.Equal(want.Interface(), got.Interface()) {
			return fmt.Sprintf("%s: want %v, got %v", path, want.Interface(), got.Interface())
		}
		return ""
	}
	fields := want.Descriptor().Fields()
	for i := range fields.Len() {
		f := fields.Get(i)
		if deprecated(f) {
			continue
		}
		at := path + "." + string(f.Name())
		if d := differField(at, f, want, got); d != "" {
			return d
		}
	}
	if len(got.GetUnknown()) > 0 {
		return fmt.Sprintf("%s: %d bytes of unknown fields", path, len(got.GetUnknown()))
	}
	return ""
}

func differField(at string, f protoreflect.FieldDescriptor, want, got protoreflect.Message) string {
	switch {
	case f.IsMap():
		a, b := want.Get(f).Map(), got.Get(f).Map()
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: want %d entries, got %d", at, a.Len(), b.Len())
		}
		problem := ""
		a.Range(func(key protoreflect.MapKey, value protoreflect.Value) bool {
			if !b.Has(key) {
				problem = fmt.Sprintf("%s: no entry %q", at, key.String())
			} else {
				problem = differValue(fmt.Sprintf("%s[%q]", at, key.String()), f.MapValue(), value, b.Get(key))
			}
			return problem == ""
		})
		return problem
	case f.IsList():
		a, b := want.Get(f).List(), got.Get(f).List()
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: want %d elements, got %d", at, a.Len(), b.Len())
		}
		for i := range a.Len() {
			if d := differValue(fmt.Sprintf("%s[%d]", at, i), f, a.Get(i), b.Get(i)); d != "" {
				return d
			}
		}
		return ""
	default:
		if f.HasPresence() && want.Has(f) != got.Has(f) {
			return fmt.Sprintf("%s: want it present: %v, got it present: %v", at, want.Has(f), got.Has(f))
		}
		if f.Message() != nil && !want.Has(f) {
			return ""
		}
		return differValue(at, f, want.Get(f), got.Get(f))
	}
}

func differValue(at string, f protoreflect.FieldDescriptor, want, got protoreflect.Value) string {
	if f.Message() != nil {
		return differ(at, want.Message(), got.Message())
	}
	if f.Kind() == protoreflect.BytesKind {
		if strings.HasSuffix(string(f.Name()), "_json") {
			return differJSON(at, want.Bytes(), got.Bytes())
		}
		if !bytes.Equal(want.Bytes(), got.Bytes()) {
			return fmt.Sprintf("%s: want %d bytes %.40x, got %d bytes %.40x", at, len(want.Bytes()), want.Bytes(), len(got.Bytes()), got.Bytes())
		}
		return ""
	}
	if !want.Equal(got) {
		return fmt.Sprintf("%s: want %q, got %q", at, want.String(), got.String())
	}
	return ""
}

func differJSON(at string, want, got []byte) string {
	var a, b any
	if err := json.Unmarshal(want, &a); err != nil {
		return at + ": " + err.Error()
	}
	if err := json.Unmarshal(got, &b); err != nil {
		return fmt.Sprintf("%s: not JSON: %.60q", at, got)
	}
	if !reflect.DeepEqual(a, b) {
		return fmt.Sprintf("%s: want %.200s, got %.200s", at, want, got)
	}
	return ""
}
