import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installQueues } from '@/lib/queue/install'
import { deployMigrations } from './deploy'

const cluster = process.env['POSTROOM_TEST_CLUSTER'] ?? ''
const name = () => `deploy_${randomBytes(5).toString('hex')}`
const admin = new pg.Client({ connectionString: cluster })
let database: string
let owner: string

beforeEach(async () => {
  if (database === undefined) await admin.connect()
  database = name()
  owner = name()
  await admin.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'test' CREATEROLE`)
})
afterEach(async () => {
  await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  // It gave the eraser what the worker has; the role cannot go before that.
  await admin.query(`REVOKE postroom_worker FROM postroom_eraser GRANTED BY ${owner}`)
  await admin.query(`DROP ROLE ${owner}`)
})

const urlOf = (user?: string) => {
  const url = new URL(cluster)
  url.pathname = `/${database}`
  if (user) Object.assign(url, { username: user, password: 'test' })
  return url.href
}

it('needs no right to make databases where its own is there, and does nothing the second time', async () => {
  await admin.query(`CREATE DATABASE ${database} OWNER ${owner}`)
  // What the first owner on a cluster gets by making the roles.
  await admin.query(`GRANT postroom_finder, postroom_eraser, postroom_web, postroom_worker TO ${owner} WITH ADMIN OPTION`)
  expect(await deployMigrations(urlOf(owner))).not.toEqual([])
  await installQueues(urlOf(owner))
  expect(await deployMigrations(urlOf(owner))).toEqual([])
}, 60_000)

it('makes a database that is missing, and says so where it may not', async () => {
  await expect(deployMigrations(urlOf(owner))).rejects.toThrow(/permission denied to create database/)
  expect(await deployMigrations(urlOf())).not.toEqual([])
}, 60_000)
