// Every page, in the order a person meets them: a new page is its folder and one line here.
import { HomePage } from './public/home/controller.js';
import { ChooseLanguage } from './public/language/controller.js';
import { Leave } from './public/quick-exit/controller.js';
import { LeavingPage } from './public/quick-exit/explained.js';
import { MePage } from './staff/account/controller.js';
import { SignInCallback } from './sign-in/staff-callback/controller.js';
import { SignInPage } from './sign-in/staff/controller.js';
import { SignOut } from './sign-in/sign-out/controller.js';
import { SignedOutPage } from './sign-in/signed-out/controller.js';
import { StartCodePage } from './sign-in/one-time-code/controller.js';
import { StartPage } from './sign-in/invitation/controller.js';
import { YourPage } from './participant/home/controller.js';

export const pages = [
  HomePage,
  ChooseLanguage,
  SignInPage,
  SignInCallback,
  MePage,
  StartPage,
  StartCodePage,
  YourPage,
  SignOut,
  SignedOutPage,
  Leave,
  LeavingPage,
];
