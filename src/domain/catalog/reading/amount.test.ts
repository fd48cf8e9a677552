import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountParser } from './amount.ts'
import { slug, toHandle } from './slug.ts'

test.each<[string, string, number | string]>([
  ['EUR', '12', 1200],
  ['EUR', '12.5', 1250],
  ['EUR', '.5', 50],
  ['EUR', '1,234.50', 123450],
  ['EUR', '1.234,50', 123450],
  ['EUR', '1 234,50', 123450],
  ['EUR', '1\u202f234,50', 123450],
  ['CHF', "1'234.50", 123450],
  ['EUR', '1,234,567', 123456700],
  ['EUR', '1,234', 123400],
  ['EUR', '€12.00', 1200],
  ['EUR', '12,00 €', 1200],
  ['EUR', 'EUR 12', 1200],
  ['USD', 'US$12.00', 1200],
  ['NOK', 'kr 199,-', 19900],
  ['NOK', '199,00 kr.', 19900],
  ['JPY', '¥1,200', 1200],
  ['JPY', '1200', 1200],
  ['KWD', '1.234', 1234],
  ['EUR', '0', 0],
  ['EUR', '-1', 'negative_amount'],
  ['EUR', '\u22121,00', 'negative_amount'],
  ['EUR', '(5.00)', 'negative_amount'],
  ['EUR', '-€5', 'negative_amount'],
  ['EUR', '1.234', 'too_many_decimals'],
  ['EUR', '0,125', 'too_many_decimals'],
  ['EUR', '12.345', 'too_many_decimals'],
  ['JPY', '12.5', 'too_many_decimals'],
  ['KWD', '1,234', 'ambiguous_amount'],
  ['EUR', '12 34', 'bad_amount'],
  ['EUR', '1,23,456', 'bad_amount'],
  ['EUR', '1.2.3', 'bad_amount'],
  ['EUR', '1e3', 'bad_amount'],
  ['EUR', '1€2', 'bad_amount'],
  ['EUR', '+5', 'bad_amount'],
  ['EUR', 'free', 'bad_amount'],
  ['EUR', 'n/a', 'bad_amount'],
  ['EUR', '٣', 'bad_amount'],
  ['EUR', 'Infinity', 'bad_amount'],
  ['EUR', '9'.repeat(60), 'bad_amount'],
  ['EUR', '$12.00', 'currency_mismatch'],
  ['EUR', '12 SEK', 'currency_mismatch'],
  ['EUR', '12 kr', 'currency_mismatch'],
  ['EUR', '99999999999.00', 'amount_too_large']
])('in %s, %j is %s', (currency, text, expected) => {
  expect(amountParser(currency)(text)).toBe(expected)
})

test('an amount formatted by any of our locales is read back exactly', () => {
  const currency = fc.constantFrom('EUR', 'USD', 'NOK', 'JPY', 'CHF')
  const locale = fc.constantFrom('en', 'fi', 'nb', 'de-CH', 'sv')
  fc.assert(
    fc.property(currency, locale, fc.integer({ min: 0, max: 10 ** 11 }), (code, language, minor) => {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency: code })
      const exponent = format.resolvedOptions().maximumFractionDigits ?? 2
      const text = format.format(minor / 10 ** exponent)
      const ambiguous = /^\D*\d{1,3}\.\d{3}\D*$/.test(text)
      if (!ambiguous) expect(amountParser(code)(text)).toBe(minor)
    })
  )
})

test('a handle is made of any words, and kept when it is one already', () => {
  expect(slug('Rød jakke, str. 38 – Åse’s')).toBe('rod-jakke-str-38-ases')
  expect(slug('ガラス 皿')).toBe('ガラス-皿')
  expect(slug('!?')).toBe('')
  expect([toHandle('a--b_c'), toHandle('My Shirt'), toHandle('--')]).toEqual(['a--b_c', 'my-shirt', ''])
})
