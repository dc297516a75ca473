# How amounts of money are written, from Unicode CLDR 48.2.0 (main/ar*/numbers.json and currencies.json).
# Copyright © 1991-2026 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0 (https://www.unicode.org/license.txt)
# An id that ends in a region holds in that region alone; 001, 150 and 419 are the world, Europe and Latin America, from
# which regions inherit as CLDR says. $number has its separators and decimals; `letters` is for a symbol that ends in a
# letter. A currency without symbol is shown as its ISO 4217 code.

amount = { "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-negative = { "\u200F\u200E" }-{ $number }{ "\u00A0" }{ $symbol }
amount-letters = { "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative = { "\u200F\u200E" }-{ $number }{ "\u00A0" }{ $symbol }
currency-AED = د.إ.{ "\u200F" }
currency-AUD = AU$
currency-BHD = د.ب.{ "\u200F" }
currency-BRL = R$
currency-CAD = CA$
currency-CNY = CN¥
currency-DZD = د.ج.{ "\u200F" }
currency-EGP = ج.م.{ "\u200F" }
currency-EUR = €
currency-GBP = UK£
currency-HKD = HK$
currency-ILS = ₪
currency-INR = ₹
currency-IQD = د.ع.{ "\u200F" }
currency-IRR = ر.إ.
currency-JOD = د.أ.{ "\u200F" }
currency-JPY = JP¥
currency-KRW = ₩
currency-KWD = د.ك.{ "\u200F" }
currency-LBP = ل.ل.{ "\u200F" }
currency-LYD = د.ل.{ "\u200F" }
currency-MAD = د.م.{ "\u200F" }
currency-MRU = أ.م.
currency-MXN = MX$
currency-NZD = NZ$
currency-OMR = ر.ع.{ "\u200F" }
currency-QAR = ر.ق.{ "\u200F" }
currency-SAR = ر.س.{ "\u200F" }
currency-SDG = ج.س.
currency-SYP = ل.س.{ "\u200F" }
currency-THB = ฿
currency-TND = د.ت.{ "\u200F" }
currency-TWD = NT$
currency-USD = US$
currency-VND = ₫
currency-XAF = FCFA
currency-XCD = EC$
currency-XCG = Cg.
currency-XOF = F{ "\u202F" }CFA
currency-XPF = CFPF
currency-YER = ر.ي.{ "\u200F" }

amount-negative-BH = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-BH = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-DJ = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-DJ = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
currency-DJF-DJ = Fdj

amount-negative-EG = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-EG = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-ER = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-ER = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
currency-ERN-ER = Nfk

amount-negative-IL = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-IL = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-IQ = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-IQ = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-JO = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-JO = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-KM = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-KM = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
currency-KMF-KM = CF

amount-negative-KW = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-KW = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-LB = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-LB = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
currency-SDG-LB = SDG

amount-negative-MR = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-MR = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-OM = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-OM = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-PS = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-PS = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-QA = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-QA = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-SA = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-SA = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-SD = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-SD = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-SO = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-SO = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
currency-SOS-SO = S

amount-negative-SS = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-SS = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
currency-GBP-SS = GB£
currency-SSP-SS = £

amount-negative-SY = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-SY = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-TD = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-TD = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }

amount-negative-YE = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
amount-letters-negative-YE = { "\u061C" }-{ "\u200F" }{ $number }{ "\u00A0" }{ $symbol }
