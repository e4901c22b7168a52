/** What the plugin of the test with two servers tells about itself. @module */

/** One run of its job. */
export interface Run {
  /** The process that ran it. */
  readonly node: string;
  /** Unix milliseconds. */
  readonly at: number;
}

/** One stay in the section that only one node at a time may be in. */
export interface Stay {
  readonly node: string;
  /** Unix milliseconds. */
  readonly from: number;
  /** Unix milliseconds. */
  readonly until: number;
}
