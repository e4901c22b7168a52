"""Turns the wire table into Python stubs: make_stubs.py TABLE FOLDER.

The table alone says what other languages can rely on, so nothing else is read here: no .proto file of
ours, no descriptor. FOLDER gets pluginapi.proto and what grpc_tools.protoc makes of it.
"""

import pathlib
import sys

from grpc_tools import protoc

PACKAGE = "mattermost.pluginapi.v1"
STREAMS = {
    "unary": ("", ""),
    "client": ("stream ", ""),
    "server": ("", "stream "),
    "bidi": ("stream ", "stream "),
}


def field_line(name, number, kind, label):
    if label.startswith("oneof:"):
        raise SystemExit(f"the table has a oneof ({name}), which this script does not know")
    prefix = {"-": "", "optional": "optional ", "repeated": "repeated ", "map": ""}[label]
    return f"  {prefix}{kind} {name} = {number};"


def proto_text(table):
    messages, enums, services = {}, {}, {}
    for line in table.read_text(encoding="utf-8").splitlines():
        what, *rest = line.split("\t")
        if what == "message":
            messages.setdefault(rest[0], [])
        elif what == "field":
            message, name, number, kind, label = rest
            messages.setdefault(message, []).append(field_line(name, number, kind, label))
        elif what == "enum":
            enums.setdefault(rest[0], [])
        elif what == "value":
            enum, name, number = rest
            enums.setdefault(enum, []).append(f"  {name} = {number};")
        elif what == "service":
            services.setdefault(rest[0], [])
        elif what == "rpc":
            service, name, request, response, mode = rest
            up, down = STREAMS[mode]
            services.setdefault(service, []).append(
                f"  rpc {name}({up}{request}) returns ({down}{response});"
            )
        elif what != "file":
            raise SystemExit(f"the table has a row of an unknown kind: {line!r}")
    parts = [
        'syntax = "proto3";',
        f"package {PACKAGE};",
        'import "google/protobuf/struct.proto";',
        'import "google/protobuf/wrappers.proto";',
    ]
    for word, blocks in (("enum", enums), ("message", messages), ("service", services)):
        for name, lines in blocks.items():
            parts.append("\n".join([f"{word} {name} {{", *lines, "}"]))
    return "\n".join(parts) + "\n"


def main():
    table, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pluginapi.proto").write_text(proto_text(table), encoding="utf-8")
    well_known = pathlib.Path(protoc.__file__).parent / "_proto"
    code = protoc.main([
        "protoc",
        f"--proto_path={folder}",
        f"--proto_path={well_known}",
        f"--python_out={folder}",
        f"--grpc_python_out={folder}",
        "pluginapi.proto",
    ])
    if code != 0:
        raise SystemExit(code)


if __name__ == "__main__":
    main()
