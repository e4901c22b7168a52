// Command exerciser does in Go what tests/e2e/plugin does in TypeScript: the same checks must pass.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/gorilla/websocket"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

type settings struct {
	Word           string
	FailActivation bool
}

type exerciser struct {
	plugin.MattermostPlugin
	released chan struct{}
}

func (p *exerciser) settings() settings {
	var read settings
	if err := p.API.LoadPluginConfiguration(&read); err != nil {
		p.API.LogError("settings cannot be read", "error", err.Error())
	}
	return read
}

func (p *exerciser) OnConfigurationChange() error {
	p.API.LogInfo("settings seen: " + p.settings().Word)
	return nil
}

func (p *exerciser) OnActivate() error {
	if p.settings().FailActivation {
		return errors.New("the settings say that it shall not start")
	}
	return nil
}

func (p *exerciser) OnDeactivate() error {
	p.API.LogInfo("goodbye")
	return nil
}

func (p *exerciser) MessageWillBePosted(_ *plugin.Context, post *model.Post) (*model.Post, string) {
	if post.Message != "count me" {
		return nil, ""
	}
	for {
		old, err := p.API.KVGet("counted")
		if err != nil {
			return nil, err.Error()
		}
		count, _ := strconv.Atoi(string(old))
		next := strconv.Itoa(count + 1)
		stored, err := p.API.KVCompareAndSet("counted", old, []byte(next))
		if err != nil {
			return nil, err.Error()
		}
		if stored {
			post.Message = "counted " + next
			return post, ""
		}
	}
}

func (p *exerciser) FileWillBeUploaded(_ *plugin.Context, info *model.FileInfo, file io.Reader, output io.Writer) (*model.FileInfo, string) {
	if strings.HasSuffix(info.Name, ".exe") {
		return nil, "Programs are not welcome."
	}
	if info.Name != "secret.txt" {
		return nil, ""
	}
	content, err := io.ReadAll(file)
	if err != nil {
		return nil, err.Error()
	}
	if _, err := output.Write(bytes.ToUpper(content)); err != nil {
		return nil, err.Error()
	}
	info.Name = "loud.txt"
	return info, ""
}

func (p *exerciser) ServeHTTP(_ *plugin.Context, w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/echo":
		p.echo(w, r)
	case "/stream":
		p.stream(w)
	case "/release":
		p.released <- struct{}{}
		w.WriteHeader(http.StatusNoContent)
	case "/log":
		p.log(w, r)
	case "/word":
		fmt.Fprint(w, p.settings().Word)
	case "/sql":
		p.sql(w, r)
	case "/call":
		p.call(w, r)
	case "/mirror":
		p.mirror(w, r)
	case "/message":
		p.message(w, r)
	case "/upload":
		p.upload(w, r)
	case "/install":
		p.install(w, r)
	case "/relay":
		p.relay(w, r)
	case "/action":
		p.action(w, r)
	case "/dialog":
		p.dialog(w, r)
	case "/websocket":
		p.websocket(w, r)
	default:
		http.NotFound(w, r)
	}
}

func (p *exerciser) echo(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("X-Method", r.Method)
	w.WriteHeader(http.StatusCreated)
	w.Write(body)
}

func (p *exerciser) stream(w http.ResponseWriter) {
	half := bytes.Repeat([]byte("."), 64*1024)
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Write(half)
	<-p.released
	w.Write(half)
}

func (p *exerciser) log(w http.ResponseWriter, r *http.Request) {
	p.API.LogDebug("a debug line", "n", 1)
	p.API.LogInfo("an info line", "n", 2)
	p.API.LogWarn("a warning line", "n", 3)
	p.API.LogError("an error line", "n", 4)
	w.WriteHeader(http.StatusNoContent)
}

func (p *exerciser) action(w http.ResponseWriter, r *http.Request) {
	var request model.PostActionIntegrationRequest
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	err := p.API.OpenInteractiveDialog(model.OpenDialogRequest{
		TriggerId: request.TriggerId,
		URL:       "/plugins/com.example.exerciser/dialog",
		Dialog: model.Dialog{
			CallbackId:  "colours",
			Title:       "A colour",
			SubmitLabel: "Take it",
			State:       request.PostId,
			Elements: []model.DialogElement{{
				DisplayName: "Colour",
				Name:        "colour",
				Type:        "text",
				Optional:    true,
				MaxLength:   20,
			}},
		},
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	reply(w, model.PostActionIntegrationResponse{
		Update:        &model.Post{Message: fmt.Sprint("asked in ", request.Context["where"])},
		EphemeralText: "choose",
	})
}

func (p *exerciser) dialog(w http.ResponseWriter, r *http.Request) {
	var request model.SubmitDialogRequest
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	colour, _ := request.Submission["colour"].(string)
	if colour == "" {
		reply(w, model.SubmitDialogResponse{Errors: map[string]string{"colour": "name one"}})
		return
	}
	if _, err := p.API.CreatePost(&model.Post{
		UserId:    request.UserId,
		ChannelId: request.ChannelId,
		RootId:    request.State,
		Message:   "chose " + colour,
		Props:     map[string]any{"chosen": map[string]any{"colour": colour, "letters": len(colour)}},
	}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	reply(w, model.SubmitDialogResponse{})
}

func (p *exerciser) websocket(w http.ResponseWriter, r *http.Request) {
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	connection, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		p.API.LogError("no upgrade", "error", err.Error())
		return
	}
	defer connection.Close()
	for {
		kind, message, err := connection.ReadMessage()
		if err != nil {
			return
		}
		if err := connection.WriteMessage(kind, bytes.ToUpper(message)); err != nil {
			return
		}
	}
}

func reply(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(value)
}

func main() {
	plugin.ClientMain(&exerciser{released: make(chan struct{}, 1)})
}
