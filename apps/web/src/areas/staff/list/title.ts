// What the list behind a figure is called, from its name: the name is made by the API, and says which figure.
import type { Speaker } from '../../../locale/speaker.js';
import type { en } from './words.en.js';

/** The definition that a list is counted by; null for one that has none of its own. */
export function measureOf(list: string): string | null {
  const [of = '', one = '', two = '', three = ''] = list.split('/');
  switch (of) {
    case 'open':
      return 'openCases';
    case 'stage':
      return 'stages';
    case 'waiting':
      return three === 'over' ? 'waitingOver' : 'waiting';
    case 'funnel':
    case 'span':
      return one;
    case 'lost':
      return 'lost';
    case 'checkpoint':
      return two === 'passed' ? 'checkpointPassed' : 'checkpointRefused';
    case 'deviation':
      return two === 'all' ? 'deviations' : 'deviationsUnreviewed';
    default:
      return of;
  }
}

/** In the reader's language; a list that the schema learnt since is called by what it is. */
export function titleOf(list: string, { say, name, day }: Speaker<keyof typeof en>): string {
  const [of = '', one = '', two = '', three = '', four = ''] = list.split('/');
  const period = (from: string, to: string) => say('period', { from: day(from), to: day(to) });
  switch (of) {
    case 'stage':
      return two === '-' ? name('stages', one) : name('conferenceSteps', two);
    case 'waiting':
      return say(three === 'over' ? 'waitingOver' : 'waitingFor', { who: name('suppliers', one) });
    case 'unassigned':
      return say('unassigned');
    case 'workload':
      return say('workload');
    case 'funnel':
      return `${name('funnelSteps', one)}, ${period(two, three)}`;
    case 'span':
      return `${name('spans', one)}, ${period(two, three)}`;
    case 'lost':
      return `${say('lost')}: ${name('closingReasons', two)}, ${period(three, four)}`;
    case 'checkpoint':
      return `${name('checkpoints', one)}: ${say(two === 'passed' ? 'passed' : 'refused')}, ${period(three, four)}`;
    case 'deviation':
      return `${say('deviations')}, ${period(three, four)}`;
    default:
      return say('open');
  }
}
