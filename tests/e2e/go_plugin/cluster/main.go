// Command cluster has the section of tests/e2e/cluster/plugin in Go, with Mattermost's own mutex.
package main

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/mattermost/mattermost/server/public/plugin"
	"github.com/mattermost/mattermost/server/public/pluginapi/cluster"
)

type stay struct {
	Node  string `json:"node"`
	From  int64  `json:"from"`
	Until int64  `json:"until"`
}

type clusterPlugin struct {
	plugin.MattermostPlugin
}

func (p *clusterPlugin) ServeHTTP(_ *plugin.Context, w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/stays" {
		http.NotFound(w, r)
		return
	}
	times, err := strconv.Atoi(r.URL.Query().Get("times"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	mutex, err := cluster.NewMutex(p.API, "section")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	stays := make([]stay, 0, times)
	for range times {
		mutex.Lock()
		from := time.Now().UnixMilli()
		time.Sleep(30 * time.Millisecond)
		stays = append(stays, stay{Node: "go", From: from, Until: time.Now().UnixMilli()})
		mutex.Unlock()
	}
	_ = json.NewEncoder(w).Encode(stays)
}

func main() {
	plugin.ClientMain(&clusterPlugin{})
}
