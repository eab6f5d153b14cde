-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('KAHA', 'CALLBACK', 'STATEMENT', 'QUERY', 'DEMO');

-- CreateEnum
CREATE TYPE "StatementKind" AS ENUM ('PAYMENT', 'PAYOUT');

-- CreateEnum
CREATE TYPE "StatementState" AS ENUM ('FETCHING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "LineStatus" AS ENUM ('PENDING', 'COMPLETE', 'FAILED');

-- CreateEnum
CREATE TYPE "ExceptionType" AS ENUM ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS', 'FEE_DIFFERS', 'STATUS_DIFFERS', 'LATE', 'DUPLICATE', 'NO_CALLBACK', 'UNKNOWN_ORDER', 'REFUND_NOT_EXPLAINED', 'BALANCE_DIFFERS');

-- CreateEnum
CREATE TYPE "ExceptionState" AS ENUM ('OPEN', 'RESOLVED', 'GONE');

-- CreateEnum
CREATE TYPE "GatewayProfile" AS ENUM ('PH_FLAT', 'GLOBAL_ENVELOPE');

-- CreateEnum
CREATE TYPE "SignMode" AS ENUM ('RSA_SHA256', 'SHA1_SECRET');

-- CreateEnum
CREATE TYPE "CallbackState" AS ENUM ('RECEIVED', 'PROCESSED', 'IGNORED', 'HELD', 'REJECTED', 'DEAD');

-- CreateEnum
CREATE TYPE "MoneyOutStatus" AS ENUM ('WAITING_APPROVAL', 'READY', 'SENDING', 'IN_PROGRESS', 'UNKNOWN', 'COMPLETE', 'FAILED', 'CANCELLED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "Product" AS ENUM ('WEB_PAYMENT', 'QR_CODE', 'VIRTUAL_ACCOUNT', 'BANK_TRANSFER', 'CHECKOUT', 'DIRECT_DEBIT');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('SENDING', 'PENDING', 'UNKNOWN', 'REFUSED', 'COMPLETE', 'FAILED', 'CLOSED');

-- CreateEnum
CREATE TYPE "QrCodeStatus" AS ENUM ('SENDING', 'ACTIVE', 'UNKNOWN', 'REFUSED', 'INACTIVE', 'CANCEL');

-- CreateEnum
CREATE TYPE "TimelineSource" AS ENUM ('PERSON', 'ANSWER', 'CALLBACK', 'STATEMENT', 'POLL', 'SYSTEM');

-- CreateEnum
CREATE TYPE "MerchantMode" AS ENUM ('LIVE', 'TEST');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OWNER', 'ADMIN', 'FINANCE', 'SUPPORT', 'APPROVER', 'VIEWER');

-- CreateTable
CREATE TABLE "AuditEntry" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actorId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "AuditLink" (
    "merchantId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "auditId" UUID NOT NULL,
    "prevHash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("merchantId","seq")
);

-- CreateTable
CREATE TABLE "PersonEvent" (
    "seq" BIGINT NOT NULL,
    "personId" UUID,
    "action" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "prevHash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "PersonEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Statement" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "kind" "StatementKind" NOT NULL,
    "day" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "StatementState" NOT NULL,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "pagesExpected" INTEGER,
    "rowCount" INTEGER NOT NULL DEFAULT 0,
    "amountSum" BIGINT NOT NULL DEFAULT 0,
    "feeSum" BIGINT NOT NULL DEFAULT 0,
    "contentHash" CHAR(64),
    "failure" TEXT,
    "failureValues" JSONB,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fetchedAt" TIMESTAMPTZ(3),
    "current" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "StatementLine" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "kind" "StatementKind" NOT NULL,
    "day" DATE NOT NULL,
    "page" INTEGER NOT NULL,
    "lineNo" INTEGER NOT NULL,
    "merchantOrderId" TEXT,
    "transactionId" TEXT NOT NULL,
    "paymentMethod" TEXT,
    "channel" TEXT,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "name" TEXT,
    "mobile" TEXT,
    "account" TEXT,
    "status" "LineStatus" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "rule" TEXT,
    "orderId" UUID,
    "payoutId" UUID,

    CONSTRAINT "StatementLine_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "DayRun" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "ranAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requestedById" TEXT NOT NULL,
    "proof" JSONB NOT NULL,
    "unexplained" BIGINT,
    "matched" INTEGER NOT NULL,
    "lineCount" INTEGER NOT NULL,

    CONSTRAINT "DayRun_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "ReconException" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "type" "ExceptionType" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "effect" BIGINT NOT NULL,
    "claim" BIGINT,
    "state" "ExceptionState" NOT NULL DEFAULT 'OPEN',
    "detail" JSONB NOT NULL,
    "orderId" UUID,
    "payoutId" UUID,
    "refundId" UUID,
    "lineId" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,
    "resolution" TEXT,
    "resolutionNote" TEXT,

    CONSTRAINT "ReconException_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "GatewayApp" (
    "appId" TEXT NOT NULL,
    "merchantId" UUID NOT NULL,
    "appName" TEXT NOT NULL,
    "baseUrl" TEXT NOT NULL,
    "profile" "GatewayProfile" NOT NULL DEFAULT 'PH_FLAT',
    "requestSignMode" "SignMode" NOT NULL DEFAULT 'RSA_SHA256',
    "callbackSignMode" "SignMode" NOT NULL DEFAULT 'SHA1_SECRET',
    "privateKeyEncrypted" BYTEA NOT NULL,
    "requestSecretEncrypted" BYTEA,
    "callbackSecretEncrypted" BYTEA,
    "callbackPublicKey" TEXT,
    "othersCreateOrders" BOOLEAN NOT NULL DEFAULT true,
    "othersSendMoney" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GatewayApp_pkey" PRIMARY KEY ("appId")
);

-- CreateTable
CREATE TABLE "Callback" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rawBody" BYTEA NOT NULL,
    "bodySha256" CHAR(64) NOT NULL,
    "meaningHash" CHAR(64),
    "genuine" BOOLEAN NOT NULL,
    "ambiguous" BOOLEAN NOT NULL DEFAULT false,
    "canonical" TEXT,
    "eventName" TEXT,
    "subjectId" TEXT,
    "state" "CallbackState" NOT NULL,
    "reason" TEXT,
    "reasonValues" JSONB,
    "duplicateOfId" UUID,
    "orderId" UUID,
    "refundId" UUID,
    "payoutId" UUID,
    "processedAt" TIMESTAMPTZ(3),
    "origin" "Origin" NOT NULL DEFAULT 'CALLBACK',

    CONSTRAINT "Callback_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "BalanceSnapshot" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "balance" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'PHP',
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "BalanceSnapshot_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,
    "orderId" UUID,
    "originalTransactionId" TEXT NOT NULL,
    "mchRefundOrderId" TEXT NOT NULL,
    "refundTransactionId" TEXT,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'PHP',
    "feeRefunded" BIGINT,
    "reason" TEXT,
    "note" TEXT,
    "status" "MoneyOutStatus" NOT NULL,
    "failedCode" TEXT,
    "failedMessage" TEXT,
    "refusedCode" INTEGER,
    "requestKey" UUID,
    "requestedById" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "sendCount" INTEGER NOT NULL DEFAULT 0,
    "unknownSince" TIMESTAMPTZ(3),
    "firstNotFoundAt" TIMESTAMPTZ(3),
    "provedNotTakenAt" TIMESTAMPTZ(3),
    "nextCheckAt" TIMESTAMPTZ(3),
    "checkCount" INTEGER NOT NULL DEFAULT 0,
    "lastCheckedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "refundCreateTime" TIMESTAMPTZ(3),
    "refundReturnTime" TIMESTAMPTZ(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "Payout" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,
    "orderId" UUID,
    "mchOrderId" TEXT NOT NULL,
    "idempotencyId" TEXT,
    "transactionId" TEXT,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT,
    "currency" CHAR(3) NOT NULL DEFAULT 'PHP',
    "payMethodCode" TEXT,
    "bankCode" TEXT,
    "ewalletCode" TEXT,
    "accountNo" TEXT,
    "accountName" TEXT,
    "remark" TEXT,
    "status" "MoneyOutStatus" NOT NULL,
    "failedCode" TEXT,
    "failedMessage" TEXT,
    "refusedCode" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Payout_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "Order" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,
    "product" "Product" NOT NULL,
    "channelCode" TEXT,
    "status" "OrderStatus" NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'PHP',
    "fee" BIGINT,
    "mchOrderId" TEXT,
    "intentOrderId" TEXT,
    "transactionId" TEXT,
    "qrCodeId" UUID,
    "customerName" TEXT,
    "email" TEXT,
    "mobile" TEXT,
    "remark" TEXT,
    "payUrl" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "callbackExpected" BOOLEAN NOT NULL DEFAULT false,
    "failedCode" TEXT,
    "failedMessage" TEXT,
    "refusedCode" INTEGER,
    "requestKey" UUID,
    "createdById" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextCheckAt" TIMESTAMPTZ(3),
    "checkCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "QrCode" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gatewayAppId" TEXT NOT NULL,
    "mchOrderId" TEXT NOT NULL,
    "qrcodeId" TEXT,
    "channelCode" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" CHAR(3) NOT NULL DEFAULT 'PHP',
    "customerName" TEXT NOT NULL,
    "email" TEXT,
    "remark" TEXT,
    "content" TEXT,
    "qrLink" TEXT,
    "status" "QrCodeStatus" NOT NULL,
    "refusedCode" INTEGER,
    "requestKey" UUID NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "nextCheckAt" TIMESTAMPTZ(3),
    "checkCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "QrCode_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "TimelineEvent" (
    "merchantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" "TimelineSource" NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "actorId" TEXT,
    "orderId" UUID,
    "refundId" UUID,
    "payoutId" UUID,
    "qrCodeId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TimelineEvent_pkey" PRIMARY KEY ("merchantId","id")
);

-- CreateTable
CREATE TABLE "Merchant" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mode" "MerchantMode" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Merchant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "locale" TEXT,
    "theme" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "merchantId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("merchantId","personId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "merchantId" UUID NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "merchantId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEntry_merchantId_subjectId_at_idx" ON "AuditEntry"("merchantId", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_merchantId_at_id_idx" ON "AuditEntry"("merchantId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "AuditLink_merchantId_auditId_key" ON "AuditLink"("merchantId", "auditId");

-- CreateIndex
CREATE INDEX "PersonEvent_personId_at_idx" ON "PersonEvent"("personId", "at");

-- CreateIndex
CREATE INDEX "Statement_merchantId_day_id_idx" ON "Statement"("merchantId", "day" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Statement_merchantId_gatewayAppId_kind_day_version_key" ON "Statement"("merchantId", "gatewayAppId", "kind", "day", "version");

-- CreateIndex
CREATE INDEX "StatementLine_merchantId_gatewayAppId_transactionId_idx" ON "StatementLine"("merchantId", "gatewayAppId", "transactionId");

-- CreateIndex
CREATE INDEX "StatementLine_merchantId_orderId_idx" ON "StatementLine"("merchantId", "orderId");

-- CreateIndex
CREATE INDEX "StatementLine_merchantId_payoutId_idx" ON "StatementLine"("merchantId", "payoutId");

-- CreateIndex
CREATE UNIQUE INDEX "StatementLine_merchantId_statementId_lineNo_key" ON "StatementLine"("merchantId", "statementId", "lineNo");

-- CreateIndex
CREATE UNIQUE INDEX "DayRun_merchantId_gatewayAppId_day_key" ON "DayRun"("merchantId", "gatewayAppId", "day");

-- CreateIndex
CREATE INDEX "ReconException_merchantId_state_day_idx" ON "ReconException"("merchantId", "state", "day");

-- CreateIndex
CREATE UNIQUE INDEX "ReconException_merchantId_gatewayAppId_day_type_subjectId_key" ON "ReconException"("merchantId", "gatewayAppId", "day", "type", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "GatewayApp_merchantId_appId_key" ON "GatewayApp"("merchantId", "appId");

-- CreateIndex
CREATE INDEX "Callback_merchantId_receivedAt_id_idx" ON "Callback"("merchantId", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Callback_merchantId_gatewayAppId_meaningHash_idx" ON "Callback"("merchantId", "gatewayAppId", "meaningHash");

-- CreateIndex
CREATE INDEX "Callback_merchantId_gatewayAppId_subjectId_idx" ON "Callback"("merchantId", "gatewayAppId", "subjectId");

-- CreateIndex
CREATE INDEX "Callback_merchantId_state_receivedAt_idx" ON "Callback"("merchantId", "state", "receivedAt");

-- CreateIndex
CREATE INDEX "BalanceSnapshot_merchantId_gatewayAppId_answeredAt_idx" ON "BalanceSnapshot"("merchantId", "gatewayAppId", "answeredAt" DESC);

-- CreateIndex
CREATE INDEX "Refund_merchantId_createdAt_id_idx" ON "Refund"("merchantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Refund_merchantId_orderId_idx" ON "Refund"("merchantId", "orderId");

-- CreateIndex
CREATE INDEX "Refund_merchantId_gatewayAppId_originalTransactionId_idx" ON "Refund"("merchantId", "gatewayAppId", "originalTransactionId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_merchantId_gatewayAppId_mchRefundOrderId_key" ON "Refund"("merchantId", "gatewayAppId", "mchRefundOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_merchantId_gatewayAppId_refundTransactionId_key" ON "Refund"("merchantId", "gatewayAppId", "refundTransactionId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_merchantId_requestKey_key" ON "Refund"("merchantId", "requestKey");

-- CreateIndex
CREATE INDEX "Payout_merchantId_createdAt_id_idx" ON "Payout"("merchantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Payout_merchantId_gatewayAppId_createdAt_idx" ON "Payout"("merchantId", "gatewayAppId", "createdAt");

-- CreateIndex
CREATE INDEX "Payout_merchantId_gatewayAppId_completedAt_idx" ON "Payout"("merchantId", "gatewayAppId", "completedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payout_merchantId_gatewayAppId_mchOrderId_key" ON "Payout"("merchantId", "gatewayAppId", "mchOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "Payout_merchantId_gatewayAppId_transactionId_key" ON "Payout"("merchantId", "gatewayAppId", "transactionId");

-- CreateIndex
CREATE INDEX "Order_merchantId_createdAt_id_idx" ON "Order"("merchantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Order_merchantId_status_createdAt_id_idx" ON "Order"("merchantId", "status", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Order_merchantId_gatewayAppId_completedAt_idx" ON "Order"("merchantId", "gatewayAppId", "completedAt");

-- CreateIndex
CREATE INDEX "Order_merchantId_gatewayAppId_mchOrderId_idx" ON "Order"("merchantId", "gatewayAppId", "mchOrderId");

-- CreateIndex
CREATE INDEX "Order_merchantId_qrCodeId_idx" ON "Order"("merchantId", "qrCodeId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_merchantId_gatewayAppId_transactionId_key" ON "Order"("merchantId", "gatewayAppId", "transactionId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_merchantId_gatewayAppId_intentOrderId_key" ON "Order"("merchantId", "gatewayAppId", "intentOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_merchantId_requestKey_key" ON "Order"("merchantId", "requestKey");

-- CreateIndex
CREATE INDEX "QrCode_merchantId_createdAt_id_idx" ON "QrCode"("merchantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "QrCode_merchantId_gatewayAppId_mchOrderId_key" ON "QrCode"("merchantId", "gatewayAppId", "mchOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "QrCode_merchantId_requestKey_key" ON "QrCode"("merchantId", "requestKey");

-- CreateIndex
CREATE INDEX "TimelineEvent_merchantId_orderId_at_idx" ON "TimelineEvent"("merchantId", "orderId", "at");

-- CreateIndex
CREATE INDEX "TimelineEvent_merchantId_refundId_at_idx" ON "TimelineEvent"("merchantId", "refundId", "at");

-- CreateIndex
CREATE INDEX "TimelineEvent_merchantId_payoutId_at_idx" ON "TimelineEvent"("merchantId", "payoutId", "at");

-- CreateIndex
CREATE INDEX "TimelineEvent_merchantId_qrCodeId_at_idx" ON "TimelineEvent"("merchantId", "qrCodeId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_secretHash_key" ON "OneTimeLink"("secretHash");

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_merchantId_auditId_fkey" FOREIGN KEY ("merchantId", "auditId") REFERENCES "AuditEntry"("merchantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StatementLine" ADD CONSTRAINT "StatementLine_merchantId_statementId_fkey" FOREIGN KEY ("merchantId", "statementId") REFERENCES "Statement"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StatementLine" ADD CONSTRAINT "StatementLine_merchantId_orderId_fkey" FOREIGN KEY ("merchantId", "orderId") REFERENCES "Order"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StatementLine" ADD CONSTRAINT "StatementLine_merchantId_payoutId_fkey" FOREIGN KEY ("merchantId", "payoutId") REFERENCES "Payout"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DayRun" ADD CONSTRAINT "DayRun_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReconException" ADD CONSTRAINT "ReconException_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReconException" ADD CONSTRAINT "ReconException_merchantId_orderId_fkey" FOREIGN KEY ("merchantId", "orderId") REFERENCES "Order"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReconException" ADD CONSTRAINT "ReconException_merchantId_payoutId_fkey" FOREIGN KEY ("merchantId", "payoutId") REFERENCES "Payout"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReconException" ADD CONSTRAINT "ReconException_merchantId_refundId_fkey" FOREIGN KEY ("merchantId", "refundId") REFERENCES "Refund"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ReconException" ADD CONSTRAINT "ReconException_merchantId_lineId_fkey" FOREIGN KEY ("merchantId", "lineId") REFERENCES "StatementLine"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "GatewayApp" ADD CONSTRAINT "GatewayApp_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_merchantId_orderId_fkey" FOREIGN KEY ("merchantId", "orderId") REFERENCES "Order"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_merchantId_refundId_fkey" FOREIGN KEY ("merchantId", "refundId") REFERENCES "Refund"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_merchantId_payoutId_fkey" FOREIGN KEY ("merchantId", "payoutId") REFERENCES "Payout"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BalanceSnapshot" ADD CONSTRAINT "BalanceSnapshot_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_merchantId_orderId_fkey" FOREIGN KEY ("merchantId", "orderId") REFERENCES "Order"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_merchantId_orderId_fkey" FOREIGN KEY ("merchantId", "orderId") REFERENCES "Order"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_merchantId_qrCodeId_fkey" FOREIGN KEY ("merchantId", "qrCodeId") REFERENCES "QrCode"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "QrCode" ADD CONSTRAINT "QrCode_merchantId_gatewayAppId_fkey" FOREIGN KEY ("merchantId", "gatewayAppId") REFERENCES "GatewayApp"("merchantId", "appId") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_merchantId_orderId_fkey" FOREIGN KEY ("merchantId", "orderId") REFERENCES "Order"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_merchantId_refundId_fkey" FOREIGN KEY ("merchantId", "refundId") REFERENCES "Refund"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_merchantId_payoutId_fkey" FOREIGN KEY ("merchantId", "payoutId") REFERENCES "Payout"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "TimelineEvent" ADD CONSTRAINT "TimelineEvent_merchantId_qrCodeId_fkey" FOREIGN KEY ("merchantId", "qrCodeId") REFERENCES "QrCode"("merchantId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "Merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Written by hand from here on: what Prisma's schema language cannot say.

-- Audit rows, their chain and the events of people are only ever inserted.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever inserted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "AuditEntry_insert_only" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEntry_no_truncate" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditLink_insert_only" BEFORE UPDATE OR DELETE ON "AuditLink"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditLink_no_truncate" BEFORE TRUNCATE ON "AuditLink"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PersonEvent_insert_only" BEFORE UPDATE OR DELETE ON "PersonEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PersonEvent_no_truncate" BEFORE TRUNCATE ON "PersonEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Money never goes below zero where it has no sign.
ALTER TABLE "Order" ADD CONSTRAINT "Order_amount_positive" CHECK ("amount" > 0 AND ("fee" IS NULL OR "fee" >= 0));
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount_positive" CHECK ("amount" > 0 AND ("feeRefunded" IS NULL OR "feeRefunded" >= 0));
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_amount_positive" CHECK ("amount" > 0 AND ("fee" IS NULL OR "fee" >= 0));

-- One current statement per app, kind and day.
CREATE UNIQUE INDEX "Statement_one_current" ON "Statement" ("merchantId", "gatewayAppId", "kind", "day") WHERE "current";

-- What the pollers of the worker look for.
CREATE INDEX "Order_due_check" ON "Order" ("nextCheckAt") WHERE "nextCheckAt" IS NOT NULL;
CREATE INDEX "Refund_due_check" ON "Refund" ("nextCheckAt") WHERE "nextCheckAt" IS NOT NULL;
CREATE INDEX "QrCode_due_check" ON "QrCode" ("nextCheckAt") WHERE "nextCheckAt" IS NOT NULL;
