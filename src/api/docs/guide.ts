import { html } from 'hono/html'

/** How the API works as a whole; the frame keeps what is said here (limits.ts, once.ts, represent.ts, cursor.ts). */
export const showGuide = (origin: string) =>
  html` <h1>The API of this shop</h1>
    <p class="lead">
      Everything the studio and the square can do, a program can do too: by the same commands, with the same
      rules. It is JSON over HTTP, described by OpenAPI 3.1 at
      <a href="/api/v1/openapi.json">openapi.json</a>.
    </p>

    <section id="keys">
      <h2>Keys</h2>
      <p>
        An owner makes keys in the studio under <a href="/studio/settings/keys">Settings, Keys</a>, each with
        the scopes it needs, and for how long. A key acts for the member who made it: it may do what they may,
        and of that only what its scopes name. Send it with every request:
      </p>
      <pre tabindex="0"><code>curl ${origin}/api/v1/products -H "Authorization: Bearer $KEY"</code></pre>
      <p>
        A key that is wrong, expired or taken back answers 401 <code>key_invalid</code>, also beside a cookie
        that is right. A scope that is missing answers 403 and names the scope in
        <code>WWW-Authenticate</code>. Operations that are open to everyone need no key; a page of another
        origin may call the API with a key, and is never given what belongs to a cookie.
      </p>
    </section>

    <section id="errors">
      <h2>Refusals</h2>
      <p>
        Every refusal is a problem (RFC 9457) as <code>application/problem+json</code>. Its
        <code>code</code> is stable: decide by it, never by the words.
      </p>
      <pre
        tabindex="0"
      ><code>{ "title": "Unprocessable Entity", "status": 422, "code": "invalid", "detail": { "field": "title", "reason": "too_big" } }</code></pre>
      <p>
        Parameters and fields that are not known are refused (422 <code>invalid</code>): a misspelt filter
        must not mean everything. Each operation lists its own codes; <a href="#codes">all of them</a> stand
        below.
      </p>
    </section>

    <section id="paging">
      <h2>Pages</h2>
      <p>
        A list answers a page of things and <code>next</code>. Send that as <code>cursor</code> for the page
        after, or follow the <code>Link</code> header with <code>rel="next"</code>; on the last page
        <code>next</code> is null. Cursors are sealed for their list: a changed one is 422
        <code>cursor_invalid</code>. <code>?fields=id,title</code> leaves only these fields of each thing.
      </p>
      <pre tabindex="0"><code>for (let cursor; ; ) {
  const { data } = await listProducts({ client, query: { cursor } })
  for (const product of data.products) console.log(product.title)
  if (!(cursor = data.next ?? undefined)) break
}</code></pre>
    </section>

    <section id="once">
      <h2>Doing things once</h2>
      <p>
        Send an <code>Idempotency-Key</code> of your own with a write, a UUID for instance. Sent again within
        a day, the request is answered again, with <code>Idempotency-Replayed: true</code>, and not done
        again. The same key with another request is 422 <code>idempotency_key_reused</code>; while the first
        is under way, 409 <code>idempotency_key_in_use</code>. Should the server die after the work and before
        its answer, the key answers 409 <code>idempotency_outcome_unknown</code>: the work was done, look at
        what it made.
      </p>
    </section>

    <section id="versions">
      <h2>Versions</h2>
      <p>
        Every answer to a GET has an <code>ETag</code>; sent back as <code>If-None-Match</code>, what has not
        changed answers 304. The ETag of what can be edited begins with its version or state: sent as
        <code>If-Match</code> with an edit, the edit of any other is 412 <code>precondition_failed</code> and
        nothing is lost. Where an edit takes no If-Match it refuses one.
      </p>
    </section>

    <section id="limits">
      <h2>Limits</h2>
      <p>
        A key may ask 1,200 times at once and twenty times more each second; a visitor or member 600 times,
        and ten more each second. Each answer tells how many are left, in <code>RateLimit</code> and
        <code>RateLimit-Policy</code>. Over it, 429 <code>too_many_requests</code> says in
        <code>Retry-After</code> when to come back. A body may be 256 KB, a product 4 MB, a file what its
        operation says.
      </p>
    </section>

    <section id="webhooks">
      <h2>Webhooks</h2>
      <p>
        Instead of asking again and again, let the shop tell you: make a webhook in the studio under
        <a href="/studio/settings/webhooks">Settings, Webhooks</a>, or
        <a href="/api/v1/docs/webhooks">by the API</a>. What is posted is described under
        <code>webhooks</code> in openapi.json, and signed.
      </p>
    </section>

    <section id="client">
      <h2>The client</h2>
      <p>
        The sources of Torilla write a typed client for TypeScript: <code>npm run client</code>, then
        <code>npm pack</code> in <code>client/</code>.
      </p>
      <pre tabindex="0"><code>import { listProducts } from 'torilla-client'
import { createClient, createConfig } from 'torilla-client/client'

const client = createClient(createConfig({ baseUrl: '${origin}', auth: () => key }))
const { data, error } = await listProducts({ client })</code></pre>
    </section>

    <section id="money">
      <h2>Money and time</h2>
      <p>
        Sums are whole numbers in the smallest unit of the shop's currency: 3200 is 32.00. Moments are text
        with their zone: 2026-07-14T10:00:00Z.
      </p>
    </section>`
