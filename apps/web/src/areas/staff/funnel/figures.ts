// Charts that are tables, and tables of numbers: each number opens its list, each says what it counts.
import { withWidths, type BarsModel } from '../../../kit/bars/bars.js';
import type { TableModel } from '../../../kit/table/table.js';
import type { Speaker } from '../../../locale/speaker.js';
import { listAddress } from '../addresses.js';
import type { StaffFunnelQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Own = keyof typeof en;
export type Figures = NonNullable<StaffFunnelQuery['measures']>;

const saysOf = ({ definitions }: Figures, measure: string): string =>
  definitions.find((one) => one.measure === measure)?.says ?? '';

/** Cases by how far they came, with the distinct persons of each side beneath. */
export function steps(figures: Figures, { say, name }: Speaker<Own>): BarsModel {
  return {
    id: 'steps',
    title: say('stepsTitle'),
    says: saysOf(figures, 'referred'),
    lang: 'en',
    what: say('step'),
    count: say('cases'),
    bar: say('bar'),
    rows: withWidths(
      figures.funnel.steps.map(({ step, count, list, harmed, responsible }) => ({
        name: name('funnelSteps', step),
        count,
        href: listAddress(list),
        more: say('persons', { harmed: harmed.count, responsible: responsible.count }),
      })),
    ),
    empty: say('none'),
  };
}

/** Medians in days, each known for so many of so many. */
export function medians(figures: Figures, { say, name }: Speaker<Own>): BarsModel {
  return {
    id: 'medians',
    title: say('mediansTitle'),
    says: saysOf(figures, 'referredToClosed'),
    lang: 'en',
    what: say('span'),
    count: say('days'),
    bar: say('bar'),
    rows: withWidths(
      figures.funnel.medians
        .filter(({ days }) => days !== null)
        .map(({ measure, days, known, of, list }) => ({
          name: name('spans', measure),
          count: days ?? 0,
          href: listAddress(list),
          more: say('knownFor', { known, of }),
        })),
    ),
    empty: say('noMedian'),
  };
}

export function losses({ funnel }: Figures, { say, name }: Speaker<Own>): TableModel {
  return {
    caption: say('lossesTitle'),
    columns: [{ text: say('after') }, { text: say('reason') }, { text: say('cases'), number: true }],
    rows: funnel.losses.map(({ after, reason, count, list }) => [
      { text: name('lossSteps', after) },
      { text: name('closingReasons', reason) },
      { text: String(count), href: listAddress(list), says: name('closingReasons', reason) },
    ]),
    empty: say('noLosses'),
  };
}

export function gates({ checkpoints }: Figures, { say, name }: Speaker<Own>): TableModel {
  return {
    caption: say('gatesTitle'),
    columns: [{ text: say('gate') }, { text: say('passed'), number: true }, { text: say('refused'), number: true }],
    rows: checkpoints.map(({ checkpoint, passed, refused }) => [
      { text: name('checkpoints', checkpoint) },
      { text: String(passed.count), href: listAddress(passed.list), says: name('checkpoints', checkpoint) },
      { text: String(refused.count), href: listAddress(refused.list), says: name('checkpoints', checkpoint) },
    ]),
    empty: say('none'),
  };
}

export function deviations(figures: Figures, { say, name }: Speaker<Own>): TableModel {
  return {
    caption: say('deviationsTitle'),
    columns: [
      { text: say('door') },
      { text: say('recorded'), number: true },
      { text: say('unreviewed'), number: true },
    ],
    rows: figures.deviations.map(({ door, recorded, unreviewed }) => [
      { text: name('doorways', door) },
      { text: String(recorded.count), href: listAddress(recorded.list), says: name('doorways', door) },
      { text: String(unreviewed.count), href: listAddress(unreviewed.list), says: name('doorways', door) },
    ]),
    empty: say('noDeviations'),
  };
}
