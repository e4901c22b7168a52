package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"

	pb "interop/gen/mattermost/pluginapi/v1"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
)

// sideChannel is the prefix of the KV keys by which this program and the probe plugin talk about a
// test; all other calls are the test itself.
const sideChannel = "interop:"

// apiServer serves all rpcs of PluginAPI: it remembers the last request and gives the answer that
// was prepared.
type apiServer struct {
	server  *grpc.Server
	target  string
	mu      sync.Mutex
	kv      map[string][]byte
	seen    map[string]proto.Message
	answers map[string]func(request proto.Message) (proto.Message, error)
	streams map[string]int
	logs    []string
}

func newMessage(d protoreflect.MessageDescriptor) proto.Message {
	t, err := protoregistry.GlobalTypes.FindMessageByName(d.FullName())
	if err != nil {
		panic(err)
	}
	return t.New().Interface()
}

func pluginAPI() protoreflect.ServiceDescriptor {
	return pb.File_mattermost_pluginapi_v1_api_proto.Services().ByName("PluginAPI")
}

func pluginHooks() protoreflect.ServiceDescriptor {
	return pb.File_mattermost_pluginapi_v1_hooks_proto.Services().ByName("PluginHooks")
}

// startAPIServer listens on loopback. Without streaming it is a host from before the streaming rpcs.
func startAPIServer(streaming bool) (*apiServer, error) {
	s := &apiServer{
		kv:      map[string][]byte{},
		seen:    map[string]proto.Message{},
		answers: map[string]func(proto.Message) (proto.Message, error){},
		streams: map[string]int{},
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s.target = fmt.Sprintf("localhost:%d", listener.Addr().(*net.TCPAddr).Port)
	// grpc-go's defaults on purpose, its keepalive enforcement included.
	s.server = grpc.NewServer()
	desc := &grpc.ServiceDesc{ServiceName: string(pluginAPI().FullName()), HandlerType: (*any)(nil)}
	methods := pluginAPI().Methods()
	for i := range methods.Len() {
		method := methods.Get(i)
		name := string(method.Name())
		if method.IsStreamingClient() {
			if streaming {
				desc.Streams = append(desc.Streams, grpc.StreamDesc{
					StreamName:    name,
					ServerStreams: method.IsStreamingServer(),
					ClientStreams: true,
					Handler:       func(_ any, stream grpc.ServerStream) error { return s.stream(name, stream) },
				})
			}
			continue
		}
		desc.Methods = append(desc.Methods, grpc.MethodDesc{
			MethodName: name,
			Handler: func(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
				request := newMessage(method.Input())
				if err := decode(request); err != nil {
					return nil, err
				}
				return s.call(name, request)
			},
		})
	}
	s.server.RegisterService(desc, struct{}{})
	go func() { _ = s.server.Serve(listener) }()
	return s, nil
}

func (s *apiServer) set(key string, value []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kv[sideChannel+key] = value
}

func (s *apiServer) take(key string) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	value, ok := s.kv[sideChannel+key]
	delete(s.kv, sideChannel+key)
	return value, ok
}

func (s *apiServer) prepare(method string, answer proto.Message, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.seen, method)
	s.answers[method] = func(proto.Message) (proto.Message, error) { return answer, err }
}

func (s *apiServer) request(method string) proto.Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen[method]
}

func (s *apiServer) call(name string, request proto.Message) (proto.Message, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch r := request.(type) {
	case *pb.KVSetRequest:
		if strings.HasPrefix(r.Key, sideChannel) {
			s.kv[r.Key] = r.Value
			return &pb.KVSetResponse{}, nil
		}
	case *pb.KVGetRequest:
		if strings.HasPrefix(r.Key, sideChannel) {
			return &pb.KVGetResponse{Value: s.kv[r.Key]}, nil
		}
	case *pb.LoadPluginConfigurationRequest:
		if s.answers[name] == nil {
			return &pb.LoadPluginConfigurationResponse{ConfigJson: []byte(`{"setting":"from the host"}`)}, nil
		}
	}
	s.seen[name] = request
	if answer := s.answers[name]; answer != nil {
		return answer(request)
	}
	return newMessage(pluginAPI().Methods().ByName(protoreflect.Name(name)).Output()), nil
}

// stream gathers an upload into the unary request of the same method, so that one expectation
// serves both, and answers in the shape of the streaming rpc.
func (s *apiServer) stream(name string, stream grpc.ServerStream) error {
	method := pluginAPI().Methods().ByName(protoreflect.Name(name))
	var head protoreflect.Message
	var body []byte
	for {
		message := newMessage(method.Input())
		err := stream.RecvMsg(message)
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		m := message.ProtoReflect()
		if f := m.Descriptor().Fields().ByName("init"); m.Has(f) {
			head = m.Get(f).Message()
		}
		chunk := m.Get(m.Descriptor().Fields().ByName("body_chunk")).Bytes()
		if len(chunk) > 64<<10 {
			return status.Errorf(codes.InvalidArgument, "a chunk of %d bytes", len(chunk))
		}
		body = append(body, chunk...)
		if m.Get(m.Descriptor().Fields().ByName("body_complete")).Bool() {
			break
		}
	}
	if head == nil {
		return status.Error(codes.InvalidArgument, "the stream ended without init")
	}
	s.mu.Lock()
	s.streams[name]++
	s.mu.Unlock()
	unary := strings.TrimSuffix(name, "Stream")
	request := newMessage(pluginAPI().Methods().ByName(protoreflect.Name(unary)).Input())
	target := request.ProtoReflect()
	fields := head.Descriptor().Fields()
	for i := range fields.Len() {
		from := fields.Get(i)
		to := target.Descriptor().Fields().ByName(from.Name())
		if to == nil && from.Name() == "headers" {
			continue
		}
		if to != nil && to.Kind() == from.Kind() && to.IsMap() == from.IsMap() && head.Has(from) {
			target.Set(to, head.Get(from))
		}
	}
	if r, ok := request.(*pb.PluginHTTPRequest); ok {
		r.HeaderList = head.Interface().(*pb.PluginHTTPStreamRequestInit).Headers
		r.Headers = nil
	}
	for _, field := range []protoreflect.Name{"data", "file_data", "body"} {
		if f := target.Descriptor().Fields().ByName(field); f != nil {
			target.Set(f, protoreflect.ValueOfBytes(body))
		}
	}
	answer, err := s.call(unary, request)
	if err != nil {
		return err
	}
	if r, ok := answer.(*pb.PluginHTTPResponse); ok {
		return sendPluginHTTPStream(stream, r)
	}
	return stream.SendMsg(answer)
}

func sendPluginHTTPStream(stream grpc.ServerStream, r *pb.PluginHTTPResponse) error {
	err := stream.SendMsg(&pb.PluginHTTPStreamResponse{Init: &pb.PluginHTTPStreamResponseInit{
		Error: r.Error, StatusCode: r.StatusCode, Headers: r.HeaderList,
	}})
	for body := r.Body; err == nil && len(body) > 0; {
		n := min(len(body), 50)
		err = stream.SendMsg(&pb.PluginHTTPStreamResponse{BodyChunk: body[:n]})
		body = body[n:]
	}
	if err == nil {
		err = stream.SendMsg(&pb.PluginHTTPStreamResponse{BodyComplete: true})
	}
	return err
}
