// What I ask for, and in my words if I like.
import { z } from 'zod';

export const kinds = ['update', 'call', 'company', 'meeting', 'item', 'data', 'correction', 'another'] as const;
export type Kind = (typeof kinds)[number];

export const form = z
  .object({
    kind: z.enum(kinds, { error: 'kindMissing' }),
    text: z
      .string()
      .trim()
      .max(10_000, { error: 'tooLong' })
      .transform((text) => text.replaceAll('\0', '') || null)
      .default(null),
  })
  .superRefine(({ kind, text }, { addIssue }) => {
    // A wish about who works with me, and something to be put right, say nothing without words.
    if (text === null && (kind === 'another' || kind === 'correction'))
      addIssue({ code: 'custom', path: ['text'], message: 'textMissing' });
  });
