// Goes through pages by their links, as somebody who presses every one: each kind of page some times, none twice.
import type { Browsing } from './http-visitor.js';

/** A page that was opened. */
export interface Crawled {
  /** Its address without ids: pages of one kind are drawn by one template. */
  readonly kind: string;
  readonly path: string;
  readonly status: number;
  readonly html: string;
  /** The page whose link led here. */
  readonly from: string;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What a crawl does not press: what ends the visit, changes the language, or is no page of ours. */
const LEFT_OUT = /^\/(leave|sign-out|language|assets|oidc|graphql|graphiql)(\/|\?|$)/;

/** The kind of an address; forms of commands are one kind where not `each` form is opened. */
const kindOf = (path: string, each: boolean): string => {
  const kind = (path.split('?')[0] ?? path).replaceAll(ID, ':id').replace(/:id[.%][^/]*$/, ':question');
  return each ? kind : kind.replace(/\/do\/.*/, '/do/:form');
};

/** The addresses of ours that a page links to. */
export const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="([^"#]+)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith('/') && !LEFT_OUT.test(href));

/** Opens what `start` names and what each page leads to: of each kind `most`; of `each` form of a command as many. */
export async function crawl(
  visitor: Browsing,
  start: readonly string[],
  { most, each }: { readonly most: number; readonly each: boolean },
): Promise<Crawled[]> {
  const found: Crawled[] = [];
  const opened = new Map<string, number>();
  const known = new Set(start);
  const waiting = start.map((path) => ({ path, from: '' }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const kind = kindOf(next.path, each);
    const times = opened.get(kind) ?? 0;
    if (times >= most) continue;
    opened.set(kind, times + 1);
    await visitor.open(next.path);
    const { html, status } = visitor;
    found.push({ kind, path: next.path, status, html, from: next.from });
    for (const path of linksIn(html)) {
      if (known.has(path)) continue;
      known.add(path);
      waiting.push({ path, from: next.path });
    }
  }
  return found;
}

/** What no page may have, whoever reads it: `names` are those of people, which no title holds. */
export function wrongOn({ path, status, html, from }: Crawled, names: readonly string[]): string[] {
  // What somebody asked for in vain is named where unusual reading is shown, and is not there.
  if (status === 404 && from.startsWith('/reading/')) return [];
  if (status !== 200) return [`${path}: ${status}, led to by ${from}`];
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.trim() ?? '';
  const foreign = [
    ...html.matchAll(/<(?:script|img|link|iframe|source|form)\b[^>]*(?:src|href|action)="(https?:[^"]*)"/g),
  ];
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
  return [
    ...(title === '' ? [`${path}: no title`] : []),
    ...names.filter((name) => title.includes(name)).map((name) => `${path}: ${name} in its title`),
    ...((html.match(/<h1\b/g) ?? []).length === 1 ? [] : [`${path}: not one h1`]),
    ...foreign.map(([, url]) => `${path}: asks ${url}`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}: id ${id} twice`),
    ...(/\[object Object\]|>undefined<|>null<|{{/.test(html) ? [`${path}: a value that is no words`] : []),
  ];
}
