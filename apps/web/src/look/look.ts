// How the pages of one service look, by a file of settings: its name, mark, colours, telephone, areas, languages, and where leaving leads.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import { languages, type Language } from '../locale/locale.js';
import { contrast } from './contrast.js';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'must look like #1d4e4a' });
const inEach = z.strictObject({ en: z.string().min(1).max(100), cy: z.string().min(1).max(100) });
const text = z.string().trim().min(1).max(100);

/** The file, JSON. What is left out stays as it comes. Paths are read from the folder of the file. */
const file = z.strictObject({
  /** What the pages are called. Choose words that give nobody away: they stand in every tab. */
  name: text.optional(),
  /** An SVG or PNG in the place of the two rings. */
  mark: z.string().optional(),
  /** Buttons and headings; white stands on it. */
  brand: colour.optional(),
  /** Lines; never text. */
  accent: colour.optional(),
  telephone: text.optional(),
  /** When the telephone is answered, as after "call us: 0808…,". */
  hours: inEach.optional(),
  languages: z.array(z.enum(languages)).min(1).optional(),
  /** The areas that the service works in, as people call them. */
  areas: z.array(text).max(40).optional(),
  /** Areas of other services, to which people who live there are handed over. */
  neighbours: z
    .array(z.strictObject({ area: text, service: text, telephone: text.optional() }))
    .max(40)
    .optional(),
  /** Where "Leave this site" leads. */
  leaveTo: z.url({ protocol: /^https$/ }).optional(),
  /** A folder of public pages of the service's own; see content/guide.ts. */
  words: z.string().optional(),
});
type File = z.infer<typeof file>;

export interface Look extends Pick<File, 'name' | 'telephone' | 'hours'> {
  readonly languages: readonly Language[];
  readonly areas: readonly string[];
  readonly neighbours: NonNullable<File['neighbours']>;
  readonly leaveTo: string;
  readonly words: string | null;
  /** Sets the colours; null where they stay as they come. */
  readonly style: Asset | null;
  readonly mark: Asset | null;
}

/** A file that every page loads; its address holds a part of its hash, so that a browser may keep it for good. */
export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
}

/** What the layout draws: the name, the telephone in the reader's language, and addresses of what is loaded. */
export interface LookModel {
  readonly name: string;
  readonly telephone: string | null;
  /** Where a tap on it leads. */
  readonly call: string | null;
  readonly hours: string | null;
  readonly style: string | null;
  readonly mark: string | null;
}

/** `usual` is what the pages are called where the service says nothing. */
export const lookModel = (look: Look, language: Language, usual: string): LookModel => ({
  name: look.name ?? usual,
  telephone: look.telephone ?? null,
  call: callTo(look.telephone),
  hours: look.hours?.[language] ?? null,
  style: look.style?.url ?? null,
  mark: look.mark?.url ?? null,
});

/** `tel:` and the number, for a tap on a phone; null for what is more than one number, such as one with words or an extension. */
export const callTo = (telephone: string | null | undefined): string | null =>
  /^\+?[\d -]{3,}$/.test(telephone ?? '') ? `tel:${telephone?.replaceAll(/[ -]/g, '')}` : null;

/** A page that any person might have open. */
const LEAVE_TO = 'https://www.bbc.co.uk/weather';

/** Least contrast of white words on the brand (WCAG 1.4.3). */
const READABLE = 4.5;

/** Reads the file; null: everything as it comes. @throws Error with one line that names the file and what is wrong. */
export function readLook(path: string | null): Look {
  const said = path === null ? {} : read(path);
  const beside = (name: string) => resolve(dirname(path ?? '.'), name);
  const { brand, accent, mark } = said;
  if (brand !== undefined && contrast(brand, '#ffffff') < READABLE)
    throw new Error(`${path}: brand: white words cannot be read on ${brand}.`);
  const ending = extname(mark ?? '').slice(1);
  if (mark !== undefined && ending !== 'svg' && ending !== 'png')
    throw new Error(`${path}: mark: must be an SVG or a PNG.`);
  const set = [
    ...(brand === undefined ? [] : [`--concord-brand:${brand};--concord-brand-deep:${brand}`]),
    ...(accent === undefined ? [] : [`--concord-accent:${accent}`]),
  ];
  return {
    ...said,
    languages: said.languages ?? languages,
    areas: said.areas ?? [],
    neighbours: said.neighbours ?? [],
    leaveTo: said.leaveTo ?? LEAVE_TO,
    words: said.words === undefined ? null : beside(said.words),
    style:
      set.length === 0 ? null : asset('look', 'css', 'text/css; charset=utf-8', Buffer.from(`:root{${set.join(';')}}`)),
    mark:
      mark === undefined
        ? null
        : asset('mark', ending, ending === 'png' ? 'image/png' : 'image/svg+xml', readFileSync(beside(mark))),
  };
}

function read(path: string): File {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`SERVICE_LOOK: ${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const said = file.safeParse(json);
  if (said.success) return said.data;
  const wrong = said.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`);
  throw new Error(`SERVICE_LOOK: ${path}: ${wrong.join('; ')}`);
}

/** Names what is served after what is in it. */
export const asset = (name: string, ending: string, type: string, body: Buffer): Asset => ({
  url: `/assets/${name}-${hash('sha256', body, 'hex').slice(0, 16)}.${ending}`,
  type,
  body,
});
