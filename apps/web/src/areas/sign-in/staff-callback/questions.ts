// What this page asks.
import { z } from 'zod';
import { questionsOf } from '../../../api/operation.js';
import { signInPayload } from '../answers.js';

const question = questionsOf(import.meta.dirname);

export const signIn = question('SignIn', z.object({ signInStaff: signInPayload }));
