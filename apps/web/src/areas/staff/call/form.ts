// What is typed during a call: any of it, in any order; safety alone is asked for.
import { z } from 'zod';

const words = (longest: number) => z.string().trim().max(longest).optional();
const one = z.string().max(100).optional();
const several = z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.string().max(100)));

export const form = z.object({
  beganAt: z.iso.datetime(),
  safe: z.enum(['yes', 'sometimes', 'never', 'unsure'], { error: 'safeMissing' }),
  urgent: z.enum(['no', 'yes'], { error: 'urgentMissing' }),
  risk: words(60_000),
  whatHappened: words(60_000),
  abuse: one,
  reported: one,
  reference: words(60),
  telephone: words(60),
  email: words(200),
  ways: several,
  times: words(500),
  voicemail: one,
  safeWords: words(500),
  mustNotKnow: words(500),
  address: words(500),
  who: one,
  name: words(200),
  callMe: words(100),
  forWhom: words(200),
  agreed: one,
  language: one,
  needs: several,
  otherNeeds: words(500),
  area: words(100),
  handOver: one,
  worker: z.union([z.literal(''), z.uuid()]).optional(),
});
export type CallForm = z.infer<typeof form>;

/** The answers as the API takes them: those left empty are left out. */
export function answersOf({ beganAt: _began, risk: _risk, worker: _worker, ...answers }: CallForm) {
  return Object.entries(answers).flatMap(([question, answer]) => {
    const said = [answer ?? []].flat().filter((word) => word !== '');
    return said.length === 0 ? [] : [{ question, said }];
  });
}
