// The one way facts change: what each feature hears, and what follows from all of them together (R21).
import { apply } from './apply.js';
import type { CaseEvent, Facts } from './facts.js';
import { found } from './late/facts.js';
import { queueNotices } from './notifications/queue.js';
import { changeProcesses } from './process/changes.js';
import { follow } from './process/follow.js';
import { concerned } from './process/scope.js';
import { change, without, type Id } from './reducers.js';
import { comeBack } from './safeguarding/flags.js';
import { adultBeside } from './people/appropriate-adult.js';
import { voidWhere } from './consent/facts.js';

/** What is known after an event: pure and total. It never refuses, and asks no setting, so that a journal always folds to the same facts. */
export function learn(before: Facts, event: CaseEvent): Facts {
  const heard = concerned(event, before);
  const learnt = endWithAdult(before, dropItem(changeProcesses(apply(before, event), event, heard), event), event);
  const followed = reopenFlags(
    before,
    heard.reduce((facts, processId) => follow(facts, processId, event), learnt),
  );
  const judged = event.deviations?.length
    ? { ...followed, deviations: found(followed.deviations, event, followed.learnt) }
    : followed;
  return queueNotices(before, judged, heard, event);
}

/** What counts by the yes of the adult beside a child ends when that adult is there no more, or another stands there (R93). */
function endWithAdult(before: Facts, facts: Facts, event: CaseEvent): Facts {
  if (Object.keys(before.people.appropriateAdults).length === 0) return facts;
  const left = (minor: Id, processId: Id | null): boolean => {
    const was = adultBeside(before, minor, processId);
    return was !== null && adultBeside(facts, minor, processId) !== was;
  };
  const consent = voidWhere(
    facts.consent,
    event.at,
    'adultGone',
    (k, c) => c.standsOnAdult && left(k.participantId, k.processId === '-' ? null : k.processId),
  );
  return { ...facts, consent };
}

/** A flag that was cleared comes back with new grounds: another child, another person on a side (R34). */
function reopenFlags(before: Facts, facts: Facts): Facts {
  const back = comeBack(before, facts).filter((flag) => facts.safeguarding.cleared[flag]);
  if (back.length === 0) return facts;
  const { cleared } = facts.safeguarding;
  return { ...facts, safeguarding: { ...facts.safeguarding, cleared: back.reduce<typeof cleared>(without, cleared) } };
}

/** An item stands on the yes of doer and recipient: when one of them takes it back, it stands no more (R21, R56). */
function dropItem(facts: Facts, event: CaseEvent): Facts {
  if (event.type !== 'consent.withdrawn' && event.type !== 'consent.refused') return facts;
  const { purpose, processId, about, participantId } = event;
  if (purpose !== 'agreementItem' || processId === undefined || about === undefined) return facts;
  return {
    ...facts,
    processes: change(facts.processes, processId, (p) => ({
      ...p,
      agreement: {
        ...p.agreement,
        items: change(p.agreement.items, about, (item) =>
          item.agreedAt && !item.outcome && [item.doer, item.recipient].includes(participantId)
            ? { ...item, agreedAt: null }
            : item,
        ),
      },
    })),
  };
}
