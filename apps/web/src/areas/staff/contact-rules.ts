// How somebody may be reached, as their safe-contact record says, with the truth of this minute as the door to them says it.
import type { ContactRulesModel, ContactDeed } from '../../kit/contact-rules/contact-rules.js';
import type { Speaker } from '../../locale/speaker.js';
import type { Side } from './sides.js';

export interface ReachedPerson {
  readonly id: string;
  readonly name: string | null;
  readonly role: string;
  readonly safeContact: SafeContactRead | null;
}

export interface SafeContactRead {
  readonly checkedAt: string;
  readonly channels: readonly string[];
  readonly frozen: readonly string[];
  readonly times: readonly { readonly day: string; readonly opens: string; readonly closes: string }[];
  readonly voicemail: string;
  readonly words: { readonly words: string | null } | null;
  readonly alias: { readonly words: string | null } | null;
  readonly mustNotKnow: { readonly words: string | null } | null;
}

/** The door to a person: open when they may be contacted now. */
export interface ContactDoor {
  readonly open: boolean;
  readonly blockers: readonly { readonly rule: string; readonly words: string }[];
}

/** The card. `door` is null where the reader has no such door. */
export function contactRules(
  person: ReachedPerson,
  side: Side | null,
  door: ContactDoor | null,
  deeds: readonly ContactDeed[],
  change: { readonly text: string; readonly href: string } | null,
  speaker: Speaker,
): ContactRulesModel {
  const { say, name } = speaker;
  const { safeContact } = person;
  return {
    id: 'reach',
    side,
    title: say('reach.title'),
    now: now(door, safeContact, speaker),
    may: safeContact ? mayBe(safeContact, speaker) : [],
    mayNot: safeContact ? mayNotBe(safeContact, speaker) : [],
    told: safeContact ? say('reach.told', { day: speaker.day(safeContact.checkedAt) }) : say('reach.notAsked'),
    ...(change && { change }),
    actTitle: say('reach.now', { who: person.name ?? name('roles', person.role) }),
    deeds,
  };
}

function now(door: ContactDoor | null, safe: SafeContactRead | null, { say }: Speaker): ContactRulesModel['now'] {
  if (door?.open) return { state: 'safe', text: say('reach.safeNow') };
  const rules = door?.blockers.map(({ rule }) => rule) ?? [];
  if (rules.length > 0 && rules.every((rule) => rule === 'safeTime'))
    return { state: 'notNow', text: say('reach.notThisMinute') };
  if (!safe) return { state: 'notNow', text: say('reach.ask') };
  return { state: 'never', text: say('reach.stopped') };
}

function mayBe(safe: SafeContactRead, { say, name }: Speaker): string[] {
  const hours = safe.times.map(({ day, opens, closes }) =>
    say('reach.hours', { day: name('weekdays', day), opens, closes }),
  );
  const channels = safe.channels.filter((channel) => !safe.frozen.includes(channel));
  return [
    channels.map((channel) => name('channels', channel)).join(', '),
    hours.length > 0 ? hours.join('; ') : say('reach.anyTime'),
    ...(safe.voicemail === 'nothing' ? [] : [name('voicemails', safe.voicemail)]),
    ...(safe.words?.words ? [say('reach.words', { words: safe.words.words })] : []),
    ...(safe.alias?.words ? [say('reach.alias', { words: safe.alias.words })] : []),
  ].filter((line) => line !== '');
}

const mayNotBe = (safe: SafeContactRead, { say, name }: Speaker): string[] => [
  ...(safe.voicemail === 'nothing' ? [name('voicemails', 'nothing')] : []),
  ...safe.frozen.map((channel) => say('reach.frozen', { channel: name('channels', channel) })),
  ...(safe.mustNotKnow?.words ? [say('reach.mustNotKnow', { words: safe.mustNotKnow.words })] : []),
];
