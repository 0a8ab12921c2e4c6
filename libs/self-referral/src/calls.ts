// A call that a member of staff typed while somebody spoke: taken in once through the one intake, and brought by its risk to whoever acts on it.
import { createHash } from 'node:crypto';
import { mayOpenCases, type Actor, type Id } from '#libs/case';
import { tell } from '#libs/casework';
import { InvalidRequest, KeyReused } from '#libs/database';
import { mayDo } from '#libs/permissions';
import type { Answers } from './answers.js';
import { rowOf } from './referral-row.js';
import { itself, takeIn, type Intake } from './take-in.js';

/** What was typed. Nothing of it is required by this lib: the page asks for safety. */
export interface Call {
  /** Names one call: sent again, also with other words, it is the same call. */
  readonly key: string;
  /** ISO instant at which the page was opened. */
  readonly beganAt: string;
  readonly said: Answers;
  /** What is dangerous, and for whom, at this first contact; '' where nothing was said. */
  readonly risk: string;
  /** The service of their own area, where they live in another and agreed to be handed over. */
  readonly outside: string | null;
  /** Who takes it on; null leaves it to a coordinator. */
  readonly worker: Id | null;
}

/** Where the call went. */
export interface CallTaken {
  /** The new case, for those who see every case; null for others, and where it joined a case that was there. */
  readonly caseId: Id | null;
  /** The safeguarding lead has it; else the worker, who was asked; else a coordinator. */
  readonly to: 'safeguardingLead' | 'worker' | 'coordinator';
}

/**
 * Takes a call in. Urgent: it is the safeguarding lead's at once, and what is dangerous is a concern, which holds contact
 * until it is decided (R37). Else the named worker is asked, who says first whether they are connected (R42).
 * Null where this actor takes no calls. `typedBy` is what the actor is called.
 */
export async function takeCall(
  parts: Intake,
  actor: Actor,
  call: Call,
  typedBy: string | null,
): Promise<CallTaken | null> {
  if (!mayDo(actor, 'takeCall')) return null;
  const isUrgent = call.said.urgent === 'yes';
  // Words beside somebody who does not agree are kept nowhere but with those who judge safety (R7).
  const asConcern = call.risk !== '' && (isUrgent || call.said.agreed === 'no');
  const row = rowOf(call.said, call.beganAt, call.outside);
  const forStaff = [
    row['forStaff'],
    !asConcern && call.risk && `Risk at first contact: ${call.risk}`,
    `Typed during a call${typedBy ? ` by ${typedBy}` : ''}.`,
  ].filter(Boolean);
  const { caseId, taken } = await takeIn(parts, actor.serviceId, { ...row, forStaff: forStaff.join('\n') }, call.key);
  if (asConcern) await raise(parts, actor, caseId, call);
  const shown = taken !== 'joined' && mayOpenCases(actor) ? caseId : null;
  if (isUrgent) return { caseId: shown, to: 'safeguardingLead' };
  const isAsked = call.worker !== null && (await ask(parts, actor, caseId, call.key, call.worker));
  return { caseId: shown, to: isAsked ? 'worker' : 'coordinator' };
}

/** In the name of the service itself: whoever answers the telephone need not work on the case. */
async function raise({ cases, clock }: Intake, actor: Actor, caseId: Id, { key, risk }: Call): Promise<void> {
  const [concernId, text] = [idWithin(key, 'concern'), idWithin(key, 'words')];
  const event = { type: 'concern.raised', concernId, text } as const;
  const texts = [{ id: text, words: risk }];
  await tell(cases, clock, itself(actor.serviceId), { caseId, key: `call ${key} concern`, event, texts }).catch(
    onlyOnce,
  );
}

/** True when the worker was asked, now or before. A case that is taken in is never lost because nobody could be asked. */
async function ask({ cases, clock }: Intake, actor: Actor, caseId: Id, key: string, staffId: Id): Promise<boolean> {
  if ((await cases.facilitatorRecord(actor.serviceId, staffId)) === null) return false;
  const event = { type: 'facilitator.asked', staffId, duty: 'lead' } as const;
  const answer = await tell(cases, clock, actor, { caseId, key: `call ${key} asks`, event }).catch(onlyOnce);
  return answer?.ok ?? false;
}

/** The same call with other words: nothing more happens. */
function onlyOnce(error: unknown): null {
  if (error instanceof KeyReused || error instanceof InvalidRequest) return null;
  throw error;
}

function idWithin(key: string, part: string): Id {
  const hex = createHash('sha256').update(`call ${key} ${part}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
