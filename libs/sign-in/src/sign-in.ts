// Sign-in as programs use it: one object, opened on a database with a key and its numbers.
import type { KeyObject } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { scopeOf } from '#libs/permissions';
import type { CaseStore, Clock } from '#libs/casework';
import type { Database } from '#libs/database';
import { askForCode, enter } from './postgres/entry.js';
import * as invitations from './postgres/invitations.js';
import { counters, networkOf, type Counts } from './postgres/limits.js';
import { defaultNumbers, type Numbers } from './numbers.js';
import { deliver, type Post } from './postgres/post.js';
import { isToken, Keys, plainCode } from './secrets.js';
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
  private readonly counts: Counts;

  constructor(private readonly parts: SignInParts) {
    const { database, cases, pool, secrets, numbers } = parts;
    const keys = new Keys(secrets);
    this.numbers = { ...defaultNumbers, ...numbers };
    this.inviting = { database, cases, keys, numbers: this.numbers };
    this.counts = counters(pool, keys, this.numbers.limits);
  }

  /** Who a session token belongs to at this moment; null when it is unknown or ended. One statement. */
  entered(token: string): Promise<Entered | null> {
    return isToken(token) ? enteredWith(this.parts.pool, token, this.now()) : Promise.resolve(null);
  }

  /** Opens a session for a member of staff. `proof` is null where the ID token was not believed: the try is counted all the same. */
  async staff(proof: StaffProof | null, address: string): Promise<Opened | null> {
    const within = await this.counts({ staffByAddress: address, staffByNetwork: networkOf(address) });
    return within && proof ? openForStaff(this.parts.database, proof, this.numbers, this.now()) : null;
  }

  /** First step of a participant. Resolves the same way whatever came of it. */
  async askForCode(invitation: string, address: string): Promise<void> {
    const within = await this.countCode(invitation, address);
    await askForCode(this.inviting, invitation, within, this.now());
  }

  /** Second step: a session, or null for whatever reason. */
  async enter(given: { invitation: string; code: string }, address: string): Promise<Opened | null> {
    const within = await this.countCode(given.invitation, address);
    return enter(this.inviting, given, within, this.now());
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
  deliver(post: Post, serviceId: Id): Promise<number> {
    return deliver(this.inviting, post, serviceId, this.now());
  }

  private countCode(invitation: string, address: string): Promise<boolean> {
    return this.counts({
      codeByInvitation: plainCode(invitation),
      codeByAddress: address,
      codeByNetwork: networkOf(address),
    });
  }

  private now(): string {
    return this.parts.clock().toISOString();
  }
}
