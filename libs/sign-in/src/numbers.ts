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
  /** Minutes a one-time code can be used; at most ten, and the database holds that. */
  readonly codeMinutes: number;
  /** Wrong tries after which a one-time code is dead. */
  readonly codeTries: number;
  /** One-time codes made for one invitation in a day, from all addresses together. */
  readonly codesADay: number;
  /** Tries of sign-in, each counted by itself: participants' codes and staff tokens are counted apart. */
  readonly limits: { readonly [of in Counted]: Limit };
}

/** What is counted, and on whose account. */
export type Counted = 'codeByInvitation' | 'codeByAddress' | 'codeByNetwork' | 'staffByAddress' | 'staffByNetwork';
/** So many tries in so many minutes. */
export interface Limit {
  readonly tries: number;
  readonly minutes: number;
}

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
  // As long as item 10 of the security requirements allows: a text message or a call back can take some minutes.
  codeMinutes: 10,
  // People mistype twice. Eight digits, five tries a code and six codes a day are 30 in 100,000,000: an attacker who holds the
  // letter but not the safe channel has, over all 28 days, one chance in 119,000.
  codeTries: 5,
  codesADay: 6,
  limits: {
    // The person: both steps of six codes with two mistakes each, in a day.
    codeByInvitation: { tries: 40, minutes: 24 * 60 },
    // A household or one device behind a mobile operator's address.
    codeByAddress: { tries: 20, minutes: 15 },
    // A /24 or /64: an office, a prison wing, a street of one operator.
    codeByNetwork: { tries: 100, minutes: 15 },
    // ID tokens cannot be guessed; this bounds the work, and a whole office signs in at nine from one address.
    staffByAddress: { tries: 100, minutes: 15 },
    staffByNetwork: { tries: 300, minutes: 15 },
  },
};
