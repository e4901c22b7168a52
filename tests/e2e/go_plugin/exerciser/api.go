package main

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"

	"github.com/mattermost/mattermost/server/public/model"
)

// mirror gives what the API knows of what the request names, as REST would.
func (p *exerciser) mirror(w http.ResponseWriter, r *http.Request) {
	var ids struct{ User, Team, Channel, Post string }
	if err := json.NewDecoder(r.Body).Decode(&ids); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	answer := map[string]any{}
	keep := func(name string, value any, err *model.AppError) {
		if err != nil {
			p.API.LogError("mirror failed", "of", name, "error", err.Error())
			return
		}
		answer[name] = value
	}
	user, err := p.API.GetUser(ids.User)
	keep("user", user, err)
	team, err := p.API.GetTeam(ids.Team)
	keep("team", team, err)
	channel, err := p.API.GetChannel(ids.Channel)
	keep("channel", channel, err)
	post, err := p.API.GetPost(ids.Post)
	keep("post", post, err)
	member, err := p.API.GetChannelMember(ids.Channel, ids.User)
	keep("member", member, err)
	answer["site"] = *p.API.GetConfig().ServiceSettings.SiteURL
	answer["version"] = p.API.GetServerVersion()
	_, missing := p.API.GetUser("nobodynobodynobodynobodyno")
	answer["missing"] = map[string]any{"id": missing.Id, "status": missing.StatusCode, "message": missing.Message}
	reply(w, answer)
}

// message sends a direct message from the plugin's bot.
func (p *exerciser) message(w http.ResponseWriter, r *http.Request) {
	user := r.Header.Get("Mattermost-User-Id")
	bot, err := p.API.EnsureBotUser(&model.Bot{Username: "exerciser", DisplayName: "Exerciser"})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	channel, appErr := p.API.GetDirectChannel(user, bot)
	if appErr != nil {
		http.Error(w, appErr.Error(), http.StatusInternalServerError)
		return
	}
	post, appErr := p.API.CreatePost(&model.Post{UserId: bot, ChannelId: channel.Id, Message: "psst"})
	if appErr != nil {
		http.Error(w, appErr.Error(), http.StatusInternalServerError)
		return
	}
	reply(w, post)
}

// upload stores the body as a file by an upload session.
func (p *exerciser) upload(w http.ResponseWriter, r *http.Request) {
	size, err := strconv.ParseInt(r.URL.Query().Get("size"), 10, 64)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	session, err := p.API.CreateUploadSession(&model.UploadSession{
		Id:        model.NewId(),
		Type:      model.UploadTypeAttachment,
		UserId:    r.Header.Get("Mattermost-User-Id"),
		ChannelId: r.URL.Query().Get("channel"),
		Filename:  "session.bin",
		FileSize:  size,
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	info, err := p.API.UploadData(session, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	reply(w, info)
}

// install installs the plugin that the body is.
func (p *exerciser) install(w http.ResponseWriter, r *http.Request) {
	manifest, err := p.API.InstallPlugin(r.Body, true)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	reply(w, map[string]string{"id": manifest.Id, "version": manifest.Version})
}

// relay passes the request on to a plugin, and gives its answer.
func (p *exerciser) relay(w http.ResponseWriter, r *http.Request) {
	request, err := http.NewRequest(r.Method, r.URL.Query().Get("to"), r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	response := p.API.PluginHTTP(request)
	defer response.Body.Close()
	for name, values := range response.Header {
		w.Header()[name] = values
	}
	w.WriteHeader(response.StatusCode)
	io.Copy(w, response.Body)
}
