// One exchange with a browser, as a page sees it: who visits, in which language, what can be asked, and how to answer.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ask } from '../api/client.js';
import type { Operation } from '../api/operation.js';
import {
  isDraft,
  languageOf,
  languageNames,
  languages,
  momentIn,
  sayIn,
  type Language,
  type Say,
} from '../locale/locale.js';
import { cookiesOf, type Cookies } from './cookies.js';
import { clearFlowState, keepFlowState, flowState } from './flow-state.js';
import type { ProblemStatus } from './http-problem.js';

/** What every page context is made with. */
export interface PageContextParts {
  readonly ask: Ask;
  readonly secure: boolean;
  readonly leaveTo: string;
  /** Addresses of the stylesheet and the script. */
  readonly assets: Readonly<Record<'style' | 'script' | 'icon', string>>;
}

/** The page of each status, by its name in the catalogue. */
const kinds = {
  400: 'invalid',
  403: 'forbidden',
  404: 'notFound',
  429: 'tooMany',
  500: 'broken',
  503: 'away',
} as const satisfies Record<ProblemStatus, string>;

/** What Nest hands to a page's method: the reply, and the page context on it. */
export type PageReply = FastifyReply & { readonly page: PageContext };

export class PageContext {
  readonly language: Language;
  readonly say: Say;
  readonly cookies: Cookies;
  private formToken: string | undefined;

  constructor(
    readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly parts: PageContextParts,
  ) {
    this.cookies = cookiesOf(request, reply, parts.secure);
    this.language = languageOf(this.cookies.language(), request.headers['accept-language']);
    this.say = sayIn(this.language);
  }

  /** Asks the API as the visitor; `token` is the session's unless given. @throws ApiError */
  ask<Answer>(question: Operation<Answer>, variables: object = {}, token = this.cookies.session()): Promise<Answer> {
    return this.parts.ask(question, { token, address: this.request.ip }, variables);
  }

  /** Shows the view of a page with what it needs beside the layout's own. */
  async show(page: string, data: object = {}, status = 200): Promise<FastifyReply> {
    return this.answer(`areas/${page}/view.njk`, data, status);
  }

  /** Shows that a request was turned away: the same bytes whatever the reason behind the status. */
  async showProblem(status: ProblemStatus): Promise<FastifyReply> {
    return this.answer('areas/public/problem/view.njk', { kind: kinds[status], back: '/' }, status);
  }

  /** Goes on to another page of ours; after a form, so that reloading does not send it again. */
  go(path: string): FastifyReply {
    return this.reply.redirect(path, 303);
  }

  /**
   * Goes on to another site, or from another site to ours, by a page that leads on by itself: `form-action` stays ours
   * alone, and what comes next counts as our own link (a Strict cookie is sent along).
   */
  async onward(url: string, title: string): Promise<FastifyReply> {
    return this.answer('kit/layout/onward.njk', { url, title }, 200);
  }

  /** What waits for the next step of signing in; see flow-state.ts. */
  readonly flowState = {
    read: <Name extends Parameters<typeof flowState>[1]>(name: Name) => flowState(this.request, name),
    keep: (...[name, value]: Rest<Parameters<typeof keepFlowState>>) => keepFlowState(this.request, name, value),
    clear: () => clearFlowState(this.request),
  };

  private async answer(view: string, data: object, status: number): Promise<FastifyReply> {
    const html = await this.reply.viewAsync(view, { ...this.layout(), ...data });
    return this.reply.code(status).type('text/html; charset=utf-8').send(html);
  }

  private layout() {
    const { language, say, parts, request } = this;
    return {
      say,
      language,
      moment: (iso: string) => momentIn(language, iso),
      otherLanguages: languages
        .filter((one) => one !== language)
        .map((one) => ({ code: one, name: languageNames[one] })),
      draft: isDraft(language),
      assets: parts.assets,
      leaveTo: parts.leaveTo,
      // Without its query: what somebody put there is not repeated.
      back: request.url.split('?')[0],
      formToken: () => (this.formToken ??= this.reply.generateCsrf()),
    };
  }
}

type Rest<All extends readonly unknown[]> = All extends readonly [unknown, ...infer Others] ? Others : never;
