"""Words that say the contrary of each other: live and switched off, convicted and acquitted, paid and outstanding."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.language.outcomes import OUTCOMES, expanded, found_in

_SCALES = """
power~: live on energised powered switch-on turn-on with_power | off de-energised switch-off turn-off shut-off
    power-down disconnect unplug without_power without_electricity cut_off
connection~^: connect connected synchronise hook-up plug-in wire-up linked_up |
    disconnect unplug unhook unconnected cut_off
burning~^: burn ablaze alight aflame on_fire in_flames smoulder rage raging blazing smouldering | extinguish douse
    quench put-out snuff-out extinguished burnt_itself_out
service~^: resume restore restart reinstate restored resumed restarted reinstated back_to_normal back_online
    back_on_line brought_back_on | shut_down shutdown offline idle idled mothballed out_of_action suspended halted
    cancelled grounded paralysed at_a_standstill interrupted disrupted cut_off suspend halt ground
restriction~^: in_force in_place in_effect imposed under_lockdown under_curfew | lift lifted rescind expire lapse ended
    no_longer_in_force
stranding~^: aground stranded stuck trapped marooned run_aground | refloat refloated free freed afloat rescue rescued
    dislodge
captivity~^: captive held_hostage held_captive taken_hostage in_captivity kidnapped abducted in_their_hands |
    free freed release released escape rescue
whereabouts~^: missing unaccounted_for untraced unfound nowhere_to_be_found | find locate trace retrieve found located
    traced safe_and_well accounted_for
stay~^: in_hospital hospitalised in_intensive_care on_a_ventilator | discharge discharged sent_home gone_home went_home
    left_hospital
stoppage~^: on_strike striking picketing | called_off return_to_work returned_to_work returning_to_work back_at_work
office~^: in_office in_post in_charge at_the_helm holds_office | resign step-down stand-down dismiss sack oust depose
    removed_from_office
running~: running working operational operating functioning functional up_and_running online in_service
    in_operation in_use in_working_order switch-on turn-on come-on kick-in activate operate function |
    broken inoperative defunct inactive offline idle mothballed out_of_service out_of_order out_of_action out_of_use
    not_working break-down switch-off turn-off
opening~: open reopen unlocked ajar reopened | closed shut close locked sealed boarded_up bolted cordoned_off sealed_off
    seal-off
crowding~: full packed crowded busy | empty deserted vacant unoccupied half-empty
presence~: present in_attendance on_duty at_home at_his_post at_her_post at_their_posts | absent off_duty on_leave
occupancy~: occupied inhabited let | unoccupied uninhabited vacant disused derelict unlet
consciousness~: conscious awake alert | unconscious asleep comatose
sobriety~: sober had_not_been_drinking | drunk intoxicated inebriated had_been_drinking was_drinking
    been_drinking over_the_limit under_the_influence over_the_legal_limit twice_the_limit
motion~: moving in_motion under_way | stationary at_rest at_anchor moored parked at_a_standstill
custody~: detained arrested jailed imprisoned in_custody behind_bars in_prison in_detention under_arrest in_jail
    arrest detain apprehend capture recapture remanded under_house_arrest in_a_cell in_police_hands |
    release free parole walk-free freed released at_large
    on_bail released at_liberty still_sought being_sought still_wanted is_wanted being_hunted still_hunted
    on_the_run in_hiding still_missing a_fugitive
access: visit tour inspect enter gain_access gained_access given_access granted_access had_access allowed_in
    allowed_into allowed_inside let_in let_into admitted_to | refused_access denied_access refused_entry denied_entry
    refused_admission denied_admission turned_away kept_out barred_from
leaving: resign quit step-down stand-down resignation of_her_own_accord of_his_own_accord tendered_her_resignation
    tendered_his_resignation handed_in_her_notice handed_in_his_notice at_her_own_request at_his_own_request
    on_her_own_initiative on_his_own_initiative | dismiss sack oust dismissal sacking
    remove depose expel was_fired were_fired been_fired is_fired removed_from_office removed_from_her_post
    removed_from_his_post relieved_of_her_duties relieved_of_his_duties forced_out shown_the_door
floating^: sink capsize founder scuttle went_down gone_down to_the_bottom beneath_the_waves | afloat under_tow
    towed_to_port in_no_danger_of_sinking limped_into limped_to
siege^: surrender give-up gave_himself_up gave_herself_up gave_themselves_up handed_himself_in handed_herself_in
    taken_alive laid_down_his_weapon came_out_with_his_hands_up | shot_dead shot_himself shot_herself killed_himself
    killed_herself blew_himself_up took_his_own_life took_her_own_life
traces^: found_traces found_evidence tested_positive contain detect positive tainted contaminated laced |
    found_no_trace no_trace_of no_traces_of tested_negative negative free_of free_from clean uncontaminated
destination^: reach arrive attain made_it_to set_foot_on planted_the_flag | turn-back turned_back turned_round
    turned_around forced_back driven_back fell_short short_of gave_up_the_attempt abandoned_the_attempt
landfall^: make_landfall made_landfall came_ashore came_aground swept_ashore | passed_by missed_the_coast
    stayed_out_at_sea stayed_at_sea veered_away
signing^: signed_for signed_a_contract has_joined completed_his_move completed_her_move completed_the_transfer
    put_pen_to_paper | fell_through fallen_through failed_a_medical failed_his_medical failed_her_medical
    broke_off_talks pulled_out_of_the_deal
light~: lit illuminated lights_on lights_were_on headlights_on headlights_were_on with_its_lights_on |
    unlit dark unilluminated without_lights without_its_lights without_light without_headlights lights_off no_lights
    lights_were_off
weather~: calm windless | stormy rough windy
dryness~: dry | wet soaked flooded
loading~: loaded laden full | unloaded empty unladen
arming~: armed | unarmed
staffing~: staffed manned crewed guarded attended | unstaffed unmanned uncrewed unguarded unattended
marriage~: married | unmarried single divorced widowed
work~: employed in_work | unemployed jobless out_of_work
survival: survive alive survivor pulled_alive brought_out_alive came_out_alive got_out_alive rescued_alive dug_out_alive
    found_alive was_alive were_alive is_recovering safe_and_well | die dead perish kill drown murder
    lost_her_life lost_his_life lost_their_lives the_body_of the_bodies_of her_body his_body their_bodies in_mourning
    succumb
harm: injured hurt wounded injure hurt wound harm | unhurt uninjured unharmed unscathed safe_and_well safe_and_sound
damage: damage damaged cut tear torn crack cracked break smash scratch scratched dent vandalise deface destroy wreck
    collapse collapsed
    ruin burn scorch corrode rot | undamaged intact unscathed unharmed unbroken unmarked untouched unspoiled
    in_good_condition in_perfect_condition in_excellent_condition in_good_order in_one_piece
verdict: convict guilty find-guilty at_fault to_blame culpable in_breach of_wrongdoing | acquit exonerate absolve
    vindicate innocent not_guilty not_proven blameless bore_no_fault bears_no_fault no_case_to_answer was_cleared
    were_cleared been_cleared is_cleared are_cleared cleared_of
upholding^: uphold reaffirm | overturn quash annul set-aside strike-down void reject rejection
prosecution^: charge charged indict prosecute indicted | drop discontinue charges_were_dropped without_charge uncharged
plea: plead_guilty pleaded_guilty | plead_not_guilty pleaded_not_guilty denied_the_charge denied_the_charges denied_all
    deny_the_charges denied_any
decision: approve authorise adopt ratify accept endorse pass grant sanction approval wave-through nod-through
    greenlight voted_through voted_in_favour gave_the_go-ahead given_the_go-ahead
    gave_permission given_permission given_the_green_light
    gave_the_green_light gave_its_blessing rubber-stamped | reject refuse turn-down veto vote-down throw-out rebuff
    decline rejection refusal block strike-down refused_permission denied_permission was_defeated were_defeated
    been_defeated failed_to_pass did_not_pass knocked_back thrown_out voted_against
contest: win triumph prevail victorious elect re-elect | lose lost_to runner-up was_beaten were_beaten been_beaten
    was_defeated were_defeated been_defeated
examination: pass | fail
outcome: succeed successful success | fail unsuccessful failure in_vain to_no_avail
agreement^: reached_agreement reached_an_agreement reached_a_deal struck_a_deal clinched_a_deal agreed_terms |
    without_agreement without_an_agreement without_a_deal no_agreement no_deal failed_to_agree collapsed broke_down
    broke_up talks_collapsed
extension^: extend prolong renew | lift end expire lapse terminate
renewal^: renew extend prolong | terminate withdraw revoke rescind cancel suspend expire cancel_the_contract let_lapse
permission^: given_permission had_permission with_permission given_leave was_allowed were_allowed been_allowed
    was_permitted were_permitted with_the_consent with_the_approval | without_permission without_leave without_consent
    without_approval without_authorisation without_authorization without_the_consent without_the_approval
    without_asking
unanimity^: unanimous unanimously unopposed nem_con without_dissent | split divided narrowly by_a_majority dissent
    dissented dissenting
authenticity^: genuine authentic | fake forge forged counterfeit fabricated bogus
payment: pay settle repay paid paid_in_full settled | unpaid outstanding unsettled overdue withhold default
attendance: attend turn-up was_present were_present been_present present_at in_attendance was_at_the_meeting
    were_at_the_meeting take_part took_part taken_part taking_part participate | miss skip boycott stay-away
testimony: testify give_evidence gave_evidence given_evidence take_the_stand took_the_stand take_the_witness_stand
    went_into_the_witness_box entered_the_witness_box in_the_witness_box gave_testimony give_testimony |
    remain_silent remained_silent declined_to_testify refused_to_testify
stand: support back favour endorse vote_for voted_for in_favour | oppose object vote_against voted_against condemn
    resist
admission: admit confess acknowledge concede | deny dispute
ending~^: continue go-on carry-on persist drag-on ongoing under_way still_on not_over in_progress |
    end finish cease conclude wind-up stop over at_an_end come_to_an_end came_to_an_end
force: use_force used_force using_force by_force truncheon baton teargas tear_gas pepper_spray water_cannon
    rubber_bullet rubber_bullets stun_grenades opened_fire live_rounds |
    without_force without_violence without_firing_a_shot
going-ahead: go-ahead going_ahead proceed took_place take_place taken_place went_ahead go_ahead gone_ahead as_planned
    as_scheduled lift-off blast-off was_held were_held was_launched were_launched |
    cancel call-off scrap abandon shelve postpone put-off scrub abort defer ditch
going-on: to_the_end to_its_end to_the_finish ran_its_course continue continuous continuously uninterrupted
    without_interruption without_a_break without_a_pause
    without_a_halt without_stopping without_incident non-stop go-ahead |
    broken_off broke_off cut_short was_halted interrupt suspend halt break-off pause interruption suspension stoppage
bail^: granted_bail freed_on_bail released_on_bail given_bail | denied_bail refused_bail remanded_in_custody
    remanded_to_custody
fleeing^: stopped_at_the_scene remained_at_the_scene stayed_at_the_scene waited_for_the_police gave_himself_up
    gave_herself_up stopped_to_help | flee drive-off make-off speed-off fled_the_scene left_the_scene ran_away ran_off
    drove_away failed_to_stop did_not_stop
observance^: observe respect hold_firm held_firm is_holding was_holding has_held | break violate breach
touchdown^: land touch-down landed_safely | crash crash-land
rate^: unchanged steady on_hold untouched left_alone kept_as_it_was | raise cut lower increase reduce hike halve double
raising^: raise hike put-up increase | cut lower reduce slash put-down
draw^: draw ended_level ended_in_a_draw tied goalless | win lose beat defeat
participation^: compete run_in took_part take_part race finish ran | withdraw pull-out drop-out did_not_start scratched
origin^: arson arsonist deliberately deliberate intentional intentionally sabotage saboteur vandal vandalism
    attacker shoot-down blow-up set_on_purpose foul_play murder homicide burglar thief gunman bomber |
    accident accidental accidentally by_accident faulty fault lightning branch malfunction short-circuit
    natural_causes_only mishap heater wiring gust cigarette
peace^: peaceful peacefully non-violent without_violence without_trouble | violent violently riot clash turned_violent
sparing^: spare | hit strike damage destroy ravage devastate wreck
penalty^: charge levy impose exact collect claim | waive forgo let-off remit write-off cancel let_it_off let_them_off
withdrawal^: reject refuse turn-down vote-down rebuff | withdraw
saving^: save rescue salvage recover | lose destroy
limits: below_the_limit within_the_limit under_the_limit within_limits met_the_standard met_the_standards
    within_the_limits below_the_limits comply | exceed_the_limit exceeded_the_limit exceeds_the_limit above_the_limit
    over_the_limit exceeded_the_limits above_the_limits breached_the_limit
aboard~: on_board aboard | ashore on_shore on_land
notice: informed notified | uninformed unnotified in_the_dark not_told not_informed never_told
consultation: consulted asked | unconsulted
training: trained | untrained without_training no_training
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
company~: alone on_his_own on_her_own unaccompanied single-handed | accompanied together
completion: complete completed finished | incomplete unfinished half-finished uncompleted
testing: tested | untested
announcement: announced with_warning | unannounced without_warning
treatability: curable treatable | incurable untreatable
reversal: reversible temporary | irreversible permanent
direction: upstream | downstream
"""
"""A name, with "~" where what it tells of may change from day to day and "^" where only what is told of one case may
be held against it, and its words: these | their contraries."""


OWN_WORDS = {
    "agreement": frozenset(
        "agreement deal accord pact settlement compromise talk talks negotiation round dispute conflict".split()
    ),
    "burning": frozenset("fire blaze flame inferno wildfire".split()),
    "decision": frozenset(
        "application plan proposal bid request scheme bill motion permission consent licence permit measure project "
        "development expansion extension enlargement increase move step change idea".split()
    ),
    "verdict": frozenset("charge count offence allegation".split()),
    "custody": frozenset("custody detention prison jail".split()),
    "renewal": frozenset("licence license permit contract lease passport visa accreditation registration".split()),
    "stoppage": frozenset("strike walkout walk-out stoppage".split()),
}
"""Nouns that go with every case of a scale, and tell none from another."""


class Side(NamedTuple):
    """A word's place: its scale's name, whether it is on the first side, whether it is a passing state, and whether
    only what is told of one case may be held against it."""

    scale: str
    first: bool
    passing: bool
    of_cases: bool


@cache
def _sides() -> dict[str, tuple[Side, ...]]:
    found: dict[str, list[Side]] = {}
    scale, first, passing, of_cases = "", True, False, False
    for item in (*_SCALES.split(), *OUTCOMES.split()):
        if item.endswith(":"):
            scale, first, passing, of_cases = item.rstrip(":^~"), True, "~" in item, "^" in item
        elif item == "|":
            first = False
        else:
            for word in expanded(item):
                side = Side(scale, first, passing, of_cases)
                if all(side.scale != known.scale for known in found.setdefault(word, [])):
                    found[word].append(side)
    return {word: tuple(sides) for word, sides in found.items()}


def sides_of(word: str) -> tuple[Side, ...]:
    """The scales that a word (a verb's base form, an adjective, a noun) is on."""
    return _sides().get(word, ())


@cache
def _phrases() -> frozenset[str]:
    return frozenset(word for word in _sides() if " " in word)


def phrases_in(text: str) -> Iterator[tuple[int, str]]:
    """The phrases of more than one word on a scale, with where they stand in a lower-case text."""
    return found_in(text, _phrases())


_WIDER = """
plea: uphold sustain allow accept grant well-founded founded succeed | dismiss reject refuse deny unfounded groundless
    baseless meritless throw-out strike-out fail ill-founded without_merit struck_out thrown_out
annulment: annul quash overturn set-aside void cancel reverse revoke rescind strike-down repeal nullify invalidate |
    uphold confirm affirm maintain reaffirm
review: uphold confirm affirm maintain left_unchanged | lower reduce cut raise increase double halve overturn quash
licence: license permit allow authorise approve grant licensed permitted allowed | refuse ban prohibit forbid bar reject
    withhold deny banned prohibited forbidden
vote: accept approve adopt back endorse carry pass say_yes said_yes vote_for voted_for for_it in_favour | reject refuse
    turn-down vote-down throw-out decline say_no said_no vote_against voted_against were_against was_against against_it
result: earn gain profit made_a_profit make_a_profit in_the_black | lose loss made_a_loss make_a_loss in_the_red
jobs: hire recruit take-on appoint engage | sack lay-off redundancy redundant lose_their_jobs lost_their_jobs
    lost_their_job cut_jobs shed_jobs
opinion: support favour welcome back agree endorse praise | oppose criticise condemn disagree object reject denounce
guilt: admit confess plead_guilty pleaded_guilty acknowledge | deny dispute plead_not_guilty pleaded_not_guilty
keeping: keep retain maintain preserve | abandon withdraw scrap drop give-up abolish discontinue remove
publishing: publish disclose reveal | withhold suppress conceal hide
building: build erect construct | demolish dismantle pull-down tear-down raze
entering: enter join | leave quit
raising: raise increase lift put-up | cut lower reduce bring-down come-down slash halve
side: benefit help | harm damage hurt
ability: able possible | unable impossible
safety: safe harmless | unsafe dangerous harmful
sufficiency: sufficient adequate enough | insufficient inadequate
knowledge: aware know | unaware
truth: true correct accurate | false wrong incorrect inaccurate untrue
"""
"""As above, but only for two passages that are about one thing: elsewhere both sides may hold."""


@cache
def _wider() -> dict[str, frozenset[tuple[str, bool]]]:
    found: dict[str, set[tuple[str, bool]]] = {}
    scale, first = "", True
    for word in _WIDER.split():
        if word.endswith(":"):
            scale, first = word.rstrip(":"), True
        elif word == "|":
            first = False
        else:
            found.setdefault(word.replace("_", " "), set()).add((scale, first))
    return {word: frozenset(sides) for word, sides in found.items()}


def wider_sides(word: str) -> frozenset[tuple[str, bool]]:
    """The contraries on which a word is that may be held against each other in passages about one thing alone: the
    name of each, and whether the word is on its first side."""
    return _wider().get(word, frozenset())
