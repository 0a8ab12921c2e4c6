// The public pages as files: one Markdown file a page, language and form, read once when the pages start.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import markdownIt from 'markdown-it';
import { languages, type Language } from '../locale/locale.js';

/** The pages in the order in which they are listed. Each is its address below /read: a word that gives nobody away. */
export const guidePages = [
  'what-it-is',
  'step-by-step',
  'who-does-what',
  'what-you-say',
  'advice',
  'stopping',
  'rights',
  'putting-right',
  'beside-somebody',
  'professionals',
  'complaints',
] as const;
export type GuidePage = (typeof guidePages)[number];

/** `easy`: Easy Read, short sentences one a line. Large print and paper are the same words, drawn otherwise. */
export const writtenForms = ['plain', 'easy'] as const;
export type WrittenForm = (typeof writtenForms)[number];

export interface GuideText {
  /** What the browser's tab says: a word or two that mean nothing to whoever looks over a shoulder. */
  readonly tab: string;
  /** The first heading. */
  readonly title: string;
  /** The words as they were written, without the lines at the top. */
  readonly markdown: string;
  /** The words as HTML, the first heading included. HTML in a file is shown as text. */
  readonly html: string;
}

export type Guide = (page: GuidePage, language: Language, form: WrittenForm) => GuideText;

const ours = join(import.meta.dirname, 'pages');
const markdown = markdownIt({ html: false, linkify: false, typographer: false });

/**
 * Reads every page. A file in `own` (`PAGE/en.md`, `PAGE/cy.easy.md`) takes the place of ours with the same name.
 * `{telephone}` stands for the service's number in brackets, or for nothing.
 * @throws Error naming the file in which the tab's words or the heading are missing.
 */
export function readGuide(own: string | null, telephone: string | null): Guide {
  const texts = new Map<string, GuideText>();
  for (const page of guidePages)
    for (const language of languages)
      for (const form of writtenForms) {
        const name = join(page, `${language}${form === 'easy' ? '.easy' : ''}.md`);
        const replaced = own === null ? null : join(own, name);
        const path = replaced !== null && existsSync(replaced) ? replaced : join(ours, name);
        texts.set(`${page} ${language} ${form}`, textFrom(readFileSync(path, 'utf8'), path, telephone));
      }
  return (page, language, form) => texts.get(`${page} ${language} ${form}`) as GuideText;
}

function textFrom(file: string, path: string, telephone: string | null): GuideText {
  const [, tab, words = ''] = /^---\ntab: ([^\n]+)\n---\n([^]*)$/.exec(file.replaceAll('\r\n', '\n')) ?? [];
  const title = /^# (.+)$/m.exec(words)?.[1];
  if (tab === undefined || title === undefined)
    throw new Error(`${path} must begin with "---", "tab: …", "---", and have one heading "# …".`);
  const text = words.trim().replaceAll('{telephone}', telephone === null ? '' : ` (${telephone})`);
  return { tab: tab.trim(), title: title.trim(), markdown: text, html: markdown.render(text) };
}
