package main

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/known/structpb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// random makes messages with a value in every field that is not deprecated. Absent and empty values
// come up as well, so that presence is compared too.
type random struct{ *rand.Rand }

func newRandom(seed uint64) *random {
	return &random{rand.New(rand.NewPCG(seed, seed^0x9e3779b97f4a7c15))}
}

var awkward = []string{
	"", " ", "a", "Grüße, 世界 🌍", "tab\tnewline\nquote\"backslash\\", "\u0000nul", "\u2028\u2029",
	"constructor", "toString", "__proto__", strings.Repeat("x", 300), "e\u0301", "\U0010FFFF", "</script>", "null",
}

const letters = "abcdefghijkmnopqrstuwxyz13456789"

func (r *random) text() string {
	if r.IntN(4) == 0 {
		return awkward[r.IntN(len(awkward))]
	}
	return r.word()
}

func (r *random) word() string {
	b := make([]byte, 1+r.IntN(26))
	for i := range b {
		b[i] = letters[r.IntN(len(letters))]
	}
	return string(b)
}

func (r *random) int64() int64 {
	extremes := []int64{0, 1, -1, math.MaxInt64, math.MinInt64, math.MaxInt32, math.MinInt32, 1 << 53, 1<<53 + 1, 1700000000000}
	if r.IntN(3) == 0 {
		return extremes[r.IntN(len(extremes))]
	}
	return int64(r.Uint64())
}

func (r *random) int32() int32 {
	extremes := []int32{0, 1, -1, math.MaxInt32, math.MinInt32}
	if r.IntN(3) == 0 {
		return extremes[r.IntN(len(extremes))]
	}
	return int32(r.Uint32())
}

func (r *random) bytes() []byte {
	b := make([]byte, r.IntN(200))
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

// json makes a JSON value. Integers stay within 2^53, which is what JSON carries between languages.
func (r *random) json(depth int) any {
	n := 7
	if depth <= 0 {
		n = 5
	}
	switch r.IntN(n) {
	case 0:
		return r.text()
	case 1:
		return float64(r.IntN(1<<30)) - float64(1<<29)
	case 2:
		return r.Float64() * 1e9
	case 3:
		return r.IntN(2) == 0
	case 4:
		return nil
	case 5:
		list := []any{}
		for range r.IntN(4) {
			list = append(list, r.json(depth-1))
		}
		return list
	default:
		return r.object(depth - 1)
	}
}

func (r *random) object(depth int) map[string]any {
	object := map[string]any{}
	for range r.IntN(5) {
		object[r.text()] = r.json(depth)
	}
	return object
}

func (r *random) jsonBytes() []byte {
	b, err := json.Marshal(r.object(3))
	if err != nil {
		panic(err)
	}
	return b
}

func deprecated(f protoreflect.FieldDescriptor) bool {
	options, ok := f.Options().(*descriptorpb.FieldOptions)
	return ok && options.GetDeprecated()
}

// fill sets every field of m that is not deprecated.
func (r *random) fill(m protoreflect.Message, depth int) {
	switch known := m.Interface().(type) {
	case *structpb.Struct:
		value, err := structpb.NewStruct(r.object(2))
		if err != nil {
			panic(err)
		}
		proto.Merge(known, value)
		return
	case *structpb.Value:
		value, err := structpb.NewValue(r.json(2))
		if err != nil {
			panic(err)
		}
		proto.Merge(known, value)
		return
	}
	fields := m.Descriptor().Fields()
	for i := range fields.Len() {
		f := fields.Get(i)
		if deprecated(f) || strings.HasSuffix(string(f.Name()), "_int64") {
			continue
		}
		r.field(m, f, depth)
	}
	// A Go int that an int32 cannot hold stands in the field beside it; the int32 is then saturated.
	for i := range fields.Len() {
		f := fields.Get(i)
		base, isWide := strings.CutSuffix(string(f.Name()), "_int64")
		if !isWide || r.IntN(3) != 0 {
			continue
		}
		wide := int64(math.MaxInt32) + 1 + r.Int64N(1<<40)
		saturated := int32(math.MaxInt32)
		if r.IntN(2) == 0 {
			wide, saturated = -wide-1, math.MinInt32
		}
		m.Set(f, protoreflect.ValueOfInt64(wide))
		old := fields.ByName(protoreflect.Name(base))
		if old.Kind() == protoreflect.Int32Kind {
			m.Set(old, protoreflect.ValueOfInt32(saturated))
		} else {
			m.Set(old, protoreflect.ValueOfMessage(wrapperspb.Int32(saturated).ProtoReflect()))
		}
	}
}

func (r *random) field(m protoreflect.Message, f protoreflect.FieldDescriptor, depth int) {
	switch {
	case f.IsMap():
		if f.MapValue().Message() != nil && depth <= 0 {
			return
		}
		entries := m.Mutable(f).Map()
		for range r.IntN(4) {
			value := entries.NewValue()
			if f.MapValue().Message() != nil {
				r.fill(value.Message(), depth-1)
			} else {
				value = r.scalar(f.MapValue())
			}
			entries.Set(protoreflect.ValueOfString(r.text()).MapKey(), value)
		}
	case f.IsList():
		if f.Message() != nil && depth <= 0 {
			return
		}
		list := m.Mutable(f).List()
		for range r.IntN(4) {
			if f.Message() != nil {
				element := list.NewElement()
				r.fill(element.Message(), depth-1)
				list.Append(element)
			} else {
				list.Append(r.scalar(f))
			}
		}
	case f.Message() != nil:
		if depth <= 0 || r.IntN(5) == 0 {
			return
		}
		r.fill(m.Mutable(f).Message(), depth-1)
	default:
		if f.HasPresence() && r.IntN(3) == 0 {
			return
		}
		m.Set(f, r.scalar(f))
	}
}

func (r *random) scalar(f protoreflect.FieldDescriptor) protoreflect.Value {
	switch f.Kind() {
	case protoreflect.StringKind:
		return protoreflect.ValueOfString(r.text())
	case protoreflect.BoolKind:
		return protoreflect.ValueOfBool(r.IntN(2) == 0)
	case protoreflect.Int32Kind:
		return protoreflect.ValueOfInt32(r.int32())
	case protoreflect.Int64Kind:
		return protoreflect.ValueOfInt64(r.int64())
	case protoreflect.Uint32Kind:
		return protoreflect.ValueOfUint32(r.Uint32())
	case protoreflect.BytesKind:
		if strings.HasSuffix(string(f.Name()), "_json") {
			return protoreflect.ValueOfBytes(r.jsonBytes())
		}
		return protoreflect.ValueOfBytes(r.bytes())
	case protoreflect.EnumKind:
		values := f.Enum().Values()
		return protoreflect.ValueOfEnum(values.Get(r.IntN(values.Len())).Number())
	default:
		panic("no random value for " + string(f.FullName()) + " of kind " + f.Kind().String())
	}
}
