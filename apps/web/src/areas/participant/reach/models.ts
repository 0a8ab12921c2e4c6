// What the page on being reached draws: each question with what was said before, and the words of each message.
import type { Speaker } from '../../../locale/speaker.js';
import { channels, languages, needs, voicemails, weekdays } from './form.js';
import type { ParticipantReachQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Speak = Speaker<Extract<keyof typeof en, string>>;
export type Part = ParticipantReachQuery['myCases'][number];
type Typed = Readonly<Record<string, unknown>>;

/** What was said before, as the form holds it. */
export function typedFrom({ safeContact, needs: needed }: Part): Typed {
  return {
    channels: safeContact?.channels ?? [],
    when: safeContact ? (safeContact.times.length > 0 ? 'keep' : 'any') : '',
    voicemail: safeContact?.voicemail ?? '',
    words: safeContact?.words ?? '',
    alias: safeContact?.alias ?? '',
    mustNotKnow: safeContact?.mustNotKnow ?? '',
    language: needed?.language ?? '',
    needs: needed?.needs ?? [],
  };
}

/** Each question; `typed` is what stands in it. */
export function reachModel({ safeContact }: Part, typed: Typed, { say, name, longDay }: Speak) {
  const chosen = (field: string) => new Set([typed[field] ?? []].flat());
  const boxes = (field: string, table: 'channels' | 'weekdays' | 'accessNeeds', values: readonly string[]) =>
    values.map((value) => ({ value, text: name(table, value), checked: chosen(field).has(value) }));
  const times = safeContact?.times ?? [];
  const hours = times.map(({ day, opens, closes }) => `${name('weekdays', day)} ${opens}–${closes}`).join(', ');
  const one = (value: string, text: string, field: string) => ({ value, text, chosen: typed[field] === value });
  return {
    typed,
    checked: safeContact && longDay(safeContact.checkedAt),
    channels: boxes('channels', 'channels', channels),
    when: [
      one('any', say('whenAny'), 'when'),
      ...(times.length > 0 ? [one('keep', say('whenKeep', { hours }), 'when')] : []),
      one('days', say('whenDays'), 'when'),
    ],
    days: boxes('days', 'weekdays', weekdays),
    voicemail: voicemails.map((value) => one(value, say(value), 'voicemail')),
    languages: languages.map((value) => one(value, say(value), 'language')),
    needs: boxes('needs', 'accessNeeds', needs),
    messages: [say('meetingBooked'), say('attendeesChanged'), say('meetingOff'), say('workEnded'), say('feedback')],
  };
}
