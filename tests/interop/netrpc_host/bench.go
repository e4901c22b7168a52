package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
	"github.com/mattermost/mattermost/server/public/shared/mlog"
)

// contestant is one plugin under measurement: the folder with its bundle in it.
type contestant struct {
	Name string `json:"name"`
	Dir  string `json:"dir"`
	ID   string `json:"id"`
}

const (
	benchWarmup  = 500
	benchCallers = 16
	benchStream  = 64 << 20
)

// bench measures the contestants in turn, round after round, and prints the samples as JSON.
func bench(contestantsJSON string, rounds, calls int) error {
	var contestants []*contestant
	if err := json.Unmarshal([]byte(contestantsJSON), &contestants); err != nil {
		return err
	}
	all := map[string]figures{}
	for _, c := range contestants {
		all[c.Name] = figures{}
	}
	for round := range rounds {
		for i := range contestants {
			// Another one begins each round.
			c := contestants[(i+round)%len(contestants)]
			fmt.Fprintf(os.Stderr, "round %d of %d: %s\n", round+1, rounds, c.Name)
			if err := c.measure(all[c.Name], calls); err != nil {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
		}
	}
	return json.NewEncoder(os.Stdout).Encode(all)
}

func (c *contestant) measure(f figures, calls int) error {
	logger, err := mlog.NewLogger()
	if err != nil {
		return err
	}
	api := newStub()
	api.users = manyUsers(1000)
	env, err := plugin.NewEnvironment(func(*model.Manifest) plugin.API { return generatedAPI{api} }, noDriver{}, c.Dir, c.Dir, logger, nil)
	if err != nil {
		return err
	}
	defer env.Shutdown()
	began := time.Now()
	if _, _, err := env.Activate(c.ID); err != nil {
		return err
	}
	f.add("start to active, ms", float64(time.Since(began).Microseconds())/1000)
	hooks, err := env.HooksForPlugin(c.ID)
	if err != nil {
		return err
	}
	pid := child()
	f.add("memory at rest, MiB", memory(pid))
	post := &model.Post{
		Id: strings.Repeat("p", 26), ChannelId: strings.Repeat("c", 26), UserId: strings.Repeat("u", 26),
		Message: strings.Repeat("All work and no play makes Jack. ", 25),
	}
	context := &plugin.Context{RequestId: strings.Repeat("r", 26)}
	hook := func() error {
		if kept, reason := hooks.MessageWillBePosted(context, post); reason != "" || kept == nil {
			return fmt.Errorf("the post was rejected: %q", reason)
		}
		return nil
	}
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
	if err := command(hooks, f, "/bench-api", "API round trip", benchWarmup, calls); err != nil {
		return err
	}
	f.add("memory after hooks, MiB", memory(pid))
	if err := command(hooks, f, "/bench-users", "GetUsers(1000)", 20, 100); err != nil {
		return err
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hooks.ServeHTTP(&plugin.Context{}, w, r)
	}))
	defer server.Close()
	small := func() error { return request(server.URL+"/small", nil, 2) }
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
			err = request(server.URL+"/down?bytes="+strconv.Itoa(benchStream), nil, benchStream)
		} else {
			err = request(server.URL+"/up", make([]byte, benchStream), -1)
		}
		if err != nil {
			return err
		}
		f.add("64 MiB "+direction+", MiB/s", 64/time.Since(began).Seconds())
	}
	f.add("memory after bulk, MiB", memory(pid))
	return nil
}

// command lets the plugin measure its own calls.
func command(hooks plugin.Hooks, f figures, word, line string, warmup, calls int) error {
	for _, n := range []int{warmup, calls} {
		response, appErr := hooks.ExecuteCommand(&plugin.Context{}, &model.CommandArgs{Command: word + " " + strconv.Itoa(n)})
		if appErr != nil {
			return appErr
		}
		if n != calls {
			continue
		}
		var times []float64
		if err := json.Unmarshal([]byte(response.Text), &times); err != nil {
			return fmt.Errorf("%s: %w: %.80q", line, err, response.Text)
		}
		if len(times) != n {
			return fmt.Errorf("%d calls were measured, not %d", len(times), n)
		}
		f.add(line+" p50, µs", percentile(times, 0.50))
		f.add(line+" p99, µs", percentile(times, 0.99))
	}
	return nil
}

func request(url string, body []byte, want int) error {
	method := http.MethodGet
	if body != nil {
		method = http.MethodPost
	}
	r, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	n, err := io.Copy(io.Discard, response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != 200 || want >= 0 && int(n) != want {
		return fmt.Errorf("%s answered with status %d and %d bytes, want %d", url, response.StatusCode, n, want)
	}
	return nil
}

func manyUsers(n int) []*model.User {
	users := make([]*model.User, n)
	for i := range users {
		users[i] = &model.User{
			Id: fmt.Sprintf("%026d", i), Username: fmt.Sprintf("user%d", i), Email: fmt.Sprintf("user%d@example.com", i),
			FirstName: "Ada", LastName: "Lovelace", Nickname: "ada", Position: "Engineer", Roles: "system_user", Locale: "en",
			CreateAt: 1700000000000, UpdateAt: 1700000000001, LastPasswordUpdate: 1700000000002,
			Props: model.StringMap{"a": "b"}, NotifyProps: model.StringMap{"email": "true", "push": "mention", "channel": "true"},
			Timezone: model.StringMap{"automaticTimezone": "Europe/Berlin", "useAutomaticTimezone": "true"},
		}
	}
	return users
}

// child is the plugin's process: the only child of this one.
func child() int {
	lists, _ := filepath.Glob("/proc/self/task/*/children")
	for _, list := range lists {
		text, _ := os.ReadFile(list)
		if fields := strings.Fields(string(text)); len(fields) > 0 {
			pid, _ := strconv.Atoi(fields[0])
			return pid
		}
	}
	return 0
}
