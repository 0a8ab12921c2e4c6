// Every page, in the order a person meets them: a new page is its folder and one line here.
import { HomePage } from './public/home/controller.js';
import { ChooseLanguage } from './public/language/controller.js';
import { QuickExit } from './public/quick-exit/controller.js';
import { QuickExitExplainedPage } from './public/quick-exit/explained.js';
import { AccountPage } from './staff/account/controller.js';
import { StaffSignInCallback } from './sign-in/staff-callback/controller.js';
import { StaffSignInPage } from './sign-in/staff/controller.js';
import { SignOut } from './sign-in/sign-out/controller.js';
import { SignedOutPage } from './sign-in/signed-out/controller.js';
import { OneTimeCodePage } from './sign-in/one-time-code/controller.js';
import { InvitationPage } from './sign-in/invitation/controller.js';
import { ParticipantHomePage } from './participant/home/controller.js';

export const pages = [
  HomePage,
  ChooseLanguage,
  StaffSignInPage,
  StaffSignInCallback,
  AccountPage,
  InvitationPage,
  OneTimeCodePage,
  ParticipantHomePage,
  SignOut,
  SignedOutPage,
  QuickExit,
  QuickExitExplainedPage,
];
