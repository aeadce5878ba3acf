// Generated from api-prices.csv by scripts/build-catalog.ts; change the CSV and run it again.
export const apiPricesTsv = `vendor	model_id	usd_per_1m_input	usd_per_1m_output	usd_per_1m_cached_input	price_from	source	verified
deepseek	deepseek-v4-flash	0.14	0.28	0.028		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
deepseek	deepseek-v4-pro	1.74	3.48	0.145		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
deepseek	deepseek-chat	0.27	1.1		2025-02-08	simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
deepseek	deepseek-reasoner	0.55	2.19			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
qwen	qwen3.6-plus	0.5	3			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
qwen	qwen3.6-plus-256k	2	6			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
moonshot-ai	kimi-k2-0905-preview	0.6	2.5	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
moonshot-ai	kimi-k2-0711-preview	0.6	2.5	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
moonshot-ai	kimi-k2-turbo-preview	1.15	8.0	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
moonshot-ai	kimi-k2-thinking	0.6	2.5	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
moonshot-ai	kimi-k2-thinking-turbo	1.15	8.0	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	pixtral-12b	0.15	0.15			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	mistral-small-latest	0.1	0.3			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	mistral-medium-2505	0.4	2			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	mistral-nemo	0.15	0.15			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	open-mistral-7b	0.25	0.25			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	open-mixtral-8x7b	0.7	0.7			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	open-mixtral-8x22b	2	6			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	mistral-large-latest	2	6			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	pixtral-large-latest	2	6			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	mistral-saba-latest	0.2	0.6			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	codestral-latest	0.3	0.9			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	ministral-8b-latest	0.1	0.1			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	ministral-3b-latest	0.04	0.04			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
mistral	magistral-medium-latest	2	5			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	text-davinci-003	20	20			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-4.5	75	150	37.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-4o	2.5	10	1.25		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-4o-mini	0.15	0.6	0.075		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	chatgpt-4o-latest	5	15			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o1-preview	15	60	7.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o1-pro	150	600			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o1-mini	1.1	4.4	0.55		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o3-mini	1.1	4.4	0.55		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-4.1	2	8	0.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-4.1-mini	0.4	1.6	0.1		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-4.1-nano	0.1	0.4	0.025		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o3	10	40	0.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o4-mini	1.1	4.4	0.275		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5-nano	0.05	0.4	0.005		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5-mini	0.25	2	0.025		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5	1.25	10	0.125		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-image-1	10	40	1.25		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-image-1-mini	2	8	0.2		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-image-2-image	8	30	2		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-image-2-text	5	10	1.25		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5-pro	15	120			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o3-pro	20	80			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o4-mini-deep-research	2	8	0.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	o3-deep-research	10	40	2.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.1-codex-mini	0.25	2.0	0.025		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.1-codex	1.25	10.0	0.125		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.1	1.25	10.0	0.125		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.2	1.75	14.0	0.175		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.2-pro	21.0	168.0			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.4	2.5	15.0	0.25		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.4-272k	5.0	22.5	0.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.4-pro	30.0	180.0			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.4-pro-272k	60.0	270.0			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.4-mini	0.75	4.5	0.075		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.4-nano	0.2	1.25	0.02		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.5	5.0	30.0	0.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.5-272k	10.0	45.0	1		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.5-pro	30.0	180.0			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.5-pro-272k	60.0	270.0			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.6-sol	5.0	30.0	0.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.6-sol-272k	10.0	45.0	1.0		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.6-terra	2.5	15.0	0.25		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.6-terra-272k	5.0	22.5	0.5		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.6-luna	1.0	6.0	0.1		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
openai	gpt-5.6-luna-272k	2.0	9.0	0.2		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-3.7-sonnet	3	15			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-3.5-sonnet	3	15			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-3-opus	15	75			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-3-haiku	0.25	1.25			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-3.5-haiku	0.8	4			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-4.5-haiku	1	5			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-sonnet-4.5	3	15			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-sonnet-4.5-200k	6	22.5			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-sonnet-5	2	10			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-opus-4	15	75			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-opus-4-1	15	75			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-opus-4-5	5	25			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-opus-4-6	5	25			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-opus-4-7	5	25			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-opus-4-8	5	25			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-fable-5	10	50			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
anthropic	claude-mythos-5	10	50			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.5-pro-preview-03-25	1.25	10			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.5-pro-preview-03-25-200k	2.5	15			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.0-flash-lite	0.075	0.3			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.0-flash	0.1	0.4			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-1.5-flash	0.075	0.3			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-1.5-flash-128k	0.15	0.6			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-1.5-flash-8b	0.0375	0.15			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-1.5-flash-8b-128k	0.075	0.3			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-1.5-pro	1.25	5			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-1.5-pro-128k	2.5	10			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.5-flash	0.3	2.5	0.03		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.5-flash-lite	0.1	0.4	0.01		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.5-flash-preview-09-2025	0.3	2.5	0.03		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.5-pro	1.25	10	0.125		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-2.5-pro-200k	2.5	15	0.25		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3-pro-preview	2	12			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3-pro-preview-200k	4	18			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3-flash-preview	0.5	3			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3-1-pro-preview	2	12			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3-1-pro-preview-200k	4	18			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3.1-flash-lite-preview	0.25	1.5	0.025		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3.5-flash	1.5	9	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3.6-flash	1.5	7.5	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
google	gemini-3.5-flash-lite	0.3	2.5	0.03		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
amazon	amazon-nova-micro	0.035	0.14			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
amazon	amazon-nova-lite	0.06	0.24			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
amazon	amazon-nova-pro	0.8	3.2			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
amazon	amazon-nova-premier	2.5	12.5			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
minimax	minimax-m2	0.3	1.2			simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
meta-ai	muse-spark-1.2-contributor	0.1	0.2	0.002		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
meta-ai	muse-spark-1.2	1.25	4.25	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
meta-ai	muse-spark-1.1	1.25	4.25	0.15		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-3	3	15	0.75		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-3-mini	0.3	0.5	0.075		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4-fast	0.2	0.5	0.05		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4	3	15	0.75		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4-128k	6	30	0.75		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4-fast	0.2	0.5	0.05		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4-fast-128k	0.4	1.0	0.05		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4-fast-reasoning	0.2	0.5	0.05		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4-fast-reasoning-128k	0.4	1.0	0.05		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-code-fast-1	0.2	1.5	0.02		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.5	2	6	0.3		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.5-200k	4	12	0.6		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-build-0.1	1	2	0.2		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-build-0.1-200k	2	4	0.4		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.3	1.25	2.5	0.2		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.3-200k	2.5	5	0.4		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.20-multi-agent-0309	1.25	2.5	0.2		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.20-multi-agent-0309-200k	2.5	5	0.4		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.20-0309-reasoning	1.25	2.5	0.2		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.20-0309-reasoning-200k	2.5	5	0.4		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.20-0309-non-reasoning	1.25	2.5	0.2		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
xai	grok-4.20-0309-non-reasoning-200k	2.5	5	0.4		simonw/llm-prices @723ef0b snapshot 2026-08-05	third-party list; not checked on vendor pages
deepseek	deepseek-r1 (Feb 2025)	0.55	2.19	0.14	2025-02	deepseek-ai/open-infra-index day_6	yes`
