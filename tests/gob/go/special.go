package main

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// Structs that the contract carries as JSON.
var jsonTypes = []reflect.Type{
	reflect.TypeFor[*model.Config](),
	reflect.TypeFor[*model.License](),
	reflect.TypeFor[*model.SyncMsg](),
}

func isJSON(name string, t reflect.Type) bool {
	// A hook has the same struct as a message.
	if name == "Z_GetCloudLimitsReturns" && t == reflect.TypeFor[*model.ProductLimits]() {
		return true
	}
	for _, one := range jsonTypes {
		if one == t {
			return true
		}
	}
	return false
}

// complete sets what random values of the fields alone do not give.
func (m *maker) complete(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			m.complete(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			m.complete(v.Index(i))
		}
	case reflect.Map:
		// In the same order every time: the random numbers go on.
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int {
			return strings.Compare(fmt.Sprint(a), fmt.Sprint(b))
		})
		for _, key := range keys {
			m.complete(v.MapIndex(key))
		}
	case reflect.Interface:
		if v.Type() == reflect.TypeFor[error]() {
			m.completeError(v)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				m.complete(v.Field(i))
			}
		}
		if v.CanAddr() {
			m.completeStruct(v.Addr().Interface())
		}
	}
}

func (m *maker) completeError(v reflect.Value) {
	switch m.random.Intn(3) {
	case 0:
		v.Set(reflect.ValueOf(m.appError("api.some.error")))
	case 1:
		v.Set(reflect.ValueOf(&plugin.ErrorString{Err: "failed: " + m.text()}))
	}
}

func (m *maker) appError(id string) *model.AppError {
	return &model.AppError{
		Id: id, Message: m.text(), DetailedError: m.text(), RequestId: m.text(), Where: m.text(),
		StatusCode: m.random.Intn(600), SkipTranslation: true,
	}
}

func (m *maker) completeStruct(value any) {
	switch known := value.(type) {
	case *model.AppError:
		// Otherwise it stands for no error, or is changed on its way.
		*known = *m.appError("api.some.error")
	case *model.AutocompleteArg:
		switch m.random.Intn(4) {
		case 0:
			known.Type = model.AutocompleteArgTypeText
			known.Data = &model.AutocompleteTextArg{Hint: m.text(), Pattern: "x"}
		case 1:
			known.Type = model.AutocompleteArgTypeStaticList
			known.Data = &model.AutocompleteStaticListArg{
				PossibleArguments: []model.AutocompleteListItem{{Item: "a", Hint: m.text()}, {}},
			}
		case 2:
			known.Type = model.AutocompleteArgTypeDynamicList
			known.Data = &model.AutocompleteDynamicListArg{FetchURL: "x" + m.text()}
		}
	case *model.Permission:
		*known = model.Permission{Id: m.text()}
	case *model.PostEmbed:
		if m.random.Intn(2) == 0 {
			known.Type = model.PostEmbedPermalink
			known.Data = &model.PreviewPost{PostID: m.text(), Post: &model.Post{
				Message: m.text(), FileIds: model.StringArray{"f"},
			}}
		}
	case *model.Post:
		if m.random.Intn(3) == 0 {
			known.Props = model.StringInterface{"attachments": []*model.SlackAttachment{
				{Text: m.text(), Fields: []*model.SlackAttachmentField{{Title: "t", Value: 1.5}}},
				{
					Timestamp: "x", Fields: []*model.SlackAttachmentField{{Short: true}},
					Actions: []*model.PostAction{{Id: m.text(), Disabled: true}},
				},
			}}
		}
	}
}

// fit makes the values of a struct such as its messages can hold.
func (m *maker) fit(v reflect.Value) {
	for i := range v.NumField() {
		field := v.Field(i)
		switch field.Interface().(type) {
		case *model.UserGetOptions, *model.UserSearch, *model.Permission:
			// The request is the struct itself; a permission is its id.
			if field.IsNil() {
				field.Set(reflect.New(field.Type().Elem()))
			}
		case []any:
			// Keys and values in turns.
			field.Set(reflect.ValueOf([]any{m.text(), m.anything(0), m.text(), m.anything(0)}))
		}
	}
}

// Fields that the values shall not have, by type and name.
var hidden = map[string]bool{}

// Fields that are not compared, by their type.
var gone map[string][]string

// hide clears what JSON does not show.
func hide(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			hide(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			hide(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			elem := reflect.New(v.Type().Elem()).Elem()
			elem.Set(v.MapIndex(key))
			hide(elem)
			v.SetMapIndex(key, elem)
		}
	case reflect.Int, reflect.Int64:
		// A number of JSON holds 53 bits.
		if n := v.Int(); n > 1<<53 || n < -(1<<53) {
			v.SetInt(n >> 11 << 1)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			if field.Tag.Get("json") == "-" || hidden[v.Type().String()+"."+field.Name] {
				v.Field(i).SetZero()
			} else {
				hide(v.Field(i))
			}
		}
	}
}

// describe gives a field of one of the structs.
func describe(name string, v reflect.Value) any {
	if isJSON(name, v.Type()) {
		text, err := json.Marshal(v.Interface())
		if err != nil {
			panic(err)
		}
		return map[string]any{"json": json.RawMessage(text)}
	}
	if v.Type() == reflect.TypeFor[error]() {
		switch known := v.Interface().(type) {
		case *model.AppError:
			return plain(reflect.ValueOf(known))
		case *plugin.ErrorString:
			return map[string]any{"Message": known.Err, "StatusCode": "500"}
		default:
			return nil
		}
	}
	return plain(v)
}

// difference gives the first field in which two values differ. Lists and maps that are nil are as
// good as empty ones; a pointer to zero, which Go's encoder cannot send, as good as nil.
func difference(path string, want, got reflect.Value) string {
	differ := func() string {
		return fmt.Sprintf(" at %s: %s, and not %s", path, short(got), short(want))
	}
	if !want.IsValid() || !got.IsValid() {
		if want.IsValid() != got.IsValid() {
			return fmt.Sprintf(" at %s: one is nil", path)
		}
		return ""
	}
	if want.Type() != got.Type() {
		return fmt.Sprintf(" at %s: a %s, and not a %s", path, got.Type(), want.Type())
	}
	switch want.Kind() {
	case reflect.Pointer:
		if want.IsNil() || got.IsNil() {
			nonNil := want
			if want.IsNil() {
				nonNil = got
			}
			if nonNil.IsNil() || nonNil.Elem().IsZero() && nonNil.Elem().Kind() != reflect.Struct {
				return ""
			}
			return differ()
		}
		return difference(path, want.Elem(), got.Elem())
	case reflect.Interface:
		return differenceOfAny(path, want, got)
	case reflect.Struct:
		if t, ok := want.Interface().(time.Time); ok {
			if t.Equal(got.Interface().(time.Time)) {
				return ""
			}
			return differ()
		}
		for i := range want.NumField() {
			field := want.Type().Field(i)
			isGone := slices.Contains(gone[want.Type().String()], field.Name)
			if !field.IsExported() || field.Type.Kind() == reflect.Func || isGone {
				continue
			}
			if problem := difference(path+"."+field.Name, want.Field(i), got.Field(i)); problem != "" {
				return problem
			}
		}
	case reflect.Slice:
		if want.Type() == reflect.TypeFor[json.RawMessage]() {
			if sameJSON(orNull(want.Bytes()), orNull(got.Bytes())) {
				return ""
			}
			return differ()
		}
		if want.Len() != got.Len() {
			return differ()
		}
		for i := range want.Len() {
			if problem := difference(fmt.Sprintf("%s[%d]", path, i), want.Index(i), got.Index(i)); problem != "" {
				return problem
			}
		}
	case reflect.Map:
		if want.Len() != got.Len() {
			return differ()
		}
		for _, key := range want.MapKeys() {
			if problem := difference(fmt.Sprintf("%s[%q]", path, key), want.MapIndex(key), got.MapIndex(key)); problem != "" {
				return problem
			}
		}
	case reflect.Float64:
		if want.Float() != got.Float() && !(math.IsNaN(want.Float()) && math.IsNaN(got.Float())) {
			return differ()
		}
	default:
		if want.Interface() != got.Interface() {
			return differ()
		}
	}
	return ""
}

// differenceOfAny compares what interfaces hold. Errors compare by type and text; other values of
// attachments may come back as the maps that their JSON is.
func differenceOfAny(path string, want, got reflect.Value) string {
	if want.IsNil() || got.IsNil() {
		if want.IsNil() != got.IsNil() {
			return fmt.Sprintf(" at %s: one is nil", path)
		}
		return ""
	}
	if want.Elem().Type() == got.Elem().Type() {
		return difference(path, want.Elem(), got.Elem())
	}
	// These the server asserts by type.
	if _, isList := want.Interface().([]*model.SlackAttachment); !isList {
		return fmt.Sprintf(" at %s: a %s, and not a %s", path, got.Elem().Type(), want.Elem().Type())
	}
	wantText, _ := json.Marshal(want.Interface())
	gotText, _ := json.Marshal(got.Interface())
	if sameJSON(wantText, gotText) {
		return ""
	}
	return fmt.Sprintf(" at %s: %s, and not %s", path, gotText, wantText)
}

// orNull is what encoding/json makes of JSON text that is not there.
func orNull(text []byte) []byte {
	if len(text) == 0 {
		return []byte("null")
	}
	return text
}

func sameJSON(a, b []byte) bool {
	var x, y any
	if json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) != nil {
		return string(a) == string(b)
	}
	return reflect.DeepEqual(x, y)
}

func short(v reflect.Value) string {
	text := fmt.Sprintf("%#v", v.Interface())
	if len(text) > 300 {
		text = text[:300] + "…"
	}
	return strings.ReplaceAll(text, "\n", " ")
}
