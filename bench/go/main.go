// The plugin that the benchmark calls, written in Go: each hook does as little as it can.
package main

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

type benchPlugin struct{ plugin.MattermostPlugin }

func (p *benchPlugin) MessageWillBePosted(_ *plugin.Context, _ *model.Post) (*model.Post, string) {
	return nil, ""
}

func (p *benchPlugin) ExecuteCommand(_ *plugin.Context, args *model.CommandArgs) (*model.CommandResponse, *model.AppError) {
	words := strings.Fields(args.Command)
	count, _ := strconv.Atoi(words[1])
	times := make([]float64, count)
	for i := range times {
		began := time.Now()
		var err *model.AppError
		if words[0] == "/bench-users" {
			_, err = p.API.GetUsers(&model.UserGetOptions{PerPage: 1000})
		} else {
			_, err = p.API.GetUser(strings.Repeat("u", 26))
		}
		if err != nil {
			return nil, err
		}
		times[i] = float64(time.Since(began).Nanoseconds()) / 1000
	}
	text, _ := json.Marshal(times)
	return &model.CommandResponse{Text: string(text)}, nil
}

func (p *benchPlugin) ServeHTTP(_ *plugin.Context, w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/small":
		_, _ = w.Write([]byte("ok"))
	case "/down":
		left, _ := strconv.Atoi(r.URL.Query().Get("bytes"))
		chunk := make([]byte, 64<<10)
		for left > 0 {
			n, err := w.Write(chunk[:min(left, len(chunk))])
			if err != nil {
				return
			}
			left -= n
		}
	default:
		n, _ := io.Copy(io.Discard, r.Body)
		_, _ = w.Write([]byte(strconv.FormatInt(n, 10)))
	}
}

func main() { plugin.ClientMain(&benchPlugin{}) }
