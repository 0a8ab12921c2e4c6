// The English sentences of this page.

export const en = {
  title: 'Where case {{reference}} stands',
  lead: 'Every state that a process can be in, and where each can lead. The picture is drawn from the machine that decides.',
  here: 'It is here',
  leads: 'Can lead to: {{to}}',
  leadsNowhere: 'Leads nowhere: it is the end',
} as const;
