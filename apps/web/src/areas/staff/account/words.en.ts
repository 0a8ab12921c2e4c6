// The English sentences of this page.

export const en = {
  title: 'Who you are here',
  name: 'Name',
  noName: 'No name is kept',
  roles: 'Roles',
  noRoles: 'None',
  service: 'Service',
  noService: 'Not shown',
  sessionsTitle: 'Where you are signed in',
  thisOne: 'This device',
  other: 'Another device',
  began: 'Signed in',
  seen: 'Last used',
  until: 'Ends at the latest',
  end: 'Sign this one out',
  signOut: 'Sign out',
  everywhere: 'Sign out everywhere',
  everywhereText: 'Ends your sign-in on every device at once, this one too.',
} as const;
