// Whether a secret could have come from a random generator: what a hand types, counts up or repeats is refused.
import { deflateRawSync } from 'node:zlib';

const SHORTEST = 32;
/** Different values among 32 random bytes, or steps between them: about 30; fewer than 20 in less than one of 10^12. */
const FEWEST = 20;
/** As people write them; letters of both cases at random are a generator's. */
const words =
  /([Pp]assword|[Ss]ecret|[Cc]hange|[Dd]efault|[Ee]xample|[Dd]emo|PASSWORD|SECRET|CHANGE|DEFAULT|EXAMPLE|DEMO)/;
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Whether a secret in base64 is too short, or shows that somebody made it up. A random one is taken for made up once in 100,000. */
export function isMadeUp(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  const letters = [...text.replace(/=+$/, '')].map((letter) => base64.indexOf(letter));
  return (
    bytes.length < SHORTEST ||
    words.test(text) ||
    /^([a-z]+|[A-Z]+|\d+)=*$/.test(text) || // a phrase, or a number
    bytes.every((byte) => byte >= 0x20 && byte < 0x7f) || // a text that was encoded
    new Set(bytes).size < FEWEST ||
    hasPattern([...bytes]) ||
    new Set(stepsOf(letters)).size < FEWEST / 2
  );
}

/** Steps from each value to the next: a sequence that counts has few, one that speeds up has few steps between its steps. */
const stepsOf = (values: readonly number[]): number[] =>
  values.slice(1).map((value, at) => (value - (values[at] ?? 0)) & 0xff);

/** Random bytes cannot be written shorter; what repeats or counts can, or its steps can. */
function hasPattern(bytes: readonly number[]): boolean {
  const steps = stepsOf(bytes);
  const differences = bytes.slice(1).map((byte, at) => byte ^ (bytes[at] ?? 0));
  return (
    [bytes, steps, stepsOf(steps)].some((values) => deflateRawSync(Buffer.from(values)).length < values.length) ||
    [steps, differences].some((values) => new Set(values).size < FEWEST)
  );
}
