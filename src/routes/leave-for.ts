import { redirect, type RequestEvent } from '@sveltejs/kit'

/** Sends whoever pressed a button on to a store elsewhere, which learns from our address no more than it carries. */
export function leaveFor({ setHeaders }: Pick<RequestEvent, 'setHeaders'>, address: string): never {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  redirect(303, address, { external: [new URL(address).origin] })
}

/** Lets the forms of a page lead on to these addresses: browsers hold what a form is answered with to the policy too. */
export function mayLeave(response: Response, addresses: readonly string[] | undefined): Response {
  const policy = response.headers.get('content-security-policy')
  if (!policy || !addresses?.length) return response
  const origins = [...new Set(addresses.map((address) => new URL(address).origin))].join(' ')
  const wider = policy.replace("form-action 'self'", (own) => `${own} ${origins}`)
  response.headers.set('content-security-policy', wider)
  return response
}
