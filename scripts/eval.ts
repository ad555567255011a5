// `npm run eval`: the door's checks on real envelopes, kept outside the repository (POSTROOM_CORPORA). Asks nothing of the network:
// certificates come from the corpus, and the clock stands at each envelope's own time. Exits 1 on a surprise.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rootCertificates } from 'node:tls'
import { config } from '@/lib/config'
import { readCertificate, type SigningCertificate } from '@/lib/core/sns/certificate'
import { certificatePath } from '@/lib/core/sns/certificate-url'
import { verifyEnvelope } from '@/lib/core/sns/verify'

type Envelope = Record<string, unknown>
interface Entry {
  file: string
  certificate: string
  verifies: boolean
}
interface Tally {
  right: number
  wrong: string[]
}

const signed = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type', 'Token', 'SubscribeURL']
const genuineHost = 'https://sns.us-east-1.amazonaws.com'
const pem = `/SimpleNotificationService-${'0123456789abcdef'.repeat(2)}.pem`

const { corpora } = config()
if (!corpora) {
  console.log('Nothing was evaluated: set POSTROOM_CORPORA to the folder of the corpora (it holds ses-sns/manifest.tsv).')
  process.exit(0)
}
const folder = path.join(corpora, 'ses-sns')
const tallies = new Map<string, Tally>()
const entries = readManifest()
const here = entries.filter((e) => existsSync(path.join(folder, e.file)))

for (const entry of here) {
  const envelope = readEnvelope(entry.file)
  const set = entry.file.split('/')[0]!
  if (set === 'aws-signed') await genuine(entry, envelope)
  else if (set === 'self-signed') await selfSigned(entry, envelope)
  else if (['unsigned', 'tampered', 'edited-must-fail'].includes(set))
    count(`${set}: refused`, entry.file, (await check(envelope, reader(entry.certificate, true))) !== 'accepted')
}
certificateUrls()
report()

function readManifest(): Entry[] {
  const [head = '', ...lines] = readFileSync(path.join(folder, 'manifest.tsv'), 'utf8').trim().split('\n')
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[names.indexOf(name)] ?? ''
    return { file: cell('path'), certificate: cell('cert_file'), verifies: cell('verified_offline_here') === 'True' }
  })
}

/** An envelope as HTTP would carry it: an event of Lambda's spells a name otherwise. What is not JSON stays undefined. */
function readEnvelope(file: string): Envelope | undefined {
  try {
    const read = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Envelope
    if (read['SigningCertUrl'] !== undefined && read['SigningCertURL'] === undefined) read['SigningCertURL'] = read['SigningCertUrl']
    return read
  } catch {
    return undefined
  }
}

type Reader = (url: string) => SigningCertificate | { refused: string }
function reader(file: string, amazons: boolean): Reader {
  return (url) => {
    const at = path.join(folder, 'certs', amazons ? path.basename(new URL(url).pathname) : file)
    if (!existsSync(at)) return { refused: 'The corpus has no such certificate' }
    return readCertificate(readFileSync(at, 'latin1'), amazons ? rootCertificates : undefined)
  }
}

async function check(envelope: Envelope | undefined, certificates: Reader, now?: number, topic?: string): Promise<string> {
  const at = now ?? Date.parse(String(envelope?.['Timestamp']))
  const topics = (arn: string) => topic === undefined || arn === topic
  const body = Buffer.from(JSON.stringify(envelope ?? null))
  const verified = await verifyEnvelope({ body, now: Number.isNaN(at) ? 0 : at, topics, certificates, via: 'http' })
  return verified.ok ? 'accepted' : verified.refusal
}

async function genuine(entry: Entry, envelope: Envelope | undefined): Promise<void> {
  const certificates = reader(entry.certificate, true)
  count('AWS-signed: accepted', entry.file, (await check(envelope, certificates)) === 'accepted')
  if (!envelope) return
  const topic = String(envelope['TopicArn'])
  const time = Date.parse(String(envelope['Timestamp']))
  for (const name of signed) {
    const before = envelope[name]
    // A notification's subject must not be added either; a confirmation has none, and signs none.
    if (before === undefined && !(name === 'Subject' && envelope['Type'] === 'Notification')) continue
    const changed = { Token: 'x', SubscribeURL: 'x', ...envelope, [name]: another(name, before) }
    count(`  with ${name} changed: refused by its signature`, entry.file, (await check(changed, certificates, time)) === 'signature')
  }
  const other = { ...envelope, SignatureVersion: envelope['SignatureVersion'] === '1' ? '2' : '1' }
  count('  with the other SignatureVersion: refused', entry.file, (await check(other, certificates)) === 'signature')
  const foreign = await check(envelope, certificates, time, `${topic}-other`)
  count('  for a topic that is not ours: refused', entry.file, foreign === 'foreign-topic')
  const [late, early] = [await check(envelope, certificates, time + 10_800_000), await check(envelope, certificates, time - 600_000)]
  count('  three hours later, or ten minutes early: come again', entry.file, late === 'age' && early === 'age')
  for (const url of looseUrls(String(envelope['SigningCertURL']))) {
    const outcome = await check({ ...envelope, SigningCertURL: url }, fetched, time)
    count('  with a loose certificate URL: refused before any fetch', `${entry.file} ${url}`, outcome === 'certificate-url')
  }
}

function fetched(): { refused: string } {
  return { refused: 'It was asked for' }
}

function another(name: string, value: unknown): string {
  if (name === 'Timestamp') return new Date(Date.parse(String(value)) + 1000).toISOString()
  if (name === 'Type') return value === 'Notification' ? 'SubscriptionConfirmation' : 'Notification'
  return typeof value === 'string' ? `${value}x` : 'x'
}

/** The forms that validators on npm were seen to accept. */
function looseUrls(url: string): string[] {
  const { origin, pathname, host } = new URL(url)
  return [`${origin}/?Action=Foo&x=.pem`, `${origin}/anything.pem`, url.replace('://sns.', '://sns.s3-'), `https://user@${host}${pathname}`]
}

/** Signed by a project's own key: the arithmetic must come out as the manifest says, and as AWS's none may pass. */
async function selfSigned(entry: Entry, envelope: Envelope | undefined): Promise<void> {
  const at = Date.parse(String(envelope?.['Timestamp']))
  const withoutDates: Reader = (url) => {
    const read = reader(entry.certificate, false)(url)
    return 'refused' in read ? read : { ...read, validFrom: at, validTo: at }
  }
  const outcome = await check(envelope, withoutDates)
  if (entry.verifies) count('self-signed: verifies with its own certificate', entry.file, outcome === 'accepted')
  else count('self-signed with a wrong signature: refused', entry.file, outcome !== 'accepted')
  const asAmazons: Reader = () => readCertificate(readFileSync(path.join(folder, 'certs', entry.certificate), 'latin1'), rootCertificates)
  count("self-signed: refused as Amazon's", entry.file, (await check(envelope, asAmazons)) !== 'accepted')
}

function certificateUrls(): void {
  const topic = 'arn:aws:sns:us-east-1:123456789012:inbound'
  count('certificate URL: AWS’s form is taken', pem, certificatePath(genuineHost + pem, topic) === pem)
  for (const url of looseUrls(genuineHost + pem))
    count('certificate URL: loose forms are refused', url, certificatePath(url, topic) === undefined)
}

function count(what: string, which: string, asExpected: boolean): void {
  const tally = tallies.get(what) ?? { right: 0, wrong: [] }
  tallies.set(what, tally)
  if (asExpected) tally.right++
  else tally.wrong.push(which)
}

function report(): void {
  console.log(`${here.length} files of ${entries.length} in the manifest are in ${folder}.\n`)
  const width = Math.max(...[...tallies.keys()].map((k) => k.length))
  console.log(`${'check'.padEnd(width)}  right  wrong`)
  for (const [what, { right, wrong }] of tallies) {
    console.log(`${what.padEnd(width)}  ${String(right).padStart(5)}  ${String(wrong.length).padStart(5)}`)
    for (const which of wrong) console.log(`${' '.repeat(width)}  ${which}`)
  }
  const surprises = [...tallies.values()].reduce((n, t) => n + t.wrong.length, 0)
  const missing = ['AWS-signed: accepted', 'self-signed with a wrong signature: refused'].filter((k) => !tallies.has(k))
  if (surprises) console.log(`\n${surprises} surprises.`)
  else console.log(missing.length ? `\nThe corpus is not whole: nothing for ${missing.join(', ')}.` : '\nAll as expected.')
  process.exitCode = surprises || missing.length ? 1 : 0
}
