// What the environment says of a sign-in service's tokens: which service they are for, and who says the roles of staff.
import { isUuid, type StaffRole } from '#libs/case';

/** A claim, and the sign-in service's words for our roles. */
export interface RolesClaim {
  readonly claim: string;
  readonly as: Readonly<Record<string, StaffRole>>;
}

const ours: readonly StaffRole[] = ['facilitator', 'coordinator', 'manager', 'safeguardingLead'];
const isOurs = (name: string): name is StaffRole => (ours as readonly string[]).includes(name);

/** AUTH_SERVICE, AUTH_ROLES_CLAIM and AUTH_ROLES; `wrong` takes a line for each that cannot be used. */
export function claimsFrom(
  read: (name: string) => string | null,
  wrong: (line: string) => null,
): { service: string | null; roles: RolesClaim | null } {
  const service = read('AUTH_SERVICE');
  if (service !== null && !isUuid(service)) wrong('AUTH_SERVICE must be the id of a service.');
  return { service, roles: rolesFrom(read('AUTH_ROLES_CLAIM'), read('AUTH_ROLES'), wrong) };
}

/** Both or neither: with a claim alone no user would have a role, with role words alone nothing would read them. */
function rolesFrom(claim: string | null, words: string | null, wrong: (line: string) => null): RolesClaim | null {
  if (claim === null && words === null) return null;
  if (claim === null || words === null)
    return wrong(`${claim === null ? 'AUTH_ROLES_CLAIM' : 'AUTH_ROLES'} is missing: roles from claims need both.`);
  const as: Record<string, StaffRole> = {};
  for (const pair of words.split(',')) {
    const [word = '', role = ''] = pair.split('=').map((part) => part.trim());
    if (word === '' || !isOurs(role)) {
      return wrong(`AUTH_ROLES must look like rj-leads=safeguardingLead, with roles ${ours.join(', ')}.`);
    }
    as[word] = role;
  }
  return { claim, as };
}
