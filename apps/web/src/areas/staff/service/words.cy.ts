// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Y gwasanaeth',
  work: 'Gwaith',
  tasks: 'Tasgau',
  referrals: 'Ffeiliau o atgyfeiriadau',
  allocation: 'Pwy allai gymryd pa achos',
  duplicates: 'Pwy all fod yn un person',
  loads: 'Beth y mae pob hwylusydd yn ei gario',
  funnel: 'O atgyfeirio i gau',
  looking: 'Pwy edrychodd',
  emergencies: 'Agorwyd mewn argyfwng',
  reading: 'Darllen anarferol',
  people: 'Pobl a gosodiadau',
  staff: 'Pobl yma',
  settings: 'Gosodiadau',
  texts: 'Testunau cydsynio',
  rights: 'Hawliau a chadw',
  requests: 'Pwy sy’n gofyn am yr hyn a gedwir amdanynt',
  disclosures: 'Datgeliadau',
  organisations: 'Sefydliadau a chytundebau',
  retention: 'Am ba hyd y cedwir cofnodion',
  holds: 'Daliadau cyfreithiol',
  areas: 'Ardaloedd a wasanaethir heddiw',
  area: 'Ardal',
  commissioner: 'Ar gyfer',
  until: 'Tan',
  noEnd: 'Nid oes diwedd wedi’i osod',
  noAreas: 'Ni wasanaethir unrhyw ardal heddiw.',
  from: 'Ers',
};
