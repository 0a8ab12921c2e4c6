// What a person may be asked: every question of the practice that is for their role, with each thing it can be about (R17).
import {
  communicationKinds,
  consentPurposes,
  going,
  parts,
  type CommunicationKind,
  type ExplainedItem,
  type Facts,
  type Id,
  type Process,
  type ProcessType,
  type Purpose,
  type Role,
} from '#libs/case';
import type { Seen } from '../seen.js';

const purposes = Object.keys(consentPurposes) as Purpose[];

/** In the order of the practice; of a consent to a process, once for each process that goes on and that they are a member of. */
export function questionsFor({ facts }: Seen, id: Id) {
  const { role, leftAt } = facts.people.participants[id] ?? {};
  if (role === undefined || leftAt !== null) return [];
  const own = going(facts).filter(([, { members }]) => members.of[id]?.leftAt === null);
  return purposes
    .filter((purpose) => isFor(purpose, role))
    .flatMap((purpose) =>
      consentPurposes[purpose].of === 'case'
        ? asked(facts, id, purpose, null)
        : own.flatMap((process) => asked(facts, id, purpose, process)),
    );
}

function isFor(purpose: Purpose, role: Role): boolean {
  const { from }: { from: 'anyone' | readonly Role[] } = consentPurposes[purpose];
  return from === 'anyone' || from.includes(role);
}

interface Question {
  readonly purpose: Purpose;
  readonly processId: Id | null;
  readonly about: string | null;
  readonly toName: 'organisation' | 'recipient' | null;
  readonly explained: readonly ExplainedItem[];
}

function asked(facts: Facts, id: Id, purpose: Purpose, process: readonly [Id, Process] | null): Question[] {
  const { about: kind, explained } = consentPurposes[purpose];
  const question = { purpose, processId: process?.[0] ?? null, toName: null, explained };
  switch (kind) {
    case 'nothing':
      return [{ ...question, about: null }];
    case 'organisation':
    case 'recipient':
      return [{ ...question, about: null, toName: kind }];
    case 'participant':
      return othersFor(facts, id, purpose, process?.[1]).map((about) => ({ ...question, about }));
    default:
      return process ? thingsIn(process[1], kind, id).map((about) => ({ ...question, about })) : [];
  }
}

/** Whom a question can be about: of a process those whose attendance is accepted or who would speak for them, of the case everybody else. */
function othersFor(facts: Facts, id: Id, purpose: Purpose, process: Process | undefined): Id[] {
  if (!process) return Object.keys(facts.people.participants).filter((other) => other !== id && isHere(facts, other));
  const here = Object.entries(process.members.of).filter(([other, { leftAt }]) => leftAt === null && other !== id);
  return here
    .filter(([, { part }]) => (purpose === 'spokenFor' ? part === 'representative' : parts[part].accepted))
    .map(([other]) => other);
}

const isHere = (facts: Facts, id: Id): boolean => facts.people.participants[id]?.leftAt === null;

/** The kind of the process, what passes in it, or the items of its agreement that are theirs to do or to receive. */
function thingsIn(process: Process, kind: 'processType' | 'communicationKind' | 'item', id: Id): string[] {
  const type = process.type?.type;
  if (kind === 'processType') return type ? [type] : [];
  if (kind === 'communicationKind') return type ? kindsIn(type) : [];
  return Object.entries(process.agreement.items)
    .filter(([, { doer, recipient }]) => doer === id || recipient === id)
    .map(([itemId]) => itemId);
}

const kindsIn = (type: ProcessType): CommunicationKind[] =>
  (Object.keys(communicationKinds) as CommunicationKind[]).filter((kind) =>
    (communicationKinds[kind].of as readonly ProcessType[]).includes(type),
  );
