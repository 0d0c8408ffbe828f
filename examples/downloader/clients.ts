/** What a download poses as. Sites treat their own apps, browsers and television sets differently. */
export interface Client {
  readonly name: 'android' | 'web';
  readonly userAgent: string;
}

/** The first try: sites mostly ask least of their own app. */
export const ANDROID: Client = {
  name: 'android',
  userAgent: 'com.google.android.youtube/20.10.38 (Linux; U; Android 14) gzip',
};

/** The second try: what a browser would do, and the only one that cookies of a browser belong to. */
export const WEB: Client = {
  name: 'web',
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};
