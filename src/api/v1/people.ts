import { z } from '@hono/zod-openapi'
import { ROLES } from '#domain/accounts/index.ts'
import {
  blockMember,
  changeRole,
  findMember,
  inviteStaff,
  listInvites,
  listMembers,
  withdrawInvite
} from '#domain/members/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, flag, found, moment, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { visitOf } from '../visit-of.ts'
import { Picture } from './common.schema.ts'

/** The people of the shop, who works here, and who is asked to. */
export const people = openApp()

const Role = z.enum(ROLES)
const Member = z
  .object({
    id: z.uuid(),
    name: z.string(),
    handle: z.string(),
    avatar: Picture.nullable(),
    email: z.string(),
    role: Role,
    blocked: z.boolean(),
    joinedAt: moment
  })
  .openapi('Member')
const Invite = z
  .object({ id: z.uuid(), email: z.string(), role: Role, mailed: z.boolean(), expiresAt: moment })
  .openapi('Invite')

operation(
  people,
  {
    ...{ name: 'listPeople', method: 'get', path: '/people', permission: 'people.read', paged: true },
    summary: 'List people by name',
    query: z.object({ q: z.string().max(80).optional(), staff: flag.optional() }),
    answer: pageOf('members', Member)
  },
  async ({ ctx, shop, query, page }) => {
    const role = query.staff === 'true' ? { role: 'staff' as const } : {}
    return done(
      await listMembers(ctx, shop.id, { words: query.q, after: page.cursor, limit: page.limit, ...role })
    )
  }
)

operation(
  people,
  {
    ...{ name: 'getPerson', method: 'get', path: '/people/{id}', permission: 'people.read', params: byId },
    ...{ summary: 'One person', answer: Member, watches: 'member', refusals: ['member_not_found'] }
  },
  async ({ ctx, shop, params }) => found(await findMember(ctx, shop.id, params.id), 'member_not_found')
)

operation(
  people,
  {
    ...{
      name: 'changeRole',
      method: 'put',
      path: '/people/{id}/role',
      permission: 'people.roles',
      params: byId
    },
    ...{
      summary: 'Give someone another role',
      body: z.strictObject({ role: Role }),
      ...{ example: { role: 'clerk' }, watches: 'member' }
    },
    ...{ answer: z.object({ memberId: z.uuid(), role: Role }), refusals: ['member_not_found', 'last_owner'] }
  },
  async ({ ctx, actor, params, body }) => changeRole(ctx, actor, { memberId: params.id, role: body.role })
)

for (const [method, blocked] of [
  ['put', true],
  ['delete', false]
] as const) {
  operation(
    people,
    {
      ...{ name: blocked ? 'blockPerson' : 'unblockPerson', method, path: '/people/{id}/block' },
      ...{ permission: 'people.roles', params: byId, refusals: ['member_not_found', 'last_owner'] },
      ...{ summary: blocked ? 'Show someone the door' : 'Let someone back in', watches: 'member' }
    },
    async ({ ctx, actor, params }) => blockMember(ctx, actor, { memberId: params.id, blocked })
  )
}

operation(
  people,
  {
    ...{ name: 'listInvites', method: 'get', path: '/invites', permission: 'people.roles' },
    ...{ summary: 'Invitations that are still open', answer: z.object({ invites: z.array(Invite) }) }
  },
  async ({ ctx, shop }) => done({ invites: await listInvites(ctx, shop.id) })
)

operation(
  people,
  {
    ...{ name: 'inviteStaff', method: 'post', path: '/invites', permission: 'people.roles', status: 201 },
    summary: 'Ask someone to work here, for a week',
    description:
      'A second invitation to the same address replaces the first. `link` only where no mail server is set.',
    body: z.strictObject({ email: z.string(), role: z.enum(['owner', 'marketer', 'moderator', 'clerk']) }),
    example: { email: 'harpreet@example.org', role: 'clerk' },
    answer: z.object({ email: z.string(), link: z.string().nullable() }),
    refusals: ['already_staff', 'too_many_tries']
  },
  async (ask) => inviteStaff(ask.ctx, ask.actor, visitOf(ask as never), ask.body)
)

operation(
  people,
  {
    ...{ name: 'withdrawInvite', method: 'delete', path: '/invites/{id}', permission: 'people.roles' },
    ...{ params: byId, summary: 'Take an invitation back', refusals: ['invite_spent'] }
  },
  async ({ ctx, actor, params }) => withdrawInvite(ctx, actor, params.id)
)
