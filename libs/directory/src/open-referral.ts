// A service as Open Referral UK writes it (HSDS 3.0): the parts the directory reads, and whatever else an entry brings with it.
import { z } from 'zod';

const id = z.uuid();
const text = z.string().max(10_000);
const day = z.iso.date();
// Only what a reader can follow safely: a link with another scheme could run in the page that shows it.
const address = z.url({ protocol: /^https?$/ });

const language = z.looseObject({ id, name: text.optional(), code: text.optional() });
const phone = z.looseObject({ id, number: text.min(1), type: text.optional(), description: text.optional() });
const postal = z.looseObject({
  id,
  address_1: text,
  address_2: text.optional(),
  city: text,
  state_province: text,
  postal_code: text,
  country: text,
  address_type: z.enum(['physical', 'postal', 'virtual']),
});
const location = z.looseObject({
  id,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  addresses: z.array(postal).optional(),
});
const term = z.looseObject({ id, name: text.min(1), description: text });

/** What every entry of the directory has. Fields that are not named here are kept and given out as they came. */
export const supportEntry = z.looseObject({
  id,
  name: text.trim().min(1),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  description: text.optional(),
  url: address.optional(),
  email: z.email().optional(),
  fees_description: text.optional(),
  eligibility_description: text.optional(),
  minimum_age: z.number().min(0).max(150).optional(),
  maximum_age: z.number().min(0).max(150).optional(),
  interpretation_services: text.optional(),
  application_process: text.optional(),
  assured_date: day.optional(),
  alert: text.optional(),
  last_modified: z.iso.datetime({ offset: true }).optional(),
  organization: z.looseObject({ id, name: text.min(1), description: text, website: address.optional() }),
  phones: z.array(phone).optional(),
  languages: z.array(language).optional(),
  cost_options: z.array(z.looseObject({ id, option: text.optional(), amount: z.number().optional() })).optional(),
  schedules: z.array(z.looseObject({ id, description: text.optional() })).optional(),
  service_areas: z.array(z.looseObject({ id, name: text.optional() })).optional(),
  service_at_locations: z.array(z.looseObject({ id, location: location.optional() })).optional(),
  attributes: z.array(z.looseObject({ id, taxonomy_term: term.optional() })).optional(),
});
export type SupportEntry = z.infer<typeof supportEntry>;

const unique = (words: readonly (string | undefined)[]): string[] => [
  ...new Set(words.flatMap((word) => word?.trim().toLowerCase() || [])),
];

/** What it helps with, in lower case: the names of its taxonomy terms. */
export const needsOf = ({ attributes = [] }: SupportEntry): string[] =>
  unique(attributes.map(({ taxonomy_term }) => taxonomy_term?.name));

/** Where it helps, in lower case; none: everywhere. */
export const areasOf = ({ service_areas = [] }: SupportEntry): string[] =>
  unique(service_areas.map(({ name }) => name));

/** The words by which it is found. */
export const searchedIn = (entry: SupportEntry): string =>
  [
    entry.name,
    entry.organization.name,
    entry.description,
    entry.eligibility_description,
    ...needsOf(entry),
    ...areasOf(entry),
    ...(entry.languages ?? []).map(({ name }) => name),
  ]
    .filter(Boolean)
    .join(' ');
