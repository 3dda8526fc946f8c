-- AlterTable
ALTER TABLE "Slate" ADD COLUMN "featureVersion" TEXT;

-- AlterTable
ALTER TABLE "Impression" ADD COLUMN "features" REAL[];

-- CreateTable
CREATE TABLE "ModelVersion" (
    "id" UUID NOT NULL,
    "surface" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "trainer" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "featureVersion" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "progress" JSONB NOT NULL DEFAULT '{}',
    "report" JSONB,
    "error" TEXT NOT NULL DEFAULT '',
    "artefact" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ModelVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelPromotion" (
    "id" BIGSERIAL NOT NULL,
    "surface" TEXT NOT NULL,
    "modelId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModelPromotion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ModelVersion_surface_number_key" ON "ModelVersion"("surface", "number");

-- CreateIndex
CREATE INDEX "ModelPromotion_surface_id_idx" ON "ModelPromotion"("surface", "id");

-- AddForeignKey
ALTER TABLE "ModelPromotion" ADD CONSTRAINT "ModelPromotion_modelId_fkey" FOREIGN KEY ("modelId") REFERENCES "ModelVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
