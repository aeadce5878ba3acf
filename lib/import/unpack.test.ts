import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { zipFile } from '@/tests/import/zip-file.ts'
import { importLimits } from './limits.ts'
import { Refusal } from './refusal.ts'
import { unpack } from './unpack.ts'

const folder = mkdtempSync(join(tmpdir(), 'gpu ledger unpack '))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
async function unpacked(bytes: Uint8Array, limits: Record<string, string> = {}): Promise<string[] | Refusal> {
  const path = join(folder, `in-${++count}`)
  const work = mkdtempSync(join(folder, 'work-'))
  writeFileSync(path, bytes)
  try {
    const parts = await unpack({ name: 'file', path }, work, importLimits(limits), () => {})
    return parts.map((part) => (part.kind === 'parquet' ? 'parquet' : readFileSync(part.path, 'utf8')))
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  } finally {
    rmSync(path)
    rmSync(work, { recursive: true })
  }
}

const text = fc
  .array(fc.constantFrom('a', ',', '\n', 'é', '漢', '"', '1', '\r\n'), { minLength: 1, maxLength: 50 })
  .map((parts) => `Cost,Day\n${parts.join('')}`)

test('text comes out of every container and encoding as it went in: 300 random texts', async () => {
  const property = fc.asyncProperty(text, async (t) => {
    expect(await unpacked(Buffer.from(t))).toEqual([t])
    expect(await unpacked(gzipSync(t))).toEqual([t])
    expect(await unpacked(Buffer.from(`\uFEFF${t}`, 'utf16le'))).toEqual([t])
    expect(
      await unpacked(
        zipFile([
          { name: 'b.csv', data: t },
          { name: 'a.csv.gz', data: gzipSync(`${t}!`) },
        ]),
      ),
    ).toEqual([`${t}!`, t])
  })
  await fc.assert(property, { numRuns: 300 })
}, 60_000)

test('random and damaged bytes are text or refused, never a crash: 2,000 random files', async () => {
  const zip = zipFile([{ name: 'a.csv', data: 'Cost,Day\n1,2\n' }])
  const sound = fc.constantFrom(
    zip,
    gzipSync('Cost,Day\n1,2\n'),
    Buffer.from('\uFEFFCost,Day', 'utf16le'),
    Buffer.from('PAR1'),
  )
  const damaged = fc.tuple(sound, fc.nat(400), fc.uint8Array({ maxLength: 6 })).map(([bytes, at, noise]) => {
    const start = at % bytes.length
    return Buffer.concat([bytes.subarray(0, start), noise, bytes.subarray(start + noise.length)])
  })
  const property = fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 60 }), damaged), async (bytes) => {
    const found = await unpacked(bytes)
    if (found instanceof Refusal) expect(found.detail.file).toMatch(/^file/)
    else expect(found.length).toBeGreaterThan(0)
  })
  await fc.assert(property, { numRuns: 2000 })
}, 120_000)

test('the limits hold over all files of a zip together', async () => {
  const entries = [1, 2, 3].map((n) => ({ name: `${n}.csv`, data: 'a,b\n'.repeat(100) }))
  expect(await unpacked(zipFile(entries))).toHaveLength(3)
  expect(await unpacked(zipFile(entries), { GPU_LEDGER_MAX_UNPACKED_BYTES: '1000' })).toMatchObject({
    detail: { code: 'unpacked_too_large', file: 'file/3.csv' },
  })
  expect(await unpacked(Buffer.from(`a,b\n${'x'.repeat(100)}\n`), { GPU_LEDGER_MAX_ROW_BYTES: '99' })).toMatchObject({
    detail: { code: 'row_too_long', row: 2 },
  })
})
