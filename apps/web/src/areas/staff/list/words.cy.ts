// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  open: 'Achosion agored',
  waitingFor: 'Yn aros am: {{who}}',
  waitingOver: 'Yn aros yn rhy hir am: {{who}}',
  unassigned: 'Heb brif hwylusydd',
  workload: 'Achosion agored un hwylusydd',
  lost: 'Wedi’u cau heb broses',
  passed: 'pasiwyd',
  refused: 'gwrthodwyd',
  deviations: 'Gwnaed er bod drws ar gau',
  period: '{{from}} i {{to}}',
  case: 'Achos',
  stage: 'Cam',
  lead: 'Prif hwylusydd',
  opened: 'Agorwyd',
  closed: 'Caewyd',
  nobody: 'Neb eto',
  none: 'Nid oes achos yn y rhestr hon.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Y dudalen nesaf',
};
