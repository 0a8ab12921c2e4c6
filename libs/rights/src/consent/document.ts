// The page on which a consent is printed again: the exact words in their language, and when and how they were agreed to.
import { consentForms, type ConsentForm } from '#libs/case';
import { markup, page, paragraphs, spoken, spokenDay, type Html } from '../html.js';
import type { Shown } from './shown.js';

/** A page to print. The words stand in the language they were shown in; what frames them in English. */
export const shownDocument = (shown: Shown): string =>
  page('en', 'What you were asked, and what you agreed to', consentSection(shown));

/** One consent as a part of a page. */
export function consentSection(shown: Shown): Html {
  const form = consentForms[shown.form as ConsentForm]?.says ?? shown.form;
  const end = shown.endedAt === null ? '' : ` Taken back on ${spoken(shown.endedAt)}.`;
  const words =
    shown.words === null
      ? markup`<p>The words of this version are no longer held.</p>\n`
      : markup`<blockquote lang="${shown.language}">\n${paragraphs(shown.words)}</blockquote>\n`;
  return markup`<p>Agreed on ${spoken(shown.givenAt)}. How: ${form}.${end}</p>
<p>These are the words you were shown, version ${shown.version}:</p>
${words}<p>Explained to you on ${spokenDay(shown.explained.on)}.</p>
<p>${proof(shown)}</p>
`;
}

const proof = ({ proven, sha256 }: Shown): string =>
  proven
    ? `The record of your answer holds the digital fingerprint of these words (SHA-256 ${sha256}), and they still have it.`
    : 'The record of your answer names the version of the words; it does not hold their digital fingerprint.';
