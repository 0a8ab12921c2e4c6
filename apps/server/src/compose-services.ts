// Opens the libs on a database and composes what the API and the worker are given.
import type {
  Casework,
  Directory,
  Drafts,
  Emergencies,
  AccessLog,
  People,
  PersonRegister,
  ReadKeeping,
  Reading,
  ReferralFiles,
  ReferralMappings,
  Register,
  Rights,
  SelfReferrals,
} from '../../api/src/index.js';
import type { Actor } from '#libs/case';
import { Casework as Cases, type Clock, PgCaseReading, PgServiceReading, servesArea } from '#libs/casework';
import { Directory as SupportServices } from '#libs/directory';
import { Drafts as DraftsKept } from '#libs/drafts';
import { Cursors, type Patience, serviceScope } from '#libs/database';
import { scopeOf, actorFor } from '#libs/permissions';
import { Measures, PgMeasures } from '#libs/measures';
import { forgetNewcomer, PgPeopleReading } from '#libs/people';
import type { MasterKeys } from '#libs/sealing';
import { SignIn } from '#libs/sign-in';
import { hasFound, PgEmergencies, PgAccessLog, PgReads } from '#libs/access-log';
import { derivedFrom } from './derived-secrets.js';
import { openServices } from '#libs/services';
import { selfReferralsOn } from './self-referrals.js';
import { openPersonRegister } from './person-register.js';
import { ReferralMappings as Mappings } from '#libs/referral-files';
import { openReferralFiles } from './referral-files.js';
import { openRights } from './rights.js';

export interface Services {
  readonly casework: Casework;
  readonly people: People;
  readonly register: Register;
  readonly reading: Reading;
  readonly measures: Measures;
  readonly personRegister: PersonRegister;
  readonly rights: Rights;
  readonly reads: ReadKeeping;
  readonly accessLog: AccessLog;
  readonly emergencies: Emergencies;
  readonly directory: Directory;
  readonly selfReferrals: SelfReferrals;
  readonly drafts: Drafts;
  readonly referralFiles: ReferralFiles;
  readonly referralMappings: ReferralMappings;
  readonly signIn: SignIn;
  stop(): Promise<void>;
}

/** How the services of a process differ from those of a test. */
export interface Composing {
  /** Throws while the time is not to be believed. */
  clock?: Clock;
  /** How long the database is waited for. */
  patience?: Patience;
  checksDisabledForTest?: boolean;
}

/** Opens the pools and the ports on them. */
export function composeServices(
  url: string,
  masterKeys: MasterKeys,
  { clock = () => new Date(), ...options }: Composing = {},
): Services {
  const inside = openServices(url, { masterKeys, ...options });
  const { pools, database, byKey, checks, people: records, store, stop } = inside;
  // What the service does of itself: who is asking, who is known, what it serves.
  const own = (serviceId: string) => database.as(serviceScope(serviceId));
  const cursors = new Cursors(...derivedFrom(masterKeys, 'cursors'));
  const casework = new Cases(store, clock);
  const reading = new PgCaseReading(database, cursors, records.sealing, checks, byKey);
  const secrets = [masterKeys.current, masterKeys.previous].flatMap((one) => one?.key ?? []);
  const keyed = { database, pool: pools.plain, cases: store, secrets, clock };
  const nameOf = async (actor: Actor) =>
    (await records.names(actor.serviceId, [actor.id], scopeOf(actor))).get(actor.id) ?? null;
  return {
    casework,
    people: {
      actorFor: (subject, serviceId, roles) =>
        actorFor(byKey.as(serviceScope(serviceId)), { subject, serviceId, roles }, clock().toISOString()),
      nameOf,
    },
    register: {
      addPerson: async (serviceId, id, values) => {
        await records.add(serviceId, values, id);
        await database.within(serviceScope(serviceId), (rows) => records.suggest(rows, serviceId, [id]));
      },
      hasFound: (actor, id) => hasFound(own(actor.serviceId), actor, id, clock().toISOString()),
      forgetNewcomer: (serviceId, id) => forgetNewcomer(own(serviceId), serviceId, id),
      offencesByReference: (serviceId, references) => store.offencesByReference(serviceId, [...references]),
      serves: (serviceId, areaId, on) => servesArea(database, serviceId, areaId, on),
    },
    reading: {
      cases: reading,
      people: new PgPeopleReading(database, cursors, checks),
      service: new PgServiceReading(database, cursors, checks),
      names: (actor, ids) => records.names(actor.serviceId, ids, scopeOf(actor)),
      // Read as the service: row-level security shows nothing of a case to whoever was only asked to take it.
      namesToCheck: (actor, ids) => records.names(actor.serviceId, ids),
      held: (actor, ids) => records.read(actor.serviceId, ids, undefined, scopeOf(actor)),
    },
    reads: new PgReads(database),
    accessLog: new PgAccessLog(database, cursors),
    emergencies: new PgEmergencies(database, inside.vault, cursors),
    measures: new Measures(new PgMeasures(database, cursors)),
    directory: new SupportServices(database, cursors, clock),
    signIn: new SignIn(keyed),
    drafts: new DraftsKept({ database, sealing: inside.vault, checks, clock }),
    selfReferrals: selfReferralsOn(keyed, nameOf),
    referralFiles: openReferralFiles(inside, masterKeys, clock),
    referralMappings: new Mappings(inside),
    personRegister: openPersonRegister(inside, cursors, casework),
    rights: openRights(inside, reading, cursors),
    stop,
  };
}
