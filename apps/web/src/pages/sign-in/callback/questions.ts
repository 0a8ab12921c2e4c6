// What this page asks.
import { z } from 'zod';
import { questionsOf } from '../../../api/question.js';
import { signInPayload } from '../../../sign-in/answers.js';

const question = questionsOf(import.meta.dirname);

export const signIn = question('SignIn', z.object({ signInStaff: signInPayload }));
