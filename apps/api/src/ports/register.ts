// What the API asks of the service's registers: people, offences and areas, kept apart from cases.
import type { Actor } from '#libs/case';

/** People, offences and areas that a service knows. */
export interface Register {
  /** Makes a person known under this id with these values (named as in libs/people); known already is no error. */
  addPerson(serviceId: string, personId: string, values: Readonly<Record<string, string>>): Promise<void>;
  /** Whether this actor may name a known person: they may search, and a search of theirs in the last day found this one. */
  hasFound(actor: Actor, personId: string): Promise<boolean>;
  /** Takes back a person who was made known and came into no case. */
  forgetNewcomer(serviceId: string, personId: string): Promise<void>;
  /** Ids of offences known by the referrer's own reference. */
  offencesByReference(serviceId: string, references: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whether the service serves this area on this day (YYYY-MM-DD). */
  serves(serviceId: string, areaId: string, on: string): Promise<boolean>;
}
