// How much one request may ask for, on by default; each number with the reason for it.

export interface Limits {
  /** Bytes of a request body. A letter of ten pages is 30 KB; ten times that, with its envelope, is generous. */
  readonly bodyBytes: number;
  /** Tokens of a document: parsing and validating cost grows with them. Our longest page needs about 600. */
  readonly tokens: number;
  /** Nested selections. A case with its doors and their blockers behind a caseload page is 8 deep. */
  readonly depth: number;
  /** Objects a document could return at most, as `@listSize` in the schema multiplies them. A full caseload page is about 6,000. */
  readonly cost: number;
  /** Renamed fields: the cheapest way to ask for one costly thing many times. */
  readonly aliases: number;
  /** Directives in all; a page uses a few `@include`. */
  readonly directives: number;
  /** The same field again in one selection: merging them is quadratic work, and no client needs it. */
  readonly duplicates: number;
  /** Rows of one list page: what a `first` that is a variable is counted as, and what resolvers refuse beyond. */
  readonly pageRows: number;
  /** Validation errors reported before the validator gives up. */
  readonly errors: number;
  /** Requests of one person in a minute. A page asks three times, so this is a page every 150 ms, all day. */
  readonly requestsPerMinute: number;
  /** Requests of one address in a minute that did not say who asks, or not truly; an office shares one address. */
  readonly strangersPerMinute: number;
  /** Milliseconds in which the headers must have come. */
  readonly headersMs: number;
  /** Milliseconds in which the whole request must have come: the largest body over a slow line. */
  readonly requestMs: number;
  /** Milliseconds for which nothing may happen on a connection; the slowest figures take some seconds. */
  readonly idleMs: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 300_000,
  tokens: 2_000,
  depth: 12,
  cost: 10_000,
  aliases: 15,
  directives: 9,
  duplicates: 3,
  pageRows: 100,
  errors: 5,
  requestsPerMinute: 1_200,
  strangersPerMinute: 300,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 60_000,
};
