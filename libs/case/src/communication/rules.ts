// What stands before something passes from one side to the other: both wills, screening, a second check (R49, R50, R90).
import { blocker, when, type Blocker } from '../blocker.js';
import { consentKey } from '../consent/facts.js';
import { whyNotLive } from '../consent/rules.js';
import { unreachable } from '../contact/rules.js';
import { unsettled, whyNotOfKind } from '../preparation/rules.js';
import { whyNotTold } from '../people/releases.js';
import { whyNotReady } from '../process/readiness.js';
import type { ProcessQuestion } from '../question.js';
import { goesOnWithAnother, ordersBetween } from '../safeguarding/rules.js';
import { communicationKinds, type ProcessType } from '../vocabulary/process-types.js';

export function beforePassing(q: ProcessQuestion): Blocker[] {
  const { facts, process, processId, about, at, settings } = q;
  const c = about ? process.communication.of[about] : undefined;
  if (!about || !c) return about ? [blocker('unknown', about, 'facilitator')] : [];
  const type = process.type?.type;
  return [
    ...whyNotOfKind(q, 'communication'),
    ...when(
      type !== undefined && !(communicationKinds[c.kind].of as readonly ProcessType[]).includes(type),
      'processType',
      c.kind,
      'facilitator',
    ),
    ...when(c.held !== null, 'held', about, c.held?.bySender ? 'participant' : 'facilitator', c.held?.at),
    ...when(c.passedAt !== null, 'outstanding', about, 'clock', c.passedAt),
    ...when(c.agreedAt === null, 'communication', `${about},sender`, 'participant'),
    ...when(c.screened === null, 'communication', `${about},screening`, 'facilitator'),
    ...when(
      c.secondCheck === null && !goesOnWithAnother(q, about),
      'communication',
      `${about},secondCheck`,
      'supervisor',
    ),
    ...[c.from, c.to].flatMap((id) => whyNotReady(q, id, 'meeting')),
    ...whyNotLive(consentKey(c.to, 'receive', processId, c.kind), facts, at, settings),
    ...unreachable(c.to, facts, at, settings),
    ...unsettled(q),
    ...ordersBetween(q, [c.from, c.to]),
  ];
}

/** The sender learns that it was received or read as the receiver chose, and when they can be told safely (R50, R91). */
export function beforeTellingReceipt(q: ProcessQuestion): Blocker[] {
  const { facts, process, processId, about, at, settings } = q;
  const c = about ? process.communication.of[about] : undefined;
  if (!about || !c) return about ? [blocker('unknown', about, 'facilitator')] : [];
  return [
    ...when(c.receipt === null, 'outstanding', about, 'participant', c.passedAt),
    ...whyNotLive(consentKey(c.to, 'receiptKnown', processId, c.kind), facts, at, settings),
    ...whyNotTold(c.from, facts, at, settings),
    ...ordersBetween(q, [c.from, c.to]),
  ];
}
