// The neutral screen of a case: holds first, what comes next, people by side, days to keep, messages. No confidence is on it.
import { idIn } from '../../../command-form/supplied-by.js';
import type { FactsModel } from '../../../kit/facts/facts.js';
import type { HoldsModel } from '../../../kit/holds/holds.js';
import type { SideModel } from '../../../kit/side/side.js';
import type { TagModel } from '../../../kit/tag/tag.js';
import type { Speaker } from '../../../locale/speaker.js';
import { caseAddress, personAddress } from '../addresses.js';
import { sideOf, type Side } from '../sides.js';
import { doorsModel, stepsOf } from './doors.js';
import type { StaffCaseQuery } from './page.generated.js';

export type CaseRead = NonNullable<StaffCaseQuery['case']>;

/** What each person is called, by their id in the case. */
export const namesIn = ({ participants }: CaseRead, { name }: Speaker): ReadonlyMap<string, string> =>
  new Map(participants?.map((person) => [person.id, person.name ?? name('roles', person.role)]));

/** What is stopped: red where safety is, amber else. */
export function holdsOf(found: CaseRead, speaker: Speaker): { danger: HoldsModel; warn: HoldsModel } {
  const { say, name } = speaker;
  const named = namesIn(found, speaker);
  const frozen = (found.freezes ?? []).map(({ kind, at, about, bySafeguarding }) => ({
    danger: kind === 'concern' || kind === 'stop',
    shape: kind === 'pause' ? ('pause' as const) : ('stop' as const),
    what: about && named.has(about) ? `${name('freezeKinds', kind)}: ${named.get(about)}` : name('freezeKinds', kind),
    since: `${speaker.since(at)} · ${say(bySafeguarding ? 'case.safeguardingEnds' : 'case.teamEnds')}`,
  }));
  const orders = (found.orders ?? []).map(({ participantId, forbids, from, until }) => ({
    danger: false,
    shape: 'flag' as const,
    what: `${named.get(participantId) ?? ''}: ${forbids.map((one) => name('prohibitions', one)).join(', ')}`,
    since:
      until === null ? speaker.since(from) : say('case.until', { from: speaker.day(from), until: speaker.day(until) }),
  }));
  const flags = (found.flags ?? []).map((flag) => ({
    danger: false,
    shape: 'flag' as const,
    what: name('riskFlags', flag),
    since: say('case.flag'),
  }));
  const all = [...frozen, ...orders, ...flags];
  const of = (danger: boolean) => all.filter((one) => one.danger === danger);
  return {
    danger: { label: say('case.stopped'), kind: 'danger', items: of(true) },
    warn: { label: say('case.flags'), kind: 'warn', items: of(false) },
  };
}

/** Steps of a meeting that has a day: it is booked, or it goes on. */
const ofTheDay: ReadonlySet<string> = new Set(['booked', 'underWay', 'interrupted']);

/** What comes next, process by process; one process is one plain list. */
export function comingNext(found: CaseRead, speaker: Speaker) {
  const { name, say } = speaker;
  const doors = found.doors ?? [];
  const reader = { caseId: found.id, doors };
  const of = (kind: 'step' | 'record', id: string | null) => doorsModel(stepsOf(doors, kind, id), reader, speaker);
  const processes = found.processes ?? [];
  return {
    processes: processes.map(({ id, type, stage, step, stageSince }) => ({
      id,
      dayAt: ofTheDay.has(step ?? '') ? caseAddress(found.id, `processes/${id}/day`) : null,
      title: type === null ? say('case.process') : name('processTypes', type),
      now: name('stages', stage),
      since: speaker.since(stageSince),
      question: name('stageQuestions', stage),
      doors: of('step', id),
      records: of('record', id).open,
    })),
    several: processes.length > 1,
    ofCase: of('step', null),
    records: of('record', null).open,
  };
}

/** People by side; what each side tells stays on its own screen. */
export function sidesOf(found: CaseRead, speaker: Speaker): SideModel[] {
  const { say, name } = speaker;
  const sides: readonly (Side | null)[] = ['harmed', 'responsible', null];
  return sides.flatMap((side) => {
    const people = (found.participants ?? []).filter((person) => sideOf(found.processes ?? [], person) === side);
    if (side === null && people.length === 0) return [];
    return [
      {
        id: `side-${side ?? 'neither'}`,
        side,
        title: side === null ? say('case.neither') : name('sides', side),
        ...(side !== null && { go: { text: say('case.openSide'), href: caseAddress(found.id, `sides/${side}`) } }),
        people: people.map((person) => ({
          name: person.name ?? name('roles', person.role),
          href: personAddress(found.id, person.id),
          role: name('roles', person.role),
          tags: tagsOf(person, found, speaker),
        })),
      },
    ];
  });
}

function tagsOf(
  { id, leftAt, reachedAt }: NonNullable<CaseRead['participants']>[number],
  found: CaseRead,
  { say }: Speaker,
): TagModel[] {
  if (leftAt !== null) return [{ word: say('case.left'), kind: 'quiet', shape: 'dash' }];
  if (reachedAt === null) return [{ word: say('case.notReached'), kind: 'warn', shape: 'wait' }];
  const prepared = (found.processes ?? [])
    .flatMap(({ preparation }) => preparation.people)
    .find((one) => one.participantId === id);
  if (prepared?.ready === true) return [{ word: say('case.ready'), kind: 'good', shape: 'check' }];
  if (prepared?.ready === false) return [{ word: say('case.notReady'), kind: 'warn', shape: 'pause' }];
  return [{ word: say('case.spokenWith'), kind: 'good', shape: 'check' }];
}

/** Facilitators, and what came in. */
export function glance(found: CaseRead, me: string, speaker: Speaker): FactsModel {
  const { say, name, day } = speaker;
  const team = (found.facilitators ?? []).filter(({ duty }) => duty !== null);
  const { referral } = found;
  return {
    rows: [
      {
        key: say('case.team'),
        value:
          team
            .map(({ who, duty }) =>
              say('case.duty', {
                who: who.id === me ? say('case.youLead') : (who.name ?? ''),
                duty: name('duties', duty ?? ''),
              }),
            )
            .join('; ') || say('case.noTeam'),
      },
      ...(referral
        ? [
            {
              key: say('case.cameIn'),
              value: `${name('referralSources', referral.source)}, ${day(referral.receivedAt)}`,
            },
            { key: say('case.wish'), value: name('initiators', referral.initiator) },
            { key: say('case.justice'), value: name('justiceStages', referral.justiceStage) },
            ...(referral.courtDate === null ? [] : [{ key: say('case.court'), value: day(referral.courtDate) }]),
          ]
        : []),
    ],
  };
}

/** Days to keep, soonest first, with whom they are about. */
export function daysToKeep(found: CaseRead, speaker: Speaker) {
  const named = namesIn(found, speaker);
  return (found.deadlines ?? []).slice(0, 8).map(({ name, about, on }) => {
    const whom = named.get(idIn(about) ?? '');
    const what = speaker.name('deadlines', name);
    return { what: whom === undefined ? what : `${what}: ${whom}`, when: speaker.due(on), late: on < speaker.now };
  });
}

/** What is to be done in this case. */
export function tasksOf(found: CaseRead, speaker: Speaker) {
  const named = namesIn(found, speaker);
  return (found.tasks ?? []).map((task) => {
    const whom = named.get(idIn(task.about) ?? '');
    const what = speaker.name('tasks', task.task);
    return {
      what: whom === undefined ? what : `${what}: ${whom}`,
      who: task.assignee?.name ?? speaker.name('suppliers', task.for),
      since: speaker.since(task.since),
    };
  });
}

/** Messages that wait, and the last that went. */
export function messagesOf(found: CaseRead, speaker: Speaker) {
  const named = namesIn(found, speaker);
  return (found.notices ?? []).slice(-6).map(({ recipientId, template, notBefore, cancelledAt, sentAt }) => ({
    what: `${speaker.name('notices', template)}: ${named.get(recipientId) ?? ''}`,
    state:
      sentAt !== null
        ? speaker.say('case.sent', { when: speaker.moment(sentAt) })
        : cancelledAt !== null
          ? speaker.say('case.withdrawn', { when: speaker.moment(cancelledAt) })
          : speaker.say('case.waits', { when: speaker.moment(notBefore) }),
  }));
}
