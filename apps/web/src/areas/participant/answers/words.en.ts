// The English sentences of this page.

export const en = {
  tab: 'Your page',
  title: 'What I agreed to',
  lead: 'Each question stands for itself. You can read what you said, print it, and change it at any time.',
  asked: 'We ask you now',
  answered: 'What you said',
  none: 'You have not answered anything yet.',
  open: 'Only if you want to',
  openText: 'You can answer these when you like, or leave them as they are.',
  given: 'Yes, {{on}}',
  refused: 'No, {{on}}',
  withdrawn: 'Taken back, {{on}}',
  notNow: 'Not now, {{on}}. We ask again on {{again}}',
  unanswered: 'Not answered',
} as const;
