# How amounts of money are written, from Unicode CLDR 48.2.0 (main/en*/numbers.json and currencies.json).
# Copyright © 1991-2026 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0 (https://www.unicode.org/license.txt)
# An id that ends in a region holds in that region alone; 001, 150 and 419 are the world, Europe and Latin America, from
# which regions inherit as CLDR says. $number has its separators and decimals; `letters` is for a symbol that ends in a
# letter. A currency without symbol is shown as its ISO 4217 code.

amount = { $symbol }{ $number }
amount-negative = -{ $symbol }{ $number }
amount-letters = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative = -{ $symbol }{ "\u00A0" }{ $number }
currency-AUD = A$
currency-BRL = R$
currency-CAD = CA$
currency-CNY = CN¥
currency-EUR = €
currency-GBP = £
currency-HKD = HK$
currency-ILS = ₪
currency-INR = ₹
currency-JPY = ¥
currency-KRW = ₩
currency-MXN = MX$
currency-NZD = NZ$
currency-PHP = ₱
currency-TWD = NT$
currency-USD = $
currency-VND = ₫
currency-XAF = FCFA
currency-XCD = EC$
currency-XCG = Cg.
currency-XOF = F{ "\u202F" }CFA
currency-XPF = CFPF

currency-JPY-001 = JP¥
currency-USD-001 = US$

amount-150 = { $number }{ "\u00A0" }{ $symbol }
amount-negative-150 = -{ $number }{ "\u00A0" }{ $symbol }
amount-letters-150 = { $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-150 = -{ $number }{ "\u00A0" }{ $symbol }

currency-XCD-AG = $

currency-XCD-AI = $

amount-AT = { $symbol }{ "\u00A0" }{ $number }
amount-negative-AT = -{ $symbol }{ "\u00A0" }{ $number }
amount-letters-AT = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative-AT = -{ $symbol }{ "\u00A0" }{ $number }

currency-AUD-AU = $
currency-BRL-AU = BRL
currency-CAD-AU = CAD
currency-CNY-AU = CNY
currency-EUR-AU = EUR
currency-GBP-AU = GBP
currency-HKD-AU = HKD
currency-ILS-AU = ILS
currency-INR-AU = INR
currency-JPY-AU = JPY
currency-KRW-AU = KRW
currency-MXN-AU = MXN
currency-NZD-AU = NZD
currency-PHP-AU = PHP
currency-SCR-AU = Rs
currency-TWD-AU = TWD
currency-USD-AU = USD
currency-VND-AU = VND
currency-XAF-AU = XAF
currency-XCD-AU = XCD
currency-XOF-AU = XOF
currency-XPF-AU = CFP

currency-BBD-BB = $

currency-BIF-BI = FBu

currency-BMD-BM = $

currency-BSD-BS = $

currency-BWP-BW = P

currency-BZD-BZ = $

currency-CAD-CA = $
currency-JPY-CA = JP¥
currency-USD-CA = US$
currency-XCG-CA = Cg

currency-AUD-CC = $

amount-CH = { $symbol }{ "\u00A0" }{ $number }
amount-negative-CH = { $symbol }-{ $number }
amount-letters-CH = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative-CH = { $symbol }-{ $number }

currency-NZD-CK = $

currency-AUD-CX = $

currency-DKK-DK = kr.

currency-XCD-DM = $

currency-ERN-ER = Nfk

currency-FJD-FJ = $

currency-FKP-FK = £
currency-GBP-FK = GB£

currency-XCD-GD = $

currency-GEL-GE = ₾

currency-GHS-GH = GH₵

currency-GBP-GI = GB£
currency-GIP-GI = £

currency-GMD-GM = D

currency-GYD-GY = $

currency-IDR-ID = Rp

currency-USD-IN = $

currency-JMD-JM = $

currency-KES-KE = Ksh

currency-AUD-KI = $

currency-XCD-KN = $

currency-KYD-KY = $

currency-XCD-LC = $

currency-LRD-LR = $

currency-ZAR-LS = R

currency-MGA-MG = Ar

currency-MOP-MO = MOP$

currency-XCD-MS = $

currency-GBP-MT = GB£

currency-MUR-MU = Rs

amount-MV = { $symbol }{ "\u00A0" }{ $number }
amount-negative-MV = -{ $symbol }{ "\u00A0" }{ $number }
currency-MVR-MV = Rf

currency-MWK-MW = MK

currency-MYR-MY = RM

currency-NAD-NA = $

currency-AUD-NF = $

currency-NGN-NG = ₦

amount-NL = { $symbol }{ "\u00A0" }{ $number }
amount-negative-NL = { $symbol }{ "\u00A0" }-{ $number }
amount-letters-NL = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative-NL = { $symbol }{ "\u00A0" }-{ $number }

currency-NOK-NO = kr

currency-AUD-NR = $

currency-NZD-NU = $

currency-NZD-NZ = $

currency-PGK-PG = K

currency-PKR-PK = Rs

currency-NZD-PN = $

currency-RWF-RW = RF

currency-SBD-SB = $

currency-SCR-SC = SR

currency-SEK-SE = kr

currency-SGD-SG = $

currency-GBP-SH = GB£
currency-SHP-SH = £

currency-SLE-SL = Le

currency-GBP-SS = GB£
currency-SSP-SS = £

currency-SZL-SZ = E

currency-NZD-TK = $

currency-TOP-TO = T$

currency-TTD-TT = $

currency-AUD-TV = $

currency-TZS-TZ = TSh

currency-UGX-UG = USh

currency-XCD-VC = $

currency-VUV-VU = VT

currency-WST-WS = WS$

amount-letters-ZA = { $symbol }{ $number }
amount-letters-negative-ZA = -{ $symbol }{ $number }
currency-ZAR-ZA = R

currency-ZMW-ZM = K
