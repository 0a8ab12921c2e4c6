// The three forms of the page: invite, read out a code, take an invitation back.
import { z } from 'zod';

export const form = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('invite'),
    how: z.enum(['post', 'phone', 'inPerson', 'safeChannel'], { error: 'howMissing' }),
  }),
  z.object({
    act: z.literal('assist'),
    checked: z.enum(['inPerson', 'calledBack', 'questions'], { error: 'checkedMissing' }),
  }),
  z.object({ act: z.literal('revoke'), invitation: z.uuid() }),
]);
export type Asked = z.infer<typeof form>;
