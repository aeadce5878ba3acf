// Generated from gpu-catalog.csv by scripts/build-catalog.ts; change the CSV and run it again.
export const gpuCatalogTsv = `provider	instance_type	gpu_model	gpu_count	vcpus	mem_gib	on_demand_usd_per_hour	spot_usd_per_hour	source	region	price_snapshot	notes
aws	dl2q.24xlarge	Qualcomm-AI100	8	96	768			specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	no on-demand price in us-east-1 list (capacity blocks or other regions)
aws	g4ad.xlarge	Radeon-Pro-V520	1	4	16	0.37853	0.15995	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4ad.2xlarge	Radeon-Pro-V520	1	8	32	0.54117	0.266725	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4ad.4xlarge	Radeon-Pro-V520	1	16	64	0.867	0.43865	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4ad.8xlarge	Radeon-Pro-V520	2	32	128	1.734	0.79445	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4ad.16xlarge	Radeon-Pro-V520	4	64	256	3.468	1.513875	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4dn.xlarge	T4	1	4	16	0.526	0.22634	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4dn.2xlarge	T4	1	8	32	0.752	0.32124	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4dn.4xlarge	T4	1	16	64	1.204	0.55526	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4dn.8xlarge	T4	1	32	128	2.176	0.87586	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4dn.12xlarge	T4	4	48	192	3.912	1.81634	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4dn.16xlarge	T4	1	64	256	4.352	1.80726	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g4dn.metal	T4	8	96	384	7.824	3.64698	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5.xlarge	A10G	1	4	16	1.006	0.56326	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5.2xlarge	A10G	1	8	32	1.212	0.6815	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5.4xlarge	A10G	1	16	64	1.624	0.72968	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5.8xlarge	A10G	1	32	128	2.448	1.197	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5.12xlarge	A10G	4	48	192	5.672	2.57194	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5.16xlarge	A10G	1	64	256	4.096	1.63996	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5.24xlarge	A10G	4	96	384	8.144	3.7934	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5.48xlarge	A10G	8	192	768	16.288	6.76326	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5g.xlarge	T4g	1	4	8	0.42	0.1815	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5g.2xlarge	T4g	1	8	16	0.556	0.26005	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5g.4xlarge	T4g	1	16	32	0.828	0.38145	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5g.8xlarge	T4g	1	32	64	1.372	0.64615	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5g.16xlarge	T4g	2	64	128	2.744	1.272525	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g5g.metal	T4g	2	64	128	2.744	1.227175	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	g6.xlarge	L4	1	4	16	0.8048		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6.2xlarge	L4	1	8	32	0.9776		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6.4xlarge	L4	1	16	64	1.3232		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6.8xlarge	L4	1	32	128	2.0144		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6.12xlarge	L4	4	48	192	4.6016		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6.16xlarge	L4	1	64	256	3.3968		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6.24xlarge	L4	4	96	384	6.6752		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6.48xlarge	L4	8	192	768	13.3504		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6e.xlarge	L40S	1	4	32	1.861		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6e.2xlarge	L40S	1	8	64	2.24208		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6e.4xlarge	L40S	1	16	128	3.00424		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6e.8xlarge	L40S	1	32	256	4.52856		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6e.12xlarge	L40S	4	48	384	10.49264		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6e.16xlarge	L40S	1	64	512	7.57719		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6e.24xlarge	L40S	4	96	768	15.06559		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6e.48xlarge	L40S	8	192	1536	30.13118		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g6f.large	L4	0.125	2	8	0.202		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	fractional GPU (vGPU slice)
aws	g6f.xlarge	L4	0.125	4	16	0.2375		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	fractional GPU (vGPU slice)
aws	g6f.2xlarge	L4	0.25	8	32	0.475		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	fractional GPU (vGPU slice)
aws	g6f.4xlarge	L4	0.5	16	64	0.95		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	fractional GPU (vGPU slice)
aws	g7.2xlarge	RTX-PRO-4500	1	8	32	2.52		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7.4xlarge	RTX-PRO-4500	1	16	64	3.04208		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7.8xlarge	RTX-PRO-4500	1	32	128	4.08624		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7.12xlarge	RTX-PRO-4500	2	48	192	7.12832		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7.24xlarge	RTX-PRO-4500	4	96	384	14.25664		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7.48xlarge	RTX-PRO-4500	8	192	768	28.51328		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7e.2xlarge	RTX-PRO-6000	1	8	64	3.36312		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7e.4xlarge	RTX-PRO-6000	1	16	128	3.99816		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7e.8xlarge	RTX-PRO-6000	1	32	256	5.26824		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7e.12xlarge	RTX-PRO-6000	2	48	512	8.28608		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7e.24xlarge	RTX-PRO-6000	4	96	1024	16.57216		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	g7e.48xlarge	RTX-PRO-6000	8	192	2048	33.14432		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	gr6.4xlarge	L4	1	16	128	1.5392		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	gr6.8xlarge	L4	1	32	256	2.4464		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	gr6f.4xlarge	L4	0.5	16	128	1.066		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	fractional GPU (vGPU slice)
aws	inf1.xlarge	Inferentia1	1	4	8	0.228	0.0965	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	inf1.2xlarge	Inferentia1	1	8	16	0.362	0.21362	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	inf1.6xlarge	Inferentia1	4	24	48	1.18	0.52586	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	inf1.24xlarge	Inferentia1	16	96	192	4.721	2.0669	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	inf2.xlarge	Inferentia2	1	4	16	0.7582	0.389875	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	inf2.8xlarge	Inferentia2	1	32	128	1.96786	0.8281	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	inf2.24xlarge	Inferentia2	6	96	384	6.49063	2.545	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	inf2.48xlarge	Inferentia2	12	192	768	12.98127	5.122275	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	p3dn.24xlarge	V100-32GB	8	96	768	31.212	12.3262	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	p4d.24xlarge	A100-40GB	8	96	1152	21.957642	11.282067	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	
aws	p4de.24xlarge	A100-80GB	8	96	1152	27.44705		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	p5.4xlarge	H100-SXM-80GB	1	16	256	6.88		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	p5.48xlarge	H100-SXM-80GB	8	192	2048	55.04		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	2024 spot sample dropped: above the 2026 on-demand price
aws	p5e.48xlarge	H200	8	192	2048			specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	no on-demand price in us-east-1 list (capacity blocks or other regions)
aws	p5en.48xlarge	H200	8	192	2048	63.296		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	p6-b200.48xlarge	B200	8	192	2048	113.9328		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	p6-b300.48xlarge	B300	8	192	4096	142.416		specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	
aws	trn1.2xlarge	Trainium1	1	8	32	1.34375	0.5274	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	trn1.32xlarge	Trainium1	16	128	512	21.5	7.9575	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	trn1n.32xlarge	Trainium1	16	128	512	24.78	9.0318	specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20); spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) 2024-02-21, mean of AZs	us-east-1	2026-07-20	accelerator chips, not GPUs
aws	trn2.48xlarge	Trainium2	16	192	2048			specs+on-demand: aws/karpenter-provider-aws@1d92708 (prices generated 2026-07-20)	us-east-1	2026-07-20	accelerator chips, not GPUs; no on-demand price in us-east-1 list (capacity blocks or other regions)
aws	dl1.24xlarge	Gaudi	8	96	768	13.10904	4.8458	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	
aws	g3.16xlarge	M60	4	64	488	4.56	1.876775	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	g3.4xlarge	M60	1	16	122	1.14	0.4958	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	g3.8xlarge	M60	2	32	244	2.28	0.965075	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	g3s.xlarge	M60	1	4	30.5	0.75	0.386025	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	p2.16xlarge	K80	16	64	732	14.4	5.65848	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	p2.8xlarge	K80	8	32	488	7.2	2.72868	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	p2.xlarge	K80	1	4	61	0.9	0.44612	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	p3.16xlarge	V100-16GB	8	64	488	24.48	8.68485	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	p3.2xlarge	V100-16GB	1	8	61	3.06	1.5285	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
aws	p3.8xlarge	V100-16GB	4	32	244	12.24	4.614975	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	us-east-1	2024-02-21	not in the 2026 karpenter list (older or retired family)
azure	Standard_NC4as_T4_v3	T4	1	4	28	0.526	0.0526	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC8as_T4_v3	T4	1	8	56	0.752	0.0752	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC16as_T4_v3	T4	1	16	110	1.204	0.1204	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC64as_T4_v3	T4	4	64	440	4.352	0.4352	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC6s_v3	V100-16GB	1	6	112	3.06	0.935136	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC12s_v3	V100-16GB	2	12	224	6.12	1.870272	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC24s_v3	V100-16GB	4	24	448	12.24	3.740544	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC24rs_v3	V100-16GB	4	24	448	13.46	4.113376	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_ND40rs_v2	V100-32GB	8	40	672	22.032	3.677141	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC24ads_A100_v4	A100-80GB	1	24	220	3.673	0.61082	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC48ads_A100_v4	A100-80GB	2	48	440	7.346	1.22164	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC96ads_A100_v4	A100-80GB	4	96	880	14.692	2.44328	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_ND96asr_v4	A100-40GB	8	96	900	27.197	4.816589	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_ND96amsr_A100_v4	A100-80GB	8	96	1924	32.77	5.76752	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NC40ads_H100_v5	H100-NVL-94GB	1	40	320	6.98		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5	eastus	2026-06-18	
azure	Standard_NC80adis_H100_v5	H100-NVL-94GB	2	80	640	13.96		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5	eastus	2026-06-18	
azure	Standard_NCC40ads_H100_v5	H100-NVL-94GB	1	40	320	8.82		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus2	2026-06-18	
azure	Standard_ND96isr_H100_v5	H100-SXM-80GB	8	96	1900	98.32		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus	2026-06-18	
azure	Standard_ND96is_H100_v5	H100-SXM-80GB	8	96	1900	88.488		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus	2026-06-18	
azure	Standard_ND96isr_H200_v5	H200	8	96	1850	84.8		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus2	2026-06-18	
azure	Standard_ND96isr_MI300X_v5	MI300X	8	96	1850	48		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus2	2026-06-18	
azure	Standard_ND96is_MI300X_v5	MI300X	8	96	1850	48		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus2	2026-06-18	
azure	Standard_ND128isr_NDR_GB200_v6	GB200	4	128	900	108.16		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus	2026-06-18	
azure	Standard_NV6ads_A10_v5	A10	0.166667	6	55	0.454	0.1135	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	fractional GPU
azure	Standard_NV12ads_A10_v5	A10	0.333333	12	110	0.908	0.227	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	fractional GPU
azure	Standard_NV18ads_A10_v5	A10	0.5	18	220	1.6	0.4	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	fractional GPU
azure	Standard_NV36ads_A10_v5	A10	1	36	440	3.2	0.8	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NV36adms_A10_v5	A10	1	36	880	4.52	1.13	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NV72ads_A10_v5	A10	2	72	880	6.52	1.63	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NV12s_v3	M60	1	12	112	1.14	0.114	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NV24s_v3	M60	2	24	224	2.28	0.228	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NV48s_v3	M60	4	48	448	4.56	0.456	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NV4as_v4	Radeon-MI25	0.125	4	14	0.233	0.0233	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	fractional GPU
azure	Standard_NV8as_v4	Radeon-MI25	0.25	8	28	0.466	0.0466	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	fractional GPU
azure	Standard_NV16as_v4	Radeon-MI25	0.5	16	56	0.932	0.0932	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	fractional GPU
azure	Standard_NV32as_v4	Radeon-MI25	1	32	112	1.864	0.1864	on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: SkyPilot v5; spot: SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) azure file 2023-12-08	eastus	2026-06-18	
azure	Standard_NV4ads_V710_v5	Radeon-Pro-V710	0.166667	4	16	0.333		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus	2026-06-18	fractional GPU
azure	Standard_NV8ads_V710_v5	Radeon-Pro-V710	0.333333	8	32	0.667		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus	2026-06-18	fractional GPU
azure	Standard_NV12ads_V710_v5	Radeon-Pro-V710	0.5	12	64	1		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus	2026-06-18	fractional GPU
azure	Standard_NV24ads_V710_v5	Radeon-Pro-V710	1	24	128	2		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus	2026-06-18	
azure	Standard_NV28adms_V710_v5	Radeon-Pro-V710	1	28	160	2.4		on-demand: Azure/karpenter-provider-azure@352646f (generated 2026-06-18); specs: general knowledge (Azure VM size docs)	eastus	2026-06-18	
azure	Standard_NC6	K80	1	6	56	0.9	0.09	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_NC12	K80	2	12	112	1.8	0.18	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_NC24	K80	4	24	224	3.6	0.36	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_NC6s_v2	P100	1	6	112	2.07	0.207	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_NC12s_v2	P100	2	12	224	4.14	0.414	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_NC24s_v2	P100	4	24	448	8.28	0.828	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_ND6s	P40	1	6	112	2.07	0.207	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_ND12s	P40	2	12	224	4.14	0.414	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_ND24s	P40	4	24	448	8.28	0.828	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_NV6	M60	1	6	56	1.14	0.114	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_NV12	M60	2	12	112	2.28	0.228	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
azure	Standard_NV24	M60	4	24	224	4.56	0.456	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c)	eastus	2023-12-08	retired series; kept for old bills
gcp	a2-highgpu-1g	A100-40GB	1	12	85	3.67339	1.46936	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	a2-highgpu-2g	A100-40GB	2	24	170	7.34677	2.93871	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	a2-highgpu-4g	A100-40GB	4	48	340	14.69354	5.87742	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	a2-highgpu-8g	A100-40GB	8	96	680	29.38708	11.75484	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	a2-megagpu-16g	A100-40GB	16	96	1360	55.73951	22.29624	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	a2-ultragpu-1g	A100-80GB	1	12	170	5.0277	2.01103	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	a2-ultragpu-2g	A100-80GB	2	24	340	10.0554	4.02206	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	a2-ultragpu-4g	A100-80GB	4	48	680	20.11081	8.04412	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	a2-ultragpu-8g	A100-80GB	8	96	1360	40.22162	16.08824	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	g2-standard-12	L4	1	12	48	1.00042	0.33539	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	g2-standard-16	L4	1	16	64	1.14721	0.39118	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	g2-standard-24	L4	2	24	96	2.00083	0.67077	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	g2-standard-32	L4	1	32	128	1.73438	0.61435	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	g2-standard-4	L4	1	4	16	0.70683	0.2238	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	g2-standard-48	L4	4	48	192	4.00166	1.34155	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	g2-standard-8	L4	1	8	32	0.85362	0.27959	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	g2-standard-96	L4	8	96	384	8.00333	2.68311	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	host cores+RAM plus GPU SKU summed (billed as separate lines)
gcp	n1+nvidia-tesla-t4	T4	1			0.35	0.14	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	GPU SKU only, per GPU; N1 host billed separately
gcp	n1+nvidia-tesla-v100	V100-16GB	1			2.48	0.9424	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	GPU SKU only, per GPU; N1 host billed separately
gcp	n1+nvidia-tesla-p100	P100	1			1.46	0.584	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	GPU SKU only, per GPU; N1 host billed separately
gcp	n1+nvidia-tesla-p4	P4	1			0.6	0.24	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	GPU SKU only, per GPU; N1 host billed separately
gcp	n1+nvidia-tesla-k80	K80	1			0.45	0.153	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	GPU SKU only, per GPU; N1 host billed separately
gcp	a3-highgpu-1g	H100-SXM-80GB	1	26	234	9.79655	2.9926	SkyPilot catalog v8 gcp/vms.csv @006059e (read via index, 2026); specs: Cyclenerd machinetypes.csv	us-central1	2026	GPU SKU only (A3/A4 core, RAM and SSD lines are billed separately); SkyPilot lists 4.20/GPU in us-central1, a mis-matched SKU; 9.79655 is its us-east4 and the Americas list price
gcp	a3-highgpu-2g	H100-SXM-80GB	2	52	468	19.5931	5.9852	SkyPilot catalog v8 gcp/vms.csv @006059e (read via index, 2026); specs: Cyclenerd machinetypes.csv	us-central1	2026	GPU SKU only (A3/A4 core, RAM and SSD lines are billed separately); SkyPilot lists 4.20/GPU in us-central1, a mis-matched SKU; 9.79655 is its us-east4 and the Americas list price
gcp	a3-highgpu-4g	H100-SXM-80GB	4	104	936	39.1862	11.9704	SkyPilot catalog v8 gcp/vms.csv @006059e (read via index, 2026); specs: Cyclenerd machinetypes.csv	us-central1	2026	GPU SKU only (A3/A4 core, RAM and SSD lines are billed separately); SkyPilot lists 4.20/GPU in us-central1, a mis-matched SKU; 9.79655 is its us-east4 and the Americas list price
gcp	a3-highgpu-8g	H100-SXM-80GB	8	208	1872	78.37241	23.9408	SkyPilot catalog v8 gcp/vms.csv @006059e (read via index, 2026); specs: Cyclenerd machinetypes.csv	us-central1	2026	GPU SKU only (A3/A4 core, RAM and SSD lines are billed separately); SkyPilot lists 4.20/GPU in us-central1, a mis-matched SKU; 9.79655 is its us-east4 and the Americas list price
gcp	a3-megagpu-8g	H100-SXM-80GB	8	208	1872	82.75421	25.2808	SkyPilot catalog v8 gcp/vms.csv @006059e (read via index, 2026); specs: Cyclenerd machinetypes.csv	us-central1	2026	GPU SKU only (A3/A4 core, RAM and SSD lines are billed separately)
gcp	a3-ultragpu-8g	H200	8	224	2952	74.49392	37.2472	SkyPilot catalog v8 gcp/vms.csv @006059e (read via index, 2026); specs: Cyclenerd machinetypes.csv	us-central1	2026	GPU SKU only (A3/A4 core, RAM and SSD lines are billed separately)
gcp	a4-highgpu-8g	B200	8	224	3968	128.88	32.6064	SkyPilot catalog v8 gcp/vms.csv @006059e (read via index, 2026); specs: Cyclenerd machinetypes.csv	us-central1	2026	GPU SKU only (A3/A4 core, RAM and SSD lines are billed separately); on-demand from GCP price feed 2026-07-07 (16.11/GPU); SkyPilot v8 lists 90.216, which matches a DWS/commitment-type SKU
gcp	ct5lp-hightpu-1t	TPU-v5e	1	24	48	1.2	0.63	gpuhunt tpu_pricing.json @35841515 (2026-08-19)	us-central1	2026-08-19	gpu_count = TPU chips; price = chips x per-chip-hour
gcp	ct5lp-hightpu-4t	TPU-v5e	4	112	192	4.8	2.52	gpuhunt tpu_pricing.json @35841515 (2026-08-19)	us-central1	2026-08-19	gpu_count = TPU chips; price = chips x per-chip-hour
gcp	ct5lp-hightpu-8t	TPU-v5e	8	224	384	9.6	5.04	gpuhunt tpu_pricing.json @35841515 (2026-08-19)	us-central1	2026-08-19	gpu_count = TPU chips; price = chips x per-chip-hour
gcp	ct5p-hightpu-4t	TPU-v5p	4	208	448	16.8	8.4	gpuhunt tpu_pricing.json @35841515 (2026-08-19)	us-east1	2026-08-19	gpu_count = TPU chips; price = chips x per-chip-hour
gcp	ct6e-standard-1t	TPU-v6e	1	44	176	2.7	1.89	gpuhunt tpu_pricing.json @35841515 (2026-08-19)	us-east5	2026-08-19	gpu_count = TPU chips; price = chips x per-chip-hour
gcp	ct6e-standard-4t	TPU-v6e	4	180	720	10.8	7.56	gpuhunt tpu_pricing.json @35841515 (2026-08-19)	us-east5	2026-08-19	gpu_count = TPU chips; price = chips x per-chip-hour
gcp	ct6e-standard-8t	TPU-v6e	8	180	1440	21.6	15.12	gpuhunt tpu_pricing.json @35841515 (2026-08-19)	us-east5	2026-08-19	gpu_count = TPU chips; price = chips x per-chip-hour
gcp	tpu-v2-8	TPU-v2	4	96	334	4.5	1.35	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	v2-8 = 8 cores = 4 chips
gcp	tpu-v3-8	TPU-v3	4	96	334	8	2.4	SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) gcp file	us-central1	2024-02-19	v3-8 = 8 cores = 4 chips
lambda	gpu_8x_v100_n	V100-16GB	8	88	448	6.32		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_8x_v100	V100-16GB	8	92	448	6.32		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_1x_a6000	RTX-A6000	1	14	100	1.09		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_2x_a6000	RTX-A6000	2	28	200	2.18		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_4x_a6000	RTX-A6000	4	56	400	4.36		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_8x_h100_sxm5	H100-SXM-80GB	8	208	1800	31.92		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_1x_b200_sxm6	B200	1	26	360	6.99		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_2x_b200_sxm6	B200	2	52	720	13.78		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_8x_b200_sxm6	B200	8	208	2900	53.52		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_1x_gh200	GH200	1	64	432	2.29		SkyPilot catalog v8 lambda/vms.csv @0f40703 (read via index, 2026)	us-east-1	2026	
lambda	gpu_8x_a100	A100-40GB	8	124	1800	10.32		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
lambda	gpu_4x_a100	A100-40GB	4	120	800	5.16		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
lambda	gpu_2x_a100	A100-40GB	2	60	400	2.58		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
lambda	gpu_1x_a100_sxm4	A100-40GB	1	30	200	1.29		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
lambda	gpu_1x_a100	A100-40GB	1	30	200	1.29		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
lambda	gpu_1x_rtx6000	Quadro-RTX-6000	1	14	46	0.5		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
lambda	gpu_1x_a10	A10	1	30	200	0.75		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
lambda	gpu_8x_a100_80gb_sxm4	A100-80GB	8	240	1800	14.32		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
lambda	gpu_1x_h100_pcie	H100-PCIe-80GB	1	26	200	2.49		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) lambda file	all regions	2024-02-05	
nebius	gpu-h100-sxm_1gpu-16vcpu-200gb	H100-SXM-80GB	1	16	200	2.95	1.25	SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	eu-north1	2025/2026	
nebius	gpu-h100-sxm_8gpu-128vcpu-1600gb	H100-SXM-80GB	8	128	1600	23.6	10	SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	eu-north1	2025/2026	
nebius	gpu-h200-sxm_1gpu-16vcpu-200gb	H200	1	16	200	3.5	1.45	SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	us-central1	2025/2026	
nebius	gpu-h200-sxm_8gpu-128vcpu-1600gb	H200	8	128	1600	28	11.6	SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	us-central1	2025/2026	
nebius	gpu-b200-sxm_8gpu-160vcpu-1792gb	B200	8	160	1792	44		SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	us-central1	2025/2026	
nebius	gpu-l40s-a_1gpu-8vcpu-32gb	L40S	1	8	32	1.5484		SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	eu-north1	2025/2026	
nebius	gpu-l40s-a_1gpu-16vcpu-64gb	L40S	1	16	64	1.7468		SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	eu-north1	2025/2026	
nebius	gpu-l40s-d_1gpu-16vcpu-96gb	L40S	1	16	96	1.8172		SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	eu-north1	2025/2026	
nebius	gpu-l40s-d_2gpu-64vcpu-384gb	L40S	2	64	384	4.5688		SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	eu-north1	2025/2026	
nebius	gpu-l40s-d_4gpu-128vcpu-768gb	L40S	4	128	768	9.1376		SkyPilot catalog v8 nebius/vms.csv @0082b04 (read via index)	eu-north1	2025/2026	
runpod	1x_A100-80GB_SECURE	A100-80GB	1	8	80	1.99		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_A100-80GB_SECURE	A100-80GB	2	16	160	3.98		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_A100-80GB_SECURE	A100-80GB	4	32	320	7.96		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_A100-80GB_SECURE	A100-80GB	8	64	640	15.92		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_A100-80GB-SXM_SECURE	A100-80GB	1	16	80	2.29		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_A100-80GB-SXM_SECURE	A100-80GB	2	32	160	4.58		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_A100-80GB-SXM_SECURE	A100-80GB	4	64	320	9.16		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_A100-80GB-SXM_SECURE	A100-80GB	8	128	640	18.32		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_A40_SECURE	A40	1	9	48	0.79		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_A40_SECURE	A40	2	18	96	1.58		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_A40_SECURE	A40	4	36	192	3.16		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_A40_SECURE	A40	8	72	384	6.32		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_H100_SECURE	H100-PCIe-80GB	1	16	80	4.49		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_H100_SECURE	H100-PCIe-80GB	2	32	160	8.98		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_H100_SECURE	H100-PCIe-80GB	4	64	320	17.96		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_H100_SECURE	H100-PCIe-80GB	8	128	640	35.92		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_H100-SXM_SECURE	H100-SXM-80GB	1	26	80	4.69		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_H100-SXM_SECURE	H100-SXM-80GB	2	52	160	9.38		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_H100-SXM_SECURE	H100-SXM-80GB	4	104	320	18.76		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_H100-SXM_SECURE	H100-SXM-80GB	8	208	640	37.52		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_L4_SECURE	L4	1	4	24	0.44		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_L4_SECURE	L4	2	8	48	0.88		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_L4_SECURE	L4	4	16	96	1.76		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_L4_SECURE	L4	8	32	192	3.52		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_L40_SECURE	L40	1	16	48	1.14		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_L40_SECURE	L40	2	32	96	2.28		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_L40_SECURE	L40	4	64	192	4.56		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_L40_SECURE	L40	8	128	384	9.12		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_RTX3090_SECURE	RTX-3090	1	16	24	0.44		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_RTX3090_SECURE	RTX-3090	2	32	48	0.88		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_RTX3090_SECURE	RTX-3090	4	64	96	1.76		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_RTX3090_SECURE	RTX-3090	8	128	192	3.52		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_RTX4000-Ada_SECURE	RTX-4000-Ada	1	9	20	0.39		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_RTX4000-Ada_SECURE	RTX-4000-Ada	2	18	40	0.78		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_RTX4000-Ada_SECURE	RTX-4000-Ada	4	36	80	1.56		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_RTX4000-Ada_SECURE	RTX-4000-Ada	8	72	160	3.12		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_RTX4090_SECURE	RTX-4090	1	16	24	0.74		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_RTX4090_SECURE	RTX-4090	2	32	48	1.48		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_RTX4090_SECURE	RTX-4090	4	64	96	2.96		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_RTX4090_SECURE	RTX-4090	8	128	192	5.92		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_RTX6000-Ada_SECURE	RTX-6000-Ada	1	14	48	1.14		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_RTX6000-Ada_SECURE	RTX-6000-Ada	2	28	96	2.28		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_RTX6000-Ada_SECURE	RTX-6000-Ada	4	56	192	4.56		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_RTX6000-Ada_SECURE	RTX-6000-Ada	8	112	384	9.12		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_RTXA4000_SECURE	RTX-A4000	1	6	16	0.34		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_RTXA4000_SECURE	RTX-A4000	2	12	32	0.68		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_RTXA4000_SECURE	RTX-A4000	4	24	64	1.36		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_RTXA4000_SECURE	RTX-A4000	8	48	128	2.72		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_RTXA4500_SECURE	RTX-A4500	1	12	20	0.36		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_RTXA4500_SECURE	RTX-A4500	2	24	40	0.72		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_RTXA4500_SECURE	RTX-A4500	4	48	80	1.44		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_RTXA4500_SECURE	RTX-A4500	8	96	160	2.88		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_RTXA5000_SECURE	RTX-A5000	1	6	24	0.44		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_RTXA5000_SECURE	RTX-A5000	2	12	48	0.88		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_RTXA5000_SECURE	RTX-A5000	4	24	96	1.76		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_RTXA5000_SECURE	RTX-A5000	8	48	192	3.52		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	1x_RTXA6000_SECURE	RTX-A6000	1	4	48	0.79		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	2x_RTXA6000_SECURE	RTX-A6000	2	8	96	1.58		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	4x_RTXA6000_SECURE	RTX-A6000	4	16	192	3.16		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	8x_RTXA6000_SECURE	RTX-A6000	8	32	384	6.32		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) runpod file	CA	2024-01-08	Secure Cloud
runpod	serverless:A4000/A4500/RTX 4000	RTX-A4000	1			0.576		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:L4/A5000/3090	L4	1			0.684		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:4090 PRO	RTX-4090	1			1.116		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:A6000/A40	RTX-A6000	1			1.224		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:L40/L40S/6000 Ada PRO	L40S	1			1.908		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:A100	A100-80GB	1			2.736		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:H100 PRO	H100-SXM-80GB	1			4.176		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:6000s PRO	RTX-PRO-6000	1			3.996		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:H200 PRO	H200	1			5.58		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
runpod	serverless:B200	B200	1			8.64		runpod/docs@a900806 snippets/serverless-gpu-pricing-table.mdx	global	2026-08-20	flex worker per-second price x 3600; pool may hold several GPU types
crusoe	a100	A100-40GB	1			1.45	1	gpuhunt crusoe.py @35841515 (list price per GPU-hour)	us	2026-08-19	price per GPU; product name carries the multiple, e.g. h100-80gb-sxm-ib.8x (names are general knowledge)
crusoe	a100-80gb	A100-80GB	1			1.65	1.2	gpuhunt crusoe.py @35841515 (list price per GPU-hour)	us	2026-08-19	price per GPU; product name carries the multiple, e.g. h100-80gb-sxm-ib.8x (names are general knowledge)
crusoe	a100-80gb-sxm-ib	A100-80GB	1			1.95	1.3	gpuhunt crusoe.py @35841515 (list price per GPU-hour)	us	2026-08-19	price per GPU; product name carries the multiple, e.g. h100-80gb-sxm-ib.8x (names are general knowledge)
crusoe	h100-80gb-sxm-ib	H100-SXM-80GB	1			3.9	1.6	gpuhunt crusoe.py @35841515 (list price per GPU-hour)	us	2026-08-19	price per GPU; product name carries the multiple, e.g. h100-80gb-sxm-ib.8x (names are general knowledge)
crusoe	h200-141gb-sxm-ib	H200	1			4.29		gpuhunt crusoe.py @35841515 (list price per GPU-hour)	us	2026-08-19	price per GPU; product name carries the multiple, e.g. h100-80gb-sxm-ib.8x (names are general knowledge)
crusoe	l40s-48gb	L40S	1			1	0.5	gpuhunt crusoe.py @35841515 (list price per GPU-hour)	us	2026-08-19	price per GPU; product name carries the multiple, e.g. h100-80gb-sxm-ib.8x (names are general knowledge)
crusoe	a40	A40	1			0.9	0.4	gpuhunt crusoe.py @35841515 (list price per GPU-hour)	us	2026-08-19	price per GPU; product name carries the multiple, e.g. h100-80gb-sxm-ib.8x (names are general knowledge)
crusoe	mi300x-192gb-ib	MI300X	1			3.45	0.95	gpuhunt crusoe.py @35841515 (list price per GPU-hour)	us	2026-08-19	price per GPU; product name carries the multiple, e.g. h100-80gb-sxm-ib.8x (names are general knowledge)
coreweave	gd-8xh100ib-i128	H100-SXM-80GB	8			49.24		general knowledge (CoreWeave public price list, 2025; not verified in stored material)	us	2025	verify before use
coreweave	gd-8xh200ib-i128	H200	8			50.44		general knowledge (CoreWeave public price list, 2025; not verified in stored material)	us	2025	verify before use
coreweave	b200-8x	B200	8			68.8		general knowledge (CoreWeave public price list, 2025; not verified in stored material)	us	2025	verify before use
coreweave	gb200-4x	GB200	4			42		general knowledge (CoreWeave public price list, 2025; not verified in stored material)	us	2025	verify before use
coreweave	gd-8xa100-i128	A100-80GB	8			21.6		general knowledge (CoreWeave public price list, 2025; not verified in stored material)	us	2025	verify before use
coreweave	gd-8xl40s-i128	L40S	8			18		general knowledge (CoreWeave public price list, 2025; not verified in stored material)	us	2025	verify before use
coreweave	gd-8xl40-i128	L40	8			10		general knowledge (CoreWeave public price list, 2025; not verified in stored material)	us	2025	verify before use
coreweave	gd-1xgh200	GH200	1			6.5		general knowledge (CoreWeave public price list, 2025; not verified in stored material)	us	2025	verify before use
oci	VM.GPU.A10.1	A10	1	30	240	2		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	VM.GPU.A10.2	A10	2	60	480	4		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	BM.GPU.A10.4	A10	4	128	1024	8		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	VM.GPU2.1	P100	1	24	72	1.275		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	BM.GPU2.2	P100	2	56	256	2.55		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	VM.GPU3.1	V100-16GB	1	12	90	2.95		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	VM.GPU3.2	V100-16GB	2	24	180	5.9		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	VM.GPU3.4	V100-16GB	4	48	360	11.8		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	BM.GPU3.8	V100-16GB	8	104	768	23.6		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	BM.GPU.A100-v2.8	A100-80GB	8	256	2048	32		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
oci	BM.GPU4.8	A100-40GB	8	128	2048	24.4		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) oci file	eu-amsterdam-1	2023-06-08	
ibm	gx2-8x64x1v100	V100-16GB	1	8	64	2.497		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ibm file	us-south	2023-01-15	
ovhcloud	a100-180	A100-80GB	1	15	180	3.07		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	GRA	2023-11-26	
ovhcloud	a100-360	A100-80GB	2	30	360	6.15		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	GRA	2023-11-26	
ovhcloud	t1-45	V100-16GB	1	8	45	1.97		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t1-90	V100-16GB	2	18	90	3.94		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t1-180	V100-16GB	4	36	180	7.89		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t1-le-45	V100-16GB	1	8	45	0.77		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t1-le-90	V100-16GB	2	16	90	1.55		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t1-le-180	V100-16GB	4	32	180	3.1		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t2-45	V100-32GB	1	15	45	2.19		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t2-90	V100-32GB	2	30	90	4.38		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t2-180	V100-32GB	4	60	180	8.76		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t2-le-45	V100-32GB	1	15	45	0.88		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t2-le-90	V100-32GB	2	30	90	1.76		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
ovhcloud	t2-le-180	V100-32GB	4	60	180	3.53		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) ovhcloud file	BHS	2023-11-26	
scaleway	RENDER-S	P100	1	10	42	1.2426		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) scaleway file	fr-par	2023-12-22	
scaleway	GPU-3070-S	RTX-3070	1	8	16	0.98		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) scaleway file	fr-par	2023-12-22	
scaleway	H100-1-80G	H100-PCIe-80GB	1	24	240	2.52		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) scaleway file	fr-par	2023-12-22	
scaleway	H100-2-80G	H100-PCIe-80GB	2	48	480	5.04		SkyPilot catalog v5 (fork romilbhardwaj/skypilot-catalog@919be2c) scaleway file	fr-par	2023-12-22	`
