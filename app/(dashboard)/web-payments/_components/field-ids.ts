/** Ids of the form's controls by field name, so that the error summary can lead to them. */
export const FIELD_IDS = {
  amount: 'web-amount',
  channelCode: 'web-channel',
  customerName: 'web-customer-name',
  contact: 'web-contact',
  email: 'web-email',
  mobile: 'web-mobile',
  remark: 'web-remark',
} as const;
