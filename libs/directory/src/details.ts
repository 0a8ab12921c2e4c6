// What a coordinator types of a service, put into its entry: what the form does not ask stays as it came.
import { hash } from 'node:crypto';
import type { SupportEntry } from './open-referral.js';

/** An entry as the form has it. Empty texts are left out; lists are words. */
export interface ServiceDetails {
  readonly name: string;
  readonly organisation: string;
  readonly description: string;
  readonly needs: readonly string[];
  readonly areas: readonly string[];
  readonly languages: readonly string[];
  readonly telephone: string;
  readonly email: string;
  readonly website: string;
  readonly eligibility: string;
  readonly cost: string;
  readonly open: string;
  readonly isShown: boolean;
}

/** The entry with these details. `before` is the entry as it stands, null for a new one. The result is still to be read as an entry. */
export function entryOf(id: string, details: ServiceDetails, before: SupportEntry | null): unknown {
  const { attributes = [], phones = [], schedules = [], service_areas = [], languages = [] } = before ?? {};
  const own = (part: string, text: string) => idWithin(id, part, text);
  const [phone] = phones;
  const [schedule] = schedules;
  return withoutEmpty({
    ...before,
    id,
    name: details.name,
    status: details.isShown ? 'active' : 'inactive',
    description: details.description,
    email: details.email,
    url: details.website,
    eligibility_description: details.eligibility,
    fees_description: details.cost,
    organization:
      before?.organization.name === details.organisation
        ? before.organization
        : {
            id: own('organization', details.organisation),
            name: details.organisation,
            description: details.organisation,
          },
    phones: details.telephone ? [{ ...phone, id: phone?.id ?? own('phone', ''), number: details.telephone }] : [],
    schedules: details.open
      ? [{ ...schedule, id: schedule?.id ?? own('schedule', ''), description: details.open }]
      : [],
    service_areas: details.areas.map(
      (name) => service_areas.find((one) => same(one.name, name)) ?? { id: own('area', name), name },
    ),
    languages: details.languages.map(
      (name) => languages.find((one) => same(one.name, name)) ?? { id: own('language', name), name },
    ),
    attributes: [
      ...attributes.filter(({ taxonomy_term }) => taxonomy_term === undefined),
      ...details.needs.map(
        (name) =>
          attributes.find(({ taxonomy_term }) => same(taxonomy_term?.name, name)) ?? {
            id: own('attribute', name),
            link_entity: 'service',
            taxonomy_term: { id: own('need', name), name, description: name },
          },
      ),
    ],
  });
}

const same = (one: string | undefined, other: string): boolean => one?.trim().toLowerCase() === other.toLowerCase();

/** The same part of the same entry has the same id, so that an entry that is saved again is not a new one to others. */
function idWithin(id: string, part: string, text: string): string {
  const hex = hash('sha256', `${id} ${part} ${text.toLowerCase()}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const withoutEmpty = (entry: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
