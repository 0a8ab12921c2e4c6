// What a case waits for, as a row and in a sentence.
import { rules, stages, suppliers, type Summary } from '#libs/case';

type Waits = Pick<Summary, 'stage' | 'waitingOn' | 'waitingRule' | 'waitingSince' | 'nextStep'>;

/** For example: "A safeguarding sign-off is missing. Waiting for the case supervisor." Null when it waits for no one in particular. */
export function waiting({ stage, waitingOn, waitingRule, waitingSince, nextStep }: Waits) {
  if (!waitingOn || stage === 'closed') return null;
  const what = waitingRule ? rules[waitingRule] : `Nothing stands before the next step of "${stages[stage].asks}"`;
  const words = `${what}. Waiting for ${suppliers[waitingOn].says}.`;
  return { on: waitingOn, rule: waitingRule, since: waitingSince, nextStep, words };
}
