// The English sentences of this page.

export const en = {
  title: 'Leaving this site quickly',
  firstTitle: 'Before you go on: how to leave quickly',
  intro:
    'Every page has a button "Leave this site" at the top. It ends your visit at once and shows a harmless page instead. Going back shows nothing that you typed, and nothing that is yours.',
  keys: 'On a keyboard, you can also press the Shift key three times.',
  historyTitle: 'What stays on your device',
  history:
    'The button cannot remove this site from the list of pages your device has visited, and pages that anybody can read can be opened from there. You can clear the list in the settings of your browser, under "history".',
  private:
    'A private or "incognito" window keeps no such list. You can open one from the menu of your browser before you come here.',
  others: 'If somebody might look at your device, using another one is safer.',
  help: 'In danger, call 999. If you cannot speak, call from a mobile and press 55 when asked.',
  back: 'Go back',
  goOn: 'I have read this',
} as const;
