package main

import (
	"bytes"
	"database/sql/driver"
	"encoding/base64"
	"errors"
	"io"
	"math/rand"
	"net/http"
	"reflect"
	"strings"
	"sync"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// stub answers every API method with random results, and keeps what it was called with. A few keys
// of the key-value store are the way in which the test and the plugin talk.
type stub struct {
	mutex   sync.Mutex
	maker   *maker
	store   map[string][]byte
	called  *call
	written *bytes.Buffer
	// users makes the API answer with these, as fast as it can.
	users []*model.User
}

type call struct {
	name                  string
	args                  []any
	results               []any
	argsJSON, resultsJSON []any
	times                 int
}

const prefix = "interop:"

func newStub() *stub {
	s := &stub{store: map[string][]byte{}}
	s.seed(1)
	return s
}

func (s *stub) seed(seed int64) { s.maker = &maker{random: rand.New(rand.NewSource(seed))} }

func (s *stub) set(key string, value []byte) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.store[prefix+key] = value
}

func (s *stub) take(key string) []byte {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	value := s.store[prefix+key]
	delete(s.store, prefix+key)
	return value
}

// answer is what every method of the generated API comes to.
func (s *stub) answer(name string, args ...any) []any {
	if s.users != nil {
		switch name {
		case "GetUser":
			return []any{s.users[0], nil}
		case "GetUsers":
			return []any{s.users, nil}
		}
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if key, ok := first(args); ok && strings.HasPrefix(key, prefix) {
		switch name {
		case "KVSet":
			s.store[key] = args[1].([]byte)
			return []any{nil}
		case "KVGet":
			return []any{s.store[key], nil}
		}
	}
	if name == "LoadPluginConfiguration" {
		*args[0].(*any) = map[string]any{"setting": "from the host"}
		return []any{nil}
	}
	c := &call{name: name}
	if s.called != nil && s.called.name == name {
		c.times = s.called.times
	}
	c.times++
	for _, arg := range args {
		c.args = append(c.args, s.describe(reflect.ValueOf(arg)))
		if arg == nil {
			c.argsJSON = append(c.argsJSON, nil)
		} else {
			c.argsJSON = append(c.argsJSON, jsonOf(reflect.ValueOf(arg)))
		}
	}
	method, _ := reflect.TypeFor[plugin.API]().MethodByName(name)
	results := make([]any, method.Type.NumOut())
	failed := false
	for i := len(results) - 1; i >= 0; i-- {
		t := method.Type.Out(i)
		result := reflect.New(t).Elem()
		switch {
		case isError(t):
			if s.maker.random.Intn(4) == 0 {
				result.Set(s.failure(name, t))
				failed = true
			}
		case t == reflect.TypeFor[*http.Response]():
			result.Set(reflect.ValueOf(response()))
		case failed && s.maker.random.Intn(2) == 0:
		default:
			s.maker.fill(result, 0)
			gobSafe(result)
		}
		results[i] = result.Interface()
		c.results = append([]any{s.describe(result)}, c.results...)
		c.resultsJSON = append([]any{jsonOf(result)}, c.resultsJSON...)
	}
	s.called = c
	return results
}

func first(args []any) (string, bool) {
	if len(args) == 0 {
		return "", false
	}
	text, ok := args[0].(string)
	return text, ok
}

func isError(t reflect.Type) bool {
	return t == reflect.TypeFor[*model.AppError]() || t == reflect.TypeFor[error]()
}

func (s *stub) failure(name string, t reflect.Type) reflect.Value {
	// Go's own host cannot send a plain error there: the connection would end.
	if name != "UploadData" && t == reflect.TypeFor[error]() && s.maker.random.Intn(2) == 0 {
		return reflect.ValueOf(errors.New("a plain error: " + s.maker.text()))
	}
	return reflect.ValueOf(&model.AppError{
		Id: "app.interop.error", Message: "interop " + s.maker.text(), DetailedError: s.maker.text(),
		RequestId: s.maker.text(), StatusCode: 400 + s.maker.random.Intn(100), Where: s.maker.text(),
	})
}

func response() *http.Response {
	return &http.Response{
		StatusCode: 207,
		Header:     http.Header{"X-Other": {"one", "two"}},
		Body:       io.NopCloser(strings.NewReader(strings.Repeat("answer ", 50000))),
	}
}

// stream makes what a hook reads a file from, or writes its replacement to.
func (s *stub) stream(t reflect.Type) reflect.Value {
	if t == reflect.TypeFor[io.Writer]() {
		s.written = &bytes.Buffer{}
		return reflect.ValueOf(s.written)
	}
	return reflect.ValueOf(bytes.NewReader(bytes.Repeat([]byte(s.maker.text()+"."), 30000)))
}

// describe gives a value field by field; of a stream, its bytes.
func (s *stub) describe(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	switch known := v.Interface().(type) {
	case *http.Request:
		body, _ := io.ReadAll(known.Body)
		return map[string]any{
			"Method": known.Method, "URL": known.URL.String(), "Header": known.Header,
			"Body": base64.StdEncoding.EncodeToString(body),
		}
	case *http.Response:
		return nil
	case *bytes.Reader:
		all, _ := io.ReadAll(known)
		_, _ = known.Seek(0, io.SeekStart)
		return base64.StdEncoding.EncodeToString(all)
	case *bytes.Buffer:
		return nil
	case *model.AppError:
		if known == nil {
			return nil
		}
		return plain(reflect.ValueOf(known))
	case error:
		return map[string]any{"Message": known.Error()}
	case io.Reader:
		all, _ := io.ReadAll(known)
		return base64.StdEncoding.EncodeToString(all)
	}
	return plain(v)
}

// untold are fields that only older versions of the module have and that hold JSON as text: to a
// plugin that does not know their type they are bytes.
var untold = map[string]bool{"model.NotificationLogSettings.AdvancedLoggingJSON": true}

// gobSafe takes out what gob refuses, nil elements of lists and maps, and what it cannot tell.
func gobSafe(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			gobSafe(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if untold[v.Type().String()+"."+field.Name] {
				v.Field(i).SetZero()
			} else if field.IsExported() {
				gobSafe(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() == reflect.Interface && e.IsNil() {
				e.Set(reflect.ValueOf("nil"))
			}
			gobSafe(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			e := v.MapIndex(key)
			if e.Kind() == reflect.Interface && e.IsNil() {
				v.SetMapIndex(key, reflect.ValueOf("nil"))
				continue
			}
			copied := reflect.New(e.Type()).Elem()
			copied.Set(e)
			gobSafe(copied)
			v.SetMapIndex(key, copied)
		}
	case reflect.Interface:
		if !v.IsNil() {
			inner := reflect.New(v.Elem().Type()).Elem()
			inner.Set(v.Elem())
			gobSafe(inner)
			if v.CanSet() {
				v.Set(inner)
			}
		}
	}
}

func as[T any](v any) T {
	t, _ := v.(T)
	return t
}

// noDriver is a database driver without a database.
type noDriver struct{ plugin.AppDriver }

func (noDriver) Conn(bool) (string, error)                     { return "connection", nil }
func (noDriver) ConnWithPluginID(bool, string) (string, error) { return "connection", nil }
func (noDriver) ConnClose(string) error                        { return nil }
func (noDriver) ConnPing(string) error                         { return driver.ErrBadConn }
func (noDriver) ShutdownConns(string)                          {}
