// Reads staff roles out of a token where the issuer is set to say them.
import type { StaffRole } from '#libs/case';
import type { RolesClaim } from './options.js';

/** The roles a payload claims; null when the staff register is to say them. A claim that is missing claims none. */
export function rolesIn(
  payload: Readonly<Record<string, unknown>>,
  setting: RolesClaim | undefined,
): StaffRole[] | null {
  if (!setting) return null;
  const { claim, as } = setting;
  const said = Object.hasOwn(payload, claim) ? payload[claim] : inside(payload, claim.split('.'));
  const words = Array.isArray(said) ? said : typeof said === 'string' ? said.split(' ') : [];
  const roles = words.flatMap((word) => (typeof word === 'string' && Object.hasOwn(as, word) ? [as[word]] : []));
  return [...new Set(roles)].filter((role) => role !== undefined);
}

const inside = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as never)[name] : undefined),
    value,
  );
