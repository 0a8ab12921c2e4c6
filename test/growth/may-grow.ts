// Statements that may cost more with more cases, each with the reason: without bound, or up to so many pages of 8 kB among 20,000 cases. Keep this table near empty.
export interface MayGrow {
  /** What a line of `Costs.grown` says: costs, who asks what, and the statement. */
  readonly what: RegExp;
  readonly atMost?: number;
  readonly because: string;
}

export const mayGrow: readonly MayGrow[] = [
  { what: /retentionDryRun/, because: 'a retention run goes through everything that may be due' },
  {
    what: /unusualReading/,
    atMost: 4000,
    because: 'the entries that are unusual are read: among as many staff ten times as many cases leave more of them',
  },
  { what: /measures.*figure_count/, atMost: 100, because: 'figures are kept by day: more days, more rows' },
  { what: /figures_settle/, atMost: 200, because: 'what was left to count by the commands before' },
  {
    what: /commands \| select p\.person_id as id, array_agg\(distinct o\.reference\)/,
    atMost: 400,
    because: 'the hundred people who share a name or a number with a newcomer are compared with them',
  },
  {
    what: /caseload.*reference="A"/,
    atMost: 600,
    because: 'the first hundred references that begin so',
  },
];

/** Whether a line is one of these and within its bound. */
export const isExpected = (line: string): boolean => {
  const after = Number(/-> (\d+)/.exec(line)?.[1] ?? Infinity);
  return mayGrow.some(({ what, atMost = Infinity }) => what.test(line) && after <= atMost);
};
