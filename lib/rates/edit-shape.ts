import { z } from 'zod'

const text = z.string().max(500).nullable()

/** The shape of a RateEdit in a request; what the texts mean is read by lib/rates/rate.ts. */
export const rateEdit = {
  id: z.number().int().min(1).max(2_147_483_647).nullable(),
  draft: z
    .object({
      provider: text,
      skuId: text,
      gpuClass: text,
      regionId: text,
      pricingCategory: text,
      unit: text,
      price: text,
      currency: text,
      validFrom: text,
      validTo: text,
      source: text,
    })
    .nullable(),
}
