// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Rhowch eich cod',
  text: 'Mae’r cod ar y papur a gawsoch, neu dywedwyd ef wrthych. Mae ynddo lythrennau a rhifau.',
  label: 'Eich cod',
  hint: 'Nid yw bylchau a llinellau toriad o bwys.',
  button: 'Parhau',
  back: 'A fuoch yma o’r blaen? Mae’r un cod yn dod â chi yn ôl. Daw cod byr newydd atoch wedyn yn y ffordd sy’n ddiogel i chi.',
  lost: 'Os nad oes gennych god, neu os nad yw’n gweithio, siaradwch â’r person a soniodd wrthych am y dudalen hon.',
  missing: 'Rhowch eich cod',
  shape: 'Dim ond llythrennau a rhifau sydd yn y cod. Gwiriwch ef a’i roi eto.',
};
