// A campaign is why several posts are made: a name, perhaps a hashtag and dates, and one line in the results.
export { archiveCampaign } from './archive-campaign.ts'
export { changeCampaign, type ChangeCampaignRefusal } from './change-campaign.ts'
export { createCampaign } from './create-campaign.ts'
export {
  campaignOfPost,
  findCampaign,
  findOpenCampaign,
  listCampaigns,
  openCampaigns,
  type CampaignLine,
  type CampaignView
} from './queries.ts'
export { CAMPAIGN_LIMITS, type CampaignInput } from './schema.ts'
