// What this page asks.
import { z } from 'zod';
import { operationsOf } from '../../../api/operation.js';
import { signInPayload } from '../answers.js';

const question = operationsOf(import.meta.dirname);

export const redeemCode = question('RedeemCode', z.object({ redeemCode: signInPayload }));
