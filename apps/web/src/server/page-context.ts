// One exchange with a browser, as a page sees it: who visits, in which language, what can be asked, and how to answer.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ask, SendFile } from '../api/client.js';
import type { Operation } from '../api/operation.js';
import { isDraft, languageOf, languageNames, momentIn, sayIn, type Language, type Say } from '../locale/locale.js';
import { lookModel, type Look } from '../look/look.js';
import { speaker, type Speaker } from '../locale/speaker.js';
import { nameIn } from '../vocabulary/vocabulary.js';
import type { z } from 'zod';
import { isFor, noArea, SentElsewhere, type Area, type Visitor } from './area.js';
import { cookiesOf, type Cookies } from './cookies.js';
import { clearFlowState, keepFlowState, flowState } from './flow-state.js';
import { HttpProblem } from './problem/http-problem.js';
import { timeIn } from '../locale/days.js';
import type { SessionModel } from '../kit/session/session.js';
import type { LayoutModel } from '../kit/layout/layout.js';
import type { View } from './view.js';
import type { Assets } from './views.js';

/** What every page context is made with. */
export interface PageContextParts {
  readonly ask: Ask;
  readonly sendFile: SendFile;
  readonly secure: boolean;
  readonly look: Look;
  /** Addresses of the stylesheet and the scripts. */
  readonly assets: Assets;
}

/** What Nest hands to a page's method: the reply, and the page context on it. */
export type PageReply = FastifyReply & { readonly page: PageContext };

export class PageContext {
  readonly language: Language;
  readonly cookies: Cookies;
  private formToken: string | undefined;
  private visitor: Visitor | undefined;
  /** ISO instant at which the visitor's session ends if nothing more is asked; null without one. */
  private sessionEnds: string | null = null;
  private emergency: Emergency | null = null;

  constructor(
    readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly parts: PageContextParts,
  ) {
    this.cookies = cookiesOf(request, reply, parts.secure);
    this.language = languageAmong(
      parts.look.languages,
      languageOf(this.cookies.language(), request.headers['accept-language']),
    );
  }

  /** Asks the API as the visitor; `token` is the session's unless given. @throws ApiError */
  ask<Answer, Variables extends object>(
    operation: Operation<Answer, Variables>,
    ...[variables, token = this.cookies.session()]: Arguments<Variables>
  ): Promise<Answer> {
    const sessionEnds = (at: string) => void (this.sessionEnds = at);
    return this.parts.ask(operation, { token, address: this.request.ip, sessionEnds }, variables ?? ({} as Variables));
  }

  /** Asks for a page of an area; the answer says who asked. @throws SentElsewhere when the area is not theirs; ApiError */
  async askWithin<Answer extends { readonly me: Visitor }, Variables extends object>(
    area: Area,
    operation: Operation<Answer, Variables>,
    ...variables: Arguments<Variables>
  ): Promise<Answer> {
    const answer = await this.ask(operation, ...variables);
    const elsewhere = area.elsewhere?.(answer.me) ?? null;
    if (elsewhere !== null) throw new SentElsewhere(elsewhere);
    this.visitor = answer.me;
    this.emergency = (answer as OfCase).case?.emergency ?? null;
    return answer;
  }

  /** Sends a file of referrals as the visitor; gives its id, null where it is refused. @throws ApiError */
  sendReferrals(file: Buffer): Promise<string | null> {
    return this.parts.sendFile({ token: this.cookies.session(), address: this.request.ip }, Uint8Array.from(file));
  }

  /** Reads a form in which nothing is typed: what does not fit was not sent by a page of ours. @throws HttpProblem 400 */
  readOwnForm<Form>(form: z.ZodType<Form>): Form {
    const sent = form.safeParse(this.request.body);
    if (!sent.success) throw new HttpProblem(400);
    return sent.data;
  }

  /** Says a sentence of the view's own, or one that pages share. */
  say<Own extends string>(view: View<Own>, ...[key, values]: Parameters<Say<Own>>): string {
    return sayIn<Own>(this.language, view.name)(key, values);
  }

  /** Speaks for a view: its sentences, names of the schema, days. */
  speaker<Own extends string>(view: View<Own>): Speaker<Own> {
    return speaker<Own>(this.language, view.name);
  }

  /** Shows a view with what it needs beside the layout's own. */
  show(view: View, data: object = {}, status = 200): Promise<FastifyReply> {
    return this.answer(view, view.template, data, status);
  }

  /** Answers a script of ours with a sentence. */
  sentence(text: string, status = 200): FastifyReply {
    return this.reply.code(status).type('text/plain; charset=utf-8').send(text) as FastifyReply;
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
    return this.answer({ name: 'kit', area: noArea }, 'kit/layout/onward.njk', { url, title }, 200);
  }

  /** What waits for the next step of signing in; see flow-state.ts. */
  readonly flowState = {
    read: <Name extends Parameters<typeof flowState>[1]>(name: Name) => flowState(this.request, name),
    keep: (...[name, value]: Rest<Parameters<typeof keepFlowState>>) => keepFlowState(this.request, name, value),
    clear: () => clearFlowState(this.request),
  };

  private async answer(view: Pick<View, 'name' | 'area'>, template: string, data: object, status: number) {
    const html = await this.reply.viewAsync(template, { ...this.layout(view), ...data });
    return this.reply.code(status).type('text/html; charset=utf-8').send(html) as FastifyReply;
  }

  /** Links of the area's bar that are for this visitor. */
  private bar({ bar = [] }: Area): LayoutModel['bar'] {
    const path = this.request.url.split('?')[0] ?? '/';
    return bar
      .filter(({ to }) => to === undefined || isFor(to, this.visitor?.roles))
      .map((link) => ({ ...link, current: path === link.href || path.startsWith(`${link.href}/`) }));
  }

  /** The session as a page warns of its end; null for a visitor without one. */
  session(): SessionModel | null {
    if (this.sessionEnds === null) return null;
    const left = Math.max(0, Date.parse(this.sessionEnds) - Date.now());
    return { until: timeIn(this.language, this.sessionEnds), left };
  }

  private signedIn(): LayoutModel['signedIn'] {
    if (!this.visitor?.roles) return null;
    const roles = this.visitor.roles.map((role) => nameIn(this.language, 'staffRoles', role));
    return { name: this.visitor.name ?? '', roles: roles.join(', ') };
  }

  /** What kit/layout needs. */
  private layout({ name, area }: Pick<View, 'name' | 'area'>): LayoutModel {
    const { language, parts, request } = this;
    return {
      area,
      say: sayIn(language, name),
      language,
      moment: (iso: string) => momentIn(language, iso),
      bar: this.bar(area),
      signedIn: this.signedIn(),
      session: this.session(),
      emergency: this.emergency,
      otherLanguages: parts.look.languages
        .filter((one) => one !== language)
        .map((one) => ({ code: one, name: languageNames[one] })),
      draft: isDraft(language),
      assets: parts.assets,
      leaveTo: parts.look.leaveTo,
      look: lookModel(parts.look, language, sayIn(language, name)('site.name')),
      // Without its query: what a visitor put there is not repeated.
      back: request.url.split('?')[0] ?? '/',
      formToken: () => (this.formToken ??= this.reply.generateCsrf()),
    };
  }
}

/** A case that is seen by an emergency alone, where the page asked for one; its banner stands on each of its pages. */
interface Emergency {
  readonly id: string;
  /** Instant, ISO 8601. */
  readonly until: string;
}
interface OfCase {
  readonly case?: { readonly emergency?: Emergency | null } | null;
}

/** The language wanted, or the service's first where it does not have that one. */
const languageAmong = (offered: readonly Language[], wanted: Language): Language =>
  offered.find((one) => one === wanted) ?? offered[0] ?? wanted;

/** Variables may be left out where there are none. */
type Arguments<Variables> = keyof Variables extends never
  ? [variables?: Variables, token?: string | null]
  : string extends keyof Variables
    ? [variables?: Variables, token?: string | null]
    : [variables: Variables, token?: string | null];
type Rest<All extends readonly unknown[]> = All extends readonly [unknown, ...infer Others] ? Others : never;
