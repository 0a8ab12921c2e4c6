// The questions of the default consent texts in Welsh: drafts that no translator has checked yet.
import type { ExplainedItem, Purpose } from '#libs/case';

export const asksInWelsh: Record<Purpose, string> = {
  contact: 'Gawn ni gysylltu â chi am gyfiawnder adferol?',
  interest: 'Gaiff y person hwn wybod bod gennych ddiddordeb?',
  nameKnown: 'Gaiff y person hwn wybod eich enw?',
  share: 'Gawn ni rannu hyn â’r sefydliad a enwir?',
  prepare: 'Ydych chi’n cytuno i gael eich paratoi ar gyfer proses adferol?',
  takePart: 'Ydych chi’n cytuno i gymryd rhan yn y math hwn o broses?',
  receive: 'Ydych chi’n fodlon derbyn y math hwn o neges oddi wrth rywun ar yr ochr arall?',
  receiptKnown: 'Gaiff yr anfonwr wybod eich bod wedi ei dderbyn neu ei ddarllen?',
  attendance: 'Ydych chi’n derbyn bod y person hwn yn bresennol?',
  spokenFor: 'Gaiff y person hwn siarad drosoch chi?',
  coWorking: 'Ydych chi’n cytuno i ail hwylusydd?',
  recording: 'Gawn ni recordio sain neu luniau?',
  outcomeReport: 'Gawn ni roi gwybod am y canlyniad i’r derbynnydd a enwir?',
  agreementItem: 'Ydych chi’n cytuno i’r eitem hon?',
  followUp: 'Gawn ni gysylltu â chi wedyn?',
  survey: 'Gawn ni ofyn am eich adborth?',
  research: 'Gaiff ymchwilwyr gysylltu â chi yn nes ymlaen?',
  training: 'Gawn ni ddefnyddio eich stori ar gyfer hyfforddiant, yn ddienw?',
  publicity: 'Gawn ni ddefnyddio eich stori yn gyhoeddus?',
};

export const explainedInWelsh: Record<ExplainedItem, string> = {
  voluntary: 'Mae’n wirfoddol, a gellir ei atal unrhyw bryd heb reswm',
  process: 'Beth yw’r broses, a’r dewisiadau',
  outcomes: 'Beth all ddod ohoni, a beth sy’n annhebygol',
  supervision: 'Sut y goruchwylir unrhyw beth y cytunir arno',
  consequences: 'Canlyniadau posibl, a’r effaith ar achosion cyfreithiol sydd ar y gweill',
  noNeedToForgive: 'Nid oes rhaid i neb faddau',
  advice: 'Yr hawl i gyngor cyfreithiol ac i gyfieithu ar y pryd',
  confidentiality: 'Cyfrinachedd a’i derfynau',
  dataUse: 'Pwy fydd yn gweld data, ac am ba hyd',
  complaints: 'Sut i gwyno',
};
