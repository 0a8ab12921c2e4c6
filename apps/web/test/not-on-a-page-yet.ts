// The commands of a case that no form sends yet, each with its reason. A form that is added strikes its command off.
const waits = 'its form is still to be written: until then it is sent over GraphQL';

export const notOnAPageYet: Readonly<Record<string, string>> = {
  addParticipant: waits,
  recordSafeContact: waits,
  giveConsent: waits,
  askFacilitator: waits,
  declareConflict: 'sent by areas/staff/asked, which is a page of its own',
  assignFacilitator: waits,
  openProcess: waits,
};
