// Referring oneself: answers kept under a code, taken up again with it, and taken in once through the one intake.
import type { KeyObject } from 'node:crypto';
import type { Id } from '#libs/case';
import type { CaseStore, Clock } from '#libs/casework';
import { type Database, serviceScope } from '#libs/database';
import { plainCode } from '#libs/sign-in';
import { daysAfter, londonDate, workingDaysAfter } from '#libs/time';
import { answers, type Answers, saysNothing } from './answers.js';
import { hashOf, Keys, makeCode, makeSession } from './codes.js';
import { networkOf } from './network.js';
import { openAnswers, sealAnswers } from './answers-sealed.js';
import { HONEST_SECONDS, KEPT_DAYS, limits, type Limits } from './numbers.js';
import { counters, type Counts } from './postgres/limits.js';
import * as kept from './postgres/kept.js';
import { rowOf } from './referral-row.js';
import { takeIn } from './take-in.js';

export interface SelfReferralParts {
  readonly database: Database;
  /** For counting tries. */
  readonly pool: Parameters<typeof counters>[0];
  readonly cases: CaseStore;
  /** What the keys of codes are derived from: the master key in use, then the one being replaced. */
  readonly secrets: readonly KeyObject[];
  readonly clock: Clock;
  /** Numbers that differ from those of numbers.ts. */
  readonly limits?: Partial<Limits>;
}

/** What opens the answers: the code, which the person keeps, and the session, which ends when they leave. */
export interface Opening {
  readonly code: string;
  readonly session: string;
}

/** What was said so far. */
export interface SelfReferral {
  readonly answers: Answers;
  /** Set once it was taken: the day by which somebody has read it and acted, 'YYYY-MM-DD'. */
  readonly sent: Sent | null;
}
export interface Sent {
  readonly by: string;
  /** The safeguarding lead reads it first; else a coordinator. */
  readonly isUrgent: boolean;
}

/** `wait`: too many come at this moment. `look`: quicker than anybody reads, so asked to look once more. `empty`: nothing was said. Nothing is lost by any of them. */
export type Sending = 'taken' | 'wait' | 'look' | 'empty' | 'gone';

export class SelfReferrals {
  private readonly keys: Keys;
  private readonly counts: Counts;

  constructor(private readonly parts: SelfReferralParts) {
    this.keys = new Keys(parts.secrets);
    this.counts = counters(parts.pool, this.keys, { ...limits, ...parts.limits });
  }

  /** Keeps the first answers under a new code. Null: too many begin at this moment; what was typed stays on the page. */
  async begin(serviceId: Id, said: Answers, address: string): Promise<Opening | null> {
    const counted = { beginByAddress: address, beginByNetwork: networkOf(address), beginInAll: serviceId };
    if (!(await this.counts(counted))) return null;
    const [code, session, at] = [makeCode(), makeSession(), this.now()];
    await this.parts.database.within(serviceScope(serviceId), (rows) =>
      kept.add(rows, {
        id: crypto.randomUUID(),
        serviceId,
        codeHash: this.hashes(code)[0],
        sessionHash: hashOf(session),
        answers: sealAnswers(this.keys, plainCode(code), answers.parse(said)),
        at,
        until: daysAfter(at, KEPT_DAYS),
      }),
    );
    return { code, session };
  }

  /** Takes answers up again in this browser; null for whatever reason there are none. */
  async resume(serviceId: Id, code: string, address: string): Promise<Opening | null> {
    if (!(await this.counts({ codeByAddress: address, codeByNetwork: networkOf(address) }))) return null;
    const session = makeSession();
    const found = await this.parts.database.within(serviceScope(serviceId), (rows) =>
      kept.reopen(rows, this.hashes(code), hashOf(session), this.now()),
    );
    return found ? { code, session } : null;
  }

  /** What was said so far; null when it is not open here. */
  read(serviceId: Id, opening: Opening): Promise<SelfReferral | null> {
    return this.withOpen(serviceId, opening, async (_rows, row) => this.shown(serviceId, row, opening));
  }

  /** Adds answers to those that were given; the same question again replaces its answer. False when it is not open here, or was sent. */
  async save(serviceId: Id, opening: Opening, more: Answers): Promise<boolean> {
    const done = await this.withOpen(serviceId, opening, async (rows, row) => {
      if (row.sentAt !== null) return false;
      const before = openAnswers(this.keys, plainCode(opening.code), row.answers);
      const said = answers.parse({ ...before, ...more });
      await kept.write(rows, row.id, sealAnswers(this.keys, plainCode(opening.code), said), null);
      return true;
    });
    return done ?? false;
  }

  /** Ends it in this browser; the code opens it again. */
  async leave(serviceId: Id, { code, session }: Opening): Promise<void> {
    await this.parts.database.within(serviceScope(serviceId), (rows) =>
      kept.leave(rows, this.hashes(code), hashOf(session)),
    );
  }

  /** Sends the answers, once. `outside` is the service of their own area, where they live in another and agreed to be handed over. */
  async send(serviceId: Id, opening: Opening, outside: string | null, address: string): Promise<Sending> {
    const found = await this.withOpen(serviceId, opening, async (_rows, row) => row);
    if (found === null) return 'gone';
    if (found.sentAt !== null) return 'taken';
    const said = openAnswers(this.keys, plainCode(opening.code), found.answers);
    if (saysNothing(said) && said.safe !== 'never') return 'empty';
    const at = this.now();
    if (Date.parse(at) - Date.parse(found.beganAt) < HONEST_SECONDS * 1000) return 'look';
    const counted = { sendByAddress: address, sendByNetwork: networkOf(address), sendInAll: serviceId };
    if (!(await this.counts(counted))) return 'wait';
    await takeIn(this.parts, serviceId, rowOf(said, new Date(found.beganAt).toISOString(), outside));
    await this.withOpen(serviceId, opening, (rows, row) =>
      kept.write(rows, row.id, sealAnswers(this.keys, plainCode(opening.code), whatIsShown(said)), at),
    );
    return 'taken';
  }

  private withOpen<T>(
    serviceId: Id,
    { code, session }: Opening,
    work: (rows: Parameters<typeof kept.write>[0], row: kept.Kept) => Promise<T>,
  ): Promise<T | null> {
    return this.parts.database.within(serviceScope(serviceId), async (rows) => {
      const row = await kept.opened(rows, this.hashes(code), hashOf(session), this.now());
      return row && work(rows, row);
    });
  }

  private async shown(serviceId: Id, row: kept.Kept, { code }: Opening): Promise<SelfReferral> {
    const said = openAnswers(this.keys, plainCode(code), row.answers);
    if (row.sentAt === null) return { answers: said, sent: null };
    const isUrgent = said.urgent === 'yes';
    const settings = await this.parts.cases.settings(serviceId);
    const within = isUrgent ? settings.urgentWorkingDays : settings.firstContactWorkingDays;
    const by = workingDaysAfter(new Date(row.sentAt).toISOString(), within, settings.bankHolidays);
    return { answers: said, sent: { by: londonDate(by), isUrgent } };
  }

  private hashes(code: string) {
    return this.keys.hashes('self-referral code', plainCode(code));
  }

  private now(): string {
    return this.parts.clock().toISOString();
  }
}

/** What the confirmation needs; the words themselves are the case's from now on. */
const whatIsShown = ({ safe, who, urgent, handOver, area }: Answers): Answers =>
  answers.parse({ safe, who, urgent, handOver, area });
