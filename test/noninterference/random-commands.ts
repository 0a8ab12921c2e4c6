// What is said in a pair: commands and previews of every kind, filled with ids of either service, one's own and other people's.
import type { Facts, Id } from '#libs/case';
import { sample } from '../harness/api/sample-commands.js';
import type { Chance } from '../simulation/chance.js';
import { besides, commanding, commands, mayName, placed, previewed, type IdVariables } from './requests.js';
import type { Pair } from './build-pair.js';
import { NOBODY } from './people.js';
import { staff } from './service-staff.js';

// What a participant may say themselves is tried more often than the rest.
const spoken = [
  'giveConsent',
  'refuseConsent',
  'deferConsent',
  'withdrawConsent',
  'reconfirmConsent',
  'recordSafeContact',
  'recordNeeds',
  'recordInitiative',
  'statePreference',
  'askHelp',
  'stateReadiness',
  'raiseConcern',
  'agreeCommunication',
  'takeBackCommunication',
  'takeBackAcknowledgement',
  'noteReceipt',
  'pauseSession',
].filter((verb) => previewed.includes(verb));

/** One request: its document and what it is filled with. */
export interface Request {
  readonly about: string;
  readonly query: string;
  readonly variables: object;
}

/** Of the variables, those that a document takes. */
export const used = (document: string, variables: object): object =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => document.includes(`$${name}:`)));

/** A verb to preview. */
export const drawnVerb = (pair: Pair, by: Chance): string =>
  (pair.actor.kind === 'participant' && by.percent(60) ? by.one(spoken) : by.one(previewed)) ?? 'raiseConcern';

/** A command of any kind, on the case of the pair or on none. */
export function command(pair: Pair, ids: IdVariables, by: Chance, key: string, tried: Set<string>): Request {
  const verb =
    pair.actor.kind === 'participant' && by.percent(60)
      ? (by.one(spoken) ?? 'raiseConcern')
      : (by.one(commands)?.name ?? '');
  tried.add(verb);
  const event = eventOf(verb, pair, ids, by);
  const caseId = by.percent(90) ? ids.theCase : by.some([ids.nobody, ids.other]);
  const opens = verb === 'openCase';
  return {
    about: `${verb} ${JSON.stringify(event)}`,
    query: commanding(verb),
    variables: { command: opens ? { key } : { caseId, key }, ...(event === null ? {} : { event }) },
  };
}

/** A page that begins at a place which is none. */
export function fromNowhere(ids: object, by: Chance): Request {
  const query = by.one(placed) ?? '{ me { id } }';
  return { about: query, query, variables: used(query, ids) };
}

/** A mutation that is no command. */
export function beside(ids: object, by: Chance): Request {
  const one = by.one(besides);
  const query = one?.query ?? 'mutation { ping }';
  return { about: one?.name ?? '', query, variables: used(query, ids) };
}

/** What is said with a verb: a sample of the schema's, filled with ids of the pair, one's own or another's. */
export function eventOf(verb: string, pair: Pair, ids: IdVariables, by: Chance): Record<string, unknown> | null {
  const { facts } = pair.with.stored;
  const whose = by.percent(75) ? ids.self : by.some([ids.other, ids.nobody]);
  const one = (record: object): Id => by.one(Object.keys(record)) ?? ids.nobody;
  const named: Readonly<Record<string, Id>> = {
    participantId: whose,
    about: ids.other,
    processId: one(facts.processes),
    communicationId: one(communications(facts)),
    itemId: one(items(facts)),
    freezeId: one(facts.safeguarding.freezes),
    deviationId: one(facts.deviations.of),
    concernId: one(facts.safeguarding.concerns),
    orderId: one(facts.safeguarding.orders),
    staffId: by.some([pair.actor.id, staff.lead.id, ids.nobody]),
    from: ids.other,
    to: ids.self,
    doer: ids.other,
    recipient: ids.self,
    adultId: ids.other,
  };
  const event = sample(verb, named);
  if (!event) return null;
  const optional = (mayName.get(verb) ?? []).flatMap((field): [string, Id][] =>
    by.percent(field === 'processId' ? 75 : 30)
      ? [[field, named[field] ?? by.some([ids.other, ids.self, ids.nobody])]]
      : [],
  );
  return { ...event, ...Object.fromEntries(optional), ...('purpose' in event ? consenting(verb, pair, ids, by) : {}) };
}

/** A question of consent that could be asked of the reader, and an answer that could be whole. */
function consenting(verb: string, pair: Pair, ids: IdVariables, by: Chance): object {
  const processes = Object.entries(pair.without.stored.facts.processes);
  const [processId, process] = by.one(processes) ?? [ids.nobody, null];
  const type = process?.type?.type ?? 'letter';
  const [purpose, about] = by.some<[string, string | null]>([
    ['contact', null],
    ['prepare', null],
    ['survey', null],
    ['interest', ids.other],
    ['takePart', type],
    ['receive', 'letter'],
    ['attendance', ids.other],
    ['share', 'Victim Support'],
  ]);
  const inProcess = ['prepare', 'takePart', 'receive', 'attendance'].includes(purpose) && by.percent(80);
  const asked = { purpose, ...(inProcess ? { processId } : {}), ...(about === null ? {} : { about }) };
  if (verb !== 'giveConsent') return asked;
  const items = [
    'voluntary',
    'process',
    'outcomes',
    'agreements',
    'consequences',
    'noForgiveness',
    'advice',
    'confidentiality',
    'dataUse',
    'complaints',
  ];
  const explained = { items: items.slice(by.upTo(3)), by: staff.lead.id, on: '2026-03-02', language: 'en' };
  return { ...asked, ...(by.percent(30) ? { explained } : {}), form: by.some(['written', 'electronic']) };
}

const communications = ({ processes }: Facts): object =>
  Object.assign({}, ...Object.values(processes).map(({ communication }) => communication.of)) as object;
const items = ({ processes }: Facts): object =>
  Object.assign({}, ...Object.values(processes).map(({ agreement }) => agreement.items)) as object;

/** The ids that requests are filled with. */
export function idsOf(pair: Pair, by: Chance): IdVariables {
  const { facts } = pair.with.stored;
  const people = Object.keys(facts.people.participants);
  const others = [
    ...people.filter((id) => id !== pair.self),
    ...Object.keys(facts.safeguarding.concerns),
    ...Object.keys(facts.processes),
    ...Object.keys(communications(facts)),
  ];
  return {
    theCase: pair.own && by.percent(50) ? pair.own.without.stored.facts.caseId : facts.caseId,
    other: by.one(others) ?? NOBODY,
    self: pair.self,
    stranger: staff.managerElsewhere.id,
    nobody: NOBODY,
  };
}
