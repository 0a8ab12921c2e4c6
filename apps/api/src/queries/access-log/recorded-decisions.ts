// What is decided about persons, and who is let in: the answer says whether somebody is there, and so is recorded as a read (R68).
import type { Id } from '#libs/case';
import type { Decided } from '#libs/commands';
import type { PersonRegister } from '../../ports/person-register.js';
import type { SignIn } from '../../ports/sign-in.js';
import { requestReads } from './recording.js';

/** The thing itself, but for some of its methods. */
export const but = <T extends object>(thing: T, others: Partial<T>): T =>
  Object.assign(Object.create(thing) as T, others);

/** Records whom a decision named, made or refused, and whom it turned out to be about. */
export async function recordedDecision(
  deciding: Promise<Decided>,
  { personId = null, caseId = null }: { personId?: Id | null; caseId?: Id | null } = {},
): Promise<Decided> {
  const decided = await deciding;
  const { persons, cases } = requestReads();
  if (personId) persons.add(personId);
  if (caseId) cases.add(caseId);
  if (!decided.ok) return decided;
  for (const id of decided.about?.persons ?? []) persons.add(id);
  for (const id of decided.about?.cases ?? []) cases.add(id);
  return decided;
}

/** Decisions about persons. */
export const recordedRegister = (register: PersonRegister): PersonRegister =>
  but(register, {
    merge: async (actor, key, asked, at) => {
      requestReads().persons.add(asked.goneId);
      return recordedDecision(register.merge(actor, key, asked, at), { personId: asked.keptId });
    },
    undoMerge: (...asked) => recordedDecision(register.undoMerge(...asked)),
    dismiss: (...asked) => recordedDecision(register.dismiss(...asked)),
    change: (actor, key, asked, at) => recordedDecision(register.change(actor, key, asked, at), asked),
    erase: (actor, key, asked, at) => recordedDecision(register.erase(actor, key, asked, at), asked),
  });

/** Sign-in, where staff let a participant in: the case, and whom the code is for. */
export const recordedSignIn = (signIn: SignIn): SignIn => {
  const recorded = <D extends { ok: boolean; personId?: Id }>(caseId: Id, done: D): D => {
    requestReads().cases.add(caseId);
    if (done.personId) requestReads().persons.add(done.personId);
    return done;
  };
  return but(signIn, {
    invite: async (actor, wanted) => recorded(wanted.caseId, await signIn.invite(actor, wanted)),
    assist: async (actor, wanted) => recorded(wanted.caseId, await signIn.assist(actor, wanted)),
    revoke: async (actor, wanted) => {
      requestReads().cases.add(wanted.caseId);
      return signIn.revoke(actor, wanted);
    },
    invitations: async (actor, caseId) => {
      requestReads().cases.add(caseId);
      return signIn.invitations(actor, caseId);
    },
  });
};
