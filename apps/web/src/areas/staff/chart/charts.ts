// Where each process of a case stands, on the picture of the machine and as text.
import { chartArrows, chartBoxes, chartSvg } from '../../../kit/chart/chart.generated.js';
import type { ChartModel } from '../../../kit/chart/chart.js';
import type { Speaker } from '../../../locale/speaker.js';
import type { StaffChartQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Own = keyof typeof en;
type Process = NonNullable<NonNullable<StaffChartQuery['case']>['processes']>[number];

/** A box of the picture by its name: a stage, or a step of the meeting. */
function called(box: string, { name }: Speaker<Own>): string {
  const [stage = '', step] = box.split('.');
  return step === undefined ? name('stages', stage) : `${name('stages', stage)}: ${name('conferenceSteps', step)}`;
}

/** The box in which a process is. */
const boxOf = ({ stage, step }: Process): string => (step === null ? stage : `${stage}.${step}`);

export function chartOf(process: Process, at: number, speaker: Speaker<Own>): ChartModel {
  const { say, name } = speaker;
  const here = boxOf(process);
  return {
    id: `process-${at + 1}`,
    title: process.type === null ? say('case.process') : name('processTypes', process.type),
    svg: chartSvg.replace(`data-box="${here}"`, `data-box="${here}" data-here`),
    states: chartBoxes.map((box) => {
      // What can happen in every stage leads from each, but from the end.
      const leads = chartArrows.filter(
        ([from, to]) => to !== box && (from === box || (from === 'anywhere' && box !== 'ended')),
      );
      const to = [...new Set(leads.map(([, next]) => called(next, speaker)))].join(', ');
      return {
        name: called(box, speaker),
        here: box === here ? say('here') : null,
        leads: to === '' ? say('leadsNowhere') : say('leads', { to }),
      };
    }),
  };
}
