// Says a blocker in plain sentences, from the words of libs/case: what stands there, which one, and who can supply it.
import {
  arrangements,
  checkpoints,
  consentPurposes,
  explainedItems,
  levels,
  parts,
  partsOf,
  processTypes,
  rules,
  suppliers,
  type Arrangement,
  type Blocker,
  type ConsentKey,
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

/** What was left out or is wrong: something to explain by its words, anything else by the name of its field. */
const lacking = (about: string) => {
  const [field, one] = about.split(':');
  return field === 'explained' && one
    ? `not explained: ${row(explainedItems, one)?.says ?? one}`
    : about.replace(':', ': ');
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

/** Which one is meant, where the rule alone does not say. */
const which: { readonly [R in Rule]?: (about: string) => string | undefined } = {
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
  processType: process,
  indirectOnly: process,
  unsound: lacking,
};

/** For example: "A safeguarding sign-off is missing: Is it safe to make first contact? A coordinator can supply it." */
export function inWords({ rule, about, who }: Blocker): string {
  const one = which[rule]?.(about);
  const what = one ? `${rules[rule]}: ${one}` : rules[rule];
  const ended = /[.?!]$/.test(what) ? what : `${what}.`;
  const by = suppliers[who].says;
  return who === 'clock'
    ? `${ended} It comes with time.`
    : `${ended} ${by[0]?.toUpperCase()}${by.slice(1)} can supply it.`;
}
