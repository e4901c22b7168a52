import { assertEquals, assertMatch } from "@std/assert";
import { draftFile } from "./archive/write_whole_file.ts";
import { draftPrefix, parseDraftName, thisOwner } from "./draft_names.ts";
import { sweepDrafts } from "./sweep_drafts.ts";
import { temporaryFolder } from "./temporary_folder.ts";

const { machine, pid } = thisOwner();
const OTHER_MACHINE = machine === "0".repeat(8) ? "1".repeat(8) : "0".repeat(8);

/** The id of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" }).spawn();
  await child.status;
  return child.pid;
}

async function inFolder(play: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "drafts-" }));
  try {
    await play(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name)).sort();
}

/** Makes a file look as if nobody had written it for so many hours. */
async function age(path: string, hours: number): Promise<void> {
  const then = Date.now() / 1000 - hours * 3600;
  await Deno.utime(path, then, then);
}

Deno.test("drafts of dead processes are swept, and what a living run writes stays", async () => {
  await inFolder(async (folder) => {
    const dead = await deadPid();
    const stay = [
      `.x.tar.gz-${machine}-${pid}-mine`,
      `.x.tar.gz-${machine}-${Deno.ppid}-another`,
      `.x.tar.gz-${OTHER_MACHINE}-${dead}-unseen`,
      `.x.tar.gz-${machine}-${dead}-a.b`,
      `.x.tar.gz.sig-${machine}-${dead}-other`,
      `x.tar.gz-${machine}-${dead}-visible`,
      "x.tar.gz",
    ];
    const go = [
      `.x.tar.gz-${OTHER_MACHINE}-${dead}-old`,
      `.x.tar.gz-${machine}-${dead}-cut`,
      `.x.tar.gz-${machine}-${dead}-folder`,
    ];
    for (const name of [...stay, ...go.slice(0, 2)]) {
      await Deno.writeTextFile(`${folder}/${name}`, "");
    }
    await Deno.mkdir(`${folder}/${go[2]}/server`, { recursive: true });
    await age(`${folder}/${go[0]}`, 25);
    await age(`${folder}/${stay[2]}`, 23);
    // Who has them still lives.
    await age(`${folder}/${stay[0]}`, 25);
    await age(`${folder}/${stay[1]}`, 25);
    const removed = await sweepDrafts(folder, ".x.tar.gz");
    assertEquals(removed, go.map((name) => `${folder}/${name}`).sort());
    assertEquals(await namesIn(folder), stay.toSorted());
    assertEquals(await sweepDrafts(`${folder}/nowhere`, ".x.tar.gz"), []);
  });
});

Deno.test("where nobody may ask which processes live, what they may have stays", async () => {
  await inFolder(async (folder) => {
    const left = `${folder}/.x-${machine}-${await deadPid()}-left`;
    await Deno.writeTextFile(left, "");
    const module = new URL("./sweep_drafts.ts", import.meta.url);
    const script = `import { sweepDrafts } from ${JSON.stringify(module)};
      console.log(await sweepDrafts(${JSON.stringify(folder)}, ".x"));`;
    await Deno.writeTextFile(`${folder}/sweep.ts`, script);
    const flags = ["--no-prompt", "--no-lock", "--allow-read", "--allow-write", "--allow-sys"];
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", ...flags, `${folder}/sweep.ts`],
    }).output();
    assertEquals(new TextDecoder().decode(stdout), "[]\n");
    assertEquals(await sweepDrafts(folder, ".x"), [left]);
  });
});

Deno.test("a link with a draft's name is removed, and what it leads to is not", async () => {
  await inFolder(async (folder) => {
    await Deno.mkdir(`${folder}/precious`);
    await Deno.writeTextFile(`${folder}/precious/file`, "");
    await Deno.symlink(`${folder}/precious`, `${folder}/.x-${machine}-${await deadPid()}-link`);
    assertEquals((await sweepDrafts(folder, ".x")).length, 1);
    assertEquals(await namesIn(`${folder}/precious`), ["file"]);
  });
});

Deno.test("a run that is killed while it writes leaves a draft, which the next one removes", async () => {
  await inFolder(async (folder) => {
    const module = new URL("./archive/write_whole_file.ts", import.meta.url);
    const script = `import { draftFile } from ${JSON.stringify(module)};
      await draftFile(${JSON.stringify(`${folder}/x.tar.gz`)}, (async function* () {
        console.log("writing");
        await new Promise((resolve) => setTimeout(resolve, 60_000));
        yield new Uint8Array();
      })());`;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["eval", "--no-lock", script],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const reader = child.stdout.getReader();
    const { value } = await reader.read();
    assertEquals(new TextDecoder().decode(value), "writing\n");
    const [left = ""] = await namesIn(folder);
    assertEquals(parseDraftName(left, ".x.tar.gz"), { machine, pid: child.pid });

    // It lives, so its draft stays.
    const bytes = async function* () {
      yield new TextEncoder().encode("whole");
    };
    await (await draftFile(`${folder}/x.tar.gz`, bytes())).keep();
    assertEquals(await namesIn(folder), [left, "x.tar.gz"]);

    child.kill("SIGKILL");
    await child.status;
    await reader.cancel();
    await (await draftFile(`${folder}/x.tar.gz`, bytes())).keep();
    assertEquals(await namesIn(folder), ["x.tar.gz"]);
  });
});

Deno.test("a temporary folder goes away in the end, and removes those of killed runs", async () => {
  let path: string;
  const dead = await deadPid();
  {
    await using first = await temporaryFolder("test");
    path = first.path;
    assertMatch(path, new RegExp(`/mmdeno-test-${machine}-${pid}-[A-Za-z0-9]+$`));
    const left = `${path.slice(0, path.lastIndexOf("/"))}/mmdeno-test-${machine}-${dead}-left`;
    await Deno.mkdir(`${left}/server`, { recursive: true });
    await using _second = await temporaryFolder("test");
    await assertGone(left);
  }
  await assertGone(path);
});

async function assertGone(path: string): Promise<void> {
  assertEquals(await Deno.lstat(path).catch(() => undefined), undefined, `${path} is there`);
}

Deno.test("a draft's name tells whose it is", () => {
  const name = `${draftPrefix(".a-b")}XyZ9`;
  assertEquals(parseDraftName(name, ".a-b"), { machine, pid });
  for (const wrong of [".a", ".a-b-c", ""]) assertEquals(parseDraftName(name, wrong), undefined);
});
