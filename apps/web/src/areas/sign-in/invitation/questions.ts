// What this page asks.
import { z } from 'zod';
import { operationsOf } from '../../../api/operation.js';

const question = operationsOf(import.meta.dirname);

export const redeemInvitation = question(
  'RedeemInvitation',
  z.object({ redeemInvitation: z.object({ minutes: z.number() }) }),
);
