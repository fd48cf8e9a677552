import { join, resolve } from 'node:path'

export type Role = 'all' | 'web' | 'worker'

export type S3Config = {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

export type Config = {
  role: Role
  host: string
  port: number
  dataDir: string
  /** A PostgreSQL of your own; without it we start the one we ship. */
  databaseUrl: string | undefined
  /** Off behind a pooler that shares connections by transaction, like pgbouncer. */
  preparedStatements: boolean
  /** The address people use, like https://shop.example. Needed in production. */
  publicUrl: URL | undefined
  /** How many proxies in front of us may be believed about a visitor's address (X-Forwarded-For). */
  trustedProxies: number
  smtpUrl: string | undefined
  mailFrom: string | undefined
  s3: S3Config | undefined
  backups: BackupConfig
  demo: boolean
  demoFresh: boolean
  /** How hard AVIF pictures are compressed, 0–4: each step takes about twice the time of the one before. */
  avifEffort: number
  logLevel: string
  /** Webhooks may then go to this very machine, over http and to any port: for tests and for trying them out. */
  webhookLoopback: boolean
}

export type BackupConfig = {
  folder: string
  /** Hours from one scheduled backup to the next; 0 turns them off. */
  everyHours: number
  /** For how many days the last backup of each is kept, and for how many weeks. */
  keepDays: number
  keepWeeks: number
}

type Env = Record<string, string | undefined>

/** Reads the environment once, at start. The only place that does. Throws a sentence that says what to change. */
export function readConfig(env: Env = process.env): Config {
  return {
    role: oneOf(env, 'ROLE', ['all', 'web', 'worker'], 'all'),
    host: env.HOST || '127.0.0.1',
    port: integer(env, 'PORT', 3000, 65_535),
    dataDir: resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL || undefined,
    preparedStatements: env.PREPARED_STATEMENTS !== '0',
    publicUrl: url(env, 'PUBLIC_URL'),
    trustedProxies: integer(env, 'TRUSTED_PROXIES', 0, 10),
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM || undefined,
    s3: s3(env),
    backups: backups(env),
    demo: env.TORILLA_DEMO === '1',
    demoFresh: env.DEMO_FRESH === '1',
    // The demo's many pictures arrive all at once, and should not keep a laptop busy for minutes.
    avifEffort: integer(env, 'AVIF_EFFORT', env.TORILLA_DEMO === '1' ? 1 : 3, 4),
    logLevel: env.LOG_LEVEL || 'info',
    webhookLoopback: env.WEBHOOK_LOOPBACK === '1'
  }
}

function oneOf<T extends string>(env: Env, name: string, values: readonly T[], fallback: T): T {
  const value = env[name] || fallback
  if (values.includes(value as T)) return value as T
  throw new Error(`${name} is "${value}"; use one of ${values.join(', ')}.`)
}

function integer(env: Env, name: string, fallback: number, max: number): number {
  const value = env[name] ? Number(env[name]) : fallback
  if (Number.isInteger(value) && value >= 0 && value <= max) return value
  throw new Error(`${name} is "${env[name]}"; use a whole number from 0 to ${max}.`)
}

function url(env: Env, name: string): URL | undefined {
  if (!env[name]) return undefined
  const parsed = URL.parse(env[name])
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed
  throw new Error(`${name} is "${env[name]}"; use an address like https://shop.example.`)
}

/** The demo begins again from nothing, so nothing of it is kept unless asked for. */
function backups(env: Env): BackupConfig {
  const [, keepDays = '7', keepWeeks = '4'] =
    /^(\d{1,3})(?:,(\d{1,3}))?$/.exec(env.BACKUP_KEEP || '7,4') ?? []
  if (env.BACKUP_KEEP && !/^[1-9]\d{0,2}(,\d{1,3})?$/.test(env.BACKUP_KEEP))
    throw new Error(`BACKUP_KEEP is "${env.BACKUP_KEEP}"; use days and weeks, like 7,4.`)
  return {
    folder: resolve(env.BACKUP_DIR || join(env.DATA_DIR || 'data', 'backups')),
    everyHours: integer(env, 'BACKUP_EVERY', env.TORILLA_DEMO === '1' ? 0 : 24, 8_760),
    keepDays: Number(keepDays),
    keepWeeks: Number(keepWeeks)
  }
}

function s3(env: Env): S3Config | undefined {
  if (!env.S3_BUCKET) return undefined
  const need = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`S3_BUCKET is set, so ${name} is needed too.`)
    return value
  }
  return {
    endpoint: need('S3_ENDPOINT'),
    region: env.S3_REGION || 'auto',
    bucket: env.S3_BUCKET,
    accessKeyId: need('S3_ACCESS_KEY_ID'),
    secretAccessKey: need('S3_SECRET_ACCESS_KEY')
  }
}
