// What every view is given beside its own data: kit/layout draws what stands around a page from it.
import type { Language, Say } from '../../locale/locale.js';
import type { LookModel } from '../../look/look.js';
import type { SessionModel } from '../session/session.js';
import type { Area, BarLink } from '../../server/area.js';

export interface LayoutModel {
  readonly area: Area;
  /** Says a sentence of the page, or one that pages share. */
  readonly say: Say;
  readonly language: Language;
  /** An instant in words, in the clock of England and Wales. */
  readonly moment: (iso: string) => string;
  /** Links of the area's bar that the visitor is shown; the one that leads here is current. */
  readonly bar: readonly (BarLink & { readonly current: boolean })[];
  /** Who is signed in, where the page asked; null else. */
  readonly signedIn: { readonly name: string; readonly roles: string } | null;
  /** The session that a page warns of; null for a visitor without one. */
  readonly session: SessionModel | null;
  /** The case of this page is seen by an emergency alone: until when, and its id to end it; null else. */
  readonly emergency: { readonly id: string; readonly until: string } | null;
  readonly otherLanguages: readonly { readonly code: Language; readonly name: string }[];
  /** True: the page says that its sentences are drafts. */
  readonly draft: boolean;
  /** Addresses of what every page loads. */
  readonly assets: Readonly<Record<'style' | 'script' | 'session' | 'icon', string>> & {
    readonly staffScripts: readonly string[];
  };
  /** How the pages of this service look. */
  readonly look: LookModel;
  /** Where "Leave this site" leads. */
  readonly leaveTo: string;
  /** The path that choosing a language leads back to. */
  readonly back: string;
  /** The token of the page's forms. Made when it is first asked for, since it sets a cookie. */
  readonly formToken: () => string;
}
