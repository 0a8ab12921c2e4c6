// The hash chain of the record of reads, worked out again outside the database that wrote it.
import type { Id } from '#libs/case';
import { canonical, same, sha256 } from '#libs/hash-chain';

/** One entry as it is stored; `hash` = sha256(prevHash, canonical JSON of the rest). */
export interface ReadEntry {
  service: Id;
  seq: number;
  /** ISO instant, milliseconds. */
  at: string;
  by: string;
  kind: string;
  operation: string;
  purpose: string;
  cases: Id[];
  persons: Id[];
  request: Id;
  /** Whoever helped a participant to sign in; no part of the entry where nobody did. */
  assistedBy: Id | null;
  prevHash: Uint8Array;
  hash: Uint8Array;
}
/** What is wrong, and at which entry; 0 is the chain's own end. */
export interface ReadFault {
  service: Id;
  seq: number;
  fault: string;
}

/** The hash an entry must have. */
export const readHash = ({ hash: _, prevHash, assistedBy, ...said }: ReadEntry): Buffer =>
  sha256(prevHash, canonical(assistedBy === null ? said : { ...said, assistedBy }));

/** Follows one service's chain, entry by entry, and keeps what is wrong with it. */
export class ChainWalk {
  private seq = 0;
  private hash: Uint8Array = Buffer.alloc(32);
  readonly faults: ReadFault[] = [];

  constructor(private readonly service: Id) {}

  next(entry: ReadEntry): void {
    const { seq } = entry;
    if (seq !== this.seq + 1) this.say(seq, `expected seq ${this.seq + 1}`);
    if (!same(entry.prevHash, this.hash)) this.say(seq, 'does not follow the entry before it');
    if (!same(entry.hash, readHash(entry))) this.say(seq, 'was changed after it was written');
    this.seq = seq;
    this.hash = entry.hash;
  }

  /** After the last entry: whether the chain ends where the service says it does; null when the service has none. */
  end(head: { seq: number; hash: Uint8Array } | null): void {
    if (head === null && this.seq > 0) return this.say(0, 'entries without a chain');
    if (head === null) return;
    if (head.seq !== this.seq) this.say(0, `ends at ${this.seq}, and should end at ${head.seq}`);
    else if (!same(head.hash, this.hash)) this.say(0, 'does not end in its last entry');
  }

  private say(seq: number, fault: string): void {
    this.faults.push({ service: this.service, seq, fault });
  }
}
