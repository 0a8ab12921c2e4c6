// The draft of a form: what was typed as it goes to the API and comes back, and what a page says of it.
import { z } from 'zod';
import type { Body } from '../../../command-form/read.js';
import type { Speaker } from '../../../locale/speaker.js';
import type { PageContext } from '../../../server/page-context.js';
import type { Place } from './draw.js';
import { ForgetDraft, KeepDraft, type StaffFormQuery } from './page.generated.js';

/** What a form can be asked to do with its draft instead of being sent. */
export const draftAsked = z.object({ _draft: z.enum(['keep', 'forget']).optional() });

/** The place of a draft, as the API names it. */
export const draftPlace = ({ caseId, about, processId }: Place, form: string) => ({ caseId, form, processId, about });

/** Fields of the page itself, which are no part of what was typed; the revision is: it says on what the typing was begun. */
const ofThePage: ReadonlySet<string> = new Set(['_csrf', '_key', '_seen', '_draft']);

/** What was typed, field by field; what was left empty is left out. */
export function fieldsTyped(body: Body): { name: string; words: string[] }[] {
  return Object.entries(body)
    .filter(([name]) => !ofThePage.has(name))
    .map(([name, value]) => ({ name, words: [value].flat().filter(isWritten) }))
    .filter(({ words }) => words.length > 0);
}
const isWritten = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Keeps what was typed. A draft that cannot be kept stands in nobody's way: what was typed is still on the page. */
export async function keepDraft(page: PageContext, place: Place, form: string): Promise<boolean> {
  const fields = fieldsTyped((page.request.body ?? {}) as Body);
  const kept = await page.ask(KeepDraft, { place: draftPlace(place, form), fields }).catch(() => null);
  return kept?.keepDraft ?? false;
}

/** Forgets it, once it was sent or is not wanted. */
export async function forgetDraft(page: PageContext, place: Place, form: string): Promise<void> {
  await page.ask(ForgetDraft, { place: draftPlace(place, form) }).catch(() => null);
}

/** What a page that shows a draft again is given. */
export interface DraftShown {
  /** As a form that came. */
  readonly body: Body;
  /** The revision of the case on which it was begun; null where none was. */
  readonly revision: number | null;
  /** "Kept at 09:12 …". */
  readonly says: string;
}

/** A draft as the form that it was; null where there is none. */
export function draftShown(draft: StaffFormQuery['draft'], speaker: Speaker): DraftShown | null {
  if (!draft) return null;
  const body = Object.fromEntries(draft.fields.map(({ name, words }) => [name, words.length === 1 ? words[0] : words]));
  const revision = Number(body['_revision'] ?? Number.NaN);
  return { body, revision: Number.isInteger(revision) ? revision : null, says: keptSays(draft, speaker) };
}

/** "Kept today at 09:12, until tomorrow, 05:12." */
export const keptSays = (
  { keptAt, until }: { readonly keptAt: string; readonly until: string },
  { say, moment, time, isToday }: Speaker,
): string => say('draft.kept', { at: isToday(keptAt) ? time(keptAt) : moment(keptAt), until: moment(until) });
