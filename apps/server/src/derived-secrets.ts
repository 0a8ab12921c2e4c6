// Secrets that every process must share, derived from the master key: what one process sealed, another opens.
import { hkdfSync } from 'node:crypto';
import type { MasterKeys } from '#libs/sealing';

/** A secret of 32 bytes in use, then those that are still accepted while the master key is being changed. */
export type Shared = readonly [Buffer, ...Buffer[]];

/** What a secret is for: what is learned about one says nothing about another. */
type Use = 'cursors' | 'cookies' | 'between pages and API';

/** Derives a secret by HKDF (RFC 5869) from each master key, the one in use first. */
export function derivedFrom({ current, previous }: MasterKeys, use: Use): Shared {
  const derive = ({ key }: MasterKeys['current']) =>
    Buffer.from(hkdfSync('sha256', key, '', `concord shared secret ${use}`, 32));
  return previous ? [derive(current), derive(previous)] : [derive(current)];
}

/** How the secret between pages and API is written in a header. */
export const asHeader = (secret: Buffer): string => secret.toString('base64url');
