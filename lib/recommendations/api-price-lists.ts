import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import type { ApiPrice } from '@/lib/catalog/api-prices.ts'
import { shippedApiPrices } from '@/lib/catalog/api-prices.ts'
import { litellmPrices, PriceListError } from '@/lib/catalog/litellm-prices.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'

/** Stores a price list in the layout of LiteLLM. Throws AppError unprocessable that names model, field and value. */
export async function addPriceList(
  scope: Scope,
  list: { name: string; pricedOn: Day; text: string },
): Promise<{ prices: number }> {
  const prices = readList(list.text, `${list.name}, ${list.pricedOn}`)
  await audited(
    scope,
    'api-prices.add',
    `api-prices:${list.name}`,
    { prices: prices.length, pricedOn: list.pricedOn },
    (transaction) =>
      transaction.apiPriceList.create({
        data: { name: list.name, prices, pricedOn: new Date(`${list.pricedOn}T00:00:00Z`), createdBy: scope.actor },
      }),
  )
  return { prices: prices.length }
}

function readList(text: string, source: string): ApiPrice[] {
  try {
    return litellmPrices(text, source)
  } catch (error) {
    if (error instanceof PriceListError) throw new AppError('unprocessable', `${error.message}. Nothing was stored.`)
    throw error
  }
}

/** Every price that holds: of the newest imported list that has the model, else of the list that is shipped. */
export async function readPriceList(): Promise<ApiPrice[]> {
  const lists = await db().apiPriceList.findMany({ orderBy: [{ pricedOn: 'desc' }, { id: 'desc' }] })
  const found = new Map<string, ApiPrice>()
  for (const price of [...lists.flatMap(({ prices }) => prices as unknown as ApiPrice[]), ...shippedApiPrices]) {
    const name = `${price.vendor}/${price.model}`
    if (!found.has(name)) found.set(name, price)
  }
  return [...found.values()].sort((a, b) => (`${a.vendor}/${a.model}` < `${b.vendor}/${b.model}` ? -1 : 1))
}
