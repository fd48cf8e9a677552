// The people of one shop: how they join, what they are called, and who works there.
export { acceptInvite, acceptInviteAsNew } from './accept-invite.ts'
export { addMember, joined, type NewMember } from './add-member.ts'
export { blockMember } from './block-member.ts'
export { changeRole } from './change-role.ts'
export { inviteStaff } from './invite-staff.ts'
export { joinShop } from './join-shop.ts'
export { roleName } from './letters.ts'
export { lockOwners } from './locks.ts'
export { myAccount, type MyAccount } from './my-account.ts'
export { nobodyOf } from './nobody.ts'
export {
  findInvite,
  findMember,
  listInvites,
  listMembers,
  memberCard,
  type InviteView,
  type MemberCard,
  type MemberFilter,
  type MemberRow
} from './queries.ts'
export { setAvatar } from './set-avatar.ts'
export { updateProfile } from './update-profile.ts'
export { withdrawInvite } from './withdraw-invite.ts'
