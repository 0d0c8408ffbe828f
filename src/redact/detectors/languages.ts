import { type Detector, QUOTE } from './detector.ts';
import { masked, VALUE } from './values.ts';

/**
 * What a password is called in languages other than English, where the word means nothing else. As an expression in
 * small letters.
 */
const PASSWORD_WORDS =
  'passwort|kennwort|contrase(?:ñ|n|%c3%b1)a|mots?[ _-]?de[ _-]?passe|motdepasse|senha|has(?:ł|l)o|wachtwoord|(?:ş|s)ifre|пароль|密码|密碼|パスワード|비밀번호';

// What those who write Chinese and Japanese set there, too.
const IS = `${QUOTE}?[ \\t]{0,2}(?:=>|[:=：＝]|%3[ad])[ \\t]{0,2}`;

/** Passwords by what they are called in other languages. */
export const languageDetectors: readonly Detector[] = [
  {
    name: 'password_in_other_words',
    family: 'credential',
    source: `((?:${PASSWORD_WORDS})${IS})${VALUE}`,
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
