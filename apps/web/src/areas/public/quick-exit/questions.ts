// What leaving asks.
import { z } from 'zod';
import { questionsOf } from '../../../api/operation.js';

export const leave = questionsOf(import.meta.dirname)('Leave', z.object({ signOut: z.boolean() }));
