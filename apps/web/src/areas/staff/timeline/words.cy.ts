// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Llinell amser achos {{reference}}',
  happened: 'Beth ddigwyddodd',
  asItWas: 'Fel yr oedd ar',
  show: 'Dangos',
  asThen: 'Fel yr oedd ar ddiwedd {{day}}, yn y cam {{stage}}.',
  today: 'Fel y mae nawr',
  kinds: 'Mathau',
  all: 'Popeth',
  contact: 'Cyswllt',
  consent: 'Cydsyniad',
  safety: 'Diogelwch',
  people: 'Pobl',
  preparation: 'Paratoi',
  meeting: 'Cyfarfod',
  words: 'Llythyrau a negeseuon',
  case: 'Yr achos',
  older: 'Dyma’r cant cofnod olaf. Am rai hŷn, dewiswch ddiwrnod yn y gorffennol.',
};
