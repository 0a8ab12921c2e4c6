// Says a blocker in plain sentences, from the words of libs/case: what stands there, which one, and who can supply it.
import {
  arrangements,
  caseStates,
  checkpoints,
  conferenceSteps,
  doorways,
  consentPurposes,
  explainedItems,
  levels,
  parts,
  partsOf,
  processTypes,
  rules,
  stages,
  suppliers,
  whatsRightIn,
  type Arrangement,
  type Blocker,
  type ConsentKey,
  type EventType,
  type Reach,
  type Rule,
} from '#libs/case';

/** The words of a table's row, when the name is one of its own. */
const row = <R extends object>(table: Readonly<Record<string, R>>, name: string): R | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const checkpoint = (about: string) => row(checkpoints, about.split('|')[0] ?? '')?.asks;
const consent = (about: string) => row(consentPurposes, partsOf(about as ConsentKey).purpose ?? '')?.asks;
const consentText = (about: string) => {
  const [purpose = '', version, language] = about.split(':');
  return `version ${version} in ${language}, for: ${row(consentPurposes, purpose)?.asks ?? purpose}`;
};
const arrangement = (about: string) => row<{ asks: string }>(arrangements, about as Arrangement)?.asks;
const seat = (about: string) =>
  about
    .split(',')
    .map((part) => row(parts, part)?.says ?? part)
    .join(', or ');
const process = (about: string) => row(processTypes, about)?.says;

/** What was left out or is wrong: something to explain by its words, anything else by its field and what that must hold. */
const lacking = (about: string, event?: EventType) => {
  const [field, one] = about.split(':');
  if (field === 'explained' && one) return `not explained: ${row(explainedItems, one)?.says ?? one}`;
  const named = one === undefined ? `${field}` : `${field} (${one})`;
  return `${named} ${whatsRightIn(about, event) ?? 'is not written as it must be'}`;
};

/** What the facilitators lack, by the names libs/case gives (R35, R41). */
const fit: Readonly<Record<string, string>> = {
  'two-facilitators': 'a sensitive case needs two facilitators',
  advanced: 'a sensitive case needs an Advanced practitioner',
  supervisor: 'a sensitive case needs a supervisor',
  'training:sensitive': 'training for sensitive and complex cases is missing',
  registration: 'registration has ended or is not known',
  supervision: 'the last supervision is too long ago or not known',
  availability: 'not available',
  caseload: 'the caseload would go over the limit',
  'supervisor-on-case': 'a supervisor does not supervise their own case',
  ...Object.fromEntries(Object.keys(levels).map((l) => [`level:${l}`, `level ${l} does not allow this duty`])),
};

/** Where a case or process must stand first: "when a meeting is booked, or when ...". */
const places = (about: string) => {
  const all = about
    .split(',')
    .map((place) => row<{ when: string }>({ ...caseStates, ...stages, ...conferenceSteps }, place));
  return all.includes(undefined) ? undefined : `it can when ${all.map((place) => place?.when).join(', or when ')}`;
};
/** What must be there before a sign-off can be made (R87). */
const reached: Readonly<Record<Reach, string>> = {
  always: 'nothing has to come first',
  spokenWith: 'somebody must have spoken with this person first',
  capacityAssessed: 'capacity must be assessed first',
  typeChosen: 'the kind of process must be chosen first',
  assessed: 'risk and strengths must be assessed first',
  lastDays: 'it is signed in the last days before a meeting that is booked',
  today: 'it is signed on the day of a meeting that is booked',
  agreedBySender: 'the sender must have agreed to the exact text first',
  delivered: 'something must have taken place first',
  notKept: 'it is signed where something agreed was not kept',
};
const comesFirst = (about: string) => {
  const signed = row<{ reach: Reach }>(checkpoints, about.split('|')[0] ?? '');
  return signed && reached[signed.reach];
};

/** Which one is meant, where the rule alone does not say. */
const which: { readonly [R in Rule]?: (about: string, event?: EventType) => string | undefined } = {
  checkpoint,
  lapsed: checkpoint,
  refused: checkpoint,
  consent,
  consentEnded: consent,
  consentLapsed: consent,
  consentNotWritten: consent,
  reconfirmation: consent,
  consentText,
  sharingAgreement: (about) => about,
  notNow: consent,
  outstanding: (about) => (about.endsWith(',suitability') ? 'the process has not been found suitable' : undefined),
  arrangement,
  facilitatorFit: (about) => fit[about],
  seat,
  notHere: places,
  notReached: comesFirst,
  step: (about) => row(doorways, about)?.opens,
  processType: process,
  indirectOnly: process,
  unsound: lacking,
};

/** `event` is what was refused, where something was. For example: "A safeguarding sign-off is missing: Is it safe to make first contact? A coordinator can supply it." */
export function inWords({ rule, about, who }: Blocker, event?: EventType): string {
  const one = which[rule]?.(about, event);
  const what = one ? `${rules[rule]}: ${one}` : rules[rule];
  const ended = /[.?!]$/.test(what) ? what : `${what}.`;
  const by = suppliers[who].says;
  return who === 'clock'
    ? `${ended} It comes with time.`
    : `${ended} ${by[0]?.toUpperCase()}${by.slice(1)} can supply it.`;
}
