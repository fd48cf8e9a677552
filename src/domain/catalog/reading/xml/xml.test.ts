import { expect, test } from 'vitest'
import { chunked, codes, collect, handles, read } from '../testing.ts'
import { readProducts } from '../read-products.ts'

const item = (id: string, more = '') =>
  `<item><g:id>${id}</g:id><title>Mug ${id}</title><g:price>5.00 EUR</g:price>` +
  `<link>https://shop.example/p/mug-${id}</link><g:availability>in_stock</g:availability>${more}</item>`
const rss = (items: string, head = '<?xml version="1.0"?>') =>
  `${head}<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>${items}</channel></rss>`

test('an RSS feed is read: its own elements before plain ones, text in CDATA, entities, repeated pictures', async () => {
  const more =
    '<g:title>Better &amp; brighter &#x2013; mug</g:title><description><![CDATA[<p>One & two</p>]]></description>' +
    '<g:image_link>https://a.example/1.jpg?a=1&amp;b=2</g:image_link>' +
    '<g:additional_image_link>https://a.example/2.jpg</g:additional_image_link>' +
    '<g:additional_image_link>https://a.example/3.jpg</g:additional_image_link>' +
    '<g:shipping><g:country>FI</g:country><g:price>99 EUR</g:price></g:shipping><media:title>No</media:title>'
  const told = await read(rss(item('1', more) + item('2')))
  expect(told.problems).toEqual([])
  expect(told.products.map(({ draft }) => draft)).toMatchObject([
    {
      handle: 'mug-1',
      title: 'Better & brighter – mug',
      descriptionHtml: '<p>One & two</p>',
      images: ['1.jpg?a=1&b=2', '2.jpg', '3.jpg'].map((name) => ({ url: `https://a.example/${name}` })),
      variants: [{ sku: '1', priceMinor: 500 }]
    },
    { handle: 'mug-2', variants: [{ sku: '2' }] }
  ])
  expect(told.products.map(({ rows }) => rows)).toEqual([[2, 2], [3, 3]]) // prettier-ignore
})

test('an Atom feed is read, and a namespace by whatever name; groups far apart are one product', async () => {
  const entry = (id: string, size: string) =>
    `<entry><x:id>${id}</x:id><id>tag:${id}</id><title>Tee ${size}</title><link href="https://shop.example/p/tee"/>` +
    `<x:price>9 EUR</x:price><x:size>${size}</x:size><x:item_group_id>T</x:item_group_id></entry>`
  const lone = '<entry><x:id>c</x:id><title>Cap</title><x:price>1 EUR</x:price></entry>'
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://base.google.com/ns/1.0">${entry('a', 'S')}${lone}${entry('b', 'M')}</feed>`
  const told = await read(feed)
  expect(told.products.map(({ draft }) => [draft.handle, draft.variants.map(({ sku }) => sku)])).toEqual([
    ['tee', ['a', 'b']],
    ['cap', ['c']]
  ])
})

test.each([
  ['billion laughs', '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>', 'xml_doctype'],
  ['an external entity', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'xml_doctype'],
  ['an external document type', '<!DOCTYPE x SYSTEM "http://169.254.169.254/x.dtd">', 'xml_doctype']
])('%s refuses the file before anything is read', async (_, doctype, code) => {
  const { items } = await read(rss(item('&b;'), `<?xml version="1.0"?>${doctype}`))
  expect(items).toMatchObject([{ kind: 'problem', code }])
})

test('a document type behind the first 64 KB is refused all the same, and nothing is made of what came before', async () => {
  const late = rss(`${item('1')}<!-- ${'x'.repeat(100_000)} --><!DOCTYPE x [<!ENTITY a "b">]>${item('2')}`)
  expect((await read(late)).items).toMatchObject([{ code: 'xml_doctype' }])
})

test('an entity that is none of XML’s own stays the letters it is', async () => {
  const told = await read(rss(item('1', '<g:brand>&lol;&xxe;</g:brand>')))
  expect(told.products[0]?.draft.vendor).toBe('&lol;&xxe;')
})

test('what nests too deep, never closes, is cut off, or is no feed is refused with its reason', async () => {
  const deep = rss(`<item>${'<a>'.repeat(100_000)}`)
  const refused = async (text: string | Uint8Array) => codes((await read(text)).problems)
  expect(await refused(deep)).toEqual(['xml_too_deep'])
  expect(await refused(rss(item('1')).slice(0, -30))).toEqual(['xml_broken'])
  expect(await refused(rss(`<item><g:id>1</g:id>${item('2')}`))).toEqual(['xml_broken'])
  expect(await refused(rss(`<item><!-- ${'x'.repeat(3_000_000)}`))).toEqual(['xml_broken'])
  expect(await refused(rss(`<item a="${'x'.repeat(3_000_000)}`))).toEqual(['xml_broken'])
  expect(await refused('<?xml version="1.0"?><products><product/></products>')).toEqual(['unknown_xml'])
  expect(await refused('<?xml version="1.0"?><!DOCTYPE html><html></html>')).toEqual(['html_file'])
  expect(await refused(rss(''))).toEqual(['no_rows'])
})

test('one item’s endless text costs that item only', async () => {
  const told = await read(
    rss(item('1') + item('2', `<description>${'x'.repeat(5_000_000)}</description>`) + item('3'))
  )
  expect(handles(told)).toEqual(['mug-1', 'mug-3'])
  expect(told.problems).toMatchObject([{ code: 'cell_too_large', row: 3 }])
})

test('letters are read as the file declares them, or as they are where it declares wrongly', async () => {
  const feed = (encoding: string) =>
    rss(item('1', '<g:brand>Smörgås ø</g:brand>'), `<?xml version="1.0" encoding="${encoding}"?>`)
  const brandOf = async (bytes: Uint8Array) => (await read(bytes)).products[0]?.draft.vendor
  expect(await brandOf(Buffer.from(feed('UTF-8')))).toBe('Smörgås ø')
  expect(await brandOf(Buffer.from(feed('UTF-8'), 'latin1'))).toBe('Smörgås ø')
  expect(await brandOf(Buffer.from(feed('ISO-8859-1'), 'latin1'))).toBe('Smörgås ø')
  expect(await brandOf(Buffer.from(feed('utf-16'), 'utf16le'))).toBe('Smörgås ø')
  expect(await brandOf(Buffer.from(feed('koi8-r').replace('Smörgås ø', '\u00f0'), 'latin1'))).toBe('П')
  expect((await read(Buffer.from(feed('utf-7')))).items).toMatchObject([{ code: 'encoding_unknown' }])
})

test('it reads the same wherever the bytes are cut', async () => {
  const text = rss(item('1', '<g:brand><![CDATA[A]]> &amp; B</g:brand>') + item('2'))
  const whole = await read(text)
  for (const size of [1, 3, 7]) expect((await read(text, {}, size)).items).toEqual(whole.items)
})

test('memory stays bounded while hundreds of megabytes of one item pass by', async () => {
  const text = Buffer.from('x'.repeat(500_000))
  async function* flood() {
    yield Buffer.from(rss('<item><g:id>1</g:id><description>').split('</channel>')[0]!)
    for (let n = 0; n < 300; n++) yield text
    yield Buffer.from('</description></item></channel></rss>')
  }
  const before = process.memoryUsage().rss
  let peak = 0
  async function* watched() {
    for await (const chunk of flood()) {
      peak = Math.max(peak, process.memoryUsage().rss - before)
      yield chunk
    }
  }
  const told = await collect(readProducts(() => watched(), { currency: 'EUR' }))
  expect(codes(told.problems)).toContain('cell_too_large')
  expect(peak).toBeLessThan(120_000_000)
}, 120_000)

test('closing the reading closes the file each time it was opened', async () => {
  let open = 0
  const opener = async function* () {
    open++
    try {
      yield* chunked(Buffer.from(rss(item('1') + item('2'))), 64)
    } finally {
      open--
    }
  }
  for await (const one of readProducts(opener, { currency: 'EUR' })) if (one.kind === 'product') break
  expect(open).toBe(0)
})
