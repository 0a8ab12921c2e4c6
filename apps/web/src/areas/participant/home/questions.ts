// What this page asks.
import { z } from 'zod';
import { operationsOf } from '../../../api/operation.js';

const question = operationsOf(import.meta.dirname);

const myCase = z.object({
  stage: z.enum(['inContact', 'preparing', 'meetingBooked', 'afterwards', 'ended']),
  meeting: z.object({ startsAt: z.string() }).nullable(),
});

export const yourPage = question(
  'ParticipantHomePage',
  z.object({ me: z.object({ kind: z.enum(['staff', 'participant']) }), myCases: z.array(myCase) }),
);
