// A node of a cluster as a plugin in Go is one: Mattermost's own pluginapi, over keys and values that
// the test serves by HTTP.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
	"github.com/mattermost/mattermost/server/public/pluginapi"
	"github.com/mattermost/mattermost/server/public/pluginapi/cluster"
)

// api is the part of the plugin API that is needed here; anything else panics.
type api struct {
	plugin.API
	url string
}

type call struct {
	Method          string
	Key             string
	Value           []byte
	Atomic          bool
	OldValue        []byte
	ExpireInSeconds int64
	Page            int
	PerPage         int
	Node            string
	Detail          json.RawMessage
}

type answer struct {
	Error   string
	Value   []byte
	Success bool
	Keys    []string
}

func (a *api) call(c call) (answer, *model.AppError) {
	var result answer
	body, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	response, err := http.Post(a.url, "application/json", bytes.NewReader(body))
	if err == nil {
		defer response.Body.Close()
		err = json.NewDecoder(response.Body).Decode(&result)
	}
	if err == nil && result.Error != "" {
		err = fmt.Errorf("%s", result.Error)
	}
	if err != nil {
		return result, model.NewAppError(c.Method, "test.failed", nil, err.Error(), http.StatusInternalServerError)
	}
	return result, nil
}

func (a *api) KVGet(key string) ([]byte, *model.AppError) {
	result, err := a.call(call{Method: "kvGet", Key: key})
	return result.Value, err
}

func (a *api) KVSetWithOptions(key string, value []byte, options model.PluginKVSetOptions) (bool, *model.AppError) {
	result, err := a.call(call{
		Method: "kvSetWithOptions", Key: key, Value: value,
		Atomic: options.Atomic, OldValue: options.OldValue, ExpireInSeconds: options.ExpireInSeconds,
	})
	return result.Success, err
}

func (a *api) KVDelete(key string) *model.AppError {
	_, err := a.call(call{Method: "kvSetWithOptions", Key: key})
	return err
}

func (a *api) KVList(page, perPage int) ([]string, *model.AppError) {
	result, err := a.call(call{Method: "kvList", Page: page, PerPage: perPage})
	return result.Keys, err
}

func (a *api) LogError(message string, pairs ...any) {
	fmt.Fprintln(os.Stderr, append([]any{message}, pairs...)...)
}

// tell lets the test know what happens here.
func (a *api) tell(what string, detail any) {
	text, err := json.Marshal(detail)
	if err != nil {
		panic(err)
	}
	if _, appErr := a.call(call{Method: what, Node: "go", Detail: text}); appErr != nil {
		panic(appErr)
	}
}

func (a *api) work(detail any, pause time.Duration) {
	a.tell("enter", detail)
	time.Sleep(pause)
	a.tell("leave", detail)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func milliseconds(text string) time.Duration {
	ms, err := strconv.Atoi(text)
	must(err)
	return time.Duration(ms) * time.Millisecond
}

func main() {
	a := &api{url: os.Args[1]}
	args := os.Args[3:]
	switch os.Args[2] {
	case "mutex": // NAME TIMES HOLD
		mutex, err := cluster.NewMutex(a, args[0])
		must(err)
		times, err := strconv.Atoi(args[1])
		must(err)
		for range times {
			mutex.Lock()
			a.work(nil, milliseconds(args[2]))
			mutex.Unlock()
			time.Sleep(20 * time.Millisecond)
		}
	case "job": // NAME INTERVAL HOLD
		_, err := cluster.Schedule(a, args[0], cluster.MakeWaitForInterval(milliseconds(args[1])), func() {
			a.work(nil, milliseconds(args[2]))
		})
		must(err)
		select {}
	case "once": // KEY=AFTER=PROPS …
		scheduler := cluster.GetJobOnceScheduler(a)
		must(scheduler.SetCallback(func(key string, props any) {
			a.tell("ran", map[string]any{"key": key, "props": props})
		}))
		must(scheduler.Start())
		for _, arg := range args {
			parts := strings.SplitN(arg, "=", 3)
			var props any
			must(json.Unmarshal([]byte(parts[2]), &props))
			_, err := scheduler.ScheduleOnce(parts[0], time.Now().Add(milliseconds(parts[1])), props)
			must(err)
		}
		a.tell("started", nil)
		select {}
	case "update": // KEY TIMES
		kv := &pluginapi.NewClient(a, nil).KV
		times, err := strconv.Atoi(args[1])
		must(err)
		for done := 0; done < times; {
			var old int
			must(kv.Get(args[0], &old))
			var expected any
			if old != 0 {
				expected = old
			}
			ok, err := kv.Set(args[0], old+1, pluginapi.SetAtomic(expected))
			must(err)
			if ok {
				done++
			}
		}
	case "values":
		values(a)
	default:
		panic("unknown command")
	}
}

type todo struct {
	Text string   `json:"text"`
	Done bool     `json:"done"`
	Tags []string `json:"tags,omitempty"`
	Size int64
}

// values writes what a plugin in Go writes, and tells what it reads of what another has written.
func values(a *api) {
	kv := &pluginapi.NewClient(a, nil).KV
	set := func(key string, value any, options ...pluginapi.KVSetOption) {
		ok, err := kv.Set(key, value, options...)
		must(err)
		if !ok {
			panic(key + " was not set")
		}
	}
	set("go:struct", todo{Text: "<milk> & ü", Tags: []string{"a"}, Size: 1 << 40})
	set("go:number", 7)
	set("go:text", "plain \u2028")
	set("go:bytes", []byte{0, 255, 1})
	set("go:bool", false)
	set("go:expiring", "soon", pluginapi.SetExpiry(90*time.Second))
	must(kv.SetAtomicWithRetries("ts:count", func(old []byte) (any, error) {
		var n int
		if err := json.Unmarshal(old, &n); err != nil {
			return nil, err
		}
		return n + 1, nil
	}))

	read := map[string]any{}
	var item todo
	must(kv.Get("ts:struct", &item))
	read["struct"] = item
	var number float64
	must(kv.Get("ts:number", &number))
	read["number"] = number
	var text string
	must(kv.Get("ts:text", &text))
	read["text"] = text
	var raw []byte
	must(kv.Get("ts:bytes", &raw))
	read["bytes"] = raw
	keys, err := kv.ListKeys(0, 100, pluginapi.WithPrefix("ts:"))
	must(err)
	read["keys"] = keys
	must(kv.Delete("ts:gone"))
	a.tell("read", read)
}
