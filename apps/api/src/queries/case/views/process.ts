// The processes of a case as staff see them: where each stands, who takes part, how it is prepared (R81).
import {
  arrangements,
  arrangementsFor,
  processesIn,
  processOf,
  sideOf,
  takesPart,
  takingPart,
  type Arrangement,
  type Id,
  type Process,
} from '#libs/case';
import type { Seen } from '../seen.js';
import { agreement, followUp } from './afterwards.js';
import { colleague, colleagueOrNull, text, textOrNull } from './by-name.js';
import { communications } from './communications.js';
import { conference } from './conference.js';
import { approvals } from './safeguarding.js';
import { signOffsOf } from './sign-offs.js';

/** All of them, the most pressing first. */
export const processes = (seen: Seen) =>
  processesIn(seen.stored).map(({ processId, stage, step, stageSince, type }) => {
    const process = processOf(seen.facts, processId);
    return {
      id: processId,
      type,
      typeChosenAt: process.type?.at ?? null,
      typeChosenBy: colleagueOrNull(process.type?.by),
      stage,
      step,
      stageSince,
      openedAt: process.openedAt,
      carries: process.carries,
      members: members(seen, processId, process),
      suitability: suitability(seen, process),
      preparation: preparation(seen, processId, process),
      arrangements: arrangementsIn(seen, process),
      signOffs: signOffsOf(seen, processId),
      approvals: approvals(seen, process),
      conference: conference(process),
      exchangeEndedAt: process.conference.exchangeEndedAt,
      communications: communications(seen, process),
      agreement: agreement(seen, process),
      followUp: followUp(seen, processId, process),
      ended: process.ended && { ...process.ended, by: colleague(process.ended.by) },
    };
  });

/** In the order they joined; the stored record has an order of its own. */
const members = ({ facts }: Seen, processId: Id, process: Process) =>
  Object.entries(process.members.of)
    .toSorted(([, a], [, b]) => Date.parse(a.joinedAt) - Date.parse(b.joinedAt))
    .map(([participantId, member]) => ({
      participantId,
      ...member,
      side: sideOf(process, participantId),
      takesPart: takesPart(facts, processId, participantId),
    }));

function suitability(seen: Seen, { suitability: { decided } }: Process) {
  return decided && { ...decided, by: colleague(decided.by), reason: text(seen, decided.reason) };
}

function preparation(seen: Seen, processId: Id, process: Process) {
  const { held, ready, coWorkingAgreed } = process.preparation;
  const people = new Set([...takingPart(seen.facts, processId), ...Object.keys(held), ...Object.keys(ready)]);
  return {
    people: [...people].map((participantId) => ({
      participantId,
      contacts: held[participantId] ?? [],
      ready: ready[participantId]?.ready ?? null,
      readyStatedAt: ready[participantId]?.at ?? null,
    })),
    coWorkingAgreedAt: coWorkingAgreed?.at ?? null,
    coWorking: textOrNull(seen, coWorkingAgreed?.text),
  };
}

function arrangementsIn(seen: Seen, { type, preparation: { arrangements: settled } }: Process) {
  const needed = type ? arrangementsFor(type.type) : [];
  const all = new Set([...needed, ...(Object.keys(settled) as Arrangement[])]);
  return [...all].map((arrangement) => ({
    arrangement,
    asks: arrangements[arrangement].asks,
    at: settled[arrangement]?.at ?? null,
    by: colleagueOrNull(settled[arrangement]?.by),
    text: textOrNull(seen, settled[arrangement]?.text),
  }));
}
