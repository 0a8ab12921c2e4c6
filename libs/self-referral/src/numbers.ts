// How long answers are kept, and how often people may begin, send and come back: each number with its reason.

/** So many in so many minutes, in all processes together. */
interface Limit {
  readonly tries: number;
  readonly minutes: number;
}

/** (ours) As long as an invitation can be used: people think for weeks before they go on. */
export const KEPT_DAYS = 28;

/** Seconds. Nobody reads and answers the questions faster; whoever seems to is asked to look once more, and is then taken. */
export const HONEST_SECONDS = 10;

/**
 * Limits hold back, and lose nothing: what was answered stays under its code, and is sent a little later. `InAll` stands far
 * above the busiest day of a service of the whole country, and bounds what a flood from many addresses leaves for staff to read.
 */
export const limits = {
  // A library, a hostel or a prison wing behind one address.
  beginByAddress: { tries: 60, minutes: 60 },
  beginByNetwork: { tries: 300, minutes: 60 },
  beginInAll: { tries: 5_000, minutes: 60 },
  sendByAddress: { tries: 20, minutes: 60 },
  sendByNetwork: { tries: 60, minutes: 60 },
  sendInAll: { tries: 300, minutes: 60 },
  // A code has 80 bits: this bounds the work, not the chance.
  codeByAddress: { tries: 30, minutes: 15 },
  codeByNetwork: { tries: 150, minutes: 15 },
} as const satisfies Record<string, Limit>;
export type Counted = keyof typeof limits;
export type Limits = Readonly<Record<Counted, Limit>>;
