// The short bench that every change passes: it fails when a page grows with the number of cases, or a command costs too much beside bare work.
import { growth } from './aims.js';
import type { PageResult } from './result.js';

/** A page at 20,000 cases may cost so many times what it costs at 1,000 (issue 7). */
export const MOST_GROWTH = 1.5;
/**
 * Pages that are known to grow, and how many times they may: about twice what was measured at 20,000 cases. Each is a fault
 * that stands in the README and waits to be mended; a mended one leaves this table.
 */
export const knownToGrow: Readonly<Record<string, number>> = {
  // One and a third to one and a half at 100,000 cases: too near the limit to be judged by a clock.
  'manager: caseload': 2.5,
  'safeguarding lead: caseload': 2.5,
  'manager: caseload, open concern': 2.5,
  'manager: caseload, closed': 2.5,
  'manager: caseload, reference': 2.5,
  'manager: caseload, latest opened': 2.5,
  'manager: funnel of a year': 2.5,
  'manager: list lost': 2.5,
  'manager: people, a common name': 3,
  'manager: people, a full name': 4,
  'safeguarding lead: people on all sides': 3,
  'manager: unusual reading': 10, // as many staff read at night: ten times as much of it is unusual, and is read
};
/** Our mutation answers at least so many times for each answer of the bare endpoint, at 32 clients. */
export const LEAST_RATE = 0.35;

/** What the short bench asks for: measurements by name, which may be taken again. Ratios only; a clock says nothing on a busy machine. */
export interface Measuring {
  readonly pages: readonly { readonly name: string; measure(seconds: number): Promise<PageResult> }[];
  /** The rate of our mutation divided by that of the bare endpoint; null when neither is wanted. */
  readonly rate: ((seconds: number) => Promise<number>) | null;
}

/** How much longer what failed is measured each time it is measured again. */
const AGAIN = [2, 4, 4] as const;

/**
 * Measures everything once, then what failed again, each time after all the rest and for longer: so that a neighbour who is
 * noisy for a while fails nothing. Gives one line for each thing that failed every time.
 */
export async function failuresOf(
  { pages, rate }: Measuring,
  seconds: { page: number; command: number },
): Promise<string[]> {
  type Check = (times: number) => Promise<string | null>;
  const checks: Check[] = pages.map(
    ({ measure }) =>
      async (times) =>
        growthFailure(await measure(times * seconds.page)),
  );
  if (rate) checks.unshift(async (times) => rateFailure(await rate(times * seconds.command)));
  let failed = await failing(checks, 1);
  for (const times of AGAIN)
    failed = await failing(
      failed.map(({ check }) => check),
      times,
    );
  return failed.map(({ line }) => line);
}

/** Those of the checks that fail, each with its line. */
async function failing<C extends (times: number) => Promise<string | null>>(checks: readonly C[], times: number) {
  const failed: { check: C; line: string }[] = [];
  for (const check of checks) {
    const line = await check(times);
    if (line !== null) failed.push({ check, line });
  }
  return failed;
}

/** A line when a page grows; null when it does not. */
export function growthFailure(page: PageResult): string | null {
  const times = growth(page);
  const most = knownToGrow[page.name] ?? MOST_GROWTH;
  return times > most ? `${page.name}: ${times.toFixed(2)} times as slow with more cases (at most ${most})` : null;
}

/** A line when the command is too slow; null when it is not. */
export const rateFailure = (rate: number): string | null =>
  rate < LEAST_RATE
    ? `our mutation at 32 clients: ${rate.toFixed(2)} of the bare endpoint's rate (at least ${LEAST_RATE})`
    : null;
