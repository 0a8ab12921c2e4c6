// The mutations of the schema that no page sends, each with its reason. A page that is added strikes its mutation off.
export const notOnAPageYet: Readonly<Record<string, string>> = {
  declareConflict: 'sent by areas/staff/asked, which is a page of its own',
  ping: 'for clients that check that they can send mutations at all',
  openCase: 'its page is still to be written',
  saveReferralMapping: 'sent by programs until its page is written; `npm run refer -- --from FILE` takes a mapping',
};
