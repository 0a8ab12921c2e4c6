// The English sentences of this page.

export const en = {
  tab: 'Your page',
  title: 'Your visits',
  lead: 'Where you are signed in now. A visit that you do not know is not yours: end it, and tell us.',
  here: 'This visit, on this device',
  elsewhere: 'A visit since {{on}}',
  times: 'Began {{began}}. Last used {{seen}}.',
  end: 'End this visit',
  endHere: 'End this visit, and leave',
  helped: 'When we helped you in',
  helpedText: 'A code was read out to you on these days.',
} as const;
