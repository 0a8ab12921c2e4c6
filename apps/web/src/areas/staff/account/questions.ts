// What this page asks.
import { z } from 'zod';
import { operationsOf } from '../../../api/operation.js';

const question = operationsOf(import.meta.dirname);

const session = z.object({
  id: z.string(),
  beganAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  current: z.boolean(),
});

export const whoAmI = question(
  'WhoAmI',
  z.object({
    me: z.object({
      kind: z.enum(['staff', 'participant']),
      name: z.string().nullable(),
      roles: z.array(z.string()),
      sessions: z.array(session),
    }),
    service: z.object({ name: z.string() }).nullable(),
  }),
);
export const endSession = question('EndSession', z.object({ endSession: z.boolean() }));
