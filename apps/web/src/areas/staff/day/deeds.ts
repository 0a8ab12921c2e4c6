// What can be done on the day, each read from the one form of its part of the page as the events that it tells.
import { z } from 'zod';
import type { CommandForm, Sent, Verb } from '../../../command-form/definition.js';
import { schemaFor } from '../../../command-form/read.js';
import { endConference } from '../forms/conference/end-conference.js';
import { pauseSession } from '../forms/conference/pause-session.js';
import type { en } from './words.en.js';

type Own = keyof typeof en;

export const deeds = ['save', 'begin', 'check', 'goOn', 'pause', 'end'] as const;
export type Deed = (typeof deeds)[number];

/** Deeds that are asked as their own form asks them. */
export const asForms: Partial<Readonly<Record<Deed, CommandForm>>> = { pause: pauseSession, end: endConference };

const many = (value: unknown): string[] => [value ?? []].flat().filter((one) => typeof one === 'string');
const wrong = (field: string, message: Own) => ({ code: 'custom' as const, path: [field], message });

/** What a deed tells of one process; `about` is its kind, to which leave was given. */
export function deedForm(deed: Deed, processId: string): z.ZodType<readonly Sent[]> {
  const event = (verb: Verb, more: object = {}): Sent => ({ verb, event: { processId, ...more } });
  switch (deed) {
    case 'save':
    case 'begin':
      return ticked(deed === 'begin', event);
    case 'check':
    case 'goOn':
      return answered(deed === 'goOn', event);
    case 'pause':
      return schemaFor(pauseSession).transform((typed) => [event('pauseSession', typed)]);
    case 'end':
      return schemaFor(endConference).transform((typed) => [event('endConference', typed)]);
  }
}

type Event = (verb: Verb, more?: object) => Sent;

/** Who still wants to, asked today; and with those who are here, the meeting begins. */
const ticked = (begins: boolean, event: Event): z.ZodType<readonly Sent[]> =>
  z
    .object({ here: z.unknown(), still: z.unknown(), about: z.unknown() })
    .transform(({ here, still, about }, context) => {
      const [attended, asked] = [many(here), many(still)];
      if (begins && attended.length === 0) context.addIssue(wrong('here', 'nobodyHere'));
      const confirmed = asked.map((participantId) =>
        event('reconfirmConsent', { participantId, purpose: 'takePart', ...(typeof about === 'string' && { about }) }),
      );
      return begins ? [...confirmed, event('beginConference', { attended })] : confirmed;
    });

/** What each person answered, asked alone: `willing.<participant>`; and then the meeting goes on. */
const answered = (goesOn: boolean, event: Event): z.ZodType<readonly Sent[]> =>
  z.record(z.string(), z.unknown()).transform((body, context) => {
    const checks = Object.entries(body)
      .filter(([name, value]) => name.startsWith('willing.') && (value === 'yes' || value === 'no'))
      .map(([name, value]) =>
        event('checkParticipant', { participantId: name.slice('willing.'.length), willing: value === 'yes' }),
      );
    if (!goesOn && checks.length === 0) context.addIssue(wrong('alone', 'nobodyAnswered'));
    return goesOn ? [...checks, event('resumeSession')] : checks;
  });
