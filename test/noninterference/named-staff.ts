// The people of simulated cases, by what they do in the twin services.
import type { Actor } from '#libs/case';
import { SERVICE, staff } from './twin-service.js';

const lives: Readonly<Record<string, Actor>> = {
  fay: staff.lead,
  finn: staff.coFacilitator,
  fox: staff.supervisor,
  fern: staff.coFacilitator,
  flo: staff.supervisor,
  sam: staff.safeguardingLead,
  sue: staff.safeguardingLead,
  max: staff.manager,
  cai: staff.coordinator,
};

/** Who speaks here for somebody of a simulated case. */
export const namedActor = (actor: Actor): Actor =>
  actor.kind === 'participant'
    ? { ...actor, serviceId: SERVICE }
    : actor.kind === 'clock'
      ? { ...actor, serviceId: SERVICE }
      : (lives[actor.id] ?? actor);
/** The names of the simulation's staff replaced by who they are here. */
export const named = <T>(value: T): T => {
  if (typeof value === 'string') return (lives[value]?.id ?? value) as T;
  if (Array.isArray(value)) return value.map(named) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner)])) as T;
};
