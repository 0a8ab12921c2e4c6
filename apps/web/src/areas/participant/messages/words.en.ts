// The English sentences of this page.

export const en = {
  tab: 'Your page',
  title: 'Messages',
  lead: 'What we told you, word for word. What is in a message stands here alone; outside it says nothing.',
  none: 'There is no message.',
} as const;
