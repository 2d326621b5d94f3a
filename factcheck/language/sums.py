"""Nouns that name a sum of money, by what is measured."""

from functools import lru_cache

from factcheck.language.nouns import singular

_NOUNS = """
loan: loan overdraft borrowing lending credit
debt: debt liability arrear arrears indebtedness
fine: fine penalty
compensation: compensation damages redress reparation settlement payout pay-out
funding: grant subsidy funding
aid: aid assistance relief
donation: donation gift bequest contribution legacy
bribe: bribe kickback backhander
ransom: ransom
reward: reward bounty
bail: bail
award: prize purse jackpot winnings
salary: salary wage pay remuneration stipend
bonus: bonus payoff pay-off severance
rent: rent rental
fare: fare ticket admission entry entrance
fee: fee tuition
revenue: revenue turnover sales takings receipt proceeds
profit: profit earnings income
loss: loss
dividend: dividend
tax: tax levy duty tariff vat
savings: saving savings
investment: investment
spending: spending expenditure outlay
budget: budget allocation
deficit: deficit shortfall hole gap
damage: damage
price: price cost value worth valuation bill tab capitalisation capitalization estimate takeover acquisition purchase
    sale buyout buy-out
contract: contract deal agreement
order: order bookings
bid: bid offer approach proposal tender
demand: demand
wealth: fortune wealth estate
export: export
import: import
theft: haul loot
"""
"""Measure: nouns that name a sum."""


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _NOUNS.strip().replace("\n    ", " ").splitlines():
        measure, _, nouns = line.partition(": ")
        found |= dict.fromkeys(nouns.split(), measure)
    return found


def sum_noun(word: str) -> str:
    """The measure of a noun in lower case that names a sum: "overdrafts" is of a loan; empty where it names none."""
    return _nouns().get(word) or _nouns().get(singular(word)) or ""


def sums_of(measures: frozenset[str]) -> tuple[str, ...]:
    """The nouns, as they are listed, that name a sum of one of these measures."""
    return tuple(noun for noun, measure in _nouns().items() if measure in measures)
