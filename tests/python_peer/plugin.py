"""A plugin in plain grpcio, as somebody with nothing but the wire table would write it."""

import os
import sys
import threading
from concurrent import futures

import grpc
import pluginapi_pb2 as pb
import pluginapi_pb2_grpc as stubs

OPTIONS = [
    ("grpc.max_receive_message_length", 100 << 20),
    ("grpc.max_send_message_length", 100 << 20),
]


def say(level, text):
    print(f"[{level}] {text}", file=sys.stderr, flush=True)


class Hooks(stubs.PluginHooksServicer):
    def __init__(self, api):
        self.api = api
        self.steps = []

    def Implemented(self, request, context):
        return pb.ImplementedResponse(hooks=[
            "OnActivate",
            "OnDeactivate",
            "OnConfigurationChange",
            "MessageWillBePosted",
            "MessagesWillBeConsumed",
            "ExecuteCommand",
            "ServeHTTP",
            "AHookOfTheFuture",
        ])

    def OnConfigurationChange(self, request, context):
        self.steps.append("OnConfigurationChange")
        return pb.OnConfigurationChangeResponse()

    def OnActivate(self, request, context):
        self.steps.append("OnActivate")
        command = pb.Command(trigger="peer", auto_complete=True, display_name="Peer")
        registered = self.api.RegisterCommand(pb.RegisterCommandRequest(command=command))
        if registered.HasField("error"):
            return pb.OnActivateResponse(error=registered.error)
        value = "é🐍".encode()
        self.api.KVSet(pb.KVSetRequest(key="peer", value=value))
        if self.api.KVGet(pb.KVGetRequest(key="peer")).value != value:
            return pb.OnActivateResponse(error=pb.AppError(message="KVGet gave another value"))
        missing = self.api.GetUser(pb.GetUserRequest(user_id="z" * 26)).error
        say("INFO", f"a missing user is {missing.id} {missing.status_code}: {missing.message}")
        pages = self.api.ListCommands(pb.ListCommandsRequest(team_id="t"))
        say("INFO", f"a method that the host lacks is {pages.error.status_code}")
        return pb.OnActivateResponse()

    def OnDeactivate(self, request, context):
        say("INFO", f"deactivated after {', '.join(self.steps)}")
        return pb.OnDeactivateResponse()

    def MessageWillBePosted(self, request, context):
        post = request.post
        if "secret" in post.message:
            return pb.MessageWillBePostedResponse(rejection_reason="That is a secret.")
        if "colour" in post.message:
            post.message = post.message.replace("colour", "color")
            return pb.MessageWillBePostedResponse(modified_post=post)
        return pb.MessageWillBePostedResponse()

    def MessagesWillBeConsumed(self, request, context):
        kept = [post for post in request.posts if "hide" not in post.message]
        return pb.MessagesWillBeConsumedResponse(posts=kept)

    def ExecuteCommand(self, request, context):
        if request.args.command == "/peer fail":
            error = pb.AppError(
                id="peer.command.app_error",
                message="The peer fails when it is told to.",
                detailed_error="told to",
                status_code=418,
                where="ExecuteCommand",
            )
            return pb.ExecuteCommandResponse(error=error)
        if request.args.command == "/peer crash":
            raise ValueError("the peer crashed")
        user = self.api.GetUser(pb.GetUserRequest(user_id=request.args.user_id)).user
        return pb.ExecuteCommandResponse(
            response=pb.CommandResponse(response_type="ephemeral", text=f"Hello, {user.username}!")
        )

    def ServeHTTP(self, requests, context):
        """Answers each piece of the request before the next one has to be there."""
        first = next(requests)
        init = first.init
        headers = [
            pb.HTTPHeader(key="X-Request", values=[f"{init.method} {init.url}"]),
            pb.HTTPHeader(key="X-Request-Uri", values=[init.request_uri]),
            pb.HTTPHeader(key="Set-Cookie", values=["a=1", "b=2"]),
        ]
        for header in init.headers:
            if header.key in ("Mattermost-User-Id", "X-Twice"):
                headers.append(pb.HTTPHeader(key=f"X-Saw-{header.key}", values=header.values))
        yield pb.ServeHTTPResponse(
            init=pb.ServeHTTPResponseInit(status_code=201, headers=headers),
            body_chunk=first.body_chunk.upper(),
            flush=True,
        )
        if not first.body_complete:
            for message in requests:
                if message.body_chunk:
                    yield pb.ServeHTTPResponse(body_chunk=message.body_chunk.upper(), flush=True)
                if message.body_complete:
                    break
        yield pb.ServeHTTPResponse(body_complete=True)


def main():
    target = os.environ["MATTERMOST_PLUGIN_API_TARGET"]
    api = stubs.PluginAPIStub(grpc.insecure_channel(target, options=OPTIONS))
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=16), options=OPTIONS)
    stubs.add_PluginHooksServicer_to_server(Hooks(api), server)
    serving = bytes([8, 1])  # HealthCheckResponse with status 1
    server.add_generic_rpc_handlers([
        grpc.method_handlers_generic_handler(
            "grpc.health.v1.Health",
            {"Check": grpc.unary_unary_rpc_method_handler(lambda request, context: serving)},
        )
    ])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(f"1|1|tcp|127.0.0.1:{port}|grpc", flush=True)
    threading.Event().wait()


main()
