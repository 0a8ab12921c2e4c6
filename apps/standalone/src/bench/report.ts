// The result of a bench: a table to read, or JSON.
import { names } from './lines.js';
import type { Sample } from './samples.js';

export interface Result {
  readonly lines: readonly (Sample & { readonly name: string })[];
  readonly sizes: { readonly small: number; readonly large: number };
  readonly seconds: number;
  readonly rounds: number;
}
interface Aim {
  readonly name: string;
  readonly value: number;
  readonly aim: string;
  readonly met: boolean | null;
}

/** Ratios of throughput, and the times that have an aim (issue: at least 0.6 of b, under 40 ms, 5 and 3 times as fast, a fifth at most). */
export function ratiosOf({ lines, sizes }: Result): Aim[] {
  const of = (name: string): Sample | undefined => lines.find((line) => line.name === name);
  const [a, b, c] = [of(names.limit(32)), of(names.bare(32)), of(names.ours(32))];
  const ratio = (name: string, above: Sample | undefined, below: Sample | undefined, least: number | null): Aim[] => {
    if (!above || !below) return [];
    const value = above.perSecond / below.perSecond;
    return [
      { name, value, aim: least === null ? '' : `at least ${least}`, met: least === null ? null : value >= least },
    ];
  };
  const slower = (name: string, page: (cases: number) => string, most: number | null): Aim[] => {
    const [small, large] = [of(page(sizes.small)), of(page(sizes.large))];
    if (!small || !large) return [];
    const value = large.p50 / small.p50;
    return [{ name, value, aim: most === null ? '' : `at most ${most}`, met: most === null ? null : value <= most }];
  };
  return [
    ...ratio('c / a, 32 clients', c, a, null),
    ...ratio('c / b, 32 clients', c, b, 0.6),
    ...(c ? [{ name: 'c p99 in ms, 32 clients', value: c.p99, aim: 'under 40', met: c.p99 < 40 }] : []),
    ...ratio('c / DBOS', c, of(names.dbos), 5),
    ...ratio('c / save()', c, of(names.save), 3),
    ...slower('caseload of a manager, large / small, p50', (n) => names.page('manager', n), 1.2),
    ...slower('caseload of a facilitator, large / small, p50', (n) => names.page('facilitator', n), 1.2),
    ...slower('one case, large / small, p50', names.case, null),
  ];
}

export const jsonOf = (result: Result): string =>
  `${JSON.stringify({ ...result, ratios: ratiosOf(result) }, null, 2)}\n`;

/** The table as the README quotes it. */
export function tableOf(result: Result): string {
  const wide = Math.max(...result.lines.map(({ name }) => name.length), 46);
  const cell = (text: string): string => text.padStart(10);
  const number = (value: number): string =>
    cell(value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(value < 10 ? 2 : 1));
  const head = `${''.padEnd(wide)}${cell('per second')}${cell('p50 ms')}${cell('p99 ms')}`;
  const rows = result.lines.map(
    (line) => `${line.name.padEnd(wide)}${number(line.perSecond)}${number(line.p50)}${number(line.p99)}`,
  );
  const aims = ratiosOf(result).map(
    ({ name, value, aim, met }) =>
      `${name.padEnd(wide)}${cell(value.toFixed(2))}${aim ? `   aim: ${aim}${met ? '' : ' (missed)'}` : ''}`,
  );
  return [head, ...rows, '', ...aims, '', `Medians of ${result.rounds} rounds of ${result.seconds} s a line.`, ''].join(
    '\n',
  );
}
