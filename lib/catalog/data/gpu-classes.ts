// Generated from gpu-classes.csv by scripts/build-catalog.ts; change the CSV and run it again.
export const gpuClassesTsv = `gpu_class	vendor	memory_gb	memory_bandwidth_gbs	fp16_bf16_dense_tflops	fp8_dense_tflops	int8_dense_tops	tdp_w	form_factor	launch_year	source	notes
H100-SXM-80GB	NVIDIA	80	3350	989	1979	1979	700	SXM5	2022	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
H100-PCIe-80GB	NVIDIA	80	2039	756	1513	1513	350	PCIe	2022	general knowledge (vendor datasheet)	
H100-NVL-94GB	NVIDIA	94	3938	835	1671	1671	400	PCIe	2023	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
H200	NVIDIA	141	4800	989	1979	1979	700	SXM5	2024	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
H200-NVL	NVIDIA	141	4800	836	1671	1671	600	PCIe	2024	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
GH200	NVIDIA	96	4000	989	1979	1979	700	Superchip	2023	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	also sold with 144 GB HBM3e; TDP is the GPU share
B200	NVIDIA	180	8000	2250	4500	4500	1000	SXM6	2024	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	180 GB in HGX; 192 GB on the package
B300	NVIDIA	288	8000	2250	4500		1100	SXM6	2025	general knowledge (vendor datasheet)	AWS reports 275040 MiB usable; INT8 greatly reduced; gpuhunt lists 270 GB
GB200	NVIDIA	186	8000	2500	5000	5000	1200	Superchip	2024	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	per GPU
GB300	NVIDIA	288	8000	2500	5000		1400	Superchip	2025	general knowledge (vendor datasheet)	per GPU
A100-40GB	NVIDIA	40	1555	312		624	400	SXM4	2020	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	PCIe variant 250 W
A100-80GB	NVIDIA	80	2039	312		624	400	SXM4	2020	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	PCIe variant 1935 GB/s and 300 W (Azure NCads A100 v4)
A30	NVIDIA	24	933	165		330	165	PCIe	2021	general knowledge (vendor datasheet)	
A10	NVIDIA	24	600	125		250	150	PCIe	2021	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
A10G	NVIDIA	24	600	70		140	300	PCIe	2021	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	AWS-specific A10 variant (G5); figures vary between sources
A40	NVIDIA	48	696	150		299	300	PCIe	2020	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
L4	NVIDIA	24	300	121	242	242	72	PCIe	2023	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
L40	NVIDIA	48	864	181	362	362	300	PCIe	2022	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
L40S	NVIDIA	48	864	362	733	733	350	PCIe	2023	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
T4	NVIDIA	16	320	65		130	70	PCIe	2018	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
T4g	NVIDIA	16	320	65		130	70	PCIe	2021	general knowledge (vendor datasheet)	AWS G5g
V100-16GB	NVIDIA	16	900	125			300	SXM2	2017	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
V100-32GB	NVIDIA	32	900	125			300	SXM2	2018	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
P100	NVIDIA	16	732	19			250	PCIe	2016	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	FP16 without tensor cores
P40	NVIDIA	24	347			47	250	PCIe	2016	general knowledge (vendor datasheet)	
P4	NVIDIA	8	192			22	75	PCIe	2016	general knowledge (vendor datasheet)	
K80	NVIDIA	12	240				150	PCIe	2014	general knowledge (vendor datasheet)	per GK210 die as clouds count it (board: 24 GB, 480 GB/s, 300 W)
M60	NVIDIA	8	160				150	PCIe	2015	general knowledge (vendor datasheet)	per GM204 die as clouds count it (board: 16 GB, 300 W)
RTX-PRO-6000	NVIDIA	96	1597	500	1000	1000	600	PCIe	2025	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	Server Edition; compute figures rounded from sparse datasheet values
RTX-PRO-4500	NVIDIA	32	896				200	PCIe	2025	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
RTX-6000-Ada	NVIDIA	48	960	364	729	729	300	PCIe	2022	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
RTX-5090	NVIDIA	32	1792	210	419	838	575	PCIe	2025	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	FP16 with FP32 accumulate
RTX-4090	NVIDIA	24	1008	165	330	661	450	PCIe	2022	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	FP16 with FP32 accumulate
RTX-4000-Ada	NVIDIA	20	360	107	214	214	130	PCIe	2023	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
RTX-3090	NVIDIA	24	936	71		284	350	PCIe	2020	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	FP16 with FP32 accumulate
RTX-3070	NVIDIA	8	448	41		163	220	PCIe	2020	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	FP16 with FP32 accumulate
RTX-A6000	NVIDIA	48	768	155		310	300	PCIe	2020	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
RTX-A5000	NVIDIA	24	768	111		222	230	PCIe	2021	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
RTX-A4500	NVIDIA	20	640	95		189	200	PCIe	2021	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
RTX-A4000	NVIDIA	16	448	77		153	140	PCIe	2021	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
Quadro-RTX-6000	NVIDIA	24	672	130		261	260	PCIe	2018	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
MI300X	AMD	192	5300	1307	2615	2615	750	OAM	2023	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
MI325X	AMD	256	6000	1307	2615	2615	1000	OAM	2024	general knowledge (vendor datasheet)	gpuhunt lists 288 GB; AMD ships 256 GB
MI350X	AMD	288	8000	2307	4614	4614	1000	OAM	2025	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
MI355X	AMD	288	8000	2517	5033	5033	1400	OAM	2025	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
MI250X	AMD	128	3277	383		383	560	OAM	2021	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
MI210	AMD	64	1638	181		181	300	PCIe	2022	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
Radeon-Pro-V520	AMD	8	512	15			225	PCIe	2020	general knowledge (vendor datasheet)	AWS G4ad
Radeon-Pro-V620	AMD	32	512	41			300	PCIe	2021	general knowledge (vendor datasheet)	Azure NGads V620
Radeon-Pro-V710	AMD	28	448	55			158	PCIe	2024	general knowledge (vendor datasheet)	Azure NVads V710
Radeon-MI25	AMD	16	484	25			300	PCIe	2017	general knowledge (vendor datasheet)	Azure NVas v4
Gaudi	Intel	32	1000				350	OAM	2019	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	AWS DL1
Gaudi2	Intel	96	2450	432	865		600	OAM	2022	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
Gaudi3	Intel	128	3700	1835	1835		900	OAM	2024	general knowledge (vendor datasheet); memory cross-checked with dstackai/gpuhunt constraints.py	
TPU-v2	Google	16	700	46				TPU	2017	general knowledge (vendor datasheet)	per chip
TPU-v3	Google	32	900	123				TPU	2018	general knowledge (vendor datasheet)	per chip
TPU-v4	Google	32	1228	275		275	192	TPU	2021	general knowledge (vendor datasheet)	per chip
TPU-v5e	Google	16	819	197		393		TPU	2023	general knowledge (vendor datasheet)	per chip; TDP not published
TPU-v5p	Google	95	2765	459		918		TPU	2023	general knowledge (vendor datasheet)	per chip; TDP not published
TPU-v6e	Google	32	1640	918		1836		TPU	2024	general knowledge (vendor datasheet)	per chip (Trillium); TDP not published
TPU-v7	Google	192	7370	2307	4614			TPU	2025	general knowledge (vendor datasheet)	per chip (Ironwood); TDP not published
Trainium1	AWS	32	820	190	190	380		Trn1	2022	general knowledge (vendor datasheet)	per chip; TDP not published
Trainium2	AWS	96	2900	667	1299			Trn2	2024	general knowledge (vendor datasheet)	per chip; TDP not published
Trainium3	AWS	144	4900		2517			Trn3	2025	general knowledge (vendor datasheet)	per chip; TDP not published
Inferentia1	AWS	8	50	64		128		Inf1	2019	general knowledge (vendor datasheet)	per chip; TDP not published
Inferentia2	AWS	32	820	190	190	380		Inf2	2023	general knowledge (vendor datasheet)	per chip; TDP not published
Qualcomm-AI100	Qualcomm	16	137	175		350	75	PCIe	2020	general knowledge (vendor datasheet)	AWS DL2q`
