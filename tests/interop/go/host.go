package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
)

// hooksPlugin hands out the raw connection: the service has no rpc that go-plugin must know.
type hooksPlugin struct{ plugin.NetRPCUnsupportedPlugin }

func (hooksPlugin) GRPCServer(*plugin.GRPCBroker, *grpc.Server) error { return nil }

func (hooksPlugin) GRPCClient(_ context.Context, _ *plugin.GRPCBroker, conn *grpc.ClientConn) (any, error) {
	return conn, nil
}

// logBuffer keeps what go-plugin's client logs: the plugin's stderr lines with their levels among it.
type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// host runs one plugin by executing its launcher, with go-plugin's client and its defaults.
type host struct {
	cmd    *exec.Cmd
	client *plugin.Client
	conn   *grpc.ClientConn
	logs   *logBuffer
}

func startHost(launcher, target, sockets string) (*host, error) {
	return startCommand(exec.Command(launcher), nil, target, sockets)
}

func startCommand(cmd *exec.Cmd, env []string, target, sockets string) (*host, error) {
	h := &host{cmd: cmd, logs: &logBuffer{}}
	h.cmd.Env = append(os.Environ(), "MATTERMOST_PLUGIN_API_TARGET="+target, "PLUGIN_UNIX_SOCKET_DIR="+sockets)
	h.cmd.Env = append(h.cmd.Env, env...)
	h.client = plugin.NewClient(&plugin.ClientConfig{
		HandshakeConfig: plugin.HandshakeConfig{
			ProtocolVersion:  1,
			MagicCookieKey:   "MATTERMOST_PLUGIN",
			MagicCookieValue: "Securely message teams, anywhere.",
		},
		Plugins:          map[string]plugin.Plugin{"hooks": hooksPlugin{}},
		Cmd:              h.cmd,
		AllowedProtocols: []plugin.Protocol{plugin.ProtocolGRPC},
		StartTimeout:     10 * time.Second,
		Logger:           hclog.New(&hclog.LoggerOptions{Level: hclog.Trace, Output: h.logs}),
	})
	protocol, err := h.client.Client()
	if err != nil {
		h.client.Kill()
		return nil, fmt.Errorf("%w\n%s", err, h.logs)
	}
	raw, err := protocol.Dispense("hooks")
	if err != nil {
		h.client.Kill()
		return nil, err
	}
	h.conn = raw.(*grpc.ClientConn)
	return h, nil
}

func (h *host) invoke(hook string, request, response proto.Message) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return h.conn.Invoke(ctx, "/"+string(pluginHooks().FullName())+"/"+hook, request, response)
}

func (h *host) ping() error {
	protocol, err := h.client.Client()
	if err != nil {
		return err
	}
	return protocol.Ping()
}

// stop ends the plugin by go-plugin's own Kill and says how it ended.
func (h *host) stop() (took time.Duration, graceful bool, exitCode int) {
	began := time.Now()
	h.client.Kill()
	took = time.Since(began)
	graceful = !strings.Contains(h.logs.String(), "plugin failed to exit gracefully")
	// go-plugin waits for the process in a goroutine of its own; Exited says that it is done.
	for deadline := time.Now().Add(5 * time.Second); !h.client.Exited() && time.Now().Before(deadline); {
		time.Sleep(5 * time.Millisecond)
	}
	exitCode = -1
	if h.cmd.ProcessState != nil {
		exitCode = h.cmd.ProcessState.ExitCode()
	}
	return took, graceful, exitCode
}
