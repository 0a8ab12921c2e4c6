// The English sentences of this page.

export const en = {
  title: 'Your page',
  lead: 'You are signed in.',
  nothing: 'There is nothing for you to do here today.',
  where: 'Where things are',
  inContact: 'We are in contact with you.',
  preparing: 'We are preparing with you.',
  meetingBooked: 'A meeting that you attend is booked.',
  afterwards: 'The meeting you attended is over. We stay in touch with you.',
  ended: 'Our work with you on this has come to an end.',
  meeting: 'You have a date: {{when}}.',
  signOut: 'Sign out',
} as const;
