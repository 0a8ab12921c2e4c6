// Kinds of readers as bits: who may read a field, and what kinds of reader somebody is.
import { getDirectiveValues, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Actor, StaffRole } from '#libs/case';

/** A set of kinds of reader, a bit each. */
export type Readers = number;

const roles = { facilitator: 2, coordinator: 4, manager: 8, safeguardingLead: 16 } as const satisfies Record<
  StaffRole,
  Readers
>;
const PARTICIPANT = 1;
// Whoever works here, whatever their roles; and whoever has not signed in.
const AT_WORK = 32;
const VISITOR = 64;
const STAFF = AT_WORK | roles.facilitator | roles.coordinator | roles.manager | roles.safeguardingLead;

/** Every signed-in reader, and everybody. */
export const SIGNED_IN: Readers = PARTICIPANT | STAFF;
export const ANYONE: Readers = SIGNED_IN | VISITOR;

const kinds: Readonly<Record<string, Readers>> = {
  anyone: ANYONE,
  participant: PARTICIPANT,
  staff: STAFF,
  ...roles,
};

/** The kinds of reader somebody is. The clock reads nothing. */
export function kindsOf(actor: Actor | null | undefined): Readers {
  if (!actor) return VISITOR;
  if (actor.kind === 'participant') return PARTICIPANT;
  if (actor.kind === 'clock') return 0;
  return actor.roles.reduce<Readers>((all, role) => all | roles[role], AT_WORK);
}

/** True when whoever is one of `some` is one of `all` as well. */
export const within = (some: Readers, all: Readers): boolean => (some & ~all) === 0;

/** Who may read a field, as its `@audience` says; nobody when it has none. */
export function audienceOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): Readers {
  const directive = schema.getDirective('audience');
  const stated = directive && field.astNode && getDirectiveValues(directive, field.astNode);
  const named = (stated?.['of'] ?? []) as readonly string[];
  return named.reduce<Readers>((all, name) => all | (kinds[name] ?? 0), 0);
}
