// Kinds of readers as bits: which readers may read a field, and which kinds of reader a caller is.
import { getDirectiveValues, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Actor, StaffRole } from '#libs/case';

/** A set of kinds of reader, a bit each. */
export type Readers = number;

const roles = { facilitator: 2, coordinator: 4, manager: 8, safeguardingLead: 16 } as const satisfies Record<
  StaffRole,
  Readers
>;
const PARTICIPANT = 1;
// A member of staff, whatever their roles; and a caller who has not signed in.
const AT_WORK = 32;
const VISITOR = 64;
const STAFF = AT_WORK | roles.facilitator | roles.coordinator | roles.manager | roles.safeguardingLead;

/** Every signed-in reader, and every reader. */
export const SIGNED_IN: Readers = PARTICIPANT | STAFF;
export const ANYONE: Readers = SIGNED_IN | VISITOR;

const kinds: Readonly<Record<string, Readers>> = {
  anyone: ANYONE,
  participant: PARTICIPANT,
  staff: STAFF,
  ...roles,
};

/** The kinds of reader a caller is. The clock reads nothing. */
export function kindsOf(actor: Actor | null | undefined): Readers {
  if (!actor) return VISITOR;
  if (actor.kind === 'participant') return PARTICIPANT;
  if (actor.kind === 'clock') return 0;
  return actor.roles.reduce<Readers>((all, role) => all | roles[role], AT_WORK);
}

/** True when every kind in `some` is in `all` as well. */
export const within = (some: Readers, all: Readers): boolean => (some & ~all) === 0;

/** The readers of a field, as its `@audience` says; none when it has none. */
export function audienceOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): Readers {
  const directive = schema.getDirective('audience');
  const stated = directive && field.astNode && getDirectiveValues(directive, field.astNode);
  const named = (stated?.['of'] ?? []) as readonly string[];
  return named.reduce<Readers>((all, name) => all | (kinds[name] ?? 0), 0);
}
