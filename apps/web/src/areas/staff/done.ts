// What was just done, said on the page that a form leads to: the address names the form, and nothing else.
import type { NoticeModel } from '../../kit/notice/notice.js';
import type { Speaker } from '../../locale/speaker.js';
import type { PageContext } from '../../server/page-context.js';
import type { View } from '../../server/view.js';
import { actAt } from './acts-of-staff.js';
import { formAt } from './forms-of-commands.js';

/** Null where nothing was, or the address names no form. */
export function doneNotice(page: PageContext, { say, name }: Speaker): NoticeModel | null {
  const address = queryOf(page).get('done') ?? '';
  const form = formAt(address);
  const act = form ? undefined : actAt(address);
  const what = form ? name('steps', form.verb) : act ? page.say({ name: act.view } as View, 'title') : null;
  return what === null ? null : { kind: 'good', shape: 'check', what: say('form.saved', { what }) };
}

/** The id of what the act that was just done made; null where the address says none. */
export function madeBy(page: PageContext, form: string): string | null {
  const query = queryOf(page);
  return query.get('done') === form ? query.get('made') : null;
}

/** What the address of a page asks for. */
export const queryOf = ({ request }: PageContext): URLSearchParams =>
  new URLSearchParams(request.url.split('?')[1] ?? '');
