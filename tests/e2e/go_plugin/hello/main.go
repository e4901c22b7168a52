// Command hello does in Go what examples/hello does in TypeScript: the same checks must pass.
package main

import (
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

type settings struct {
	Greeting string
}

type hello struct {
	plugin.MattermostPlugin
}

func (p *hello) OnActivate() error {
	data := model.NewAutocompleteData("hello", "[somebody]", "Greets you, or somebody else")
	data.AddNamedTextArgument("to", "Whom to greet", "", "", false)
	if err := p.API.RegisterCommand(&model.Command{
		Trigger:          "hello",
		AutoComplete:     true,
		AutoCompleteDesc: "Greets you, or somebody else",
		AutocompleteData: data,
	}); err != nil {
		return err
	}
	p.API.LogInfo("ready to greet", "command", "/hello")
	return nil
}

var typo = regexp.MustCompile(`\bteh\b`)

func (p *hello) MessageWillBePosted(_ *plugin.Context, post *model.Post) (*model.Post, string) {
	if strings.Contains(post.Message, "hunter2") {
		return nil, "That looks like a password."
	}
	corrected := typo.ReplaceAllString(post.Message, "the")
	if corrected == post.Message {
		return nil, ""
	}
	post.Message = corrected
	return post, ""
}

func (p *hello) ExecuteCommand(_ *plugin.Context, args *model.CommandArgs) (*model.CommandResponse, *model.AppError) {
	_, rest, _ := strings.Cut(args.Command, " ")
	name := strings.TrimSpace(strings.TrimPrefix(rest, "--to"))
	caller, err := p.API.GetUser(args.UserId)
	if err != nil {
		return nil, err
	}
	if name == "" {
		name = "@" + caller.Username
	}
	count, err := p.countUp("greetings_of_" + caller.Id)
	if err != nil {
		return nil, err
	}
	said := settings{Greeting: "Hello"}
	if err := p.API.LoadPluginConfiguration(&said); err != nil {
		return nil, model.NewAppError("hello", "hello.settings", nil, err.Error(), http.StatusInternalServerError)
	}
	return &model.CommandResponse{
		ResponseType: model.CommandResponseTypeEphemeral,
		Text:         fmt.Sprintf("%s, %s! (Greeting number %d.)", said.Greeting, name, count),
	}, nil
}

func (p *hello) countUp(key string) (int, *model.AppError) {
	for {
		old, err := p.API.KVGet(key)
		if err != nil {
			return 0, err
		}
		count, _ := strconv.Atoi(string(old))
		stored, err := p.API.KVCompareAndSet(key, old, []byte(strconv.Itoa(count+1)))
		if err != nil || stored {
			return count + 1, err
		}
	}
}

func (p *hello) ServeHTTP(_ *plugin.Context, w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/countdown" {
		http.Error(w, "Not here.", http.StatusNotFound)
		return
	}
	if r.Header.Get("Mattermost-User-Id") == "" {
		http.Error(w, "Log in first.", http.StatusUnauthorized)
		return
	}
	from, err := strconv.Atoi(r.URL.Query().Get("from"))
	if err != nil {
		from = 3
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	for n := min(from, 10); n > 0 && r.Context().Err() == nil; n-- {
		fmt.Fprintf(w, "%d\n", n)
		if flusher, ok := w.(http.Flusher); ok {
			flusher.Flush()
		}
		time.Sleep(100 * time.Millisecond)
	}
	fmt.Fprint(w, "Go!\n")
}

func main() {
	plugin.ClientMain(&hello{})
}
