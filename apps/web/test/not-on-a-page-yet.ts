// The commands of a case that no form sends yet, each with its reason. A form that is added strikes its command off.
export const notOnAPageYet: Readonly<Record<string, string>> = {
  declareConflict: 'sent by areas/staff/asked, which is a page of its own',
};
