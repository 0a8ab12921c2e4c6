// What follows from the facts alone: worked out once, since facts never change and a decision asks the same of them some hundred times.
import type { Facts } from './facts.js';

/** Remembers the answer for each facts, for as long as they are held. What it gives is shared, and must not be changed. */
export function perFacts<Answer extends object>(work: (facts: Facts) => Answer): (facts: Facts) => Answer {
  const known = new WeakMap<Facts, Answer>();
  return (facts) => {
    let answer = known.get(facts);
    if (!answer) known.set(facts, (answer = work(facts)));
    return answer;
  };
}
