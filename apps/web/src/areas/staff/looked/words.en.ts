// The English sentences of this page.

export const en = {
  title: 'Who looked at case {{reference}}',
  heading: 'Who looked',
  lead: 'Everybody who was shown something of this case, latest first. Looking at this list is written down too.',
  who: 'Who',
  when: 'When',
  why: 'Why they may',
  how: 'What they did',
  you: 'You',
  assisted: 'signed in with the help of {{who}}',
  none: 'Nobody has looked yet.',
  pages: 'Pages of this list',
  following: 'Earlier',
} as const;
