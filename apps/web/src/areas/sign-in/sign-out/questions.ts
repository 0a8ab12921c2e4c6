// What this page asks.
import { z } from 'zod';
import { operationsOf } from '../../../api/operation.js';

const question = operationsOf(import.meta.dirname);

export const whoLeaves = question('WhoLeaves', z.object({ me: z.object({ kind: z.enum(['staff', 'participant']) }) }));
export const signOut = question('SignOut', z.object({ signOut: z.boolean() }));
