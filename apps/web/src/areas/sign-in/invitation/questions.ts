// What this page asks.
import { z } from 'zod';
import { questionsOf } from '../../../api/operation.js';

const question = questionsOf(import.meta.dirname);

export const redeemInvitation = question(
  'RedeemInvitation',
  z.object({ redeemInvitation: z.object({ minutes: z.number() }) }),
);
