// The service of a story with the pages before it, over real HTTP: its staff work with forms and links alone, on the clock of the story.
import { randomBytes } from 'node:crypto';
import { apiClient } from '../../../apps/web/src/api/client.js';
import { SignIn } from '../../../apps/web/src/areas/sign-in/staff-callback/page.generated.js';
import { startWeb } from '../../../apps/web/src/index.js';
import { pagesFolder } from '../../../apps/web/src/pages-folder.js';
import { startRunningService, type RunningService } from '../api/running-service.js';
import type { Colleague } from '../../scenario/colleagues.js';
import { filledIn, formsIn, type Answers } from './forms-in-html.js';
import { Browsing } from './http-visitor.js';

/** What the pages and the API of these tests share. */
const SECRET = 'known to the pages of this test';

export interface ServiceWithPages {
  readonly service: RunningService;
  /** Where people come in, without a trailing slash. */
  readonly url: string;
  /** Signs a colleague in, without the provider; gives the token of the session. It ends by the clock of the story. */
  session(who: Colleague): Promise<string>;
  /** A colleague at a desk of their own, signed in whenever their session has ended. */
  desk(who: Colleague): Desk;
  ends(): Promise<void>;
}

export async function startServiceWithPages(): Promise<ServiceWithPages> {
  const service = await startRunningService({ webSecret: [SECRET], trustedDocuments: pagesFolder });
  const apiUrl = `${service.url}/graphql`;
  const web = await startWeb({
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    apiUrl,
    apiSecret: SECRET,
    key: randomBytes(32),
    issuer: null,
    log: { level: 'silent' },
  });
  const ask = apiClient(apiUrl, SECRET);
  const session = async (who: Colleague) => {
    const idToken = await service.idTokenOf(who);
    const { signInStaff } = await ask(SignIn, { token: null, address: '127.0.0.1' }, { idToken });
    if (signInStaff.__typename !== 'SignedIn') throw new Error(`${who} is not let in`);
    return signInStaff.token;
  };
  return {
    service,
    url: web.url,
    session,
    desk: (who) => new Desk(web.url, () => session(who)),
    ends: async () => {
      await web.stop();
      await service.ends();
    },
  };
}

/** One member of staff before the pages: they open what they see a link to, and send the forms that they are shown. */
export class Desk {
  private readonly browser: Browsing;
  /** Pages opened and forms sent since Today was opened: what the member of staff waited for. */
  steps = 0;
  /** Forms that did something. */
  done = 0;

  constructor(
    url: string,
    private readonly signIn: () => Promise<string>,
  ) {
    this.browser = new Browsing(url);
  }

  get html(): string {
    return this.browser.html;
  }
  get path(): string {
    return this.browser.path;
  }
  get status(): number {
    return this.browser.status;
  }
  /** What is said below the head of the page, without marks. */
  get text(): string {
    const main = this.html.slice(this.html.indexOf('<main'));
    return main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  }
  /** The addresses that the page leads to. */
  get links(): string[] {
    return [...this.html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  }

  /** Begins at Today, signed in. */
  async today(): Promise<void> {
    await this.open('/today');
    this.steps = 1;
  }
  /** Types an address, as from a bookmark. */
  async open(path: string): Promise<void> {
    await this.browser.open(path);
    if (this.path === '/sign-in' || this.path === '/signed-out') {
      this.browser.cookies.set('session', await this.signIn());
      await this.browser.open(path);
    }
    this.steps += 1;
  }
  /** Follows the first link of this page whose address fits. @throws Error where there is none */
  async follow(address: RegExp): Promise<void> {
    const href = this.links.find((one) => address.test(one));
    if (href === undefined) throw new Error(`${this.path} leads nowhere like ${address}: ${this.links.join(' ')}`);
    await this.browser.open(href);
    if (this.status >= 400) throw new Error(`${href} answers ${this.status}`);
    this.steps += 1;
  }
  /** Fills in the form of this page and presses its button; gives the status. `press`: the value of the button. */
  async send(answers: Answers, { press, form }: { press?: string; form?: RegExp } = {}): Promise<number> {
    const forms = formsIn(this.html).filter(({ action }) =>
      form ? form.test(action) : /\/(do|day|asked|concern|words)\b/.test(action),
    );
    const [found] = forms;
    if (!found) throw new Error(`${this.path} has no such form`);
    await this.browser.send(found.action || this.path, filledIn(found, answers, press));
    this.steps += 1;
    return this.status;
  }
  /** The same, and then again where it is first shown who will be told. @throws Error with what the page says where it was not done */
  async does(answers: Answers = {}, how: { press?: string; form?: RegExp } = {}): Promise<void> {
    await this.send(answers, how);
    if (this.status === 200 && this.html.includes('name="_seen"')) await this.send({}, how);
    if (this.status !== 200 || !this.path.includes('?done=')) throw new Error(this.why());
    this.done += 1;
  }
  /** Presses a button of the day, with what was ticked or typed; gives the status. */
  async onTheDay(deed: string, answers: Answers = {}): Promise<number> {
    const form = formsIn(this.html).find(({ buttons }) => buttons.some(({ value }) => value === deed));
    if (!form) throw new Error(`${this.path} has no way to ${deed}: ${this.text}`);
    await this.browser.send(form.action, filledIn(form, answers, deed));
    this.steps += 1;
    if (this.status === 200) this.done += 1;
    return this.status;
  }
  /** Says on the page of names whether they are connected with anybody: `yes` or `no`. */
  async declares(connected: 'yes' | 'no'): Promise<void> {
    await this.send({}, { press: connected });
    if (this.path !== '/today') throw new Error(this.why());
    this.done += 1;
  }
  /** What the page says is wrong. */
  why(): string {
    const summary = /<div[^>]*class="govuk-error-summary[^]*?<\/ul>/.exec(this.html)?.[0] ?? this.text.slice(0, 600);
    return `${this.path} answers ${this.status}: ${summary.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')}`;
  }
}
