// How personal words are kept: sealed with a key of the one they are about. Vault implements it; each lib that writes words asks for it.
import type { Id } from '#libs/case';
import type { Rows } from '#libs/database';

/** What is to be sealed, for whom and where it will stand. */
export interface ToSeal {
  /** A person, a member of staff, a case for words that belong to no one person, or a service. */
  ownerId: Id;
  /** 'table.column/row id': the sealed bytes open at this place and nowhere else. */
  place: string;
  plain: string;
  /** Whose key seals it when the owner's is destroyed; without one, KeyDestroyed is thrown. */
  otherwise?: Id;
}
/** Sealed bytes, whose key sealed them, and a digest of the words under that key. */
export interface Sealed {
  ownerId: Id;
  sealed: Buffer;
  /** 32 bytes, the same for the same words of the same owner; worth nothing once the key is destroyed. */
  digest: Buffer;
}

/** Opens one value of an answer with the wrapped key read beside it. */
export type OpenOne = (
  ownerId: Id,
  place: string,
  sealed: Uint8Array | null,
  wrapped: Uint8Array | null,
) => string | null;

export interface Sealing {
  /** Seals one value; the owner's key is made on first use, inside the transaction of `rows`. Throws KeyDestroyed for a person who was erased. */
  seal(rows: Rows, serviceId: Id, ownerId: Id, place: string, plain: string): Promise<Buffer>;
  /** Seals many values of one service with one statement for their keys, in their order. */
  sealMany(rows: Rows, serviceId: Id, values: readonly ToSeal[]): Promise<Sealed[]>;
  /**
   * An SQL expression for the owner's wrapped key: to be read in the same statement as the sealed value, so that a value
   * cannot be opened after its key is destroyed. `service` and `owner` are SQL expressions of type uuid.
   */
  keySql(service: string, owner: string): string;
  /** Opens a value with the wrapped key read beside it. Null when there is no value, or its key is destroyed: erased. Throws when the bytes were changed or moved. */
  open(serviceId: Id, ownerId: Id, place: string, sealed: Uint8Array | null, wrapped: Uint8Array | null): string | null;
  /** Opens the values of one answer, as `open` does: each owner's key is unwrapped once for it, and let go with it. */
  opening(serviceId: Id): OpenOne;
  /** The digests of words under an owner's key, as `sealMany` gives them. */
  digestsUnder(rows: Rows, serviceId: Id, ownerId: Id, texts: readonly string[]): Promise<Buffer[]>;
  /** Digests by which a command is known again, its words with it: under the master key in use and, while it is being rotated, under the one before. */
  commandDigests(said: string): Buffer[];
  /** A keyed digest of a service's own, for what must be found again without being read: 32 bytes each. */
  digests(rows: Rows, serviceId: Id, purpose: DigestPurpose, texts: readonly string[]): Promise<Buffer[]>;
}

/** What keyed digests are for; each purpose of a service has a key of its own. `match`: finding persons; `fingerprint`: knowing a referral, a text or a command again. */
export type DigestPurpose = 'match' | 'fingerprint';
