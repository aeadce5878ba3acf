import { describe, expect, test } from 'vitest'
import { apiPrice, shippedApiPrices, shippedApiPricesDay } from './api-prices.ts'
import { litellmPrices, PriceListError } from './litellm-prices.ts'

const read = (models: object) => litellmPrices(JSON.stringify(models), 'test')

test.each([
  [2.5e-6, '2.5'],
  [1e-5, '10'],
  [3e-7, '0.3'],
  [1.25e-9, '0.00125'],
  [0.00006, '60'],
  [0, '0'],
  [0.1, '100000'],
  [1, '1000000'],
])('%d a token is exactly %s a million', (perToken, perMillion) => {
  expect(read({ m: { input_cost_per_token: perToken, output_cost_per_token: perToken } })[0]).toMatchObject({
    usdPerMillionIn: perMillion,
    usdPerMillionOut: perMillion,
  })
})

test('models are named by their vendor once, and what is no text model or has no price is passed over', () => {
  const prices = read({
    sample_spec: { input_cost_per_token: 'see docs' },
    'openai/gpt-x': {
      litellm_provider: 'openai',
      mode: 'chat',
      input_cost_per_token: 1e-6,
      output_cost_per_token: 2e-6,
      cache_read_input_token_cost: 1e-7,
    },
    'dall-e': { mode: 'image_generation', input_cost_per_token: 1, output_cost_per_token: 1 },
    free: { mode: 'chat', max_tokens: 10 },
  })
  expect(prices).toEqual([
    {
      vendor: 'openai',
      model: 'gpt-x',
      usdPerMillionIn: '1',
      usdPerMillionOut: '2',
      usdPerMillionCachedIn: '0.1',
      from: null,
      source: 'test',
    },
  ])
  expect(apiPrice(prices, 'openai/gpt-x')?.usdPerMillionOut).toBe('2')
  expect(apiPrice(prices, 'GPT-X')?.vendor).toBe('openai')
  expect(apiPrice(prices, 'gpt-y')).toBeNull()
})

describe('what cannot be read is refused with model, field and value', () => {
  test.each([
    ['', 'The file: is not JSON'],
    ['{', 'The file: is not JSON'],
    ['[]', 'The file: is not an object of models'],
    ['null', 'The file: is not an object of models'],
    ['3', 'The file: is not an object of models'],
    ['"text"', 'The file: is not an object of models'],
    ['{}', 'The list: has no model'],
    ['{"m": 3}', 'm: is not an object'],
    ['{"m": null}', 'm: is not an object'],
    ['{"m": []}', 'm: is not an object'],
    [
      '{"m": {"input_cost_per_token": "1e-6", "output_cost_per_token": 1}}',
      'm, input_cost_per_token: "1e-6" is not a number',
    ],
    [
      '{"m": {"input_cost_per_token": true, "output_cost_per_token": 1}}',
      'm, input_cost_per_token: true is not a number',
    ],
    [
      '{"m": {"input_cost_per_token": -1e-6, "output_cost_per_token": 1}}',
      'm, input_cost_per_token: -0.000001 is below 0',
    ],
    ['{"m": {"input_cost_per_token": 1, "output_cost_per_token": {}}}', 'm, output_cost_per_token: {} is not a number'],
    [
      '{"m": {"input_cost_per_token": 1e300, "output_cost_per_token": 1}}',
      'm, input_cost_per_token: 1e+300 is no price of a token',
    ],
    ['{"m": {"mode": "chat"}}', 'The list: has no model'],
  ])('%s', (text, message) => {
    expect(() => litellmPrices(text, 'test')).toThrow(PriceListError)
    expect(() => litellmPrices(text, 'test')).toThrow(message)
  })
})

test('the shipped list is dated and says that it is a third party', () => {
  expect(shippedApiPrices).toHaveLength(143)
  expect(shippedApiPricesDay).toBe('2026-08-05')
  for (const { source, usdPerMillionIn } of shippedApiPrices)
    expect([source !== '', Number(usdPerMillionIn) >= 0]).toEqual([true, true])
})
