// The board of a manager: each number leads to the cases behind it and says what it counts.
import { commandFor } from '../../../command-form/supplied-by.js';
import { withWidths, type BarsModel } from '../../../kit/bars/bars.js';
import { caseCell, type TableModel } from '../../../kit/table/table.js';
import type { Speaker } from '../../../locale/speaker.js';
import { caseAddress, listAddress } from '../addresses.js';
import type { StaffBoardQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Own = keyof typeof en;
export type Measures = NonNullable<StaffBoardQuery['measures']>;

/** What a figure counts, as it is published. */
export const saysOf = (measures: Pick<Measures, 'definitions'>, measure: string): string =>
  measures.definitions.find((one) => one.measure === measure)?.says ?? '';

/** The cases that have waited longest: for what, on whom, since when, against which limit. */
export function stuck({ waitingCases }: Measures, speaker: Speaker<Own>): TableModel {
  const { say, name, day } = speaker;
  return {
    caption: say('stuck'),
    columns: [
      { text: say('case') },
      { text: say('waitsFor') },
      { text: say('onWhom') },
      { text: say('since') },
      { text: say('waited'), number: true },
      { text: say('limit'), number: true },
    ],
    rows: waitingCases.edges.map(({ node }) => {
      const verb = commandFor(node.nextStep ?? '');
      const onWhom = node.waitingOn === 'facilitator' ? node.case.lead?.name : undefined;
      return [
        caseCell(node.case.reference, caseAddress(node.case.id)),
        { text: verb === null ? '' : name('steps', verb) },
        { text: onWhom ?? name('suppliers', node.waitingOn) },
        { text: day(node.since) },
        {
          text: String(node.waited),
          ...(node.over && { tag: { word: say('over'), kind: 'danger', shape: 'clock' } as const }),
        },
        { text: String(node.limit) },
      ];
    }),
    empty: say('nobodyWaits'),
  };
}

/** Open cases by stage; the steps of the meeting apart. */
export const byStage = ({ stages }: Measures, { name }: Speaker<Own>) =>
  stages
    .filter(({ stage, count }) => stage !== 'closed' && count > 0)
    .map(({ stage, step, count, list }) => ({
      count,
      text: step === null ? name('stages', stage) : name('conferenceSteps', step),
      href: listAddress(list),
    }));

/** Cases by whom they wait for, the most first; by rule, so that each bar has its list. */
export function waitsFor(measures: Measures, over: boolean, speaker: Speaker<Own>): BarsModel {
  const { say, name, day } = speaker;
  const rows = measures.waiting.flatMap(({ waitingOn, rule, count, list, longestSince, over: late }) => {
    const shown = over ? late : { count, list };
    if (shown.count === 0) return [];
    return [
      {
        name: name('suppliers', waitingOn),
        count: shown.count,
        href: listAddress(shown.list),
        more: [rule === null ? say('onlyTaken') : name('rules', rule), day(longestSince)].join(' · '),
      },
    ];
  });
  return {
    id: over ? 'over' : 'waits',
    title: say(over ? 'overTitle' : 'waitsTitle'),
    says: saysOf(measures, over ? 'waitingOver' : 'waiting'),
    lang: 'en',
    what: say('onWhom'),
    count: say('cases'),
    bar: say('bar'),
    rows: withWidths(rows.toSorted((a, b) => b.count - a.count).slice(0, 12)),
    empty: say('nobodyWaits'),
  };
}
