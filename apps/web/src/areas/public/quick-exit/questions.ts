// What leaving asks.
import { z } from 'zod';
import { operationsOf } from '../../../api/operation.js';

export const leave = operationsOf(import.meta.dirname)('Leave', z.object({ signOut: z.boolean() }));
