// New invitations for the demonstration's two people at each start: codes are kept hashed, so that old ones cannot be printed again.
import type { Id } from '#libs/case';
import type { SignIn } from '#libs/sign-in';
import type { DemoParticipant } from './demo.js';
import { demoLead } from './reached.js';

/** A code to come in with, and the side of the person it was made for. */
export interface DemoInvitation {
  readonly role: string;
  /** The case's reference. */
  readonly reference: string;
  readonly code: string;
}

/** Invites both people of a case; a person who may not be reached any more is left out. */
export async function demoInvitations(
  signIn: SignIn,
  serviceId: Id,
  people: readonly DemoParticipant[],
): Promise<DemoInvitation[]> {
  const codes: DemoInvitation[] = [];
  for (const { caseId, reference, participantId, role } of people) {
    const made = await signIn.invite(demoLead(serviceId), { caseId, participantId, how: 'inPerson' });
    if (made.ok && made.code !== null) codes.push({ role, reference, code: made.code });
  }
  return codes;
}

/**
 * Sends messages of the demonstration: one-time codes are printed for the user who runs the process. Nothing else of the
 * person is. `tell` gets a line.
 */
export function demoPost(signIn: SignIn, serviceId: Id, tell: (line: string) => void): { stop(): Promise<void> } {
  let under: Promise<unknown> = Promise.resolve();
  const look = () => {
    const send = async ({ code, what }: { code: string; what: string }) =>
      tell(`${what === 'invitation' ? 'An invitation code' : 'A one-time code'} that the post would carry: ${code}\n`);
    under = signIn.deliver({ send }, serviceId).catch(() => undefined);
  };
  const timer = setInterval(look, EVERY_MS).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await under;
    },
  };
}

// Soon enough for a user who waits for the code at the keyboard.
const EVERY_MS = 1_000;
