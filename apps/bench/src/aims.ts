// What a bench aims at (issue 7), and which of it a result meets.
import { names, type PageResult, type Result } from './result.js';

export interface Aim {
  readonly name: string;
  readonly value: number;
  /** The limit, and on which side of it the value should be. */
  readonly limit: number;
  readonly side: 'at least' | 'at most';
  readonly unit: '' | ' ms' | ' s' | ' MB';
}

export const isMet = ({ value, limit, side }: Aim): boolean => (side === 'at least' ? value >= limit : value <= limit);

/** Ratio of a page in the large database to the same page in the small one. */
export const growth = ({ small, large }: PageResult): number => large / small;

/** Every aim that the result has figures for. */
export function aimsOf(result: Result): Aim[] {
  return [...commandAims(result), ...result.pages.flatMap((page) => pageAims(page, result)), ...processAims(result)];
}

function commandAims({ commands }: Result): Aim[] {
  const line = (name: string) => commands.find((one) => one.name === name);
  const rate = (name: string, of: string, to: string, limit: number): Aim[] => {
    const [above, below] = [line(of), line(to)];
    return above && below
      ? [{ name, value: above.perSecond / below.perSecond, limit, side: 'at least', unit: '' }]
      : [];
  };
  const [ours, bare] = [line(names.ours(32)), line(names.bare(32))];
  return [
    ...rate('our mutation / bare endpoint, 32 clients', names.ours(32), names.bare(32), 0.7),
    ...rate('our mutation / bare endpoint, 8 clients', names.ours(8), names.bare(8), 0.55),
    ...rate('our mutation / bare endpoint, 1 client', names.ours(1), names.bare(1), 0.45),
    ...rate('our mutation / DBOS workflow, 32 clients', names.ours(32), names.dbos, 7),
    ...rate('our mutation / `save()`, 32 clients', names.ours(32), names.save, 5),
    ...(ours && bare
      ? [
          {
            name: 'p99 of our mutation / of the bare endpoint, 32 clients',
            value: ours.p99 / bare.p99,
            limit: 1.5,
            side: 'at most',
            unit: '',
          } as const,
        ]
      : []),
  ];
}

function pageAims(page: PageResult, { sizes }: Result): Aim[] {
  const many = sizes.large.toLocaleString('en-GB');
  const few = sizes.small.toLocaleString('en-GB');
  const most = (name: string, value: number, limit: number, unit: Aim['unit']): Aim => ({
    name: `${page.name}, ${name}`,
    value,
    limit,
    side: 'at most',
    unit,
  });
  return [
    most(`${many} / ${few} cases`, growth(page), 1.2, ''),
    most(`${many} cases`, page.large, page.most, ' ms'),
    ...(page.databaseMost === undefined
      ? []
      : [most(`${many} cases, PostgreSQL`, page.database, page.databaseMost, ' ms')]),
  ];
}

function processAims({ start, residentMb }: Result): Aim[] {
  const most = (name: string, value: number, limit: number, unit: Aim['unit']): Aim => ({
    name,
    value,
    limit,
    side: 'at most',
    unit,
  });
  return [
    ...(start
      ? [most('first start, data made', start.first, 5, ' s'), most('start with data', start.again, 5, ' s')]
      : []),
    ...(residentMb === null ? [] : [most('resident memory of a server under this load', residentMb, 300, ' MB')]),
  ];
}
