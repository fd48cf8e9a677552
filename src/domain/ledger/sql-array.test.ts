import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { sqlArray } from './sql-array.ts'

test('PostgreSQL reads every text back as it was written', async () => {
  const { ctx } = await world()
  const text = fc.oneof(
    fc.string({ unit: 'binary' }).map((s) => s.replaceAll('\0', '').toWellFormed()),
    fc.constantFrom('', 'NULL', 'null', '{}', '{a,b}', '"', '\\', '\\"', ' a ', "'; drop table ledger; --"),
    fc.constant(null)
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text), async (cells) => {
      const { rows } = await sql<{ a: unknown[] }>`select ${sqlArray(cells)}::text[] as a`.execute(ctx.db)
      expect(rows[0]!.a).toEqual(cells.every((cell) => cell === null) ? [] : cells)
    }),
    { numRuns: 200 }
  )
})
