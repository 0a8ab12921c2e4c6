// The commands of a case that no form sends yet, each with its reason. A form that is added strikes its command off.
export const notOnAPageYet: Readonly<Record<string, string>> = {
  recordWords:
    'sent by the intake; by hand it is for whoever takes a late letter or call, whose page is still to be written',
  confirmWordsRead: 'its page shows the words first, and is still to be written',
  declareConflict: 'sent by areas/staff/asked, which is a page of its own',
};
