import {
  amount,
  anyText,
  day,
  email,
  freeText,
  input,
  isAbsent,
  length,
  lettersAndDigits,
  needed,
  oneOf,
  optional,
  problemOn,
  webAddress,
  whole,
} from '@/lib/gateway/input';
import { operation } from '@/lib/gateway/operation';
import { answer, centavos, list, qrCodeStatus, text, time, transactionStatus } from '@/lib/gateway/wire';

const STATIC = 'QRPH_STATIC_QR';
const KINDS = [STATIC, 'QRPH_DYNAMIC_QR', 'QRPH_HYBRID_QR'];

const mchOrderId = needed<string>(length(1, 32), lettersAndDigits);
const customerName = needed<string>(length(1, 100), freeText);
const optionalEmail = optional<string>(length(1, 50), email);

const qrCode = answer(
  {
    mchOrderId: text.required,
    qrcodeId: text.required,
    qrcodeContent: text.required,
    channelCode: text.optional,
    callbackUrl: text.optional,
    createTime: time.optional,
    updateTime: time.optional,
    expiresTime: time.optional,
    remark: text.optional,
    status: qrCodeStatus.required,
    qrLink: text.optional,
    amount: centavos.optional,
    fee: centavos.optional,
  },
  { qrCodeId: 'qrcodeId', qrCodeContent: 'qrcodeContent', qrStatus: 'status' },
);

const qrCodePayment = answer({
  transactionId: text.required,
  transactionCreateTime: time.required,
  transactionReturnTime: time.optional,
  transactionAmount: centavos.required,
  channelCode: text.optional,
  transactionStatus: transactionStatus.required,
  remark: text.optional,
  fee: centavos.optional,
});

export const qrCodes = {
  /**
   * Makes a QR code (5.1). `amount` in centavos, from 2000; dynamic and hybrid codes need one (1020).
   * Answers 1007, 1009, 1011, 1012, 1015, 1020.
   */
  create: operation({
    operation: 'qrCode.create',
    method: 'POST',
    path: '/api/v1/qrcode',
    section: '5.1',
    adds: ['appName'],
    input: input({
      mchOrderId,
      channelCode: needed<string>(oneOf(KINDS)),
      amount: optional<bigint>(amount(2000n)),
      customerName,
      email: optionalEmail,
      callbackUrl: optional<string>(length(1, 150), webAddress),
      remark: optional<string>(length(1, 256), freeText),
      expireSeconds: optional<number | bigint>(whole(60, 3600)),
    }).superRefine((fields, context) => {
      const isStatic = fields.channelCode === STATIC;
      if (!isStatic && KINDS.includes(fields.channelCode) && isAbsent(fields.amount)) {
        problemOn(context, 'amount', { key: 'codes.field.qrAmount', code: 1020 });
      }
      if (isStatic && !isAbsent(fields.expireSeconds)) {
        problemOn(context, 'expireSeconds', { key: 'codes.field.staticExpiry' });
      }
    }),
    data: qrCode,
  }),

  /** Reads a QR code (5.2). Answers 1008. */
  get: operation({
    operation: 'qrCode.get',
    method: 'GET',
    path: '/api/v1/qrcode/{mchOrderId}',
    section: '5.2',
    adds: [],
    pathFieldInQuery: true,
    input: input({ mchOrderId }),
    data: qrCode,
  }),

  /** The payments of a QR code from one day to another, both included (5.3); money in centavos. */
  payments: operation({
    operation: 'qrCode.payments',
    method: 'GET',
    path: '/api/v1/qrcode/{mchOrderId}/payments',
    section: '5.3',
    adds: [],
    input: input({ mchOrderId, startDate: needed<string>(day), endDate: needed<string>(day) }),
    data: list(qrCodePayment),
  }),

  /** Switches a QR code off (5.4). Answers 1008. */
  cancel: operation({
    operation: 'qrCode.cancel',
    method: 'POST',
    path: '/api/v1/qrcode/cancel',
    section: '5.4',
    adds: [],
    input: input({ mchOrderId }),
    data: qrCode,
  }),

  /** Changes name, addresses and remark of an active QR code, never its amount (5.6). Answers 1008, 1009. */
  update: operation({
    operation: 'qrCode.update',
    method: 'POST',
    path: '/api/v1/qrcode/update',
    section: '5.6',
    adds: [],
    input: input({
      mchOrderId,
      customerName,
      callbackUrl: optional<string>(anyText, webAddress),
      email: optionalEmail,
      remark: optional<string>(anyText, freeText),
    }),
    data: qrCode,
  }),
};
