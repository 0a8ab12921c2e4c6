// How long things last and how often they may be tried: each number with the reason for it.

export interface Numbers {
  /** Minutes a member of staff stays signed in at most. */
  readonly staffMinutes: number;
  /** Minutes without use after which a member of staff is signed out. */
  readonly staffIdleMinutes: number;
  /** Minutes a participant stays signed in at most. */
  readonly participantMinutes: number;
  /** Minutes without use after which a participant is signed out. */
  readonly participantIdleMinutes: number;
  /** Days an invitation can be used. */
  readonly invitationDays: number;
  /** Days after a visit in which the same invitation, with a new one-time code, brings the person back; each visit begins them anew. */
  readonly returnDays: number;
  /** Minutes a one-time code can be used; at most ten, and the database holds that. */
  readonly codeMinutes: number;
  /** One-time codes made for one invitation in a day, from all addresses together. */
  readonly codesADay: number;
  /** Wrong one-time codes for one invitation in a day, after which those that were sent are not taken; one that staff read out is. */
  readonly wrongCodesADay: number;
  /** Wrong codes that a process counts in its memory before it writes that they came. */
  readonly wrongCodesAtOnce: number;
  /** How often something of one and the same person reaches the database: more is answered at once, as if it were wrong. */
  readonly limits: { readonly [of in Counted]: Limit };
}

/**
 * What is counted, each on the account of what is brought, never of where it comes from: an address is shared by a household, an
 * office, a prison wing, and whoever tries there would shut out the others.
 */
export type Counted = 'asksOfInvitation' | 'triesOfCode' | 'signInsOfStaff';
/** So many in so many minutes, in each process. */
export interface Limit {
  readonly tries: number;
  readonly minutes: number;
}

/**
 * The arithmetic of guessing, for somebody who sends ten thousand tries a second for all 28 days of an invitation, or after a visit (2.4e10):
 *
 * - A session token has 256 random bits, and an invitation code 80 bits, 20 of them its check: the chance to hit any of a thousand
 *   live invitations is 1000 × 2.4e10 / 2^80, 1 in 50 billion. A hit only makes a one-time code go to whom it belongs to.
 * - A one-time code is twelve digits. Who holds the letter but not the safe channel has 20,000 wrong tries a day at codes that
 *   were sent, with six of them good at the most: 28 × 6 × 20,000 / 10^12, 1 in 300,000 over all 28 days.
 * - One that staff read out takes no heed of those tries, for the sake of the person on the telephone. It is good for ten
 *   minutes: 6,000,000 / 10^12, 1 in 170,000, in those minutes alone and at full speed.
 */
export const defaultNumbers: Numbers = {
  // A working day. A token stolen in the evening is worth nothing the next morning.
  staffMinutes: 8 * 60,
  // Long enough to ring a person who writes it down; a laptop left in a meeting room shuts itself.
  staffIdleMinutes: 30,
  // Long enough to read two letters slowly; the device may be shared with a person who must not know.
  participantMinutes: 30,
  participantIdleMinutes: 15,
  // A letter takes a few days, and people think for weeks before they answer it.
  invitationDays: 28,
  // (ours) As long as an invitation: a letter that nobody used for four weeks lies in a drawer, and staff help its owner in.
  returnDays: 28,
  // As long as item 10 of the security requirements allows: a text message or a call back can take some minutes.
  codeMinutes: 10,
  // Three are enough for an evening of bad reception. Whoever holds the letter can use them up: staff see that, and help.
  codesADay: 6,
  // More than anybody mistypes by far, so that shutting a person out takes a day of work, and staff see it.
  wrongCodesADay: 20_000,
  wrongCodesAtOnce: 500,
  limits: {
    // A person asks a few times. Whoever asks more often has had all the codes of the day.
    asksOfInvitation: { tries: 30, minutes: 15 },
    // A code that was made here opens one session: twice pressed is twice sent.
    triesOfCode: { tries: 20, minutes: 15 },
    // One person, whose ID tokens are good; nobody signs in every nine seconds.
    signInsOfStaff: { tries: 100, minutes: 15 },
  },
};
