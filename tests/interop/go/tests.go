package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	pb "interop/gen/mattermost/pluginapi/v1"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// tests is one run against one plugin process.
type tests struct {
	*report
	*random
	host      *host
	api       *apiServer
	rounds    int
	streaming bool
}

// plan tells the probe plugin how to answer the next hook.
type plan struct {
	Kind   string `json:"kind"`
	Reason string `json:"reason,omitempty"`
}

func (t *tests) plan(p plan, answer proto.Message) {
	text, _ := json.Marshal(p)
	t.api.set("plan", text)
	if answer != nil {
		t.api.set("answer", marshal(answer))
	}
}

func marshal(m proto.Message) []byte {
	b, err := proto.Marshal(m)
	if err != nil {
		panic(err)
	}
	return b
}

func (t *tests) lifecycle() {
	implemented := &pb.ImplementedResponse{}
	err := t.host.invoke("Implemented", &pb.ImplementedRequest{}, implemented)
	t.check("Implemented", problem(err))
	methods := pluginHooks().Methods()
	for i := range methods.Len() {
		name := string(methods.Get(i).Name())
		if name != "Implemented" && !slices.Contains(implemented.Hooks, name) {
			t.check("Implemented", "the probe plugin does not list "+name)
		}
	}
	activate := &pb.OnActivateResponse{}
	err = t.host.invoke("OnActivate", &pb.OnActivateRequest{}, activate)
	t.check("OnActivate", problem(err))
	t.check("OnActivate answers without an error", activate.GetError().GetMessage())
	order, _ := t.api.take("lifecycle")
	t.check("OnConfigurationChange comes before OnActivate", differs(`["onConfigurationChange","onActivate"]`, string(order)))
	change := &pb.OnConfigurationChangeResponse{}
	err = t.host.invoke("OnConfigurationChange", &pb.OnConfigurationChangeRequest{}, change)
	t.check("OnConfigurationChange", problem(err))
	if !t.streaming {
		deactivate := &pb.OnDeactivateResponse{}
		err = t.host.invoke("OnDeactivate", &pb.OnDeactivateRequest{}, deactivate)
		t.check("OnDeactivate", problem(err))
		t.check("OnDeactivate answers without an error", deactivate.GetError().GetMessage())
		order, _ = t.api.take("lifecycle")
		t.check("OnDeactivate ran", differs(`["onConfigurationChange","onActivate","onConfigurationChange","onDeactivate"]`, string(order)))
	}
}

func differs(want, got string) string {
	if want == got {
		return ""
	}
	return fmt.Sprintf("want %s, got %s", want, got)
}

func isLifecycle(name string) bool {
	switch name {
	case "Implemented", "OnActivate", "OnDeactivate", "OnConfigurationChange":
		return true
	}
	return false
}

// hooks calls every unary hook with random values and with every kind of answer that it can give.
func (t *tests) hooks() {
	methods := pluginHooks().Methods()
	for i := range methods.Len() {
		method := methods.Get(i)
		if isLifecycle(string(method.Name())) || method.IsStreamingClient() {
			continue
		}
		for _, kind := range kinds(method) {
			for range t.rounds {
				t.hook(method, kind)
			}
		}
	}
}

func kinds(method protoreflect.MethodDescriptor) []string {
	fields := method.Output().Fields()
	switch {
	case fields.ByName("rejection_reason") != nil:
		list := []string{"allow", "reject"}
		if fields.Len() > 1 {
			list = append(list, "replace")
		}
		if method.Name() == "MessageWillBePosted" {
			list = append(list, "dismiss")
		}
		return list
	case fields.Len() == 0:
		return []string{"none"}
	case method.Name() == "ConfigurationWillBeSaved":
		return []string{"allow", "replace", "error"}
	case fields.ByName("error") != nil && fields.Len() == 1:
		return []string{"none", "error"}
	case fields.ByName("error") != nil:
		return []string{"value", "error"}
	default:
		return []string{"value"}
	}
}

func (t *tests) hook(method protoreflect.MethodDescriptor, kind string) {
	name := string(method.Name())
	request := newMessage(method.Input())
	t.fill(request.ProtoReflect(), 4)
	t.complete(request.ProtoReflect())
	want := t.answer(method, kind)
	reason := ""
	if f := want.ProtoReflect().Descriptor().Fields().ByName("rejection_reason"); f != nil {
		reason = want.ProtoReflect().Get(f).String()
	}
	t.plan(plan{Kind: kind, Reason: reason}, want)
	got := newMessage(method.Output())
	label := fmt.Sprintf("%s answered with %q", name, kind)
	if err := t.host.invoke(name, request, got); err != nil {
		t.check(label, err.Error())
		return
	}
	bytes, ok := t.api.take("saw")
	saw := newMessage(method.Input())
	if !ok {
		t.check(label, "the probe plugin did not say what it saw")
		return
	}
	if err := proto.Unmarshal(bytes, saw); err != nil {
		t.check(label, err.Error())
		return
	}
	t.check(label+", what the plugin saw", difference(request, saw))
	if d := difference(want, got); d != "" {
		t.check(label+", what the host got", fmt.Sprintf("%s\n  in %.400v", d, got))
	} else {
		t.check(label+", what the host got", "")
	}
}

// complete sets what a host always sends: the payload messages, and no RequestContext, which the
// reference host leaves unset.
func (t *tests) complete(m protoreflect.Message) {
	fields := m.Descriptor().Fields()
	for i := range fields.Len() {
		f := fields.Get(i)
		if f.Name() == "context" {
			m.Clear(f)
			continue
		}
		if f.Name() == "actor" || f.IsList() || f.IsMap() || deprecated(f) {
			continue
		}
		if f.Message() != nil && !m.Has(f) {
			t.fill(m.Mutable(f).Message(), 3)
		}
	}
}

func (t *tests) answer(method protoreflect.MethodDescriptor, kind string) proto.Message {
	response := newMessage(method.Output())
	m := response.ProtoReflect()
	fields := m.Descriptor().Fields()
	set := func(wanted func(name string) bool) {
		for i := range fields.Len() {
			f := fields.Get(i)
			if !wanted(string(f.Name())) {
				continue
			}
			if f.Message() != nil && !f.IsList() && !f.IsMap() {
				t.fill(m.Mutable(f).Message(), 4)
			} else {
				t.field(m, f, 4)
			}
		}
	}
	switch kind {
	case "reject":
		m.Set(fields.ByName("rejection_reason"), protoreflect.ValueOfString("because "+t.text()))
	case "dismiss":
		m.Set(fields.ByName("rejection_reason"), protoreflect.ValueOfString("plugin.message_will_be_posted.dismiss_post"))
	case "replace":
		set(func(name string) bool { return strings.HasPrefix(name, "modified_") })
	case "value":
		set(func(name string) bool { return name != "error" })
		if r, ok := response.(*pb.MessagesWillBeConsumedResponse); ok {
			r.PostsReplaced = true
		}
		// A plugin cannot have deleted fewer than none; such an answer is refused where it is made.
		if r, ok := response.(*pb.RunDataRetentionResponse); ok && r.DeletedCount < 0 {
			r.DeletedCount = -(r.DeletedCount + 1)
		}
	case "error":
		// A plugin's own text is not to be replaced by a translation of its id.
		failure := t.appError()
		failure.SkipTranslation = true
		m.Set(fields.ByName("error"), protoreflect.ValueOfMessage(failure.ProtoReflect()))
	}
	if f := fields.ByName("modified_content"); kind == "replace" && f != nil && f.Kind() == protoreflect.BytesKind && len(m.Get(f).Bytes()) == 0 {
		m.Set(f, protoreflect.ValueOfBytes([]byte("content")))
	}
	return response
}

// appError is an error as a plugin or a server gives it: with an id and a status.
func (t *tests) appError() *pb.AppError {
	statuses := []int32{400, 401, 403, 404, 409, 413, 429, 500, 501, 503}
	return &pb.AppError{
		Id:            "app." + t.word() + ".error",
		Message:       t.word() + " " + t.text(),
		DetailedError: t.word() + t.text(),
		RequestId:     t.word(),
		StatusCode:    statuses[t.IntN(len(statuses))],
		Where:         t.word(),
	}
}

// methods lets the probe plugin call every API method with random arguments and compares the request
// that arrived and the result that the plugin saw.
func (t *tests) methods() {
	methods := pluginAPI().Methods()
	count := 0
	for i := range methods.Len() {
		method := methods.Get(i)
		if method.IsStreamingClient() {
			continue
		}
		count++
		for range t.rounds {
			t.method(method)
		}
	}
	t.check("243 API methods were called", differs("243", fmt.Sprint(count)))
	for _, name := range []string{"UploadDataStream", "InstallPluginStream", "PluginHTTPStream", "ReceiveSharedChannelAttachmentSyncMsgStream"} {
		want := t.rounds
		if !t.streaming {
			want = 0
		}
		t.check("streams of "+name, differs(fmt.Sprint(want), fmt.Sprint(t.api.streams[name])))
	}
}

func (t *tests) method(method protoreflect.MethodDescriptor) {
	name := string(method.Name())
	request := newMessage(method.Input())
	t.fill(request.ProtoReflect(), 4)
	t.complete(request.ProtoReflect())
	want := t.answer(method, "value")
	if r, ok := request.(*pb.PluginHTTPRequest); ok {
		t.httpRequest(r)
		t.httpResponse(want.(*pb.PluginHTTPResponse))
	}
	result, problem := t.callThroughPlugin(name, request, want, nil)
	if problem != "" {
		t.check(name, problem)
		return
	}
	arrived := t.api.request(name)
	if arrived == nil {
		t.check(name, "no request arrived")
		return
	}
	got := newMessage(method.Output())
	if err := proto.Unmarshal(result, got); err != nil {
		t.check(name, err.Error())
		return
	}
	// The order of different header names means nothing.
	sortHeaders(want, got, request, arrived)
	t.check(name+", the request that the host got", difference(request, arrived))
	t.check(name+", the result that the plugin saw", difference(want, got))
}

// callThroughPlugin makes the probe plugin call an API method, and brings back what it saw.
func (t *tests) callThroughPlugin(name string, request, answer proto.Message, failure error) ([]byte, string) {
	t.api.set("request", marshal(request))
	t.api.prepare(name, answer, failure)
	response := &pb.ExecuteCommandResponse{}
	err := t.host.invoke("ExecuteCommand", &pb.ExecuteCommandRequest{
		Args: &pb.CommandArgs{Command: "/interop-call " + name},
	}, response)
	if err != nil {
		return nil, err.Error()
	}
	if response.GetError() != nil {
		return nil, response.GetError().GetMessage() + " " + response.GetError().GetDetailedError()
	}
	result, ok := t.api.take("result")
	if !ok {
		return nil, "the probe plugin brought no result: " + response.GetResponse().GetText()
	}
	return result, ""
}

// errors sends failures in both styles, and compares the error object that the plugin's code caught.
func (t *tests) errors() {
	for range t.rounds * 4 {
		sent := t.appError()
		result, problem := t.callThroughPlugin("GetUser", &pb.GetUserRequest{UserId: "x"}, &pb.GetUserResponse{Error: sent}, nil)
		if problem != "" {
			t.check("an AppError inside the response", problem)
			continue
		}
		caught := &pb.GetUserResponse{}
		if err := proto.Unmarshal(result, caught); err != nil {
			t.check("an AppError inside the response", err.Error())
			continue
		}
		t.check("an AppError inside the response", difference(sent, caught.GetError()))
	}
	styles := map[codes.Code]string{
		codes.NotFound: "NotFoundError", codes.PermissionDenied: "PermissionDeniedError",
		codes.Unauthenticated: "PermissionDeniedError", codes.InvalidArgument: "ValidationError",
		codes.AlreadyExists: "AlreadyExistsError", codes.Unavailable: "UnavailableError",
		codes.ResourceExhausted: "UnavailableError", codes.Unimplemented: "NotImplementedError",
		codes.Internal: "PluginAPIError",
	}
	for code, class := range styles {
		failure := status.Error(code, "app.user.missing_account.const: No such user, 世界.")
		result, problem := t.callThroughPlugin("GetUser", &pb.GetUserRequest{UserId: "x"}, nil, failure)
		if problem != "" {
			t.check("a status "+code.String(), problem)
			continue
		}
		caught := &pb.GetUserResponse{}
		if err := proto.Unmarshal(result, caught); err != nil {
			t.check("a status "+code.String(), err.Error())
			continue
		}
		got := caught.GetError()
		name, _ := t.api.take("error name")
		t.check("a status "+code.String(), differs(
			class+" app.user.missing_account.const No such user, 世界.",
			string(name)+" "+got.GetId()+" "+got.GetMessage()))
	}
}

// logLines makes the plugin write log lines of every level, and finds them in go-plugin's log.
func (t *tests) logLines() {
	response := &pb.ExecuteCommandResponse{}
	err := t.host.invoke("ExecuteCommand", &pb.ExecuteCommandRequest{
		Args: &pb.CommandArgs{Command: "/interop-log"},
	}, response)
	t.check("the probe plugin logs", problem(err))
	lines := t.host.logs
	for text, level := range map[string]string{
		"interop console debug": "[DEBUG]", "interop console info": "[INFO]",
		"interop console warn": "[WARN]", "interop console error": "[ERROR]",
	} {
		t.check("the stderr line "+text, waitForLine(lines, text, level))
	}
}
