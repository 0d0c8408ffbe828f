import { describe, expect, it } from 'vitest';
import { PROGRAMS } from '../../../src/redact/detectors/program_options.ts';
import { MASK } from '../../../src/redact/mask.ts';
import { redactText } from '../../../src/redact/text/text.ts';

describe('passwords on command lines', () => {
  it.each([
    ['ssh-keygen -p -P planted1 -N planted2 -f x', `ssh-keygen -p -P ${MASK} -N ${MASK} -f x`],
    ['sudo docker exec db mysql -uroot -pplanted1 x', `sudo docker exec db mysql -uroot -p${MASK} x`],
    ["sshpass -p 'two planted words' ssh h", `sshpass -p '${MASK}' ssh h`],
    [
      'docker login -u a -p planted1 && docker run -p 80:80 x',
      `docker login -u a -p ${MASK} && docker run -p 80:80 x`,
    ],
    ['["mysql","-u","root","-pplanted1"]', `["mysql","-u","root","-p${MASK}"]`],
    ['["zip", "-P", "planted1", "x"]', `["zip", "-P", "${MASK}", "x"]`],
    ['smbclient //h/s -U a%planted1 -c ls', `smbclient //h/s -U a%${MASK} -c ls`],
    ['echo "bob:planted1" | sudo chpasswd', `echo "bob:${MASK}" | sudo chpasswd`],
    ['net use Z: \\\\srv\\share planted1 /user:a', `net use Z: ${MASK}/share ${MASK} /user:a`],
    ['htpasswd -B -C 10 -b file me planted1 x', `htpasswd -B -C 10 -b file me ${MASK} x`],
    ['htpasswd -b -n -B me planted1 x', `htpasswd -b -n -B me ${MASK} x`],
    ['htpasswd -n -b me planted1 x', `htpasswd -n -b me ${MASK} x`],
    ['htpasswd -bnBC 10 "" planted1 | tr', `htpasswd -bnBC 10 "" ${MASK} | tr`],
    [
      'htpasswd -b "a file" "me" "two words" x; htpasswd -B file me x',
      `htpasswd -b "a file" "me" "${MASK}" x; htpasswd -B file me x`,
    ],
    ['ffmpeg -activation_bytes 1a2b3c4d -i x', `ffmpeg -activation_bytes ${MASK} -i x`],
    ['sshpass -p planted1 smbclient //h/s -U a%planted2', `sshpass -p ${MASK} smbclient //h/s -U a%${MASK}`],
    ['zip -P a1 x | mysql -pb2 d; 7z x -pc3 y', `zip -P ${MASK} x | mysql -p${MASK} d; 7z x -p${MASK} y`],
    ['"AUTH" "planted1"', `"AUTH" "${MASK}"`],
    ['AUTH PLAIN AHBsYW50ZWQAcGxhbnRlZA==', `AUTH PLAIN ${MASK}`],
    ['yt-dlp --client-certificate-password planted1', `yt-dlp --client-certificate-password ${MASK}`],
    [
      'yt-dlp -ume -pplanted1 --ppa "-preset fast" x | ffmpeg -i - -pix_fmt yuv420p -vb 128k x',
      `yt-dlp -ume -p${MASK} --ppa "-preset fast" x | ffmpeg -i - -pix_fmt yuv420p -vb 128k x`,
    ],
    ['curl -sSLu me:planted1 -o x http', `curl -sSLu ${MASK} -o x http`],
    ['curl -H "Accept: */*" -H "X-Mine: planted1" http', `curl -H "Accept: */*" -H "${MASK}" http`],
    [`spawnargs: [ '-u', 'me:planted1', '-p', '80' ]`, `spawnargs: [ '-u', '${MASK}', '-p', '80' ]`],
    ['{"args":["docker","login","-p","planted1","x"]}', `{"args":["docker","login","-p","${MASK}","x"]}`],
    ['redis-server --requirepass planted --port 1', `redis-server --requirepass ${MASK} --port 1`],
    ['b2 account authorize 0012 planted1planted1', `b2 account authorize 0012 ${MASK}`],
    ['N_m3u8DL-RE x --custom-hls-key 00112233', `N_m3u8DL-RE x --custom-hls-key ${MASK}`],
  ])('are masked, and nothing else: %s', (text, left) => {
    expect(redactText(text)).toBe(left);
    expect(redactText(left)).toBe(left);
  });

  it.each(PROGRAMS.flatMap((program) => program.names.split(' ').map((name) => [name, program] as const)))(
    'of %s are found by what the table says of it',
    (name, { more = '', options, where, lead, only }) => {
      // An example of what each expression stands for.
      const command = `${name}${more.startsWith('(?:[ ]') ? ' login' : more === '[ ]upload' ? ' upload' : more.startsWith('[a-z]{') ? 'sub' : ''}`;
      const option = options
        .replace('[NP]', 'N')
        .replace('[kK]', 'K')
        .replace('[cAX]', 'A')
        .replace('[p2]', 'p');
      const ofOption = option
        .replace('-h?p', '-hp')
        .replace('-[a-z]{0,12}(?:storepass|keypass)', '-storepass');
      const plain = name === 'htpasswd' ? '-bB file me' : ofOption;
      const user = lead === undefined ? '' : lead.endsWith('%') ? 'me%' : lead.endsWith(':') ? 'me:' : 'me,';
      const text = `${command} -v ${plain}${where === 'glued' ? '' : ' '}${user}planted1 x`;
      // What the process reads by another detector goes with the user.
      expect(redactText(text)).toBe(text.replace(only ? `${user}planted1` : 'planted1', MASK));
    },
  );
});

describe('a text with letters of nothing in it', () => {
  it.each([
    ['UTF-16', [...'password=planted1'].map((letter) => `${letter}\0`).join('')],
    ['UTF-16, the other way round', [...'password=planted1'].map((letter) => `\0${letter}`).join('')],
    ['arguments as the system keeps them', 'yt-dlp\0--password\0planted1\0'],
    ['variables as the system keeps them', 'PATH=/bin\0DB_PASSWORD=planted1\0'],
    [
      'a command of PowerShell',
      `powershell -enc ${Buffer.from('$password = "planted1"', 'utf16le').toString('base64')}`,
    ],
  ])('is read: %s', (_name, text) => {
    const left = redactText(text);
    expect(left).toContain(MASK);
    expect(left.replaceAll('\0', '')).not.toContain('planted1');
    expect(left).not.toContain('cABsAGEAbgB0AGUAZAAx');
  });

  it('stays where there is nothing to take out', () => {
    expect(redactText('a\0b\0')).toBe('a\0b\0');
  });
});
