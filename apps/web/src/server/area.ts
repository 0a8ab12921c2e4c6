// What the pages of an area have in common: who belongs there, what leads on from each, and what stands around it.
import type { SharedKey } from '../locale/locale.js';

/** What the API says of the person who is signed in, as far as an area must know it. */
export interface Visitor {
  readonly kind: 'staff' | 'participant';
  /** What they are called, where the page asked for it. */
  readonly name?: string | null;
  /** Roles held in the service, where the page asked for them. */
  readonly roles?: readonly string[];
}

/** A link of the bar above the pages of an area. */
export interface BarLink {
  readonly href: string;
  readonly text: SharedKey;
  /** Roles that it is shown to; left out: everybody of the area. */
  readonly to?: readonly string[];
}

export interface Area {
  /** The template that its views extend, from the top of the sources. */
  readonly layout: string;
  /** Links in the bar above each of its pages. */
  readonly bar?: readonly BarLink[];
  /** Links at the foot of each of its pages. */
  readonly navigation: readonly { readonly href: string; readonly text: SharedKey }[];
  /**
   * Where a visitor is sent who does not belong here; null for those who do. A courtesy: what a person may read or do is
   * decided by the API alone. Left out where every visitor may come.
   */
  readonly elsewhere?: (visitor: Visitor) => string | null;
}

/** Whether a link or a page is for somebody with these roles. A courtesy, as `elsewhere` is: who may is decided by the API. */
export function isFor(to: readonly string[], held: readonly string[] = []): boolean {
  const all = new Set(held);
  return to.some((role) => all.has(role));
}

/** What stands around pages that belong to no area: problems, and pages that lead on. */
export const noArea: Area = {
  layout: 'kit/layout/page.njk',
  navigation: [{ href: '/', text: 'site.home' }],
};

/** A visitor asked for a page of an area that is not theirs, and is sent to one that is. */
export class SentElsewhere extends Error {
  constructor(readonly path: string) {
    super('another area');
  }
}
