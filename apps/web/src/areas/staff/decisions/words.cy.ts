// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Penderfyniadau sy’n aros amdanoch',
  lead: 'Penderfyniadau: {{count}}. O’r rhain, mae {{stopped}} yn dal achos yn llonydd nes i chi benderfynu.',
  kinds: 'Mathau o benderfyniad',
  all: 'Popeth',
  concern: 'Pryderon',
  abuse: 'Ar ôl camdriniaeth',
  stopped: 'Wedi’u hatal neu eu hoedi',
  signOff: 'Llofnodi',
  channel: 'Cyswllt a aeth o’i le',
  review: 'Adolygiadau',
  hard: 'Mae popeth wedi’i atal',
  sign: 'Mae cam yn aros am eich llofnod',
  look: 'I edrych arno',
  concernOpen: 'Penderfynu ar bryder',
  isStopped: 'Wedi’i atal: edrychwch a yw hynny’n dod i ben',
  pausedByTeam: 'Wedi’i oedi gan y tîm',
  before: 'Llofnodi cyn: {{step}}',
  refuse: 'Ei wrthod',
  picture: 'Darlun o’r risg',
  noLead: 'Dim prif hwylusydd eto',
  nothing: 'Nid oes dim yn aros amdanoch.',
  gates: 'Pa mor aml y dywedodd pob gât na, y 12 mis diwethaf',
  gate: 'Gât',
  passed: 'Pasiwyd',
  refused: 'Gwrthodwyd',
};
