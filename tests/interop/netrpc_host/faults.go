package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// command runs a slash command in the plugin and gives its answer.
func (h *host) command(text string) (string, error) {
	response, appErr := h.hooks.ExecuteCommand(&plugin.Context{}, &model.CommandArgs{Command: text})
	if appErr != nil {
		return "", appErr
	}
	if response == nil {
		return "", nil
	}
	return response.Text, nil
}

// many runs a command so many times at once, each of which reads a value of its own over the API.
func (h *host) many(c order) (r reply) {
	for i := range c.Count {
		h.api.set(fmt.Sprint("many", i), []byte(fmt.Sprint("value ", i)))
	}
	var wait sync.WaitGroup
	var mutex sync.Mutex
	for i := range c.Count {
		wait.Go(func() {
			got, err := h.command(fmt.Sprint("/read many", i))
			mutex.Lock()
			defer mutex.Unlock()
			if want := fmt.Sprint("value ", i); err != nil || got != want {
				r.Error = fmt.Sprintf("want %q, got %q (%v)", want, got, err)
				return
			}
			r.Calls++
		})
	}
	wait.Wait()
	return r
}

// largePost sends a post with so many bytes in its message through the plugin.
func (h *host) largePost(c order) (r reply) {
	message := strings.Repeat("0123456789abcde\n", c.Count/16)
	post, reason := h.hooks.MessageWillBePosted(&plugin.Context{}, &model.Post{Message: message})
	switch {
	case post == nil:
		r.Error = "there is no post: " + reason
	case post.Message != message+"!":
		r.Error = fmt.Sprintf("the post has %d bytes, or others", len(post.Message))
	default:
		r.Calls = len(post.Message)
	}
	return r
}

// patternReader gives so many bytes that tell their own place, and counts those that were read.
type patternReader struct{ length, read int }

func (p *patternReader) Read(into []byte) (int, error) {
	if p.read == p.length {
		return 0, io.EOF
	}
	n := min(len(into), p.length-p.read)
	for i := range n {
		place := p.read + i
		into[i] = byte(place*31 + (place>>8)*7 + place>>16)
	}
	p.read += n
	return n, nil
}

// largeFile shows a file of so many bytes to the plugin; how many of them were read is in Calls.
func (h *host) largeFile(c order) (r reply) {
	file, written := &patternReader{length: c.Count}, &bytes.Buffer{}
	info := &model.FileInfo{Name: c.Name, Size: int64(c.Count)}
	_, r.Text = h.hooks.FileWillBeUploaded(&plugin.Context{}, info, file, written)
	r.Calls = file.read
	r.Result = written.Bytes()
	return r
}
