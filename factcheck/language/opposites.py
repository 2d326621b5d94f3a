"""Words that say the contrary of each other: live and switched off, convicted and acquitted, paid and outstanding."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_SCALES = """
power~: live on energised powered switch-on turn-on | off de-energised switch-off turn-off shut-off power-down
    disconnect unplug
running~: running working operational operating functioning functional in_service in_operation in_use in_working_order |
    broken inoperative defunct idle out_of_service out_of_order out_of_action out_of_use not_working break-down
opening~: open unlocked ajar | closed shut locked sealed boarded_up bolted
crowding~: full packed crowded busy | empty deserted vacant unoccupied half-empty
presence~: present in_attendance on_duty at_home at_his_post at_her_post at_their_posts | absent off_duty on_leave
occupancy~: occupied inhabited let | unoccupied uninhabited vacant disused derelict unlet
consciousness~: conscious awake alert | unconscious asleep comatose
sobriety~: sober | drunk intoxicated inebriated
motion~: moving in_motion under_way | stationary at_rest at_anchor moored parked at_a_standstill
custody~: detained arrested jailed imprisoned in_custody behind_bars in_prison in_detention under_arrest in_jail
    arrest detain apprehend capture recapture |
    free at_large on_bail released at_liberty still_sought being_sought still_wanted is_wanted being_hunted still_hunted
    on_the_run in_hiding still_missing a_fugitive
access: visit tour inspect enter gain_access gained_access given_access granted_access had_access allowed_in
    allowed_into allowed_inside let_in let_into admitted_to | refused_access denied_access refused_entry denied_entry
    refused_admission denied_admission turned_away kept_out barred_from
leaving: resign quit step-down stand-down of_her_own_accord of_his_own_accord | dismiss sack oust dismissal sacking
    was_fired were_fired been_fired
light~: lit illuminated | unlit dark unilluminated
weather~: calm windless | stormy rough windy
dryness~: dry | wet soaked flooded
loading~: loaded laden full | unloaded empty unladen
arming~: armed | unarmed
staffing~: staffed manned crewed guarded attended | unstaffed unmanned uncrewed unguarded unattended
marriage~: married | unmarried single divorced widowed
work~: employed in_work | unemployed jobless out_of_work
survival: survive alive survivor | die dead perish kill
harm: injured hurt wounded injure hurt wound harm | unhurt uninjured unharmed unscathed safe_and_well safe_and_sound
damage: damage damaged cut tear torn crack cracked break smash scratch scratched dent vandalise deface destroy wreck
    collapse collapsed
    ruin burn scorch corrode rot | undamaged intact unscathed unharmed unbroken unmarked untouched unspoiled
    in_good_condition in_perfect_condition in_excellent_condition in_good_order in_one_piece
verdict: convict guilty find-guilty | acquit exonerate innocent not_guilty clear
plea: plead_guilty pleaded_guilty | plead_not_guilty pleaded_not_guilty denied_the_charge denied_the_charges denied_all
    deny_the_charges denied_any
decision: approve authorise adopt ratify accept endorse pass grant sanction | reject refuse turn-down veto vote-down
    throw-out rebuff decline
contest: win triumph prevail | lose
examination: pass | fail
outcome: succeed successful | fail unsuccessful
payment: pay settle repay paid paid_in_full settled | unpaid outstanding unsettled overdue withhold default
attendance: attend turn-up take_part took_part taken_part taking_part participate | miss skip boycott stay-away
testimony: testify give_evidence gave_evidence given_evidence take_the_stand took_the_stand take_the_witness_stand
    went_into_the_witness_box entered_the_witness_box in_the_witness_box gave_testimony give_testimony |
    remain_silent remained_silent declined_to_testify refused_to_testify
stand: support back favour endorse vote_for voted_for in_favour | oppose object vote_against voted_against condemn
    resist
admission: admit confess acknowledge concede | deny dispute
going-ahead: go-ahead proceed took_place take_place taken_place went_ahead go_ahead gone_ahead |
    cancel call-off scrap abandon shelve
going-on: continue continuous continuously uninterrupted without_interruption without_a_break without_a_pause
    without_incident non-stop | interrupt suspend halt break-off pause interruption suspension stoppage
insurance: insured | uninsured
licence: licensed registered certified qualified accredited authorised | unlicensed unregistered uncertified unqualified
    unauthorised
legality: legal lawful | illegal unlawful
identification: identified named known | unidentified unnamed unknown
vaccination: vaccinated | unvaccinated
consent: consensual voluntary voluntarily of_his_own_accord of_her_own_accord | forced compulsory under_duress
    involuntary
intent: deliberate intentional deliberately intentionally on_purpose | accidental unintentional accidentally by_accident
cause: natural | man-made
time: on_time punctual punctually on_schedule ahead_of_schedule | late delayed behind_schedule overdue
budget: within_budget under_budget on_budget | over_budget
publicity: public openly in_public | secret secretly in_private behind_closed_doors
company: alone on_his_own on_her_own unaccompanied single-handed | accompanied together
completion: complete completed finished | incomplete unfinished half-finished uncompleted
testing: tested | untested
announcement: announced with_warning | unannounced without_warning
treatability: curable treatable | incurable untreatable
reversal: reversible temporary | irreversible permanent
direction: upstream | downstream
"""
"""A name, with "~" where what it tells of may change from day to day, and its words: these | their contraries."""


class Side(NamedTuple):
    """A word's place: the name of its scale, whether it is on the first side, and whether it is a passing state."""

    scale: str
    first: bool
    passing: bool


@cache
def _sides() -> dict[str, tuple[Side, ...]]:
    found: dict[str, list[Side]] = {}
    scale, first, passing = "", True, False
    for word in _SCALES.split():
        if word.endswith(":"):
            scale, first, passing = word[:-1].rstrip("~"), True, word[-2] == "~"
        elif word == "|":
            first = False
        else:
            found.setdefault(word.replace("_", " "), []).append(Side(scale, first, passing))
    return {word: tuple(sides) for word, sides in found.items()}


def sides_of(word: str) -> tuple[Side, ...]:
    """The scales that a word (a verb's base form, an adjective, a noun) is on."""
    return _sides().get(word, ())


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted((word for word in _sides() if " " in word), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


def phrases_in(text: str) -> Iterator[tuple[int, str]]:
    """The phrases of more than one word on a scale, with where they stand in a lower-case text."""
    for match in _phrases().finditer(text):
        yield match.start(), match.group()
