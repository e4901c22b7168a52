// The real host code of a Mattermost server, plugin.Environment, around one plugin: what a stock
// server does with a plugin, without the server.
//
// Commands come as lines of JSON on standard input; each is answered with a line of JSON. Values
// are described field by field, whatever their json tags say, so that the other side can compare
// them with messages.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"net"
	"net/http"
	"os"
	"reflect"
	"strconv"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
	"github.com/mattermost/mattermost/server/public/shared/mlog"
)

type order struct {
	Op      string          `json:"op"`
	Name    string          `json:"name"`
	Plan    json.RawMessage `json:"plan"`
	Answer  []byte          `json:"answer"`
	Request []byte          `json:"request"`
	Seed    int64           `json:"seed"`
	Kind    string          `json:"kind"`
	Safe    bool            `json:"safe"`
	Count   int             `json:"count"`
}

type reply struct {
	Error       string   `json:"error,omitempty"`
	Args        []any    `json:"args,omitempty"`
	Saw         []byte   `json:"saw,omitempty"`
	Results     []any    `json:"results,omitempty"`
	Result      []byte   `json:"result,omitempty"`
	ErrorName   string   `json:"errorName,omitempty"`
	Calls       int      `json:"calls,omitempty"`
	Address     string   `json:"address,omitempty"`
	Names       []string `json:"names,omitempty"`
	Text        string   `json:"text,omitempty"`
	JSON        []any    `json:"json,omitempty"`
	ResultsJSON []any    `json:"resultsJson,omitempty"`
}

type host struct {
	env   *plugin.Environment
	id    string
	api   *stub
	hooks plugin.Hooks
}

func main() {
	if os.Args[1] == "bench" {
		rounds, err := strconv.Atoi(os.Args[3])
		must(err)
		calls, err := strconv.Atoi(os.Args[4])
		must(err)
		must(bench(os.Args[2], rounds, calls))
		return
	}
	pluginDir, webappDir, id := os.Args[1], os.Args[2], os.Args[3]
	logger, err := mlog.NewLogger()
	must(err)
	must(logger.ConfigureTargets(mlog.LoggerConfiguration{
		"console": {
			Type:          "console",
			Format:        "json",
			Levels:        []mlog.Level{mlog.LvlTrace, mlog.LvlDebug, mlog.LvlInfo, mlog.LvlWarn, mlog.LvlError, mlog.LvlPanic, mlog.LvlFatal},
			Options:       json.RawMessage(`{"out": "stderr"}`),
			FormatOptions: json.RawMessage(`{}`),
			MaxQueueSize:  1000,
		},
	}, nil))
	h := &host{id: id, api: newStub()}
	h.env, err = plugin.NewEnvironment(func(*model.Manifest) plugin.API { return generatedAPI{h.api} }, noDriver{}, pluginDir, webappDir, logger, nil)
	must(err)
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 256<<20)
	output := json.NewEncoder(os.Stdout)
	for input.Scan() {
		var c order
		must(json.Unmarshal(input.Bytes(), &c))
		must(output.Encode(h.run(c)))
	}
	h.env.Shutdown()
	_ = logger.Shutdown()
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (h *host) run(c order) (r reply) {
	defer func() {
		if p := recover(); p != nil {
			r.Error = fmt.Sprint("panic: ", p)
		}
	}()
	if c.Seed != 0 {
		// Whatever a seed gives, such as an error, it shall not give to all methods alike.
		h.api.seed(c.Seed<<32 + int64(crc32.ChecksumIEEE([]byte(c.Op+" "+c.Name))))
		h.api.maker.safe = c.Safe
	}
	switch c.Op {
	case "activate":
		_, _, err := h.env.Activate(h.id)
		if err != nil {
			return reply{Error: err.Error()}
		}
		h.hooks, err = h.env.HooksForPlugin(h.id)
		if err != nil {
			return reply{Error: err.Error()}
		}
		r.Names, err = h.hooks.Implemented()
		if err != nil {
			r.Error = err.Error()
		}
		r.Text = string(h.api.take("lifecycle"))
	case "deactivate":
		h.env.Deactivate(h.id)
		r.Text = string(h.api.take("lifecycle"))
	case "health":
		if err := h.env.PerformHealthCheck(h.id); err != nil {
			r.Error = err.Error()
		}
	case "random":
		return h.random(c)
	case "hook":
		return h.hook(c)
	case "call":
		return h.call(c)
	case "listen":
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		must(err)
		r.Address = listener.Addr().String()
		go func() {
			_ = http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
				w.Header().Set("X-Server", "kept")
				if strings.HasPrefix(req.URL.Path, "/metrics") {
					h.hooks.ServeMetrics(&plugin.Context{RequestId: "metrics"}, w, req)
					return
				}
				h.hooks.ServeHTTP(&plugin.Context{RequestId: "request"}, w, req)
			}))
		}()
	case "command":
		text, err := h.command(c.Name)
		if r.Text = text; err != nil {
			r.Error = err.Error()
		}
	case "many":
		return h.many(c)
	case "largePost":
		return h.largePost(c)
	case "largeFile":
		return h.largeFile(c)
	default:
		r.Error = "unknown op " + c.Op
	}
	return r
}

// random makes what an API method takes, or what a hook gives back.
func (h *host) random(c order) (r reply) {
	var types []reflect.Type
	if method, ok := reflect.TypeFor[plugin.API]().MethodByName(c.Name); ok && c.Kind == "args" {
		for i := range method.Type.NumIn() {
			types = append(types, method.Type.In(i))
		}
	} else if method, ok := reflect.TypeFor[plugin.Hooks]().MethodByName(c.Name); ok {
		for i := range method.Type.NumOut() {
			types = append(types, method.Type.Out(i))
		}
	}
	for _, t := range types {
		value := reflect.New(t).Elem()
		if t.Kind() == reflect.Interface && t.NumMethod() > 0 || t == reflect.TypeFor[*http.Request]() {
			r.Args, r.JSON = append(r.Args, nil), append(r.JSON, nil)
			continue
		}
		h.api.maker.element(value, 0)
		gobSafe(value)
		r.Args = append(r.Args, plain(value))
		r.JSON = append(r.JSON, value.Interface())
	}
	return r
}

// hook calls a hook with random arguments.
func (h *host) hook(c order) (r reply) {
	h.api.set("plan", c.Plan)
	h.api.set("answer", c.Answer)
	method := reflect.ValueOf(h.hooks).MethodByName(c.Name)
	args := make([]reflect.Value, method.Type().NumIn())
	for i := range args {
		t := method.Type().In(i)
		if t.Kind() == reflect.Interface {
			args[i] = h.api.stream(t)
		} else {
			args[i] = reflect.New(t).Elem()
			h.api.maker.element(args[i], 0)
			gobSafe(args[i])
		}
		r.Args = append(r.Args, h.api.describe(args[i]))
		r.JSON = append(r.JSON, jsonOf(args[i]))
	}
	for _, result := range method.Call(args) {
		r.Results = append(r.Results, h.api.describe(result))
		r.ResultsJSON = append(r.ResultsJSON, jsonOf(result))
	}
	if h.api.written != nil {
		r.Results = append(r.Results, h.api.written.Bytes())
		h.api.written = nil
	}
	r.Saw = h.api.take("saw")
	return r
}

// call lets the plugin call an API method.
func (h *host) call(c order) reply {
	h.api.set("request", c.Request)
	h.api.called = nil
	_, appErr := h.hooks.ExecuteCommand(&plugin.Context{}, &model.CommandArgs{Command: "/interop-call " + c.Name})
	r := reply{Result: h.api.take("result"), ErrorName: string(h.api.take("error name"))}
	if appErr != nil {
		r.Error = appErr.Error()
	}
	if h.api.called != nil {
		r.Args, r.Results, r.Calls = h.api.called.args, h.api.called.results, h.api.called.times
		r.JSON, r.ResultsJSON = h.api.called.argsJSON, h.api.called.resultsJSON
	}
	return r
}

// jsonOf is the value for encoding/json, or nil where it is nothing for it.
func jsonOf(v reflect.Value) any {
	if v.Kind() == reflect.Interface || v.Type() == reflect.TypeFor[*http.Request]() || v.Type() == reflect.TypeFor[*http.Response]() {
		return nil
	}
	text, err := json.Marshal(v.Interface())
	if err != nil {
		return nil
	}
	return json.RawMessage(text)
}
