// The English sentences of this page.

export const en = {
  title: 'Leaving this site quickly',
  intro: 'Every page has a button "Leave this site" at the top. It signs you out and shows the weather instead.',
  keys: 'On a keyboard, you can also press the Shift key three times.',
  historyTitle: 'What stays on your device',
  history:
    'The button cannot remove this site from the list of pages your device has visited. You can do that in the settings of your browser, under "history".',
  private:
    'A private or "incognito" window keeps no such list. You can open one from the menu of your browser before you come here.',
  others: 'If somebody might look at your device, using another one is safer.',
  help: 'In an emergency, call 999.',
  back: 'Go back',
  going: 'Weather',
} as const;
