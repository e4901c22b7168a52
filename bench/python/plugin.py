"""The plugin that the benchmark calls, over plain grpcio: each hook does as little as it can."""

import json
import os
import threading
import time
from concurrent import futures
from urllib.parse import parse_qs, urlsplit

import grpc
import pluginapi_pb2 as pb
import pluginapi_pb2_grpc as stubs

OPTIONS = [
    ("grpc.max_receive_message_length", 100 << 20),
    ("grpc.max_send_message_length", 100 << 20),
]


class Hooks(stubs.PluginHooksServicer):
    def __init__(self, api):
        self.api = api

    def OnActivate(self, request, context):
        return pb.OnActivateResponse()

    def MessageWillBePosted(self, request, context):
        return pb.MessageWillBePostedResponse()

    def ExecuteCommand(self, request, context):
        times = []
        for _ in range(int(request.args.command.split(" ")[1])):
            began = time.perf_counter()
            self.api.GetUser(pb.GetUserRequest(user_id="u" * 26))
            times.append((time.perf_counter() - began) * 1e6)
        return pb.ExecuteCommandResponse(response=pb.CommandResponse(text=json.dumps(times)))

    def ServeHTTP(self, requests, context):
        received = 0
        url = None
        for message in requests:
            received += len(message.body_chunk)
            if message.HasField("init"):
                url = urlsplit(message.init.url)
            if message.body_complete:
                break
        head = pb.ServeHTTPResponseInit(status_code=200)
        if url.path == "/down":
            yield pb.ServeHTTPResponse(init=head)
            chunk = bytes(64 << 10)
            for _ in range(int(parse_qs(url.query)["bytes"][0]) // len(chunk)):
                yield pb.ServeHTTPResponse(body_chunk=chunk)
            yield pb.ServeHTTPResponse(body_complete=True)
        else:
            text = "ok" if url.path == "/small" else str(received)
            yield pb.ServeHTTPResponse(init=head, body_chunk=text.encode(), body_complete=True)


def health_check(request, context):
    return bytes([8, 1])


def main():
    api = stubs.PluginAPIStub(
        grpc.insecure_channel(os.environ["MATTERMOST_PLUGIN_API_TARGET"], options=OPTIONS)
    )
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=16), options=OPTIONS)
    stubs.add_PluginHooksServicer_to_server(Hooks(api), server)
    server.add_generic_rpc_handlers([
        grpc.method_handlers_generic_handler(
            "grpc.health.v1.Health",
            {"Check": grpc.unary_unary_rpc_method_handler(health_check)},
        )
    ])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(f"1|1|tcp|127.0.0.1:{port}|grpc", flush=True)
    threading.Event().wait()


main()
