// The export as a page to read: plain, accessible, complete; whether anything was withheld it does not say, whatever was.
import { consentPurposes, type Purpose } from '#libs/case';
import { consentSection } from '../consent/document.js';
import { markup, page, paragraphs, spoken, spokenDay, table, type Html } from '../html.js';
import type { Export } from './assemble.js';

/** A whole page, in English. */
export function exportDocument(data: Export, made: { receivedOn: string; at: string; controller: string }): string {
  return page(
    'en',
    'What we hold about you',
    markup`<p>You asked for this on ${spokenDay(made.receivedOn)}. It was put together on ${spoken(made.at)} by ${made.controller}.</p>
<p>It holds what is about you. What is about other people is not in it.</p>
${withheld}
${table(
  'About you',
  ['What', 'What we hold'],
  data.about.map(({ says, value }) => [says, value]),
)}
${data.cases.map(caseSection)}
${table(
  'What was shared about you',
  ['When', 'With whom', 'Why it was allowed', 'Were you told?', 'What'],
  data.disclosures.map((d) => [spokenDay(d.on), d.to, d.ground, d.told, d.what]),
)}
${table(
  'Who looked at your record',
  ['Day', 'Who'],
  data.reads.map(({ on, who }) => [spokenDay(on), who]),
)}
${table(
  'What we keep, how long, and why',
  ['What', 'Who answers for it', 'Legal ground', 'How long', 'Why'],
  data.kept.map(({ what, controller, lawfulBasis, howLong, why }) => [what, controller, lawfulBasis, howLong, why]),
)}
`,
  );
}

// The same words for everybody: a number, or a ground, would change with what somebody else did.
const withheld = markup`<p>The law lets us withhold some things: what is about somebody else or was said by them, what would put somebody
in danger, legal advice, and what would harm an investigation. We do not say whether anything was. You can ask us to look again, or
complain to the Information Commissioner.</p>`;

const NONE = markup``;
const list = (title: string, parts: readonly Html[]): Html =>
  parts.length === 0 ? NONE : markup`<h3>${title}</h3>\n${parts}`;

const caseSection = (one: Export['cases'][number]): Html => markup`<h2>Case ${one.reference}</h2>
<p>Your part: ${one.role}.</p>
${list('What happened', one.happened.map(entry))}
${list('What you agreed to, word for word', one.consents.map(consent))}
${list('Letters and messages between you and others', one.letters.map(letter))}
${table(
  'What was agreed with you',
  ['What', 'By when', 'How it went'],
  one.agreed.map(({ what, dueOn, outcome }) => [what, spokenDay(dueOn), outcome]),
)}
${table(
  'What we told you',
  ['When', 'What'],
  one.messages.map(({ on, words }) => [spokenDay(on), words]),
)}
${list('Notes by staff', one.notes.map(entry))}
`;

type Entry = Export['cases'][number]['happened'][number];
const entry = ({ at, what, details, words }: Entry): Html => markup`<h4>${spoken(at)}: ${what}</h4>
${Object.entries(details).map(([name, value]) => markup`<p>${name}: ${value}</p>\n`)}${words.map(quoted)}`;
const quoted = (words: string): Html => markup`<blockquote>\n${paragraphs(words)}</blockquote>\n`;

const consent = (given: Export['cases'][number]['consents'][number]): Html =>
  markup`<h4>${consentPurposes[given.purpose as Purpose].asks}</h4>\n${consentSection(given)}`;

const letter = ({ kind, direction, at, words }: Export['cases'][number]['letters'][number]): Html =>
  markup`<h4>${kind} that you ${direction === 'written' ? 'wrote' : 'received'}${at === '' ? '' : `, ${spoken(at)}`}</h4>
${words === null ? markup`<p>The words are no longer held.</p>` : quoted(words)}`;
