// What a command would do, without doing it.
import { isThereFor, previewOf, type Actor, type Id, type Preview } from '#libs/case';
import { NOT_FOUND, type NotFound, type Refused } from './answers.js';
import { inTheEnd } from './effects.js';
import type { Happening, UnstampedEvent } from './happening.js';
import { judge } from './judge.js';
import type { CaseStore, Clock } from './ports.js';

/**
 * What an event, and what is told with it, would do and whom it would tell, without doing it. NotFound as for tell. Who may
 * not say it is not told what would follow either.
 */
export async function preview(
  store: CaseStore,
  clock: Clock,
  actor: Actor,
  caseId: Id,
  event: UnstampedEvent,
  also: readonly Happening[] = [],
): Promise<(Omit<Preview, 'would'> & { would: { ok: true } | Refused }) | NotFound> {
  const { file } = await store.loadForCommand(actor, caseId, '');
  if (!file || !isThereFor(actor, file.stored.facts)) return NOT_FOUND;
  const would = await judge(store, clock, actor, file, [{ event }, ...also]);
  if (!would.ok) return { ...previewOf(file.stored, null, [], []), would };
  return { ...previewOf(file.stored, would.next, would.told, inTheEnd(would.effects)), would };
}
