// What the pairs of a run differed in, counted by hand from their secrets: a promise about a thing that never happened would be none.
import type { CaseEvent } from '#libs/case';
import type { Pair } from './build-pair.js';

/** How often each thing was among the secrets. */
export type Met = Map<string, number>;

const kinds: Readonly<Record<string, (event: CaseEvent, pair: Pair) => boolean>> = {
  'another process': ({ type }) => type === 'process.opened',
  'a process that split': ({ type }) => type === 'process.split',
  'a process that ended': ({ type }) => type === 'process.ended',
  'another meeting': ({ type }) => type === 'conference.booked',
  'an order between two people': (event) => event.type === 'order.recorded' && event.towards !== undefined,
  'something recorded late': ({ on }) => on !== undefined,
  'an agreement': ({ type }) => type.startsWith('item.') || type === 'agreement.decided',
  'somebody who left': ({ type }) => type === 'participant.left' || type === 'member.left',
  'somebody who came back': (event, { with: { stored } }) =>
    event.type === 'participant.joined' &&
    Object.values(stored.facts.people.participants).filter((p) => p.personId === event.personId).length > 1,
  'a newcomer': ({ type }) => type === 'participant.joined' || type === 'member.joined',
  'what another person said': ({ type }) => type.startsWith('consent.'),
  'words from one side to the other': ({ type }) => type.startsWith('communication.'),
  'a concern or a pause': ({ type }) => type === 'concern.raised' || type === 'case.paused',
  'a risk': ({ type }) => type.startsWith('risk.'),
  'a colleague': ({ type }) => type.startsWith('facilitator.') || type === 'conflict.declared',
  'a case that closed': ({ type }) => type === 'case.closed',
};
export const kindsOfSecrets = Object.keys(kinds);
/** What a short run may be without: it takes a process that has come far. */
export const seldom: readonly string[] = ['a process that ended', 'another meeting', 'an agreement'];

/** Adds what one pair differs in. */
export function tally(met: Met, pair: Pair): void {
  for (const [name, is] of Object.entries(kinds))
    if (pair.secrets.some((event) => is(event, pair))) met.set(name, (met.get(name) ?? 0) + 1);
}
