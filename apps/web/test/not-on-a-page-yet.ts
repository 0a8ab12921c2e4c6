// The mutations of the schema that no page sends, each with its reason. A page that is added strikes its mutation off.
export const notOnAPageYet: Readonly<Record<string, string>> = {
  recordWords:
    'sent by the intake; by hand it is for whoever takes a late letter or call, whose page is still to be written',
  confirmWordsRead: 'its page shows the words first, and is still to be written',
  declareConflict: 'sent by areas/staff/asked, which is a page of its own',
  ping: 'for clients that check that they can send mutations at all',
  openCase: 'its page is still to be written',
};
