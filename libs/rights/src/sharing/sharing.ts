// The registers of sharing: organisations, agreements with dates, and one list of every disclosure (R28, R71, R72).
import { namesOne, type Actor, type Id } from '#libs/case';
import { notYours, once, refused, type Decided, type DoneCommands } from '#libs/commands';
import { scopeOf, mayDo } from '#libs/permissions';
import { noRows, type Cursors, type Database, type Listed, type Page, type Rows } from '#libs/database';
import type { Sealing } from '#libs/sealing';
import {
  lastDayOf,
  wrongWithAgreement,
  wrongWithOrganisation,
  type Agreement,
  type NewAgreement,
  type NewOrganisation,
  type Organisation,
} from './organisations.js';
import type { DisclosureGround, GroundWithoutConsent } from './words.js';

/** One disclosure, by consent or on another ground. */
export interface Disclosure {
  id: string;
  caseId: Id;
  personId: Id;
  organisation: string;
  ground: DisclosureGround;
  /** The day of the disclosure, 'YYYY-MM-DD'. */
  on: string;
  /** When it was recorded. */
  at: string;
  by: Id;
  /** Whether the person was told; null where it was not recorded. */
  told: boolean | null;
  /** The agreement it went under; null on a ground that needs none. */
  agreementId: Id | null;
  /** Id of the words, for a share that is an event of its case. */
  textId: Id | null;
  /** The words, for any other; null when they were erased. */
  what: string | null;
}
export interface NewDisclosure {
  caseId: Id;
  personId: Id;
  organisation: string;
  ground: GroundWithoutConsent;
  what: string;
  told: boolean;
  /** 'YYYY-MM-DD'. */
  on: string;
}
export interface DisclosureFilter {
  personId?: Id;
  caseId?: Id;
}

/** Where the registers are kept. */
export interface SharingRegister {
  organisations(rows: Rows, serviceId: Id): Promise<Organisation[]>;
  /** Null when one of that name is there already. */
  addOrganisation(rows: Rows, serviceId: Id, organisation: NewOrganisation, by: Id, at: string): Promise<Id | null>;
  addAgreement(rows: Rows, serviceId: Id, agreement: NewAgreement, by: Id, at: string): Promise<Id>;
  /** False when there is no such agreement. */
  endAgreement(rows: Rows, serviceId: Id, agreementId: Id, on: string, by: Id): Promise<boolean>;
  /** Every disclosure about a person, the latest first. */
  disclosuresAbout(rows: Rows, sealing: Sealing, serviceId: Id, personId: Id): Promise<Disclosure[]>;
  /** One page of the service's, the latest first. */
  disclosures(
    rows: Rows,
    sealing: Sealing,
    cursors: Cursors,
    actor: Actor,
    filter: DisclosureFilter,
    page: Page,
  ): Promise<Listed<Disclosure>>;
  /** Null when the person takes no part in that case. */
  addDisclosure(
    rows: Rows,
    sealing: Sealing,
    serviceId: Id,
    disclosure: NewDisclosure,
    by: Id,
    at: string,
  ): Promise<Id | null>;
}

export class Sharing {
  constructor(
    private readonly database: Database,
    private readonly register: SharingRegister,
    private readonly commands: DoneCommands,
    private readonly sealing: Sealing,
    private readonly cursors: Cursors,
  ) {}

  async organisations(actor: Actor): Promise<Organisation[]> {
    if (!mayDo(actor, 'readOrganisations')) return [];
    return this.register.organisations(this.database.as(scopeOf(actor)), actor.serviceId);
  }

  recordOrganisation(actor: Actor, key: string, organisation: NewOrganisation, at: string): Promise<Decided> {
    return this.recorded(actor, key, ['organisation', organisation], at, async (rows) => {
      const wrong = wrongWithOrganisation(organisation);
      if (wrong.length > 0) return refused(...wrong);
      const id = await this.register.addOrganisation(rows, actor.serviceId, organisation, actor.id, at);
      return id === null ? refused('An organisation of this name is recorded already.') : { ok: true, id };
    });
  }

  recordAgreement(actor: Actor, key: string, agreement: NewAgreement, at: string): Promise<Decided> {
    return this.recorded(actor, key, ['agreement', agreement], at, async (rows) => {
      const wrong = wrongWithAgreement(agreement);
      if (wrong.length > 0) return refused(...wrong);
      const known = await this.register.organisations(rows, actor.serviceId);
      const organisation = known.find(({ id }) => id === agreement.organisationId);
      if (!organisation) return refused('There is no such organisation.');
      if (organisation.agreements.some((other) => overlaps(other, agreement)))
        return refused('Another agreement with this organisation covers some of these days: end it first.');
      return {
        ok: true,
        id: await this.register.addAgreement(rows, actor.serviceId, agreement, actor.id, at),
      };
    });
  }

  /** Ends an agreement on a day: nothing is shared under it afterwards. */
  endAgreement(actor: Actor, key: string, agreementId: Id, on: string, at: string): Promise<Decided> {
    return this.recorded(actor, key, ['agreement ended', agreementId, on], at, async (rows) =>
      (await this.register.endAgreement(rows, actor.serviceId, agreementId, on, actor.id))
        ? { ok: true, id: agreementId }
        : refused('There is no such agreement, or it had ended by then.'),
    );
  }

  private recorded(
    actor: Actor,
    key: string,
    said: unknown,
    at: string,
    work: (rows: Rows) => Promise<Decided>,
  ): Promise<Decided> {
    if (!mayDo(actor, 'recordOrganisation')) return Promise.resolve(notYours);
    return once(this.database, this.commands, { actor, key, said, at }, work);
  }

  /** One page of disclosures, the latest first: shares by consent, which are events of their case, and all others. */
  async disclosures(actor: Actor, filter: DisclosureFilter, page: Page): Promise<Listed<Disclosure>> {
    if (!mayDo(actor, 'readDisclosures')) return noRows;
    const rows = this.database.as(scopeOf(actor));
    return this.register.disclosures(rows, this.sealing, this.cursors, actor, filter, page);
  }

  /** Records what law or danger required. What a person consented to is shared through their case instead. */
  recordDisclosure(actor: Actor, key: string, disclosure: NewDisclosure, at: string): Promise<Decided> {
    if (!mayDo(actor, 'recordDisclosure')) return Promise.resolve(notYours);
    return once(this.database, this.commands, { actor, key, said: ['disclosure', disclosure], at }, async (rows) => {
      if (!namesOne(disclosure.organisation))
        return refused('A disclosure names the one organisation it went to: "partners" is nobody in particular.');
      if (disclosure.on > at.slice(0, 10)) return refused('A disclosure is recorded when it has happened.');
      const { register, sealing } = this;
      const id = await register.addDisclosure(rows, sealing, actor.serviceId, disclosure, actor.id, at);
      return id === null ? refused('This person takes no part in that case.') : { ok: true, id };
    });
  }
}

const overlaps = (a: Agreement, b: NewAgreement): boolean => a.startsOn <= b.endsOn && b.startsOn <= lastDayOf(a);
