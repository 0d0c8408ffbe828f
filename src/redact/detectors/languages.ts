import { passwordsInOtherLanguages } from '../names/secret_name_rules.ts';
import { type Detector, QUOTE } from './detector.ts';
import { masked, VALUE } from './values.ts';

// What those who write Chinese and Japanese set there, too.
const IS = `${QUOTE}?[ \\t]{0,2}(?:=>|[:=：＝]|%3[ad])[ \\t]{0,2}`;

/** Passwords by what they are called in other languages. */
export const languageDetectors: readonly Detector[] = [
  {
    name: 'password_in_other_words',
    family: 'credential',
    source: `((?:${passwordsInOtherLanguages()})${IS})${VALUE}`,
    replacement: masked(1),
    needs: [
      'wort',
      'contrase',
      'passe',
      'senha',
      'asło',
      'haslo',
      'wachtwoord',
      'ifre',
      'пароль',
      '密码',
      '密碼',
      'パスワード',
      '비밀번호',
    ],
  },
];
