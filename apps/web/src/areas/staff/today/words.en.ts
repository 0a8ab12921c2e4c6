// The English sentences of this page.

export const en = {
  title: 'Today',
  lead: '{{day}}. Matters of safety: {{safety}}. Due: {{due}}.',
  safety: 'Safety first',
  meeting: 'Today’s meeting',
  due: 'Due and overdue',
  forMe: 'Waiting for you',
  onOthers: 'Waiting on others',
  concernOpen: 'A concern is open',
  frozen: 'Contact of substance and progress are held until it is decided.',
  nothing: 'Nothing needs you today.',
  beside: 'Beside your work',
  offer: 'Will you take a case?',
  offered: 'is offered to you. You see no more until you say whether you are connected with anybody in it.',
  look: 'Look at the names',
  lists: 'Short lists',
  allMine: 'All my cases',
  meetings: 'At the meeting',
  notContacted: 'At the beginning',
  supervision: 'Cases I supervise',
  emergencyOpen: 'Open a case in an emergency',
} as const;
