/** How better-auth's names map to our columns. Its tables are global; only sessions know a shop. */
const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

export const userTable = {
  modelName: 'auth_users',
  fields: { ...stamps, emailVerified: 'email_verified' }
}

export const sessionTable = {
  modelName: 'auth_sessions',
  fields: {
    ...stamps,
    userId: 'user_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent'
  },
  additionalFields: {
    shopId: { type: 'number', fieldName: 'shop_id', required: true, input: false, bigint: true }
  }
} as const

export const accountTable = {
  modelName: 'auth_accounts',
  fields: {
    ...stamps,
    userId: 'user_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at'
  }
}

export const verificationTable = {
  modelName: 'auth_verifications',
  fields: { ...stamps, expiresAt: 'expires_at' }
}
