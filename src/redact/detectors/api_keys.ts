import { MASK } from '../mask.ts';
import { ASSIGNED, type Detector, WORD } from './detector.ts';
import { masked, VALUE } from './values.ts';

const key = (name: string, source: string, ...needs: string[]): Detector => ({
  name,
  family: 'api_key',
  source,
  caseMatters: true,
  replacement: MASK,
  needs,
});

/** Blocks of keys: they come first, since they are long, and what is in them looks like much else. */
export const keyBlockDetectors: readonly Detector[] = [
  {
    name: 'private_key',
    family: 'api_key',
    // A block that was cut off ends with the text.
    source:
      '-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-[^-])*(?:-----END [A-Z0-9 ]{0,60}-----)?',
    replacement: MASK,
    needs: ['private key'],
  },
];

/** Keys that are known by their shape, as their makers document it. */
export const apiKeyDetectors: readonly Detector[] = [
  key(
    'aws_key_id',
    `${WORD}(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[A-Z0-9]{16}\\b`,
    'akia',
    'asia',
    'abia',
    'acca',
    'aroa',
    'aida',
  ),
  key('google_key', `${WORD}AIza[A-Za-z0-9_-]{30,}`, 'aiza'),
  key('google_token', `${WORD}(?:ya29\\.|1//0)[A-Za-z0-9_-]{20,}`, 'ya29.', '1//0'),
  key('google_client_secret', `${WORD}GOCSPX-[A-Za-z0-9_-]{20,}`, 'gocspx-'),
  key(
    'github_token',
    `${WORD}(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,})`,
    'ghp_',
    'gho_',
    'ghu_',
    'ghs_',
    'ghr_',
    'github_pat_',
  ),
  key(
    'gitlab_token',
    `${WORD}gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[A-Za-z0-9_-]{20,}`,
    'glpat-',
    'gldt-',
    'glrt-',
    'glcbt-',
    'glptt-',
    'glft-',
    'glsoat-',
  ),
  key('mailgun_key', `${WORD}key-[0-9a-f]{32}\\b`, 'key-'),
  key('shopify_token', `${WORD}shp(?:at|ca|pa|ss)_[0-9a-fA-F]{24,}`, 'shp'),
  key('vault_token', `${WORD}hv[sbr]\\.[A-Za-z0-9_-]{20,}`, 'hvs.', 'hvb.', 'hvr.'),
  key('npm_token', `${WORD}npm_[A-Za-z0-9]{30,}`, 'npm_'),
  key('pypi_token', `${WORD}pypi-[A-Za-z0-9_-]{40,}`, 'pypi-'),
  key('slack_token', `${WORD}(?:xox[a-z]|xapp)-[A-Za-z0-9-]{10,}`, 'xox', 'xapp-'),
  key('stripe_key', `${WORD}(?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,}`, 'k_live_', 'k_test_', 'whsec_'),
  key('ai_key', `${WORD}sk-(?:[a-z]{2,8}[0-9]{0,2}-)?[A-Za-z0-9_-]{20,}`, 'sk-'),
  key('hugging_face_token', `${WORD}hf_[A-Za-z0-9]{30,}`, 'hf_'),
  key('sendgrid_key', `${WORD}SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}`, 'sg.'),
  key('twilio_key', `${WORD}(?:AC|SK)[0-9a-f]{32}\\b`, 'ac', 'sk'),
  key('digitalocean_token', `${WORD}do[opr]_v1_[0-9a-f]{40,}`, 'do'),
  key('grafana_token', `${WORD}(?:glsa_|glc_)[A-Za-z0-9_+/=]{24,}`, 'glsa_', 'glc_'),
  key('discord_token', `${WORD}[MNO][A-Za-z0-9_-]{22,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,45}`, '.'),
  key('telegram_token', `(?:\\b|bot|\\\\[nrt])\\d{8,10}:AA[A-Za-z0-9_-]{32,35}`, ':aa'),
  {
    name: 'discord_webhook',
    family: 'api_key',
    source: '(discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/)\\d{5,25}/[a-z0-9_.-]+',
    replacement: `$1${MASK}`,
    needs: ['webhooks'],
  },
  {
    name: 'slack_webhook',
    family: 'api_key',
    source: '(hooks\\.slack\\.com/(?:services|workflows|triggers)/)[a-z0-9_/-]+',
    replacement: `$1${MASK}`,
    needs: ['hooks.slack.com'],
  },
  {
    name: 'webhook',
    family: 'api_key',
    source: '(/(?:webhooks?|webhookb2|incomingwebhook)/)[a-z0-9_@-]{16,}[a-z0-9_@/-]*',
    replacement: `$1${MASK}`,
    needs: ['webhook'],
  },
  {
    name: 'named_key',
    family: 'api_key',
    source: `((?:api|access|account|shared_?access|auth|subscription|license|private|hash|encryption)[_-]?key(?:[_-]?id)?${ASSIGNED})${VALUE}`,
    replacement: masked(1),
    needs: ['key'],
  },
];
