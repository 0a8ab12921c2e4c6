// A person who joins a case is made known to the service on the way of the command, and only when the case takes it.
import type { Actor } from '#libs/case';
import type { Command } from '#libs/casework';
import type { CaseCommands, Casework, Newcomer } from '../ports/casework.js';
import type { Register } from '../ports/register.js';

/** Casework that also makes newcomers known. */
export const withNewcomers = (casework: Casework, register: Register): CaseCommands => ({
  tell: (actor, command, newcomers = []) =>
    newcomers.length === 0 ? casework.tell(actor, command) : join(casework, register, actor, command, newcomers),
  preview: (actor, caseId, event, also) => casework.preview(actor, caseId, event, also),
  openCase: (actor, opening) => casework.openCase(actor, opening),
});

/**
 * People are made known just before the case is told, and only when it would accept; when it refuses all the same, they
 * are forgotten again. Who is known already must have been found by the one who adds them. Told again under the same key, the
 * case gives its first answer and no person is made twice.
 */
async function join(
  casework: Casework,
  register: Register,
  actor: Actor,
  command: Command,
  newcomers: readonly Newcomer[],
): ReturnType<CaseCommands['tell']> {
  const { serviceId } = actor;
  const shown = await casework.preview(actor, command.caseId, command.event, command.also);
  const areWelcome = 'would' in shown && shown.would.ok;
  if (!areWelcome) return casework.tell(actor, command);
  for (const { id, values } of newcomers)
    if (values === null && !(await register.hasFound(actor, id))) return { ok: false, why: 'unknown-person' };
  const fresh = newcomers.flatMap(({ id, values }) => (values === null ? [] : [{ id, values }]));
  for (const { id, values } of fresh) await register.addPerson(serviceId, id, values);
  const answer = await casework.tell(actor, command);
  if (!answer.ok) for (const { id } of fresh) await register.forgetNewcomer(serviceId, id);
  return answer;
}
