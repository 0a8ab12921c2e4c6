/** Telephone numbers and e-mail addresses: normalised, or not taken. */

/** E.164 for a United Kingdom number in any usual spelling, or for a number written with its country code; null for anything else. */
export function telephoneOf(text: string): string | null {
  const digits = text
    .replaceAll(/[\s().\-\u2010-\u2013]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+440/, '+44');
  const national = /^0(?<rest>[1-3]\d{8,9}|[57-9]\d{9}|800\d{6})$/.exec(digits)?.groups?.['rest'];
  if (national) return `+44${national}`;
  if (digits.startsWith('+44')) return /^\+44([1-3]\d{8,9}|[57-9]\d{9}|800\d{6})$/.test(digits) ? digits : null;
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : null;
}

/** The address without surrounding space, or null where it cannot be one. */
export function emailOf(text: string): string | null {
  const address = text.trim();
  const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
  const shape = new RegExp(`^[^\\s@"<>(),:;\\[\\]\\\\]{1,64}@(?:${label}\\.)+${label}$`, 'u');
  return address.length <= 254 && shape.test(address) ? address : null;
}
