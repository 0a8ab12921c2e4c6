// The result of a bench as Markdown tables, as the README quotes them, or as JSON.
import { aimsOf, growth, isMet, type Aim } from './aims.js';
import type { PageResult, Result } from './result.js';

/** Everything measured, and each aim with whether it is met. */
export const jsonOf = (result: Result): string =>
  `${JSON.stringify({ ...result, aims: aimsOf(result).map((aim) => ({ ...aim, met: isMet(aim) })) }, null, 2)}\n`;

/** Tables of commands, pages and ratios; the last line counts what was missed. */
export function markdownOf(result: Result): string {
  const aims = aimsOf(result);
  const missed = aims.filter((aim) => !isMet(aim));
  const parts = [
    table(
      ['', 'per second', 'p50 ms', 'p99 ms'],
      result.commands.map((line) => [line.name, figure(line.perSecond), figure(line.p50), figure(line.p99)]),
    ),
    table(
      [
        'one reader alone, p50 ms',
        cases(result.sizes.small),
        cases(result.sizes.large),
        'ratio',
        'PostgreSQL',
        'aim',
        '',
      ],
      result.pages.map((page) => pageRow(page, aims)),
    ),
    table(
      ['aim', 'measured', 'aim', ''],
      aims.filter((aim) => !result.pages.some((page) => aim.name.startsWith(`${page.name}, `))).map(aimRow),
    ),
    [
      result.commands.length === 0
        ? ''
        : `Medians of ${result.rounds} rounds of ${result.seconds} s a line of commands.`,
      aims.length === 0
        ? ''
        : missed.length === 0
          ? 'Every aim is met.'
          : `${missed.length} of ${aims.length} aims are missed.`,
    ]
      .filter(Boolean)
      .join(' '),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const cases = (count: number): string => `${count.toLocaleString('en-GB')} cases`;

/** Three digits that say something. */
export const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(value >= 10 ? 1 : 2);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function pageRow(page: PageResult, aims: readonly Aim[]): string[] {
  const own = aims.filter((aim) => aim.name.startsWith(`${page.name}, `));
  const limits = [
    `≤ 1.2, ≤ ${page.most} ms`,
    ...(page.databaseMost === undefined ? [] : [`PostgreSQL ≤ ${page.databaseMost} ms`]),
  ];
  return [
    page.name,
    figure(page.small),
    figure(page.large),
    growth(page).toFixed(2),
    figure(page.database),
    limits.join(', '),
    verdict(own.every(isMet)),
  ];
}

const aimRow = (aim: Aim): string[] => [
  aim.name,
  `${figure(aim.value)}${aim.unit}`,
  `${aim.side} ${aim.limit}${aim.unit}`,
  verdict(isMet(aim)),
];

const verdict = (met: boolean): string => (met ? 'met' : '**missed**');
