# How amounts of money are written, from Unicode CLDR 48.2.0 (main/de*/numbers.json and currencies.json).
# Copyright © 1991-2026 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0 (https://www.unicode.org/license.txt)
# An id that ends in a region holds in that region alone; 001, 150 and 419 are the world, Europe and Latin America, from
# which regions inherit as CLDR says. $number has its separators and decimals; `letters` is for a symbol that ends in a
# letter. A currency without symbol is shown as its ISO 4217 code.

amount = { $number }{ "\u00A0" }{ $symbol }
amount-negative = -{ $number }{ "\u00A0" }{ $symbol }
amount-letters = { $number }{ "\u00A0" }{ $symbol }
amount-letters-negative = -{ $number }{ "\u00A0" }{ $symbol }
currency-AUD = AU$
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
currency-THB = ฿
currency-TWD = NT$
currency-USD = $
currency-VND = ₫
currency-XAF = FCFA
currency-XCD = EC$
currency-XCG = Cg.
currency-XOF = F{ "\u202F" }CFA
currency-XPF = CFPF

amount-AT = { $symbol }{ "\u00A0" }{ $number }
amount-negative-AT = -{ $symbol }{ "\u00A0" }{ $number }
amount-letters-AT = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative-AT = -{ $symbol }{ "\u00A0" }{ $number }
amount-digits-AT = de

amount-CH = { $symbol }{ "\u00A0" }{ $number }
amount-negative-CH = { $symbol }-{ $number }
amount-letters-CH = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative-CH = { $symbol }-{ $number }
currency-EUR-CH = EUR

amount-LI = { $symbol }{ "\u00A0" }{ $number }
amount-negative-LI = -{ $symbol }{ "\u00A0" }{ $number }
amount-letters-LI = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative-LI = -{ $symbol }{ "\u00A0" }{ $number }
currency-EUR-LI = EUR
