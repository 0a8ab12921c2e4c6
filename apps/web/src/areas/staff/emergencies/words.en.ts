// The English sentences of this page.

export const en = {
  title: 'Opened in an emergency',
  lead: 'A facilitator opened a case that is not theirs. Read why, ask where you have to, and take note.',
  waiting: 'To take note of',
  noted: 'Noted',
  who: 'Who',
  which: 'Case',
  case: 'Open the case',
  when: 'When',
  until: 'until {{when}}',
  why: 'Why, in their words',
  next: 'Next',
  note: 'Take note',
  another: 'For somebody else to note',
  notedBy: 'Noted by',
  erased: 'No longer held',
  unnamed: 'No name is held',
  none: 'Nothing waits to be noted.',
  noneNoted: 'Nothing was noted yet.',
  pages: 'Pages of this list',
  following: 'Earlier',
} as const;
