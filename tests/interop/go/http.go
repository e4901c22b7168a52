package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	pb "interop/gen/mattermost/pluginapi/v1"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
)

func waitForLine(log *logBuffer, text, level string) string {
	deadline := time.Now().Add(5 * time.Second)
	for time.Now().Before(deadline) {
		for line := range strings.SplitSeq(log.String(), "\n") {
			if strings.Contains(line, text) {
				if strings.Contains(line, level) {
					return ""
				}
				return "want level " + level + ", got the line: " + line
			}
		}
		time.Sleep(5 * time.Millisecond)
	}
	return "not in go-plugin's log:\n" + tail(log.String(), 10)
}

func (t *tests) headerValue() string {
	value := t.word()
	if t.IntN(3) == 0 {
		value += ", " + t.word() + "; q=0.5"
	}
	return value
}

func (t *tests) headers() []*pb.HTTPHeader {
	list := []*pb.HTTPHeader{}
	for i := range 1 + t.IntN(4) {
		list = append(list, &pb.HTTPHeader{Key: fmt.Sprintf("x-probe-%d", i), Values: []string{t.headerValue()}})
	}
	return list
}

// httpRequest replaces random values by ones that an HTTP request can have.
func (t *tests) httpRequest(r *pb.PluginHTTPRequest) {
	r.Method = []string{"GET", "POST", "PUT", "DELETE", "PATCH"}[t.IntN(5)]
	r.Url = "/com.example.other/" + t.word() + "?q=" + t.word()
	r.HeaderList = t.headers()
	r.Headers = nil
	if r.Method == "GET" {
		r.Body = nil
	} else {
		r.Body = t.bytes()
	}
}

func (t *tests) httpResponse(r *pb.PluginHTTPResponse) {
	r.StatusCode = []int32{200, 201, 302, 400, 404, 500}[t.IntN(6)]
	r.HeaderList = append(t.headers(), &pb.HTTPHeader{Key: "set-cookie", Values: []string{"a=" + t.word(), "b=" + t.word()}})
	r.Headers = nil
	r.Body = t.bytes()
}

// exchange is one HTTP exchange as a host has it with a plugin.
type exchange struct {
	init   *pb.ServeHTTPResponseInit
	body   []byte
	chunks int
	done   bool
}

func (t *tests) serve(hook string, init *pb.ServeHTTPRequestInit, body []byte, chunk int) (*exchange, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	stream, err := t.host.conn.NewStream(ctx, &grpc.StreamDesc{ClientStreams: true, ServerStreams: true},
		"/"+string(pluginHooks().FullName())+"/"+hook)
	if err != nil {
		return nil, err
	}
	sent := make(chan error, 1)
	go func() {
		first := &pb.ServeHTTPRequest{Init: init}
		if len(body) == 0 {
			first.BodyComplete = true
		}
		err := stream.SendMsg(first)
		for rest := body; err == nil && len(rest) > 0; {
			n := min(len(rest), chunk)
			err = stream.SendMsg(&pb.ServeHTTPRequest{BodyChunk: rest[:n], BodyComplete: n == len(rest)})
			rest = rest[n:]
		}
		if err == nil {
			err = stream.CloseSend()
		}
		sent <- err
	}()
	e := &exchange{}
	for {
		message := &pb.ServeHTTPResponse{}
		err := stream.RecvMsg(message)
		if err == io.EOF {
			break
		}
		if err != nil {
			return e, err
		}
		if message.Init != nil {
			e.init = message.Init
		}
		if len(message.BodyChunk) > 64<<10 {
			return e, fmt.Errorf("a chunk of %d bytes", len(message.BodyChunk))
		}
		e.body = append(e.body, message.BodyChunk...)
		e.chunks++
		e.done = e.done || message.BodyComplete
	}
	if err := <-sent; err != nil && err != io.EOF {
		return e, err
	}
	return e, nil
}

func (t *tests) http() {
	for _, hook := range []string{"ServeHTTP", "ServeMetrics"} {
		for round := range t.rounds * 2 {
			method := []string{"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"}[round%7]
			var body []byte
			if method != "GET" && method != "HEAD" {
				body = bytes.Repeat([]byte(t.word()+"!"), 1+t.IntN(40_000))
			}
			status := []int32{200, 201, 204, 302, 404, 418, 500, 503}[t.IntN(8)]
			values := []string{t.headerValue(), t.headerValue()}
			init := &pb.ServeHTTPRequestInit{
				PluginContext: &pb.PluginContext{SessionId: t.word(), RequestId: t.word(), IpAddress: "127.0.0.1", UserAgent: t.word(), AcceptLanguage: "de", ConnectionId: t.word()},
				Method:        method, Url: "/echo?status=" + fmt.Sprint(status), RequestUri: "/echo?status=" + fmt.Sprint(status),
				Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Host: "localhost:8065", RemoteAddr: "127.0.0.1:4711",
				Headers: []*pb.HTTPHeader{
					{Key: "X-Probe", Values: values},
					{Key: "Mattermost-User-Id", Values: []string{"abcdefghijkmnopqrstuwxyz13"}},
				},
				ContentLength: int64(len(body)),
			}
			name := fmt.Sprintf("%s %s of %d bytes", hook, method, len(body))
			e, err := t.serve(hook, init, body, 1+t.IntN(200_000))
			if err != nil {
				t.check(name, err.Error())
				continue
			}
			if e.init == nil {
				t.check(name, "no head")
				continue
			}
			t.check(name+", the status", differs(fmt.Sprint(status), fmt.Sprint(e.init.StatusCode)))
			t.check(name+", header values in order", differs(strings.Join(values, ", "), strings.Join(header(e.init, "X-Probe-Back"), ", ")))
			t.check(name+", two cookies", differs("2", fmt.Sprint(len(header(e.init, "Set-Cookie")))))
			t.check(name+", the plugin context", differs(init.PluginContext.RequestId+" "+init.PluginContext.SessionId+" abcdefghijkmnopqrstuwxyz13", strings.Join(header(e.init, "X-Context"), "")))
			t.check(name+", the end", differs("true", fmt.Sprint(e.done)))
			want := body
			if status == http.StatusNoContent {
				want = nil
			}
			if !bytes.Equal(e.body, want) {
				t.check(name+", the body", fmt.Sprintf("want %d bytes, got %d", len(want), len(e.body)))
			} else {
				t.check(name+", the body", "")
			}
		}
	}
}

func header(init *pb.ServeHTTPResponseInit, key string) []string {
	values := []string{}
	for _, h := range init.Headers {
		if strings.EqualFold(h.Key, key) {
			values = append(values, h.Values...)
		}
	}
	return slices.Clip(values)
}

// helloRun starts the example plugin and uses it as a server would.
func helloRun(r *report, launcher, sockets string) error {
	fmt.Printf("\nthe example plugin\n")
	began, before := time.Now(), r.passed
	api, err := startAPIServer(true)
	if err != nil {
		return err
	}
	defer api.server.Stop()
	api.prepare("LoadPluginConfiguration", &pb.LoadPluginConfigurationResponse{ConfigJson: []byte(`{}`)}, nil)
	h, err := startHost(launcher, api.target, sockets)
	if err != nil {
		return err
	}
	t := &tests{report: r, host: h, api: api, random: newRandom(1), rounds: 1}
	activate := &pb.OnActivateResponse{}
	r.check("the example's OnActivate", problem(h.invoke("OnActivate", &pb.OnActivateRequest{}, activate)))
	r.check("the example activates", activate.GetError().GetMessage())
	registered, _ := api.request("RegisterCommand").(*pb.RegisterCommandRequest)
	r.check("the example registers a command", func() string {
		if registered.GetCommand().GetTrigger() == "" {
			return "no RegisterCommand arrived"
		}
		return ""
	}())
	posted := &pb.MessageWillBePostedResponse{}
	err = h.invoke("MessageWillBePosted", &pb.MessageWillBePostedRequest{PluginContext: &pb.PluginContext{}, Post: &pb.Post{Message: "plain"}}, posted)
	r.check("the example lets a plain post through", problem(err))
	r.check("the example leaves a plain post alone", posted.RejectionReason)
	r.check("health", problem(h.ping()))
	r.section("the example plugin", began, before)
	t.kill()
	return nil
}

func sortHeaders(messages ...proto.Message) {
	for _, message := range messages {
		var list []*pb.HTTPHeader
		switch m := message.(type) {
		case *pb.PluginHTTPRequest:
			list = m.HeaderList
		case *pb.PluginHTTPResponse:
			list = m.HeaderList
		}
		slices.SortFunc(list, func(a, b *pb.HTTPHeader) int { return strings.Compare(a.Key, b.Key) })
	}
}
