// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  theDay: 'Diwrnod y cyfarfod, ar un sgrin',
  title: 'Achos {{reference}}',
  next: 'Beth sy’n dod nesaf',
  now: 'Nawr:',
  records: 'Rhoi rhywbeth ar gofnod yn y broses hon',
  ofCase: 'Yr achos cyfan',
  recordsOfCase: 'Rhoi rhywbeth ar gofnod yn yr achos',
  people: 'Pobl',
  apart: 'Mae’r hyn y mae pob ochr yn ei ddweud wrthych yn aros ar ei thudalen ei hun.',
  beside: 'Am yr achos hwn',
  glance: 'Cipolwg',
  tasks: 'I’w wneud',
  days: 'Dyddiau i’w cadw',
  overdue: 'Hwyr',
  messages: 'Negeseuon',
  happened: 'Beth ddigwyddodd ddiwethaf',
  everything: 'Popeth a ddigwyddodd',
};
