import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { definePlugin } from "../define/define_plugin.ts";
import { nextCronTime } from "./cron.ts";
import { checkCron } from "./cron.ts";
import { durationMs } from "./duration.ts";
import { defineJob } from "./job_declaration.ts";
import { jobTimes } from "./job_times.ts";
import { pointInTime } from "./point_in_time.ts";

const run = () => {};
const j = "definePlugin(): jobs.j";

const wrong: readonly (readonly [jobs: unknown, message: string])[] = [
  [[], "definePlugin(): jobs: expected an object of jobs by name, got an array of 0"],
  [null, "definePlugin(): jobs: expected an object of jobs by name, got null"],
  [{ j: 7 }, `${j}: expected an object with run and a time, got the number 7`],
  [{ j: {} }, `${j}.run: expected a function, got undefined`],
  [{ j: { evry: "1h", run } }, `${j}: there is no "evry"; did you mean "every"?`],
  [{ j: { xyzzy: 1, run } }, `${j}: there is no "xyzzy"; it knows every, cron, timeZone, at,`],
  [
    { j: { every: "1h", cron: "* * * * *", run } },
    `${j}: expected one of every, cron and at, got every and cron`,
  ],
  [
    { j: { every: "1 hour", run } },
    `${j}.every: expected milliseconds or a text such as "24h", "90m" or "1d12h" (units ms, s, m, h, d, w), got "1 hour"`,
  ],
  [{ j: { every: "", run } }, `${j}.every: expected milliseconds or a text`],
  [{ j: { every: NaN, run } }, "got the number NaN"],
  [{ j: { every: true, run } }, `${j}.every: expected milliseconds or a text`],
  [{ j: { every: 999, run } }, `${j}.every: expected a second at least, got the number 999`],
  [
    { j: { cron: "0 25 * * *", run } },
    `${j}.cron: "0 25 * * *" is no cron expression: Invalid value for hour: 25`,
  ],
  [{ j: { cron: "often", run } }, `${j}.cron: "often" is no cron expression: `],
  [
    { j: { cron: "", run } },
    'Expected minute, hour, day of the month, month and day of the week, such as "30 9 * * 1-5"',
  ],
  [{ j: { cron: 5, run } }, `${j}.cron: expected a text, got the number 5`],
  [{ j: { cron: "0 0 31 2 *", run } }, "is no cron expression: no day is like that"],
  [
    { j: { cron: "0 0 * * *", timeZone: "Berlin", run } },
    `${j}.timeZone: expected a time zone of the IANA database, such as "Europe/Berlin", got "Berlin"`,
  ],
  [{ j: { cron: "0 0 * * *", timeZone: 1, run } }, `${j}.timeZone: expected a time zone`],
  [{ j: { every: "1h", timeZone: "UTC", run } }, `${j}.timeZone: belongs to a cron expression`],
  [{ j: { at: "tomorrow", run } }, `${j}.at: expected a time from 1970 on`],
  [
    { j: { at: "2027-01-31T09:00", run } },
    `with its time zone such as "2027-01-31T09:00:00+01:00"`,
  ],
  [{ j: { at: new Date(NaN), run } }, `${j}.at: expected a time`],
  [
    { j: { every: "1h", missed: "never", run } },
    `${j}.missed: expected "run once" or "skip", got "never"`,
  ],
  [{ j: { missed: "skip", run } }, `${j}.missed: belongs to every, cron or at`],
  [{ j: { every: "1h", retries: -1, run } }, `${j}.retries: expected a whole number, 0 or more`],
  [{ j: { every: "1h", retries: 1.5, run } }, `${j}.retries: expected a whole number`],
  [{ "a:b": { run } }, 'the name "a:b" contains a colon'],
  [{ "": { run } }, "jobs: the name: expected 1 character at least"],
  [{ ["x".repeat(140)]: { run } }, "expected at most 150 characters, got 151"],
  [
    { j: defineJob("k", { run }) },
    `${j}: defineJob() has named this job "k"; declare it under that name`,
  ],
  [{ j: defineJob("j", { run, payload: {} as never }) }, `${j}.payload: expected a validator`],
];

for (const [jobs, message] of wrong) {
  Deno.test(`definePlugin refuses a job: ${message}`, () => {
    const error = assertThrows(() => definePlugin({ jobs: jobs as never }), TypeError);
    assertStringIncludes(error.message, message);
  });
}

Deno.test("names of 139 characters are good", () => {
  definePlugin({ jobs: { ["ü".repeat(139)]: { every: "1h", run } } });
});

Deno.test("spans of time are numbers of milliseconds, or Go's text with days and weeks", () => {
  const spans: readonly (readonly [unknown, number])[] = [
    ["24h", 86_400_000],
    ["1h30m", 5_400_000],
    ["1.5d", 129_600_000],
    ["2w", 1_209_600_000],
    ["250ms", 250],
    ["1m0.5s", 60_500],
    [0, 0],
    [1234, 1234],
  ];
  for (const [text, ms] of spans) assertEquals(durationMs(text, "x"), ms);
  for (const bad of ["1", "h", "1h 30m", "-1h", "1y", "1h30", -1, Infinity, null, {}]) {
    assertThrows(() => durationMs(bad, "x"), TypeError, "x: expected milliseconds or a text");
  }
});

Deno.test("points in time are milliseconds, dates, or texts that name their zone", () => {
  const time = Date.UTC(2027, 0, 31, 8);
  for (
    const each of [time, new Date(time), "2027-01-31T09:00:00+01:00", "2027-01-31T08:00Z"]
  ) assertEquals(pointInTime(each, "x"), time);
  for (const bad of ["2027-01-31", "9:00Z", -1, 253_402_300_800_000, undefined, null]) {
    assertThrows(() => pointInTime(bad, "x"), TypeError, "x: expected a time");
  }
});

Deno.test("cron times follow the clocks of their zone, also when those are changed", () => {
  const times = (expression: string, zone: string, from: string, count: number) => {
    const schedule = checkCron(expression, zone, "x");
    const found: string[] = [];
    let time = Date.parse(from);
    while (found.length < count) {
      time = nextCronTime(schedule, time);
      found.push(new Date(time).toISOString());
    }
    return found;
  };
  assertEquals(times("0 9 * * *", "Europe/Berlin", "2026-03-28T00:00Z", 2), [
    "2026-03-28T08:00:00.000Z",
    "2026-03-29T07:00:00.000Z",
  ]);
  assertEquals(
    times("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00Z", 2),
    ["2026-10-25T00:30:00.000Z", "2026-10-26T01:30:00.000Z"],
    "once in the night that has the hour twice",
  );
  assertEquals(times("@weekly", "UTC", "2026-01-01T00:00Z", 1), ["2026-01-04T00:00:00.000Z"]);
  assertEquals(times("*/10 * * * * *", "UTC", "2026-01-01T00:00:05Z", 2), [
    "2026-01-01T00:00:10.000Z",
    "2026-01-01T00:00:20.000Z",
  ]);
});

Deno.test("an interval counts from the end of the last run; whole ones are left out when skipped", () => {
  const times = jobTimes({ every: 1000 }, "x")!;
  const history = { lastFinished: 5500, firstSeen: 0 };
  assertEquals(times.due(history, -Infinity), 6500);
  assertEquals(times.due(history, 6500), 6500);
  assertEquals(times.due(history, 6501), 7500);
  assertEquals(times.due(history, 100_000), 100_500);
  assertEquals(times.due({ lastFinished: undefined, firstSeen: 0 }, 100_000), 0, "never ran");
});
