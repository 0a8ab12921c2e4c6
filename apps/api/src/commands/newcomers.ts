// A person who joins a case is made known to the service on the way of the command, and only when the case takes it.
import type { Actor } from '#libs/case';
import type { Command } from '#libs/casework';
import type { CaseCommands, Casework, Newcomer } from '../ports/casework.js';
import type { Register } from '../ports/register.js';

/** Casework that also makes newcomers known. */
export const withNewcomers = (casework: Casework, register: Register): CaseCommands => ({
  tell: (actor, command, newcomer = null) =>
    newcomer === null ? casework.tell(actor, command) : join(casework, register, actor, command, newcomer),
  preview: (actor, caseId, event) => casework.preview(actor, caseId, event),
  openCase: (actor, opening) => casework.openCase(actor, opening),
});

/**
 * The person is made known just before the case is told, and only when it would accept; when it refuses all the same, they
 * are forgotten again. Told again under the same key, the case gives its first answer and no person is made twice.
 */
async function join(
  casework: Casework,
  register: Register,
  actor: Actor,
  command: Command,
  { id, values }: Newcomer,
): ReturnType<CaseCommands['tell']> {
  const { serviceId } = actor;
  const shown = await casework.preview(actor, command.caseId, command.event);
  const isWelcome = 'would' in shown && shown.would.ok;
  if (!isWelcome) return casework.tell(actor, command);
  if (values === null) {
    const isKnown = await register.knowsPerson(serviceId, id);
    return isKnown ? casework.tell(actor, command) : { ok: false, why: 'unknown-person' };
  }
  await register.addPerson(serviceId, id, values);
  const answer = await casework.tell(actor, command);
  if (!answer.ok) await register.forgetNewcomer(serviceId, id);
  return answer;
}
