# How amounts of money are written, from Unicode CLDR 48.2.0 (main/es*/numbers.json and currencies.json).
# Copyright © 1991-2026 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0 (https://www.unicode.org/license.txt)
# An id that ends in a region holds in that region alone; 001, 150 and 419 are the world, Europe and Latin America, from
# which regions inherit as CLDR says. $number has its separators and decimals; `letters` is for a symbol that ends in a
# letter. A currency without symbol is shown as its ISO 4217 code.

amount = { $number }{ "\u00A0" }{ $symbol }
amount-negative = -{ $number }{ "\u00A0" }{ $symbol }
amount-letters = { $number }{ "\u00A0" }{ $symbol }
amount-letters-negative = -{ $number }{ "\u00A0" }{ $symbol }
currency-EUR = €
currency-THB = ฿
currency-USD = US$
currency-VND = ₫
currency-XCG = Cg.
currency-XPF = CFPF

amount-419 = { $symbol }{ $number }
amount-negative-419 = -{ $symbol }{ $number }
amount-letters-419 = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative-419 = -{ $symbol }{ "\u00A0" }{ $number }
currency-EUR-419 = EUR
currency-THB-419 = THB
currency-USD-419 = USD
currency-VND-419 = VND

amount-AR = { $symbol }{ "\u00A0" }{ $number }
amount-negative-AR = -{ $symbol }{ "\u00A0" }{ $number }
currency-ARS-AR = $
currency-USD-AR = US$

currency-BOB-BO = Bs

currency-BRL-BR = R$

currency-BZD-BZ = $

amount-negative-CL = { $symbol }-{ $number }
amount-letters-negative-CL = { $symbol }-{ $number }
currency-CLP-CL = $
currency-USD-CL = US$

amount-CO = { $symbol }{ "\u00A0" }{ $number }
amount-negative-CO = -{ $symbol }{ "\u00A0" }{ $number }
currency-COP-CO = $
currency-USD-CO = US$

currency-CRC-CR = ₡

currency-CUP-CU = $
currency-USD-CU = US$

currency-DOP-DO = RD$
currency-USD-DO = US$

amount-negative-EC = { $symbol }-{ $number }
amount-letters-negative-EC = { $symbol }-{ $number }
currency-USD-EC = $

amount-GQ = { $symbol }{ $number }
amount-negative-GQ = -{ $symbol }{ $number }
amount-letters-GQ = { $symbol }{ "\u00A0" }{ $number }
amount-letters-negative-GQ = -{ $symbol }{ "\u00A0" }{ $number }
currency-XAF-GQ = FCFA

currency-GTQ-GT = Q

currency-HNL-HN = L

currency-MRU-MX = UM
currency-MXN-MX = $

currency-NIO-NI = C$

currency-PAB-PA = B/.

amount-PE = { $symbol }{ "\u00A0" }{ $number }
amount-negative-PE = -{ $symbol }{ "\u00A0" }{ $number }
currency-PEN-PE = S/

currency-PHP-PH = ₱

currency-USD-PR = $

amount-PY = { $symbol }{ "\u00A0" }{ $number }
amount-negative-PY = { $symbol }{ "\u00A0" }-{ $number }
amount-letters-negative-PY = { $symbol }{ "\u00A0" }-{ $number }
currency-PYG-PY = Gs.

currency-USD-SV = $

currency-JPY-US = ¥
currency-USD-US = $

amount-UY = { $symbol }{ "\u00A0" }{ $number }
amount-negative-UY = -{ $symbol }{ "\u00A0" }{ $number }
currency-USD-UY = US$
currency-UYU-UY = $

amount-negative-VE = { $symbol }-{ $number }
amount-letters-negative-VE = { $symbol }-{ $number }
currency-VES-VE = Bs.S
