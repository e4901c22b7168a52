package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	pb "interop/gen/mattermost/pluginapi/v1"

	"google.golang.org/grpc"
)

// contestant is one plugin process under measurement.
type contestant struct {
	Name    string   `json:"name"`
	Command []string `json:"command"`
	Env     []string `json:"env"`
	host    *host
}

const (
	benchWarmup  = 500
	benchCalls   = 3000
	benchCallers = 16
	benchStream  = 64 << 20
)

// bench measures the contestants in turn, round after round, and prints the samples as JSON: the
// caller makes the table.
func bench(contestantsJSON, sockets string, rounds, calls int) error {
	var contestants []*contestant
	if err := json.Unmarshal([]byte(contestantsJSON), &contestants); err != nil {
		return err
	}
	api, err := startAPIServer(true)
	if err != nil {
		return err
	}
	defer api.server.Stop()
	user := &pb.GetUserResponse{User: &pb.User{Id: strings.Repeat("u", 26), Username: "bench", Email: "bench@example.com"}}
	api.prepare("GetUser", user, nil)
	all := map[string]figures{}
	for _, c := range contestants {
		all[c.Name] = figures{}
	}
	for round := range rounds {
		for i := range contestants {
			// Another one begins each round.
			c := contestants[(i+round)%len(contestants)]
			fmt.Fprintf(os.Stderr, "round %d of %d: %s\n", round+1, rounds, c.Name)
			if err := c.measure(all[c.Name], api.target, sockets, calls); err != nil {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
		}
	}
	return json.NewEncoder(os.Stdout).Encode(all)
}

func (c *contestant) measure(f figures, target, sockets string, calls int) error {
	began := time.Now()
	h, err := startCommand(exec.Command(c.Command[0], c.Command[1:]...), c.Env, target, sockets)
	if err != nil {
		return err
	}
	defer h.client.Kill()
	f.add("start to handshake, ms", float64(time.Since(began).Microseconds())/1000)
	if err := h.invoke("OnActivate", &pb.OnActivateRequest{}, &pb.OnActivateResponse{}); err != nil {
		return err
	}
	pid := h.cmd.Process.Pid
	f.add("memory at rest, MiB", memory(pid))
	post := &pb.MessageWillBePostedRequest{PluginContext: &pb.PluginContext{RequestId: strings.Repeat("r", 26)}, Post: &pb.Post{
		Id: strings.Repeat("p", 26), ChannelId: strings.Repeat("c", 26), UserId: strings.Repeat("u", 26),
		Message: strings.Repeat("All work and no play makes Jack. ", 25),
	}}
	hook := func() error { return h.invoke("MessageWillBePosted", post, &pb.MessageWillBePostedResponse{}) }
	for range benchWarmup {
		if err := hook(); err != nil {
			return err
		}
	}
	times, err := sequential(calls, hook)
	if err != nil {
		return err
	}
	f.add("hook round trip p50, µs", percentile(times, 0.50))
	f.add("hook round trip p99, µs", percentile(times, 0.99))
	rate, err := concurrent(benchCallers, calls, hook)
	if err != nil {
		return err
	}
	f.add("hooks per second, 16 callers", rate)
	if err := c.apiCalls(h, f, calls); err != nil {
		return err
	}
	small := func() error {
		_, err := httpExchange(h, "/small", nil, 2)
		return err
	}
	for range benchWarmup {
		if err := small(); err != nil {
			return err
		}
	}
	if times, err = sequential(calls/2, small); err != nil {
		return err
	}
	f.add("small HTTP request p50, µs", percentile(times, 0.50))
	f.add("small HTTP request p99, µs", percentile(times, 0.99))
	for _, direction := range []string{"down", "up"} {
		began := time.Now()
		if direction == "down" {
			_, err = httpExchange(h, "/down?bytes="+strconv.Itoa(benchStream), nil, benchStream)
		} else {
			_, err = httpExchange(h, "/up", make([]byte, benchStream), -1)
		}
		if err != nil {
			return err
		}
		f.add("64 MiB "+direction+", MiB/s", 64/time.Since(began).Seconds())
	}
	f.add("memory after, MiB", memory(pid))
	return nil
}

func (c *contestant) apiCalls(h *host, f figures, calls int) error {
	for _, n := range []int{benchWarmup, calls} {
		response := &pb.ExecuteCommandResponse{}
		err := h.invoke("ExecuteCommand", &pb.ExecuteCommandRequest{Args: &pb.CommandArgs{Command: "/bench-api " + strconv.Itoa(n)}}, response)
		if err != nil {
			return err
		}
		if n != calls {
			continue
		}
		var times []float64
		if err := json.Unmarshal([]byte(response.GetResponse().GetText()), &times); err != nil {
			return fmt.Errorf("API times: %w: %.80q", err, response.GetResponse().GetText())
		}
		if len(times) != n {
			return fmt.Errorf("%d API calls were measured, not %d", len(times), n)
		}
		f.add("API round trip p50, µs", percentile(times, 0.50))
		f.add("API round trip p99, µs", percentile(times, 0.99))
	}
	return nil
}

// httpExchange sends one request and reads the answer to its end; want is the body's length, or -1.
func httpExchange(h *host, url string, body []byte, want int) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	stream, err := h.conn.NewStream(ctx, &grpc.StreamDesc{ClientStreams: true, ServerStreams: true},
		"/"+string(pluginHooks().FullName())+"/ServeHTTP")
	if err != nil {
		return 0, err
	}
	method := "GET"
	if body != nil {
		method = "POST"
	}
	sent := make(chan error, 1)
	go func() {
		err := stream.SendMsg(&pb.ServeHTTPRequest{
			Init: &pb.ServeHTTPRequestInit{PluginContext: &pb.PluginContext{}, Method: method, Url: url, RequestUri: url,
				Host: "localhost", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, ContentLength: int64(len(body))},
			BodyComplete: len(body) == 0,
		})
		for rest := body; err == nil && len(rest) > 0; {
			n := min(len(rest), 64<<10)
			err = stream.SendMsg(&pb.ServeHTTPRequest{BodyChunk: rest[:n], BodyComplete: n == len(rest)})
			rest = rest[n:]
		}
		if err == nil {
			err = stream.CloseSend()
		}
		sent <- err
	}()
	got := 0
	for {
		message := &pb.ServeHTTPResponse{}
		err := stream.RecvMsg(message)
		if err == io.EOF {
			break
		}
		if err != nil {
			return got, err
		}
		if message.Init != nil && message.Init.StatusCode != 200 {
			return got, fmt.Errorf("status %d", message.Init.StatusCode)
		}
		got += len(message.BodyChunk)
	}
	if err := <-sent; err != nil && err != io.EOF {
		return got, err
	}
	if want >= 0 && got != want {
		return got, fmt.Errorf("%s answered with %d bytes, want %d", url, got, want)
	}
	return got, nil
}
