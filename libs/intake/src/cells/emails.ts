/** E-mail addresses: normalised, or not taken. */
import { seen } from './characters.js';

/** The address without surrounding space, or null where it cannot be one. */
export function emailOf(text: string): string | null {
  const address = seen(text)
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1');
  const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
  const shape = new RegExp(`^[^\\s@"<>(),:;\\[\\]\\\\]{1,64}@(?:${label}\\.)+${label}$`, 'u');
  return address.length <= 254 && shape.test(address) ? address : null;
}
