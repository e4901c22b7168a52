package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// writeSamples prints, for each of the named structs, count random values: one JSON object a line
// with the type, what encoding/json makes of the value, and the value field by field, whatever its
// json tags say.
func writeSamples(to io.Writer, walk *walk, names []string, seed int64, count int) error {
	out := bufio.NewWriter(to)
	for _, name := range names {
		t, ok := walk.reflected[name]
		if !ok {
			return fmt.Errorf("no method reaches a type %s", name)
		}
		maker := &maker{random: rand.New(rand.NewSource(seed))}
		for range count {
			value := reflect.New(t)
			maker.fill(value.Elem(), 0)
			marshalled, err := json.Marshal(value.Interface())
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			line, err := json.Marshal(map[string]any{
				"type": name, "json": json.RawMessage(marshalled), "value": plain(value.Elem()),
			})
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if _, err := out.Write(append(line, '\n')); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

const deepest = 4

type maker struct {
	random *rand.Rand
	// safe keeps integers within 2^53, which is what JSON carries between languages.
	safe bool
}

// fill sets a value at random. Slices and maps are never nil: no message can tell nil from empty.
func (m *maker) fill(v reflect.Value, depth int) {
	if m.special(v, depth) {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(m.random.Intn(2) == 0)
	case reflect.String:
		v.SetString(m.text())
	case reflect.Int, reflect.Int64:
		v.SetInt(m.integer())
	case reflect.Int8, reflect.Int16, reflect.Int32:
		v.SetInt(int64(m.random.Int31()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32:
		v.SetUint(uint64(m.random.Intn(256)))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(m.random.NormFloat64())
	case reflect.Pointer:
		if depth < deepest && m.random.Intn(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			m.fill(v.Elem(), depth+1)
		}
	case reflect.Slice:
		n := 0
		if depth < deepest {
			n = m.random.Intn(3)
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			m.element(v.Index(i), depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range m.size(depth) {
			key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			m.fill(key, depth+1)
			if key.Kind() == reflect.String {
				key.SetString(withoutBackslash(key.String()))
			}
			m.element(elem, depth+1)
			v.SetMapIndex(key, elem)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				m.fieldOf(v, i, depth)
			}
		}
	case reflect.Interface:
		if v.NumMethod() == 0 {
			if any := m.anything(depth); any != nil {
				v.Set(reflect.ValueOf(any))
			}
		}
	}
}

func (m *maker) size(depth int) int {
	if depth >= deepest {
		return 0
	}
	return m.random.Intn(3)
}

// element fills an element of a list or map: those are never nil pointers.
func (m *maker) element(v reflect.Value, depth int) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		m.fill(v.Elem(), depth)
		return
	}
	m.fill(v, depth)
}

func (m *maker) fieldOf(v reflect.Value, i, depth int) {
	field := v.Type().Field(i)
	switch {
	case field.Anonymous && field.Type.Kind() == reflect.Pointer:
		// A message cannot be without the fields of what it embeds.
		m.element(v.Field(i), depth)
	case v.Type().String() == "model.Team" && field.Name == "Type":
		v.Field(i).SetString([]string{"O", "I", ""}[m.random.Intn(3)])
	case v.Type().String() == "model.WebsocketBroadcast" && field.Name == "OmitUsers":
		v.Field(i).Set(reflect.ValueOf(map[string]bool{m.text(): true, m.text(): true}))
	default:
		m.fill(v.Field(i), depth+1)
	}
}

// special fills types whose values are not free.
func (m *maker) special(v reflect.Value, depth int) bool {
	switch v.Type().String() {
	case "model.ChannelType":
		v.SetString([]string{"O", "P", "D", "G", ""}[m.random.Intn(5)])
	case "model.GroupSyncableType":
		v.SetString([]string{"Team", "Channel"}[m.random.Intn(2)])
	case "time.Time":
		if m.random.Intn(4) > 0 {
			v.Set(reflect.ValueOf(time.UnixMilli(1 + m.random.Int63n(4e12)).UTC()))
		}
	case "json.RawMessage":
		raw, err := json.Marshal(m.anything(depth))
		if err != nil {
			panic(err)
		}
		v.SetBytes(raw)
	default:
		return false
	}
	return true
}

// withoutBackslash makes keys of texts. JSON.parse of V8 15 now and then takes a key with an escaped
// character, such as "k\u0026", for one with a backslash in that place that came before.
func withoutBackslash(text string) string {
	return strings.ReplaceAll(text, `\`, "/")
}

func (m *maker) integer() int64 {
	if m.safe {
		return m.random.Int63n(1<<54) - 1<<53
	}
	switch m.random.Intn(8) {
	case 0:
		return 0
	case 1:
		return math.MaxInt64
	case 2:
		return math.MinInt64
	case 3:
		return int64(m.random.Uint64())
	case 4:
		return int64(m.random.Intn(2)*2-1) * (1 << 31)
	default:
		return int64(m.random.Int31()) - (1 << 30)
	}
}

var letters = []rune("abc<>&\"\\/\u00e9\u4e2d\U0001F600\u2028 \n\t_-0")

func (m *maker) text() string {
	made := make([]rune, m.random.Intn(8))
	for i := range made {
		made[i] = letters[m.random.Intn(len(letters))]
		if !unicode.IsPrint(made[i]) && m.random.Intn(2) == 0 {
			made[i] = 'x'
		}
	}
	return string(made)
}

func (m *maker) anything(depth int) any {
	kinds := 6
	if depth >= deepest {
		kinds = 4
	}
	switch m.random.Intn(kinds) {
	case 0:
		return m.text()
	case 1:
		return m.random.NormFloat64() * 1e6
	case 2:
		return m.random.Intn(2) == 0
	case 3:
		return nil
	case 4:
		return []any{m.anything(depth + 1), m.anything(depth + 1)}
	default:
		return map[string]any{withoutBackslash(m.text()): m.anything(depth + 1)}
	}
}

// plain describes a value without looking at json tags: structs become objects of their fields,
// integers strings, bytes base64, times milliseconds in a string.
func plain(v reflect.Value) any {
	switch known := v.Interface().(type) {
	case time.Time:
		if known.IsZero() {
			return "0"
		}
		return strconv.FormatInt(known.UnixMilli(), 10)
	case json.RawMessage:
		return known
	}
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return strconv.FormatUint(v.Uint(), 10)
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return plain(v.Elem())
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return base64.StdEncoding.EncodeToString(v.Bytes())
		}
		made := make([]any, v.Len())
		for i := range made {
			made[i] = plain(v.Index(i))
		}
		return made
	case reflect.Map:
		made := map[string]any{}
		for _, key := range v.MapKeys() {
			made[key.String()] = plain(v.MapIndex(key))
		}
		return made
	case reflect.Struct:
		made := map[string]any{}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() || v.Field(i).Kind() == reflect.Func {
				continue
			}
			if field.Anonymous {
				inner, ok := plain(v.Field(i)).(map[string]any)
				if ok {
					for name, value := range inner {
						made[name] = value
					}
					continue
				}
			}
			made[field.Name] = plain(v.Field(i))
		}
		return made
	case reflect.Interface:
		return v.Interface()
	case reflect.String:
		return v.String()
	case reflect.Func:
		return nil
	default:
		return v.Interface()
	}
}
