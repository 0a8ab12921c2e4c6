// Answers of the schema as libs/self-referral has them.
import { answers, type Answers } from '#libs/self-referral';
import { apiError } from '../../server/graphql/errors.js';
import type { FreeText } from '../../server/graphql/free-text.js';

/** `SelfReferralAnswer` of the schema. */
export interface Answer {
  readonly question: string;
  readonly said: readonly FreeText[];
}

/** Lists stay lists, one answer is a text, and none takes the answer back. BAD_USER_INPUT for what is no question or no answer. */
export function answersFrom(given: readonly Answer[]): Answers {
  const read = answers.safeParse(
    Object.fromEntries(
      given.map(({ question, said }) => {
        const words = said.map((one) => one.reveal());
        if (isList(question)) return [question, words];
        return [question, words[0]];
      }),
    ),
  );
  if (!read.success) throw apiError('BAD_USER_INPUT', 'There is no such question, or no such answer to it.');
  return read.data;
}

const isList = (question: string): boolean => question === 'ways' || question === 'needs';
