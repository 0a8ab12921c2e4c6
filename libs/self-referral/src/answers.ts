// What somebody answers who refers themselves: every question with its possible answers, none of them required.
import { z } from 'zod';

const words = (longest: number) => z.string().trim().max(longest);
const one = <const T extends readonly [string, ...string[]]>(...values: T) => z.enum(values);
const several = <const T extends readonly [string, ...string[]]>(...values: T) => z.array(z.enum(values));

/** The questions by name. A name or a number may be long on purpose; a letter of ten pages fits into what happened. */
export const answers = z.strictObject({
  /** Whether we may contact them at all. `never`: they contact us, which is a whole answer. */
  safe: one('yes', 'sometimes', 'never', 'unsure').optional(),
  ways: several('phone', 'text', 'email', 'post').optional(),
  telephone: words(60).optional(),
  email: words(200).optional(),
  address: words(500).optional(),
  times: words(500).optional(),
  voicemail: one('yes', 'no').optional(),
  /** What may be said to whoever picks up. */
  safeWords: words(500).optional(),
  mustNotKnow: words(500).optional(),
  /** For whom they ask. */
  who: one('myself', 'child', 'somebody', 'responsible').optional(),
  /** Whether the person they ask for knows and agrees. */
  agreed: one('yes', 'no', 'notAsked').optional(),
  bereaved: one('yes', 'no').optional(),
  forWhom: words(200).optional(),
  name: words(200).optional(),
  callMe: words(100).optional(),
  area: words(100).optional(),
  /** Outside our area: whether their answers may go to the service of their own. */
  handOver: one('yes', 'no').optional(),
  whatHappened: words(20_000).optional(),
  reported: one('yes', 'no', 'unsure').optional(),
  reference: words(60).optional(),
  /** Whether it was somebody of their family or home. */
  abuse: one('yes', 'no', 'unsure').optional(),
  urgent: one('yes', 'no').optional(),
  language: one('en', 'cy', 'other').optional(),
  needs: several('bsl', 'easy read', 'large print', 'someone with me', 'interpreter').optional(),
  otherNeeds: words(500).optional(),
});
export type Answers = z.infer<typeof answers>;
export type Question = keyof Answers;

/** True where nothing that would be sent was said. */
export const saysNothing = (said: Answers): boolean =>
  Object.entries(said).every(
    ([question, answer]) => question === 'safe' || answer === undefined || answer.length === 0,
  );
