// Who is asking, as the rest of the house names them; the shapes of libs/case, stated here so that the shell stands by itself.

/** Roles staff hold in their service. */
export type StaffRole = 'facilitator' | 'safeguardingLead' | 'manager' | 'coordinator';

/** The person behind a request. Ids only: a name is a personal record and is read apart. */
export type Actor =
  | { readonly kind: 'staff'; readonly id: string; readonly serviceId: string; readonly roles: readonly StaffRole[] }
  | { readonly kind: 'participant'; readonly id: string; readonly serviceId: string };
