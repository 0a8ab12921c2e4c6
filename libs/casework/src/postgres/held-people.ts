// What a later referral asks of the cases that are there: which are about the same offence, who is in them, and who is reached alike.
import type { Id } from '#libs/case';
import { serviceScope, type Database, type Rows } from '#libs/database';
import { fields, type Field, type PersonalRecords } from '#libs/people';
import type { HeldCase, HeldPart, HeldPeople } from '../ports.js';

// Whoever has left takes no part any more; whoever was named by mistake is out of view (R92).
const there = `p.service_id = $1 and not p.hidden and c.closed_at is null
  and c.facts -> 'people' -> 'participants' -> p.id::text ->> 'leftAt' is null`;
const part = `p.case_id as "caseId", p.id as "participantId", p.person_id as "personId", p.role,
  c.facts -> 'people' -> 'participants' -> p.id::text ->> 'approach' as approach`;
const everything = Object.keys(fields) as Field[];

/** From a name and one thing more: what two people share by chance does not reach it (libs/matching). */
const CERTAIN = 65;

export class PgHeldPeople implements HeldPeople {
  constructor(
    private readonly database: Database,
    private readonly people: PersonalRecords,
  ) {}

  async openCasesAbout(serviceId: Id, references: readonly string[]): Promise<HeldCase[]> {
    if (references.length === 0) return [];
    const rows = this.rows(serviceId);
    const found = await rows.query<HeldPart>(
      `select ${part} from unnest($2::text[]) as r (asked)
       cross join lateral (select o.id from offence o where o.service_id = $1 and o.folded = concord_folded(r.asked) offset 0) o
       join case_offence f on f.offence_id = o.id join case_file c on c.id = f.case_id join participant p on p.case_id = c.id
       where ${there} group by p.case_id, p.id, c.id order by c.opened_at, p.case_id, p.id`,
      [serviceId, references],
    );
    const ids = found.rows.map(({ personId }) => personId);
    const held = await this.people.readIn(rows, serviceId, ids, everything);
    const those = found.rows.map((one) => ({
      ...one,
      values: (held.get(one.personId) ?? {}) as Record<string, string>,
    }));
    return [...Map.groupBy(those, ({ caseId }) => caseId)].map(([caseId, people]) => ({ caseId, people }));
  }

  async openPartsOf(serviceId: Id, personIds: readonly Id[]): Promise<HeldPart[]> {
    const found = await this.rows(serviceId).query<HeldPart>(
      `select ${part} from participant p join case_file c on c.id = p.case_id where ${there} and p.person_id = any($2::uuid[])
       order by p.case_id, p.id`,
      [serviceId, personIds],
    );
    return found.rows;
  }

  async peopleLike(serviceId: Id, values: Record<string, string>): Promise<Id[]> {
    const found = await this.people.like(this.rows(serviceId), serviceId, values);
    return found.filter(({ score }) => score >= CERTAIN).map(({ id }) => id);
  }

  async reachedAlike(serviceId: Id, caseId: Id): Promise<[HeldPart, HeldPart][]> {
    const rows = this.rows(serviceId);
    const here = await rows.query<HeldPart>(
      `select ${part} from participant p join case_file c on c.id = p.case_id where ${there} and p.case_id = $2`,
      [serviceId, caseId],
    );
    const ids = here.rows.filter((one) => isParty(one)).map(({ personId }) => personId);
    const pairs = await this.people.reachedAlike(rows, serviceId, ids);
    const others = await this.openPartsOf(serviceId, [...new Set(pairs.map(({ other }) => other))]);
    return pairs.flatMap(({ one, other }) =>
      here.rows
        .filter(({ personId }) => personId === one)
        .flatMap((mine) =>
          others
            .filter(
              (theirs) => theirs.personId === other && isParty(mine) && isParty(theirs) && mine.role !== theirs.role,
            )
            .map((theirs): [HeldPart, HeldPart] => [mine, theirs]),
        ),
    );
  }

  async writeValues(serviceId: Id, personId: Id, values: Record<string, string>): Promise<void> {
    await this.database.within(serviceScope(serviceId), (rows) =>
      this.people.write(rows, serviceId, new Map([[personId, values]])),
    );
  }

  async withholdPerson(serviceId: Id, personId: Id): Promise<void> {
    const nothing = Object.fromEntries(everything.map((field) => [field, '']));
    await this.database.within(serviceScope(serviceId), async (rows) => {
      await this.people.write(rows, serviceId, new Map([[personId, nothing]]));
      await rows.query('delete from text where service_id = $1 and owner_id = $2 and came', [serviceId, personId]);
    });
  }

  private rows(serviceId: Id): Rows {
    return this.database.as(serviceScope(serviceId));
  }
}

const isParty = ({ role }: HeldPart): boolean => role === 'harmed' || role === 'responsible';
