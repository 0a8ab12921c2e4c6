// A file of referrals that was looked at is taken, in the background.
import { actForm } from '../../../../command-form/act.js';

export const takeReferrals = actForm('takeReferrals', {
  for: ['coordinator', 'manager'],
  backTo: '/referrals',
  about: 'file',
  own: {
    whose: {
      kind: 'name',
      required: true,
      list: false,
      of: 'referrers',
      names: ['police', 'youth-justice', 'self'],
    },
  },
  show: ['whose'],
  sends: ({ file, whose }) => ({ file, from: whose }),
  words: {
    en: {
      title: 'Take a file of referrals',
      intro: 'It is taken in the background. A row that was taken before is not taken again.',
      whose: 'Whose file is it?',
      send: 'Take it',
    },
    cy: {
      title: 'Cymryd ffeil o atgyfeiriadau',
      intro: 'Cymerir hi yn y cefndir. Ni chymerir eto res a gymerwyd o’r blaen.',
      whose: 'Ffeil pwy ydyw?',
      send: 'Ei chymryd',
    },
  },
});
