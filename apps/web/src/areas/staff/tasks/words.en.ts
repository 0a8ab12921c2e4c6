// The English sentences of this page.

export const en = {
  title: 'Tasks',
  lead: 'To do for you and your roles: {{count}}.',
  oldest: 'oldest: {{age}}',
  open: 'Go to it',
  finished: 'Done',
  none: 'There is nothing to do.',
  pages: 'Pages of this list',
  following: 'Next page',
} as const;
