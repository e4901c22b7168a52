package main

import (
	"fmt"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// saw logs what a hook was told.
func (p *exerciser) saw(hook string, facts ...any) {
	p.API.LogInfo("saw " + hook + " " + strings.TrimSuffix(fmt.Sprintln(facts...), "\n"))
}

func (p *exerciser) MessageHasBeenPosted(_ *plugin.Context, post *model.Post) {
	if strings.HasPrefix(post.Message, "watched") {
		p.saw("messageHasBeenPosted", post.Message)
	}
}

func (p *exerciser) MessageWillBeUpdated(_ *plugin.Context, post, old *model.Post) (*model.Post, string) {
	if strings.Contains(post.Message, "forbidden") {
		return nil, "That word is forbidden, " + old.Message + " was better."
	}
	if !strings.HasPrefix(post.Message, "watched") {
		return post, ""
	}
	post.Message += " (edited)"
	return post, ""
}

func (p *exerciser) MessageHasBeenUpdated(_ *plugin.Context, post, old *model.Post) {
	if strings.HasPrefix(post.Message, "watched") {
		p.saw("messageHasBeenUpdated", post.Message, "was", old.Message)
	}
}

func (p *exerciser) MessageHasBeenDeleted(_ *plugin.Context, post *model.Post) {
	p.saw("messageHasBeenDeleted", post.Id)
}

func (p *exerciser) ReactionHasBeenAdded(_ *plugin.Context, reaction *model.Reaction) {
	p.saw("reactionHasBeenAdded", reaction.EmojiName, reaction.UserId)
}

func (p *exerciser) ReactionHasBeenRemoved(_ *plugin.Context, reaction *model.Reaction) {
	p.saw("reactionHasBeenRemoved", reaction.EmojiName, reaction.UserId)
}

func (p *exerciser) ChannelHasBeenCreated(_ *plugin.Context, channel *model.Channel) {
	p.saw("channelHasBeenCreated", channel.Name)
}

func (p *exerciser) UserHasJoinedChannel(_ *plugin.Context, member *model.ChannelMember, actor *model.User) {
	p.saw("userHasJoinedChannel", member.ChannelId, member.UserId, nameOf(actor))
}

func (p *exerciser) UserHasLeftChannel(_ *plugin.Context, member *model.ChannelMember, actor *model.User) {
	p.saw("userHasLeftChannel", member.ChannelId, member.UserId, nameOf(actor))
}

func (p *exerciser) UserHasJoinedTeam(_ *plugin.Context, member *model.TeamMember, actor *model.User) {
	p.saw("userHasJoinedTeam", member.TeamId, member.UserId, nameOf(actor))
}

func (p *exerciser) UserHasLeftTeam(_ *plugin.Context, member *model.TeamMember, actor *model.User) {
	p.saw("userHasLeftTeam", member.TeamId, member.UserId, nameOf(actor))
}

func (p *exerciser) UserHasBeenDeactivated(_ *plugin.Context, user *model.User) {
	p.saw("userHasBeenDeactivated", user.Username)
}

func (p *exerciser) OnWebSocketConnect(_, userID string) {
	p.saw("onWebSocketConnect", userID)
}

func (p *exerciser) OnWebSocketDisconnect(_, userID string) {
	p.saw("onWebSocketDisconnect", userID)
}

func (p *exerciser) UserHasBeenCreated(_ *plugin.Context, user *model.User) {
	p.saw("userHasBeenCreated", user.Username)
}

func (p *exerciser) UserWillLogIn(_ *plugin.Context, user *model.User) string {
	if user.Username == "mallory" {
		return "Mallory stays outside."
	}
	return ""
}

func (p *exerciser) UserHasLoggedIn(_ *plugin.Context, user *model.User) {
	p.saw("userHasLoggedIn", user.Username)
}

func (p *exerciser) PreferencesHaveChanged(_ *plugin.Context, preferences []model.Preference) {
	for _, preference := range preferences {
		p.saw("preferencesHaveChanged", preference.Category, preference.Name, preference.Value)
	}
}

func (p *exerciser) WebSocketMessageHasBeenPosted(_, userID string, request *model.WebSocketRequest) {
	if request.Action != "custom_com.example.exerciser_ping" {
		return
	}
	p.API.PublishWebSocketEvent("pong", map[string]any{
		"said":  request.Data["said"],
		"count": 2,
	}, &model.WebsocketBroadcast{UserId: userID})
}

func nameOf(user *model.User) string {
	if user == nil {
		return "nobody"
	}
	return user.Username
}
