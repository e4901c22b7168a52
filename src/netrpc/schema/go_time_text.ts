/**
 * Times in JSON, as Go writes and reads them.
 *
 * @module
 */

import type { JsonValue } from "@bufbuild/protobuf";
import { GobError } from "../gob/gob_error.ts";
import type { GoTime } from "../gob/go_time.ts";

/** RFC 3339 in the time's own zone, with as many decimals as it needs; throws where JSON holds no such year. */
export function goTimeToText({ seconds, nanoseconds, zone }: GoTime): string {
  const local = new Date(Number(seconds + BigInt((zone ?? 0) * 60)) * 1000);
  const year = local.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw new GobError(
      `${seconds} seconds after 1970 are no time between the years 0 and 9999; JSON holds no other`,
      "time.Time",
    );
  }
  const whole = local.toISOString().replace(/\.\d+Z$/, "");
  const decimals = nanoseconds === 0
    ? ""
    : `.${String(nanoseconds).padStart(9, "0").replace(/0+$/, "")}`;
  return `${whole}${decimals}${zone === undefined ? "Z" : zoneText(zone)}`;
}

function zoneText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Reads RFC 3339; throws for anything else. */
export function goTimeFromText(value: JsonValue): GoTime {
  const match = typeof value === "string"
    ? /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|([+-])(\d\d):(\d\d))$/.exec(value)
    : null;
  const milliseconds = match ? Date.parse(`${match[1]}Z`) : NaN;
  if (!match || Number.isNaN(milliseconds)) {
    throw new GobError(
      `${JSON.stringify(value)} is no time; write it like 2026-11-21T15:04:05Z`,
      "time.Time",
    );
  }
  const [, , decimals = "", , sign, hours = "0", minutes = "0"] = match;
  const zone = sign === undefined
    ? undefined
    : (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return {
    seconds: BigInt(milliseconds / 1000) - BigInt((zone ?? 0) * 60),
    nanoseconds: Number(decimals.padEnd(9, "0")),
    zone,
  };
}
