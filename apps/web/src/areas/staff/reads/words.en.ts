// The English sentences of this page.

export const en = {
  title: '{{reason}}: each time',
  reads: 'Reads',
  when: 'When',
  which: 'Case',
  open: 'Open the case',
  several: 'Cases: {{count}}',
  why: 'Why they may',
  how: 'What they did',
  none: 'Nothing was read.',
  pages: 'Pages of this list',
  following: 'Earlier',
} as const;
