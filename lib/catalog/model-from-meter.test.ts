import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ModelLabels } from '@/lib/catalog/model-from-meter.ts'
import { modelFromMeter } from '@/lib/catalog/model-from-meter.ts'
import { normaliseModel } from '@/lib/catalog/model-name.ts'

const blank: ModelLabels = { provider: 'aws', serviceName: null, skuMeter: null, skuDetail: null }

function check(defaults: Partial<ModelLabels>, rows: readonly [Partial<ModelLabels>, string | null][]): void {
  test.each(rows)('%j -> %s', (labels, expected) => {
    const match = modelFromMeter({ ...blank, ...defaults, ...labels })
    expect(match && `${match.model} ${match.direction}`).toBe(expected)
  })
}

describe('Bedrock billed by AWS', () => {
  check({ provider: 'aws', serviceName: 'AmazonBedrock' }, [
    [{ skuMeter: 'USE1-Nova2.0Lite-input-tokens' }, 'nova-2-lite input'],
    [{ skuMeter: 'USE1-NovaPro-output-tokens' }, 'nova-pro output'],
    [{ skuMeter: 'USE1-Claude2.1-input-tokens' }, 'claude-2.1 input'],
    [{ skuMeter: 'USE1-Llama3-2-1B-output-tokens' }, 'llama-3.2-1b output'],
    [{ skuMeter: 'USE1-MistralSmall-input-tokens-batch' }, 'mistral-small input'],
    [{ skuMeter: 'USE1-Claude4Sonnet-input-tokens-cross-region-global' }, 'claude-sonnet-4 input'],
    [{ skuMeter: 'USE1-Claude4.6Opus-cache-read-input-token-count-cross-region-global' }, 'claude-opus-4.6 cache-read'],
    [{ skuMeter: 'USE1-Claude4.6Opus-cache-write-input-token-count' }, 'claude-opus-4.6 cache-write'],
    [{ skuMeter: 'USW2-anthropic.claude-opus-4-8-mantle-input-tokens-global-standard' }, 'claude-opus-4.8 input'],
    [{ skuMeter: 'NovaPro-text-input-tokens' }, 'nova-pro input'],
    [{ skuMeter: 'EU-NovaMicro-output-tokens' }, 'nova-micro output'],
    [{ skuMeter: 'GPT-OSS-120B-input-tokens' }, 'gpt-oss-120b input'],
    [{ skuMeter: 'USE1-NovaPro-input-tokens', serviceName: 'Amazon Bedrock' }, 'nova-pro input'],
    [{ skuMeter: 'USE1-NovaPro-input-tokens', serviceName: 'AmazonEC2' }, null],
    [{ skuMeter: 'USE1-NovaPro-ProvisionedThroughput-ModelUnits' }, null],
    [{ skuMeter: 'USE1-MP:USE1_InputTokenCount-Units' }, null],
    [{ skuMeter: 'BoxUsage:p5.48xlarge', serviceName: 'AmazonEC2' }, null],
  ])
})

describe('Bedrock through AWS Marketplace', () => {
  check({ provider: 'aws', serviceName: 'Claude Sonnet 4.6 (Amazon Bedrock Edition)' }, [
    [{ skuMeter: 'USE1-MP:USE1_InputTokenCount-Units' }, 'claude-sonnet-4.6 input'],
    [{ skuMeter: 'USE1-MP:USE1_OutputTokenCount-Units' }, 'claude-sonnet-4.6 output'],
    [{ skuMeter: 'USE1-MP:USE1_CacheReadInputTokenCount-Units' }, 'claude-sonnet-4.6 cache-read'],
    [{ skuMeter: 'USE1-MP:USE1_CacheWrite1hInputTokenCount_Global-Units' }, 'claude-sonnet-4.6 cache-write'],
    [{ skuMeter: 'USE1-MP:USE1_InputTokenCount_Batch-Units' }, 'claude-sonnet-4.6 input'],
    [{ skuMeter: 'USE1-MP:USE1_input_tokens_standard-Units' }, 'claude-sonnet-4.6 input'],
    [{ skuMeter: 'USE1-MP:USE1_input_tokens_long_ctx_global_standard-Units' }, 'claude-sonnet-4.6 input'],
    [{ skuMeter: 'USE1-MP:USE1_ProvisionedUnits-Units' }, 'claude-sonnet-4.6 null'],
    [
      {
        serviceName: 'AWS Marketplace',
        skuDetail: 'Claude Haiku 4.5 (Amazon Bedrock Edition)',
        skuMeter: 'USE1-MP:USE1_OutputTokenCount-Units',
      },
      'claude-haiku-4.5 output',
    ],
  ])
})

describe('Azure OpenAI and Foundry', () => {
  check({ provider: 'azure', serviceName: 'Cognitive Services', skuDetail: 'Azure OpenAI' }, [
    [{ skuMeter: 'gpt 4o 1120 Inp glbl Tokens' }, 'gpt-4o input'],
    [{ skuMeter: 'gpt 4o 1120 cached Inp glbl Tokens' }, 'gpt-4o cache-read'],
    [{ skuMeter: 'gpt 4.1 nano cached Inp glbl Tokens' }, 'gpt-4.1-nano cache-read'],
    [{ skuMeter: 'gpt-4o-mini-0718-Inp-glbl Tokens' }, 'gpt-4o-mini input'],
    [{ skuMeter: 'gpt 4o Batch Inp glbl Tokens' }, 'gpt-4o input'],
    [{ skuMeter: 'gpt 4o cchd Inp regnl Tokens' }, 'gpt-4o cache-read'],
    [{ skuMeter: 'gpt-35-turbo Input Tokens' }, 'gpt-3.5-turbo input'],
    [{ skuMeter: 'o4-mini 0416 Inp glbl Tokens', skuDetail: 'Azure OpenAI Reasoning' }, 'o4-mini input'],
    [{ skuMeter: 'GPT 5 outpt Glbl 1M Tokens', skuDetail: 'Azure OpenAI GPT5' }, 'gpt-5 output'],
    [{ skuMeter: '5.4 opt Dz 1M Tokens', skuDetail: 'Azure OpenAI GPT5' }, 'gpt-5.4 output'],
    [{ skuMeter: '5.5 Inp Dz 1M Tokens', skuDetail: 'Azure OpenAI GPT5' }, 'gpt-5.5 input'],
    [{ skuMeter: '5.4 opt Dz 1M Tokens', skuDetail: null }, null],
    [{ skuMeter: 'gpt-oss-120B Outp glbl Tokens', serviceName: 'Foundry Models' }, 'gpt-oss-120b output'],
    [{ skuMeter: 'V4 Pro Inp glbl Tokens', skuDetail: 'Azure DeepSeek Models' }, 'deepseek-v4-pro input'],
    [{ skuMeter: 'V4 Pro Inp glbl Tokens', skuDetail: null }, null],
    [{ skuMeter: 'Grok 3 Inp glbl Tokens', skuDetail: 'Azure Grok Models' }, 'grok-3 input'],
    [{ skuMeter: 'Phi-4-Input Tokens' }, 'phi-4 input'],
    [{ skuMeter: 'Provisioned Managed Global Unit' }, null],
    [{ skuMeter: 'S1 Text Records' }, null],
    [{ skuMeter: 'gpt 4o 1120 Inp glbl Tokens', serviceName: 'Virtual Machines' }, null],
  ])
})

describe('Gemini and partner models on Vertex AI', () => {
  check({ provider: 'gcp', serviceName: 'Vertex AI' }, [
    [{ skuMeter: 'Gemini 2.5 Flash GA Text Input - Predictions' }, 'gemini-2.5-flash input'],
    [{ skuMeter: 'Gemini 2.5 Flash GA Text Output - Predictions' }, 'gemini-2.5-flash output'],
    [{ skuMeter: 'Gemini 2.5 Flash GA Thinking Text Output - Predictions' }, 'gemini-2.5-flash output'],
    [{ skuMeter: 'Gemini 2.5 Flash Lite Text Input - Predictions' }, 'gemini-2.5-flash-lite input'],
    [{ skuMeter: 'Gemini 2.5 Flash-Lite Text Output - Predictions' }, 'gemini-2.5-flash-lite output'],
    [{ skuMeter: 'Gemini 2.5 Pro Text Input - Predictions' }, 'gemini-2.5-pro input'],
    [{ skuMeter: 'Gemini 3 Flash Text Input Caching' }, 'gemini-3-flash cache-read'],
    [{ skuMeter: 'Gemini 3 Flash Text Caching Storage' }, 'gemini-3-flash null'],
    [{ skuMeter: 'Gemini 3.7 Flash Global Text Input - Predictions' }, 'gemini-3.7-flash input'],
    [{ skuMeter: 'Gemini 2.5 Pro Text Input', serviceName: 'Gemini API' }, 'gemini-2.5-pro input'],
    [{ skuMeter: 'Compute', skuDetail: 'Gemini 2.5 Pro Text Output - Predictions' }, 'gemini-2.5-pro output'],
    [{ skuMeter: 'Claude Sonnet 4.5 Input Tokens' }, 'claude-sonnet-4.5 input'],
    [{ skuMeter: 'Claude 3.5 Sonnet Output Tokens' }, 'claude-3.5-sonnet output'],
    [{ skuMeter: 'Claude Opus 4.6 Cache Write Input Tokens' }, 'claude-opus-4.6 cache-write'],
    [{ skuMeter: 'Output Tokens', serviceName: 'Claude Opus 4.6' }, 'claude-opus-4.6 output'],
    [{ skuMeter: 'Llama 3.3 70B Input Tokens' }, 'llama-3.3-70b input'],
    [{ skuMeter: 'Mistral Large Output Tokens' }, 'mistral-large output'],
    [{ skuMeter: 'Gemini 2.5 Pro Text Input', serviceName: 'Compute Engine' }, null],
    [{ skuMeter: 'Vertex AI: Online/Batch Prediction Nvidia A100 80gb GPU running in Iowa' }, null],
    [{ provider: 'oci', skuMeter: 'Gemini 2.5 Pro Text Input' }, null],
  ])
})

test.each([
  ['Claude4.6Opus', 'claude-opus-4.6'],
  ['anthropic.claude-opus-4-6', 'claude-opus-4.6'],
  ['Claude Opus 4.6', 'claude-opus-4.6'],
  ['claude-opus-4-1-20250805', 'claude-opus-4.1'],
  ['claude-3-5-sonnet-20241022', 'claude-3.5-sonnet'],
  ['Claude Sonnet 3.7', 'claude-3.7-sonnet'],
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4.5'],
  ['DeepSeekV3.1', 'deepseek-v3.1'],
  ['Mixtral8x7B', 'mixtral-8x7b'],
  ['o1-preview', 'o1-preview'],
  ['', ''],
])('%s is %s', (text, expected) => {
  expect(normaliseModel(text)).toBe(expected)
})

test('the provider text of a bare version stays as it was written', () => {
  const labels = {
    provider: 'azure',
    serviceName: null,
    skuMeter: '5.4 opt Dz 1M Tokens',
    skuDetail: 'Azure OpenAI GPT5',
  }
  expect(modelFromMeter(labels)).toMatchObject({ providerText: '5.4', rule: 'azure-meter-and-subcategory' })
})

test('any text gives null or a lower-case id without blanks', () => {
  const text = fc.option(
    fc.oneof(
      fc.string(),
      fc.string().map((part) => `USE1-${part}-input-tokens`),
    ),
  )
  const labels = fc.record({
    provider: fc.constantFrom('aws', 'azure', 'gcp', 'other'),
    serviceName: text,
    skuMeter: text,
    skuDetail: text,
  })
  fc.assert(
    fc.property(labels, (some) => {
      const match = modelFromMeter(some)
      if (match) expect(match.model).toMatch(/^[^A-Z\s]+$/)
    }),
    { numRuns: 1000 },
  )
})
