// The people of one shop: how they join, what they are called, and who may do what.
export { acceptInvite, acceptInviteAsNew } from './accept-invite.ts'
export { addMember, joined } from './add-member.ts'
export { blockMember } from './block-member.ts'
export { changeRole } from './change-role.ts'
export { inviteStaff } from './invite-staff.ts'
export { joinShop } from './join-shop.ts'
export {
  findInvite,
  listInvites,
  listMembers,
  memberCard,
  memberCards,
  type InviteView,
  type MemberCard,
  type MemberFilter,
  type MemberRow
} from './queries.ts'
export { setAvatar } from './set-avatar.ts'
export { updateProfile } from './update-profile.ts'
export { withdrawInvite } from './withdraw-invite.ts'
