// A browser without scripts over real HTTP: cookies, redirects, pages that lead on by themselves, forms with their tokens.

const MOST_STEPS = 10;

export class Browsing {
  readonly cookies = new Map<string, string>();
  html = '';
  status = 0;
  /** Where it is: path and query. */
  path = '/';
  /** An address that is not opened when something leads there; `path` is it then. */
  stopsAt: string | null = null;
  /** `Set-Cookie` lines of the last answer. */
  set: string[] = [];

  /** `headers` are sent along with every request. */
  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** A member of staff who came in by the provider of the demonstration, as a browser without scripts does. */
  static async signedIn(url: string, subject: string): Promise<Browsing> {
    const browser = new Browsing(url);
    await browser.open('/sign-in');
    await browser.send('/sign-in');
    await browser.follow();
    await browser.send(browser.path, { subject });
    await browser.follow();
    return browser;
  }

  /** What a form of the page carries beside what is typed: its key, the revision of the case, what was looked at. */
  carried(): Record<string, string> {
    const names = ['_key', '_revision', '_seen'];
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(this.html)?.[1] ?? '';
        return value === '' ? [] : [[name, value]];
      }),
    );
  }

  /** Opens an address and follows redirects. */
  open(path: string): Promise<void> {
    return this.ask(path, 'GET');
  }

  /** Sends a form of the page it is on, with the page's token. */
  send(path: string, fields: Record<string, string> | [string, string][] = {}): Promise<void> {
    const token = /name="_csrf" value="([^"]*)"/.exec(this.html)?.[1] ?? '';
    const body = new URLSearchParams(fields);
    if (!body.has('_csrf')) body.set('_csrf', token);
    return this.ask(path, 'POST', body);
  }

  /** The same with fields that stand in it several times, and with the key of the page. */
  sendAll(path: string, fields: URLSearchParams): Promise<void> {
    const token = /name="_csrf" value="([^"]*)"/.exec(this.html)?.[1] ?? '';
    const all: [string, string][] = [['_csrf', token], ...Object.entries(this.carried()), ...fields];
    return this.ask(path, 'POST', new URLSearchParams(all));
  }

  /** Sends a form of one file, with the page's token. */
  sendFile(path: string, field: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const form = new FormData();
    form.set('_csrf', /name="_csrf" value="([^"]*)"/.exec(this.html)?.[1] ?? '');
    form.set(field, new Blob([bytes]), 'a file');
    return this.ask(path, 'POST', form);
  }

  /** Goes where the page leads by itself; a form of the provider that only waits to be sent on is sent on. */
  async follow(): Promise<void> {
    const waiting = /<title>Submitting Callback[^]*action="([^"]*)"/.exec(this.html)?.[1];
    if (waiting !== undefined) {
      const hidden = [...this.html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
      await this.send(inside(waiting), Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])));
    }
    const next = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(this.html)?.[1];
    if (next !== undefined) await this.open(inside(next.replaceAll('&amp;', '&')));
  }

  private async ask(path: string, method: string, body?: URLSearchParams | FormData): Promise<void> {
    let [way, form] = [method, body];
    this.path = path;
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      if (this.stopsAt !== null && this.path.startsWith(this.stopsAt)) return;
      const reply = await fetch(this.url + this.path, {
        method: way,
        redirect: 'manual',
        headers: { ...this.headers, cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form && { body: form }),
      });
      this.html = await reply.text();
      this.status = reply.status;
      this.set = reply.headers.getSetCookie();
      for (const line of this.set) this.keep(line);
      const next = reply.headers.get('location');
      if (next === null) return;
      this.path = inside(next);
      [way, form] = ['GET', undefined];
    }
    throw new Error(`It goes round in circles at ${this.path}`);
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** Path and query of an address of ours. */
function inside(address: string): string {
  const { pathname, search } = new URL(address, 'http://localhost');
  return pathname + search;
}
