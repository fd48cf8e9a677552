/** The two colours of the form; null for the market's own when "own" is not ticked. */
export const brandFrom = ({ own, awning, harbour }: Record<string, string>) =>
  own ? { awning, harbour } : { awning: null, harbour: null }
