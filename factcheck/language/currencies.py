"""Currencies: their codes, names and signs."""

import re
from unicodedata import category

from factcheck.patterns import any_of

CURRENCIES: dict[str, str] = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "Japanese yen", "CNY": "Chinese yuan",
    "INR": "Indian rupee", "RUB": "Russian rouble", "AUD": "Australian dollar", "CAD": "Canadian dollar",
    "NZD": "New Zealand dollar", "HKD": "Hong Kong dollar", "SGD": "Singaporean dollar", "TWD": "New Taiwan dollar",
    "CHF": "Swiss franc", "SEK": "Swedish krona", "NOK": "Norwegian krone", "DKK": "Danish krone",
    "ISK": "Icelandic krona",
    "KRW": "South Korean won", "MYR": "Malaysian ringgit", "IDR": "Indonesian rupiah", "THB": "Thai baht",
    "PHP": "Philippine peso", "VND": "Vietnamese dong", "MMK": "Burmese kyat", "KHR": "Cambodian riel",
    "LAK": "Lao kip",
    "PKR": "Pakistani rupee", "LKR": "Sri Lankan rupee", "BDT": "Bangladeshi taka", "NPR": "Nepalese rupee",
    "AFN": "Afghan afghani", "IRR": "Iranian rial", "IQD": "Iraqi dinar", "SAR": "Saudi riyal", "AED": "UAE dirham",
    "QAR": "Qatari riyal", "KWD": "Kuwaiti dinar", "ILS": "Israeli shekel", "TRY": "Turkish lira",
    "EGP": "Egyptian pound",
    "LBP": "Lebanese pound", "SYP": "Syrian pound", "JOD": "Jordanian dinar", "MAD": "Moroccan dirham",
    "DZD": "Algerian dinar",
    "TND": "Tunisian dinar", "NGN": "Nigerian naira", "GHS": "Ghanaian cedi", "KES": "Kenyan shilling",
    "UGX": "Ugandan shilling", "TZS": "Tanzanian shilling", "ETB": "Ethiopian birr", "ZAR": "South African rand",
    "ZMW": "Zambian kwacha", "XAF": "CFA franc", "XOF": "CFA franc", "BRL": "Brazilian real", "MXN": "Mexican peso",
    "ARS": "Argentine peso", "CLP": "Chilean peso", "COP": "Colombian peso", "PEN": "Peruvian sol",
    "VES": "Venezuelan bolivar",
    "PLN": "Polish zloty", "CZK": "Czech koruna", "HUF": "Hungarian forint", "RON": "Romanian leu",
    "BGN": "Bulgarian lev",
    "RSD": "Serbian dinar", "UAH": "Ukrainian hryvnia", "KZT": "Kazakh tenge", "GEL": "Georgian lari",
    "AMD": "Armenian dram",
    "AZN": "Azerbaijani manat", "UZS": "Uzbek som", "MNT": "Mongolian tugrik", "BTC": "bitcoin", "ETH": "ether",
}  # fmt: skip
"""ISO code -> name."""

MONEY_SIGNS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "$US": "USD", "USD": "USD", "$": "USD", "US $": "USD", "U.S. $": "USD",
    "A$": "AUD", "AU$": "AUD", "A $": "AUD", "AU $": "AUD", "$A": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD",
    "C $": "CAD",
    "NZ$": "NZD", "NZ $": "NZD", "HK$": "HKD", "HK $": "HKD", "S$": "SGD", "S $": "SGD", "NT$": "TWD", "R$": "BRL",
    "R $": "BRL",
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₦": "NGN", "₱": "PHP",
    "₪": "ILS",
    "฿": "THB", "₫": "VND", "₴": "UAH", "Rs": "INR", "Rs.": "INR", "Re": "INR", "RM": "MYR", "Rp": "IDR",
    "Y=": "JPY", "PS": "GBP",
    "CN¥": "CNY", "RMB": "CNY", "Tk": "BDT", "Ksh": "KES", "KSh": "KES", "R": "ZAR", "N": "NGN", "Fr": "CHF",
    "kr": "SEK",
    "zł": "PLN", "Kč": "CZK",
}  # fmt: skip
"""Sign before (or after) a number -> ISO code. "R", "N" and the like count only right before digits."""

_WORDS = """
dollar dollars USD|us_dollar us_dollars USD|american_dollars USD|u.s._dollars USD
australian_dollar australian_dollars AUD
canadian_dollar canadian_dollars CAD|new_zealand_dollars NZD|hong_kong_dollar hong_kong_dollars HKD
singapore_dollars SGD
taiwan_dollars TWD|euro euros EUR|pound_sterling pounds_sterling sterling GBP|british_pounds GBP|quid GBP|yen JPY
yuan CNY
renminbi CNY|rupee rupees INR|indian_rupees INR|pakistani_rupees PKR|sri_lankan_rupees LKR
rouble roubles ruble rubles RUB
swiss_franc swiss_francs franc francs CHF|krona kronor SEK|krone kroner NOK|danish_kroner DKK|won KRW|ringgit MYR
rupiah IDR|baht THB|philippine_pesos PHP|dong VND|kyat kyats MMK|riel KHR|kip LAK|taka BDT|afghani afghanis AFN
rial rials IRR|riyal riyals SAR|dirham dirhams AED|shekel shekels ILS|lira liras TRY|egyptian_pounds EGP
syrian_pounds SYP|naira NGN|cedi cedis GHS|kenyan_shillings KES|shilling shillings KES|birr ETB|rand ZAR|kwacha ZMW
cfa_francs XOF|reais real_(brl) BRL|peso pesos MXN|mexican_pesos MXN|argentine_pesos ARS|chilean_pesos CLP
colombian_pesos COP|bolivars VES|zloty zlotys PLN|koruna CZK|forint forints HUF|hryvnia hryvnias UAH|tenge KZT
lari GEL|manat AZN|bitcoin bitcoins BTC
"""

PARTS: dict[str, tuple[str, float]] = {
    "USD/100": ("cent", 0.01), "GBP/100": ("penny", 0.01), "EUR/100": ("euro cent", 0.01), "RUB/100": ("kopeck", 0.01),
    "INR/100": ("paisa", 0.01), "MYR/100": ("sen", 0.01),
}  # fmt: skip
"""Code of a small coin -> its name, and the part of its currency that one is."""

MONEY_WORDS: dict[str, str] = {
    "cent": "USD/100", "cents": "USD/100", "us cents": "USD/100", "pence": "GBP/100", "penny": "GBP/100",
    "euro cents": "EUR/100",
    "kopeck": "RUB/100", "kopecks": "RUB/100", "paise": "INR/100", "sen": "MYR/100",
}  # fmt: skip
"""Lower-case word after a number -> its currency."""

for _entry in _WORDS.replace("\n", "|").split("|"):
    if _entry:
        *_forms, _code = _entry.split()
        MONEY_WORDS.update({_form.replace("_", " "): _code for _form in _forms})

_SIGNS = any_of(re.escape(_sign) for _sign in MONEY_SIGNS if any(category(_letter) == "Sc" for _letter in _sign))
CURRENCY = re.compile(rf"(?:{_SIGNS})|\b(?:{'|'.join(CURRENCIES)})\b")
"""A currency in the heading of a table, by its code or its sign."""
