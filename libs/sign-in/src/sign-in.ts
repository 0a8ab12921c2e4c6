// Sign-in as programs use it: one object, opened on a database with a key and its numbers.
import type { KeyObject } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { scopeOf } from '#libs/permissions';
import type { CaseStore, Clock } from '#libs/casework';
import type { Database } from '#libs/database';
import { counter, limited, type Count } from './counting.js';
import { askForCode, countWrong, enter } from './postgres/entry.js';
import * as invitations from './postgres/invitations.js';
import { defaultNumbers, type Numbers } from './numbers.js';
import { deliver, type Post } from './postgres/post.js';
import { hashOf, Keys } from './secrets.js';
import {
  assistedOf,
  endSessions,
  enteredWith,
  openForStaff,
  sessionsOf,
  type Assisted,
  type Entered,
  type Opened,
  type Prepared,
  type Session,
  type StaffProof,
} from './postgres/sessions.js';

export interface SignInParts {
  readonly database: Database;
  /** Connections as the application's role, for what is one statement. */
  readonly pool: Prepared;
  readonly cases: Pick<CaseStore, 'loadForCommand'>;
  /** What the keys of codes are derived from: the master key in use, then the one being replaced. */
  readonly secrets: readonly KeyObject[];
  readonly clock: Clock;
  /** Numbers that differ from the defaults. */
  readonly numbers?: Partial<Numbers>;
}

export class SignIn {
  readonly numbers: Numbers;
  private readonly inviting: invitations.Inviting;
  private readonly asks: (invitation: Buffer) => boolean;
  private readonly tries: (codes: Buffer) => boolean;
  private readonly signsIn: (member: Buffer) => boolean;
  private readonly wrong: Count;

  constructor(private readonly parts: SignInParts) {
    const { database, cases, secrets, numbers } = parts;
    const keys = new Keys(secrets);
    this.numbers = { ...defaultNumbers, ...numbers };
    this.inviting = { database, cases, keys, numbers: this.numbers };
    const { limits } = this.numbers;
    this.asks = limited(limits.asksOfInvitation);
    this.tries = limited(limits.triesOfCode);
    this.signsIn = limited(limits.signInsOfStaff);
    this.wrong = counter(24 * 60);
  }

  /** Who a session token belongs to at this moment; null when it is unknown or ended. One statement; none for a token that was not made here. */
  entered(token: string): Promise<Entered | null> {
    const { keys } = this.inviting;
    return keys.isToken(token) ? enteredWith(this.parts.pool, token, this.now()) : Promise.resolve(null);
  }

  /** Opens a session for a member of staff; counted on their own account alone, and only where the ID token was believed. */
  async staff(proof: StaffProof | null): Promise<Opened | null> {
    if (!proof || !this.signsIn(hashOf(`${proof.serviceId} ${proof.subject}`))) return null;
    return openForStaff(this.inviting, proof, this.now());
  }

  /** First step of a participant. Resolves the same way whatever came of it. */
  async askForCode(invitation: string): Promise<void> {
    const hashes = this.inviting.keys.invitationHashes(invitation);
    if (hashes && this.asks(hashes[0])) await askForCode(this.inviting, hashes, this.now());
  }

  /** Second step: a session, or null for whatever reason. */
  async enter({ invitation, code }: { invitation: string; code: string }): Promise<Opened | null> {
    const { keys } = this.inviting;
    const hashes = keys.invitationHashes(invitation);
    const seen = hashes ? keys.seen(code, hashes) : 'none';
    if (!hashes || seen === 'none') return null;
    if (seen === 'wrong') return this.wrongCode(hashes);
    const both = keys.codeHashes(hashes[0].toString('hex'), code)[0];
    return this.tries(both) ? enter(this.inviting, { hashes, code }, this.now()) : null;
  }

  /** Ends all sessions of the actor, or one of them; gives how many were going on. */
  async end(actor: Actor, only: Id | null): Promise<number> {
    return this.parts.database.within(scopeOf(actor), (rows) => endSessions(rows, actor, only, this.now()));
  }

  sessions(actor: Actor): Promise<Session[]> {
    return sessionsOf(this.parts.database, actor, this.now());
  }

  /** When a participant was helped in, in the cases they are shown. */
  assisted(actor: Actor): Promise<Assisted[]> {
    return assistedOf(this.parts.database, actor);
  }

  invite(actor: Actor, wanted: Parameters<typeof invitations.invite>[2]) {
    return invitations.invite(this.inviting, actor, wanted, this.now());
  }

  revoke(actor: Actor, wanted: Parameters<typeof invitations.revoke>[2]): Promise<boolean> {
    return invitations.revoke(this.inviting, actor, wanted, this.now());
  }

  assist(actor: Actor, wanted: Parameters<typeof invitations.assist>[2]) {
    return invitations.assist(this.inviting, actor, wanted, this.now());
  }

  invitations(actor: Actor, caseId: Id): Promise<invitations.InvitationMade[]> {
    return invitations.invitationsOf(this.inviting, actor, caseId, this.now());
  }

  /** Hands what waits in a service to the post; gives how many went out. */
  async deliver(post: Post, serviceId: Id): Promise<number> {
    return deliver(this.inviting, post, serviceId, this.now());
  }

  /** Counts a wrong one-time code on the account of its invitation, and writes it down now and then: a flood writes one row in five hundred. */
  private async wrongCode(hashes: readonly [Buffer, ...Buffer[]]): Promise<null> {
    const { wrongCodesAtOnce } = this.numbers;
    if (this.wrong(hashes[0]) % wrongCodesAtOnce === 0)
      await countWrong(this.inviting, hashes, wrongCodesAtOnce, this.now());
    return null;
  }

  private now(): string {
    return this.parts.clock().toISOString();
  }
}
