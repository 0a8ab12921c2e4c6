// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Am ba hyd y cedwir cofnodion',
  lead: 'Cynigir yr hyn sy’n ddyledus gan un rheolwr fel rhestr sefydlog, a’i gymeradwyo gan un arall. Dim ond wedyn y mae rhediad yn ei dynnu.',
  propose: 'Cynnig yr hyn sy’n ddyledus',
  now: 'Nawr',
  what: 'Beth',
  records: 'Cofnodion',
  next: 'Nesaf',
  due: 'Yn ddyledus i’w dynnu nawr',
  held: 'Yn aros oherwydd dal: {{count}}',
  proposed: 'Wedi’i gynnig',
  by: 'gan {{who}}, {{day}}',
  approved: 'Cymeradwywyd gan {{who}}, {{day}}',
  another: 'Mae rheolwr arall yn ei gymeradwyo',
  approve: 'Edrych a chymeradwyo',
  nothing: 'Dim',
  classes: 'Dosbarthiadau o gofnodion',
  basis: 'Sail gyfreithiol',
  howLong: 'Am ba hyd',
  since: 'Gosodwyd',
  example: 'Enghraifft: cadarnhewch neu newidiwch hi',
  change: 'Ei newid',
  runs: 'Yr hyn a aeth',
  number: 'Rhediad',
  when: 'Pryd',
  stayed: 'Arhosodd',
  noRun: 'Nid oes rhediad wedi tynnu dim.',
};
