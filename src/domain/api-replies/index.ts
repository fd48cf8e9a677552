// What was answered to a request that names itself, so that asked again it is answered again and not done again.
export { claimReply, type Claim, type Request } from './claim-reply.ts'
export { forgetReplies } from './forget-replies.ts'
export { keepReply, type Reply } from './keep-reply.ts'
export { Overtaken, markWorked, releaseReply } from './mark-worked.ts'
