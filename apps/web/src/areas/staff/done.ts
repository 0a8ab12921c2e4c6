// What was just done, said on the page that a form leads to: the address names the form, and nothing else.
import type { NoticeModel } from '../../kit/notice/notice.js';
import type { Speaker } from '../../locale/speaker.js';
import type { PageContext } from '../../server/page-context.js';
import { formAt } from './forms-of-commands.js';

/** Null where nothing was, or the address names no form. */
export function doneNotice(page: PageContext, { say, name }: Speaker): NoticeModel | null {
  const query = new URLSearchParams(page.request.url.split('?')[1] ?? '');
  const form = formAt(query.get('done') ?? '');
  if (!form) return null;
  return { kind: 'good', shape: 'check', what: say('form.saved', { what: name('steps', form.verb) }) };
}
