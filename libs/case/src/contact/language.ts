// The short name of a language: a journal keeps it in the clear, and so nothing else can stand there.

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
/** Whether a text is a language as BCP 47 names it: 'en', 'cy', 'pt-BR'. */
export const isLanguage = (text: string): boolean => LANGUAGE.test(text);
