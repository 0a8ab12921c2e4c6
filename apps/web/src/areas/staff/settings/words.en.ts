// The English sentences of this page.

export const en = {
  title: 'Settings',
  lead: 'The numbers by which the service works. A number of the service’s own is set with npm run service; where it says nothing, the default stands.',
  what: 'What',
  value: 'In force',
  default: 'Default',
  why: 'Why the default is that',
  own: 'the service’s own',
  none: 'There is no setting.',
} as const;
