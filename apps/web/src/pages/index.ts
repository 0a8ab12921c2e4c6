// Every page, in the order a person meets them: a new page is its folder and one line here.
import { HomePage } from './home/controller.js';
import { ChooseLanguage } from './language/controller.js';
import { Leave } from './leave/controller.js';
import { LeavingPage } from './leaving/controller.js';
import { MePage } from './me/controller.js';
import { SignInCallback } from './sign-in/callback/controller.js';
import { SignInPage } from './sign-in/controller.js';
import { SignOut } from './sign-out/controller.js';
import { SignedOutPage } from './signed-out/controller.js';
import { StartCodePage } from './start/code/controller.js';
import { StartPage } from './start/controller.js';
import { YourPage } from './your-page/controller.js';

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
