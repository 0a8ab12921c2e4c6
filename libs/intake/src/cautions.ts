/** Strong words of a referrer, which a person must judge before anybody is contacted. That there are none proves nothing. */
import { foldName } from '#libs/matching';

/**
 * (ours) Words after which a call may be dangerous, in English and Welsh. A word stands for those that begin with it:
 * "refuge" is found in "refuges". They raise a caution and decide nothing.
 */
export const strongWords: readonly string[] = [
  'refuge', 'not to be disclosed', 'do not disclose', 'restraining', 'non molestation', 'occupation order', 'idva', 'isva', 'marac',
  'do not contact', 'dont contact', 'no contact', 'do not ring', 'do not call', 'do not phone', 'no voicemail', 'do not leave voicemail',
  'no messages', 'no letters', 'wrong number', 'not safe to', 'unsafe', 'threat', 'witness protection', 'honour based', 'stalk',
  'lloches', 'peidiwch a chysylltu', 'dim cysylltu', 'peidiwch a ffonio', 'dim neges', 'gorchymyn atal', 'rhif anghywir', 'bygyth',
]; // prettier-ignore

/** Whether a text holds one of these words, however it is spelt and spaced. */
export function isCaution(text: string, words: readonly string[] = strongWords): boolean {
  const folded = ` ${foldName(text)} `;
  return words.some((word) => folded.includes(` ${foldName(word)}`));
}
