// An entry of the directory as readers see it: one telephone number, one line an address.
import type { FoundService, SupportEntry } from '#libs/directory';

/** `SupportService` of the schema. */
export function supportServiceView({ entry, checkedOn, isOverdue }: FoundService) {
  const { phones = [], contacts } = entry as SupportEntry & { contacts?: { phones?: { number?: string }[] }[] };
  return {
    id: entry.id,
    name: entry.name,
    organisation: entry.organization.name,
    description: entry.description,
    needs: named((entry.attributes ?? []).map(({ taxonomy_term }) => taxonomy_term?.name)),
    areas: named((entry.service_areas ?? []).map(({ name }) => name)),
    languages: named((entry.languages ?? []).map(({ name, code }) => name ?? code)),
    telephone: phones[0]?.number ?? contacts?.[0]?.phones?.[0]?.number,
    email: entry.email,
    website: entry.url ?? entry.organization.website,
    addresses: addressesOf(entry),
    eligibility: entry.eligibility_description,
    cost: entry.fees_description ?? named((entry.cost_options ?? []).map(({ option }) => option)).join(', '),
    open: named((entry.schedules ?? []).map(({ description }) => description)).join(', ') || null,
    alert: entry.alert,
    isShown: entry.status === 'active',
    checkedOn,
    isOverdue,
  };
}

const named = (words: readonly (string | undefined)[]): string[] => words.flatMap((word) => word?.trim() || []);

const addressesOf = ({ service_at_locations = [] }: SupportEntry): string[] =>
  service_at_locations.flatMap(({ location }) =>
    (location?.addresses ?? []).map(({ address_1, address_2, city, postal_code }) =>
      named([address_1, address_2, city, postal_code]).join(', '),
    ),
  );
