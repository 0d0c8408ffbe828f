import fc from 'fast-check';
import { hide, kind, person, random, type SecretKind, spelled } from './kind.ts';

const FAMILY = 'people';

const octet = fc.noShrink(fc.noBias(fc.integer({ min: 100, max: 254 })));
const ipv4 = fc
  .tuple(fc.constantFrom(203, 198, 185, 93, 84), octet, octet, octet)
  .map((four) => four.join('.'));
const group = random('hex', 4).filter((made) => !made.startsWith('0'));
const interfaceId = fc.tuple(group, group, group, group).map((four) => four.join(':'));
const file = spelled('x.mp3', 'cookies.txt', 'app/index.js', 'Music/Some Title.mp4');

/** Who somebody is, and where: addresses, mail, the folders of a home. */
export const PEOPLE: readonly SecretKind[] = [
  kind(
    FAMILY,
    'mail address',
    {
      user: person,
      at: spelled('@', '%40'),
      tag: spelled('', '+tag', '.last', '_x'),
      host: spelled('mail.example.org', 'gmail.com', 'ex-ample.co.uk', 'example.museum'),
    },
    (p) => ({
      text: `mail to ${hide(p.user + p.tag)}${p.at}${p.host} now`,
      field: ['email', `${p.user}${p.tag}@${p.host}`],
    }),
  ),
  kind(
    FAMILY,
    'mail address with a name',
    { user: person, name: person },
    (p) => `From: "X" <${hide(p.user)}@example.org>`,
  ),
  kind(
    FAMILY,
    'mail address in a mailto',
    { user: person },
    (p) => `mailto:${hide(p.user)}@example.org?subject=x`,
  ),
  kind(
    FAMILY,
    'IPv4 address',
    {
      ip: ipv4,
      before: spelled('connect ECONNREFUSED ', 'from ', 'ip=', '"', '(', '[', 'client: '),
      after: spelled(':443', '', '"', ',', ')', ']', '/24'),
    },
    (p) => ({
      text: `${p.before}${hide(p.ip)}${p.after}`,
      field: ['ip', p.ip],
      parts: ['--source-address', hide(p.ip)],
    }),
  ),
  kind(FAMILY, 'IPv4 address in a URL', { ip: ipv4 }, (p) => `http://${hide(p.ip)}:8000/status.json`),
  kind(
    FAMILY,
    'IPv4 address in a name of a host',
    { ip: ipv4 },
    (p) => `connect to ip-${hide(p.ip.replaceAll('.', '-'))}.eu-west-1.compute.internal`,
  ),
  kind(FAMILY, 'IPv4 address mapped into IPv6', { ip: ipv4 }, (p) => ({
    text: `from ::ffff:${hide(p.ip)} port 1`,
    field: ['remoteAddress', `::ffff:${p.ip}`],
  })),
  kind(
    FAMILY,
    'forwarded addresses',
    {
      a: ipv4,
      b: ipv4,
      header: spelled('X-Forwarded-For', 'x-real-ip', 'CF-Connecting-IP', 'Forwarded', 'True-Client-IP'),
    },
    (p) => ({
      text: `${p.header}: ${hide(p.a)}, ${hide(p.b)}`,
      field: [p.header, `${p.a}, ${p.b}`],
      parts: [p.header, `${hide(p.a)}, ${hide(p.b)}`],
    }),
  ),
  kind(
    FAMILY,
    'IPv6 address',
    {
      id: interfaceId,
      net: spelled('2001:db8:abcd:12:', '2a02:8109:9a80:1:', '2A00:1450:4001:82A:'),
      before: spelled('from ', 'ip=', '"', '(', '['),
      after: spelled('', '"', ')', ']:443', '%eth0', '/64'),
    },
    (p) => ({
      text: `${p.before}${p.net}${hide(p.id)}${p.after}`,
      field: ['client_ip', `${p.net}${p.id}`],
    }),
  ),
  kind(
    FAMILY,
    'IPv6 address, short',
    { a: group, b: group },
    (p) => `connect to [2001:db8:1:2::${hide(`${p.a}:${p.b}`)}]:443 failed`,
  ),
  kind(
    FAMILY,
    'IPv6 address in a URL',
    { id: interfaceId },
    (p) => `http://[2001:db8:abcd:12:${hide(p.id)}]:8000/x`,
  ),
  kind(
    FAMILY,
    'home folder',
    {
      user: person,
      root: spelled(
        '/home/',
        '/Users/',
        '/home/users/',
        '/export/home/',
        '/var/home/',
        '/mnt/c/Users/',
        '/c/Users/',
      ),
      file,
    },
    (p) => ({
      text: `cannot open ${p.root}${hide(p.user)}/${p.file}`,
      parts: ['-o', `${p.root}${hide(p.user)}/${p.file}`],
    }),
  ),
  kind(
    FAMILY,
    'home folder alone',
    { user: person, root: spelled('/home/', '/Users/'), after: spelled('', ':', "'", '"', ')', '/') },
    (p) => `in ${p.root}${hide(p.user)}${p.after}`,
  ),
  kind(
    FAMILY,
    'home folder on Windows',
    {
      user: person,
      root: spelled(
        'C:\\Users\\',
        'c:\\users\\',
        'D:\\Users\\',
        'C:\\\\Users\\\\',
        'C:/Users/',
        '\\\\server\\Users\\',
        'C:\\Documents and Settings\\',
        '\\\\?\\C:\\Users\\',
      ),
      file: spelled('x.mp3', 'AppData\\Local\\yt-dlp', 'Music\\Some Title.mp3'),
    },
    (p) =>
      `cannot open ${p.root}${hide(p.user)}${p.root.includes('/') ? '/' : p.root.includes('C:\\\\') ? '\\\\' : '\\'}${p.file}`,
  ),
  kind(
    FAMILY,
    'home folder with a space in it',
    { a: person, b: person, root: spelled('/Users/', '/home/', 'C:\\Users\\'), quote: spelled('"', "'", '') },
    (p) =>
      `open ${p.quote}${p.root}${hide(p.a)} ${hide(p.b)}${p.root.includes('\\') ? '\\' : '/'}x.mp3${p.quote}`,
  ),
  kind(
    FAMILY,
    'home folder in a file URL',
    {
      user: person,
      root: spelled(
        'file:///home/',
        'file:///Users/',
        'file:///C:/Users/',
        'file://localhost/home/',
        'file:/home/',
      ),
    },
    (p) => `${p.root}${hide(p.user)}/app/x.js:3:1`,
  ),
  kind(
    FAMILY,
    'home folder of a user named by a tilde',
    { user: person },
    (p) => `cannot read ~${hide(p.user)}/music/x.mp3`,
  ),
  kind(FAMILY, 'home folder in a variable', { user: person }, (p) => ({
    text: `HOME=/home/${hide(p.user)} PATH=/usr/bin`,
    field: ['HOME', `/home/${p.user}`],
  })),
  kind(
    FAMILY,
    'home folder in a stack',
    { user: person, form: spelled('at f (', 'at async ', 'at Object.<anonymous> (', 'File "') },
    (p) =>
      `Error: x\n    ${p.form}/home/${hide(p.user)}/app/src/x.ts:3:14)\n    at node:internal/process:1:1`,
  ),
  kind(
    FAMILY,
    'home folder in a stack of ES modules',
    { user: person },
    (p) =>
      `TypeError: x\n    at file:///home/${hide(p.user)}/app/x.js:3:14\n    at run (file:///home/${hide(p.user)}/app/node_modules/got/index.js:1:1)`,
  ),
  kind(
    FAMILY,
    'folder of somebody',
    { user: person, root: spelled('/srv/', '/data/', '/mnt/', '/media/', '/run/media/', '/var/lib/') },
    (p) => `cannot open ${p.root}${hide(p.user)}/music/x.mp3`,
  ),
];
