import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  type DescriptorProto,
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  type FileDescriptorProto,
} from "@bufbuild/protobuf/wkt";
import { committedGoSchema } from "../../tools/gen/go_schema.ts";
import { GEN } from "../../tools/gen/paths.ts";
import { contractDescriptors } from "../../tools/parity/descriptors.ts";
import { checkEverything, type Report, type Sources } from "../../tools/parity/everything.ts";
import { openExceptions } from "../../tools/parity/exceptions.ts";
import { printReport } from "../../tools/parity/report.ts";

const sources: Sources = {
  wire: await Deno.readTextFile(new URL("wire.tsv", import.meta.url)),
  goJson: await Deno.readTextFile(`${GEN}/go_json.ts`),
  committed: await committedGoSchema(),
  fresh: null,
};

function gaps(report: Report): readonly string[] {
  return [...report.go, ...report.wire].flatMap((outcome) => outcome.gaps);
}

/** The gaps of a contract in which one message was changed. */
function gapsAfter(name: string, change: (message: DescriptorProto) => void): readonly string[] {
  let found = 0;
  const protos = contractDescriptors((file: FileDescriptorProto) => {
    const message = file.messageType.find((candidate) => candidate.name === name);
    if (!message) return;
    found++;
    change(message);
  });
  assertEquals(found, 1, `there is one message ${name}`);
  return gaps(checkEverything(protos, sources));
}

function fieldOf(message: DescriptorProto, name: string): FieldDescriptorProto {
  const field = message.field.find((candidate) => candidate.name === name);
  assert(field, `${message.name} has a field ${name}`);
  return field;
}

function remove(message: DescriptorProto, name: string): void {
  message.field.splice(message.field.indexOf(fieldOf(message, name)), 1);
}

function assertNamed(found: readonly string[], ...texts: readonly string[]): void {
  for (const text of texts) assertStringIncludes(found.join("\n"), text);
}

Deno.test("the contract as it is has no gap", () => {
  assertEquals(gaps(checkEverything(contractDescriptors(), sources)), []);
});

Deno.test("a field that is removed is missed on the wire and by Go", () => {
  const found = gapsAfter("Post", (post) => remove(post, "hashtags"));
  assertNamed(
    found,
    'Post.hashtags is "15 string -" on the wire, missing here',
    "model.Post.Hashtags has no field in Post",
  );
});

Deno.test("a field of ours that is removed is missed by Go", () => {
  const found = gapsAfter("Command", (command) => remove(command, "autocomplete_data"));
  assertEquals(found, ["model.Command.AutocompleteData has no field in Command"]);
});

Deno.test("a field that is renumbered, retyped or relabelled differs from the wire", () => {
  assertNamed(
    gapsAfter("Post", (post) => fieldOf(post, "message").number = 90),
    'Post.message is "11 string -" on the wire, "90 string -" here',
  );
  assertNamed(
    gapsAfter("Post", (post) => fieldOf(post, "create_at").type = FieldDescriptorProto_Type.INT32),
    'Post.create_at is "2 int64 -" on the wire, "2 int32 -" here',
    "int32 create_at cannot hold a int64",
  );
  assertNamed(
    gapsAfter("Post", (post) => fieldOf(post, "type").label = FieldDescriptorProto_Label.REPEATED),
    'Post.type is "13 string -" on the wire, "13 string repeated" here',
  );
});

Deno.test("a field of ours with a number below 100 in a message of the wire is refused", () => {
  const found = gapsAfter("Command", (command) => {
    fieldOf(command, "autocomplete_icon_data").number = 50;
  });
  assertEquals(found, [
    "Command.autocomplete_icon_data is not of the wire, but numbered 50: below 100",
  ]);
});

Deno.test("an integer of Go without room for 64 bits is noticed", () => {
  const found = gapsAfter("User", (user) => {
    remove(user, "failed_attempts_int64");
    user.oneofDecl = user.oneofDecl.filter(({ name }) => name !== "_failed_attempts_int64");
    for (const field of user.field.filter(({ proto3Optional }) => proto3Optional)) {
      field.oneofIndex = user.oneofDecl.findIndex(({ name }) => name === `_${field.name}`);
    }
  });
  assertNamed(found, "int32 failed_attempts cannot hold a int");
});

Deno.test("deprecated fields and the table of superseded fields must agree, both ways", () => {
  assertNamed(
    gapsAfter("Group", (group) => {
      const { options } = fieldOf(group, "name");
      assert(options);
      options.deprecated = false;
    }),
    "Group.name is in the table of superseded fields, but not deprecated",
  );
  assertNamed(
    gapsAfter("Group", (group) => {
      const { options } = fieldOf(group, "name");
      fieldOf(group, "source").options = options;
    }),
    "Group.source is deprecated, but no row of the table of superseded fields names it",
  );
});

Deno.test("an rpc that is renamed, or streams otherwise, is noticed", () => {
  const change = (
    name: string,
    act: (method: { name: string; clientStreaming: boolean }) => void,
  ) =>
    gaps(checkEverything(
      contractDescriptors((file) => {
        const method = file.service.flatMap((service) => service.method)
          .find((candidate) => candidate.name === name);
        if (method) act(method);
      }),
      sources,
    ));
  assertNamed(
    change("KVGet", (method) => method.name = "KVFetch"),
    "Go's KVGet has no rpc in PluginAPI",
    'PluginAPI.KVGet is "KVGetRequest KVGetResponse unary" on the wire, missing here',
  );
  assertNamed(
    change("GetUser", (method) => method.clientStreaming = true),
    '"GetUserRequest GetUserResponse client" here',
  );
});

Deno.test("an enum value that changes its number is noticed", () => {
  const protos = contractDescriptors((file) => {
    const value = file.enumType.find(({ name }) => name === "ChannelType")?.value[4];
    if (value) value.number = 9;
  });
  assertNamed(
    gaps(checkEverything(protos, sources)),
    'ChannelType.CHANNEL_TYPE_GROUP is "4" on the wire, "9" here',
  );
});

Deno.test("what Go grows is a gap until the contract has it", () => {
  const committed = sources.committed
    .replace('{"name":"Hashtags"', '{"name":"Mood","type":"string"},\n  {"name":"Hashtags"')
    .replace('{"name":"GetUser",', '{"name":"GetUserMood",')
    .replace('{"name":"EnableBanner"', '{"name":"BannerMood","type":"*string"},\n  $&');
  const found = gaps(checkEverything(contractDescriptors(), { ...sources, committed }));
  assertNamed(
    found,
    "model.Post.Mood has no field in Post",
    "Go's GetUserMood has no rpc in PluginAPI",
    "model.AnnouncementSettings.BannerMood in JSON",
  );
});

Deno.test("a schema file that the Go module no longer agrees with is noticed", () => {
  const fresh = sources.committed.replace("v0.4.2", "v0.5.0");
  const report = checkEverything(contractDescriptors(), { ...sources, fresh });
  assertEquals(gaps(report), [
    "gen/go_schema.json is not what the Go module says; run: deno task gen",
  ]);
});

Deno.test("an exception that nothing needs is noticed", () => {
  const book = openExceptions({
    a: { kind: "form", reason: "x" },
    b: { kind: "form", reason: "y" },
  });
  assertEquals([book.covers("a"), book.covers("c")], [true, false]);
  assertEquals(book.unused(), ["b"]);
});

Deno.test("the report ends with its counts, and fails where there is a gap", () => {
  const lines: string[] = [];
  const good = checkEverything(contractDescriptors(), sources);
  assertEquals(printReport(good, (line) => lines.push(line)), true);
  assertEquals(lines.at(-1), "result: 15 passed, 0 failed, 1 skipped");
  assertStringIncludes(lines.join("\n"), "differences from the wire table            0");
  assertStringIncludes(lines.join("\n"), "skipped: the Go module was not read anew");

  lines.length = 0;
  const protos = contractDescriptors((file) => {
    const post = file.messageType.find(({ name }) => name === "Post");
    if (post) remove(post, "hashtags");
  });
  assertEquals(printReport(checkEverything(protos, sources), (line) => lines.push(line)), false);
  assertEquals(lines.at(-1), "result: 13 passed, 2 failed, 1 skipped");
});
