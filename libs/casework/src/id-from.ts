// Ids that follow from what they are about, so that what is told twice is the same.
import { createHash } from 'node:crypto';
import type { Id } from '#libs/case';

/** A UUID of version 8 (RFC 9562: by the application's own rule) out of a hash. It says nothing about its seed. */
export function idFrom(seed: string): Id {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
