import { expectEqual, expectRefusal, expectThat } from "./expect.ts";
import type { Stage } from "./stage.ts";
import { bundle, install } from "./stage.ts";
import { timed } from "./transcript.ts";

const pluginId = "com.example.hello";
const endpoint = `/plugins/${pluginId}/countdown?from=3`;

/** Installs the example and uses everything that it has. */
export async function useExample(stage: Stage): Promise<void> {
  const { transcript, events } = stage;
  transcript.chapter("The example plugin: examples/hello/plugin.ts");
  const { folder } = await bundle(stage, "../plugin.ts", "hello");
  await install(stage, folder);
  const ready = events.find((event) => event.type === "log" && event.pluginId === pluginId);
  if (ready?.type === "log") transcript.outcome(`its log line: ${ready.level}: ${ready.message}`);
  expectEqual(
    "the plugin's first log line",
    ready?.type === "log" && ready.message,
    "ready to greet",
  );

  await postMessages(stage);
  await runCommands(stage);
  await callEndpoint(stage);
  await changeSetting(stage);
}

async function postMessages(stage: Stage): Promise<void> {
  const { mattermost, transcript, ada, channel, events } = stage;
  transcript.chapter("Messages pass through the plugin before they are stored");
  const post = (message: string) =>
    mattermost.post({ userId: ada.id, channelId: channel.id, message });

  for (
    const [message, stored] of [["Good morning", "Good morning"], [
      "teh quick fox",
      "the quick fox",
    ]]
  ) {
    transcript.input("ada posts", message!);
    const { result, ms } = await timed(() => post(message!));
    transcript.outcome(`stored: ${result.message}`, ms);
    expectEqual(`what is stored of "${message}"`, result.message, stored);
  }

  const secret = "my password is hunter2";
  transcript.input("ada posts", secret);
  const { result, ms } = await timed(() =>
    expectRefusal("a message with a password", post(secret), /That looks like a password\./)
  );
  transcript.outcome(`refused: ${result}`, ms);
  const stored = events.filter((event) => event.type === "posted").map(({ post }) => post.message);
  expectEqual("the messages of the channel", stored, ["Good morning", "the quick fox"]);

  const times: number[] = [];
  transcript.input("ada posts", "two hundred more, one after the other");
  for (let i = 1; i <= 200; i++) times.push((await timed(() => post(`Message ${i}`))).ms);
  times.sort((a, b) => a - b);
  transcript.outcome(
    `half of them took less than ${times[100]!.toFixed(1)} ms, the slowest ` +
      `${times.at(-1)!.toFixed(1)} ms`,
  );
}

async function runCommands(stage: Stage): Promise<void> {
  const { transcript } = stage;
  transcript.chapter("A slash command, which counts in the key-value store");
  await greet(stage, "/hello", "Hello, @ada! (Greeting number 1.)");
  await greet(stage, "/hello --to Mattermost", "Hello, Mattermost! (Greeting number 2.)");

  transcript.input("ada runs", "/helo");
  const { result, ms } = await timed(() =>
    expectRefusal("a command that nobody has", execute(stage, "/helo"), /no command "\/helo"/)
  );
  transcript.outcome(`refused: ${result}`, ms);
}

async function callEndpoint({ mattermost, transcript, ada }: Stage): Promise<void> {
  transcript.chapter("An HTTP endpoint, which sends each line when it is there");
  transcript.input("somebody", `GET ${endpoint}`);
  const anonymous = await timed(() => mattermost.fetch(endpoint));
  const refusal = (await anonymous.result.text()).trim();
  transcript.outcome(`status ${anonymous.result.status}: ${refusal}`, anonymous.ms);
  expectEqual("the answer for nobody", [anonymous.result.status, refusal], [401, "Log in first."]);

  transcript.input("ada", `GET ${endpoint}`);
  const start = performance.now();
  const response = await mattermost.fetch(endpoint, { userId: ada.id });
  transcript.outcome(`status ${response.status}`, performance.now() - start);
  expectEqual("the status for ada", response.status, 200);
  const arrivals: number[] = [];
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    arrivals.push(performance.now() - start);
    text += chunk;
    transcript.outcome(chunk.trim(), arrivals.at(-1));
  }
  expectEqual("the endpoint's answer", text, "3\n2\n1\nGo!\n");
  const spread = arrivals.at(-1)! - arrivals[0]!;
  // Three pauses of 100 ms lie between the lines: sent at once, they would arrive together.
  expectThat(
    "the lines must arrive one by one, about 300 ms from first to last",
    spread > 150,
    `it was ${spread.toFixed(0)} ms`,
  );
}

async function changeSetting(stage: Stage): Promise<void> {
  const { mattermost, transcript } = stage;
  transcript.chapter("A setting, changed while the plugin runs");
  transcript.input("the admin", "Greeting: Good evening");
  const { ms } = await timed(() =>
    mattermost.setPluginConfig(pluginId, { Greeting: "Good evening" })
  );
  transcript.outcome("saved, and the plugin told", ms);
  await greet(stage, "/hello", "Good evening, @ada! (Greeting number 3.)");
}

function execute({ mattermost, ada, channel }: Stage, command: string): Promise<unknown> {
  return mattermost.execute({ userId: ada.id, channelId: channel.id, command });
}

async function greet(stage: Stage, command: string, answer: string): Promise<void> {
  const { transcript, events, ada } = stage;
  transcript.input("ada runs", command);
  const { ms } = await timed(() => execute(stage, command));
  const shown = events.findLast((event) => event.type === "ephemeral_message");
  const [who, text] = shown?.type === "ephemeral_message"
    ? [shown.userId, shown.post.message]
    : ["nobody", ""];
  transcript.outcome(`ada alone sees: ${text}`, ms);
  expectEqual(`the answer to ${command}`, [who, text], [ada.id, answer]);
}
