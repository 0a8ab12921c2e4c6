// How I may be reached: ways, hours, what may be left, words of my own, and what I need. The messages are names of sentences.
import { z } from 'zod';

export const channels = ['phone', 'text', 'email', 'post', 'inPerson', 'viaOther'] as const;
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const voicemails = ['nothing', 'neutral', 'full'] as const;
export const languages = ['en', 'cy'] as const;
export const needs = ['interpreter', 'britishSignLanguage', 'easyRead', 'largePrint', 'companion'] as const;

const several = <T extends string>(of: readonly [T, ...T[]]) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((one) => [one].flat())
    .pipe(z.array(z.enum(of)))
    .default([]);
const hour = z
  .string()
  .trim()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, { error: 'hourWrong' })
  .default('');
const words = z
  .string()
  .trim()
  .max(500, { error: 'tooLong' })
  .transform((text) => text.replaceAll('\0', '') || null)
  .default(null);

export const form = z
  .object({
    key: z.uuid(),
    channels: several(channels).refine((chosen) => chosen.length > 0, { error: 'channelsMissing' }),
    when: z.enum(['any', 'keep', 'days'], { error: 'whenMissing' }),
    days: several(weekdays),
    opens: hour,
    closes: hour,
    voicemail: z.enum(voicemails, { error: 'voicemailMissing' }),
    words,
    alias: words,
    mustNotKnow: words,
    language: z
      .string()
      .trim()
      .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, { error: 'languageMissing' }),
    needs: several(needs),
  })
  .superRefine(({ when, days, opens, closes }, { addIssue }) => {
    if (when !== 'days') return;
    if (days.length === 0) addIssue({ code: 'custom', path: ['days'], message: 'daysMissing' });
    if (opens === '' || closes === '' || opens >= closes)
      addIssue({ code: 'custom', path: ['opens'], message: 'hoursMissing' });
  });
export type Form = z.infer<typeof form>;
