"""Idioms for what happens: a verb whose meaning lies in the words after it ("went to the bottom", "down tools")."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from factcheck.language.tagging import Token

_IDIOMS = """
death: breathe last | draw last_breath | meet death/end/maker | lose his_life/her_life/life | pay with life
    | give up_ghost | kick bucket
birth: come into_world | enter world | see light_of_day | give birth
    | deliver baby/boy/girl/son/daughter/child/twins/triplets
marriage: tie knot | exchange vows/rings | walk down_aisle | become husband/man_and_wife | lead to_altar
funeral: lay to_rest | carry to_grave | commit to_earth/ground
resignation: hand in_resignation/notice | tender/submit/offer/announce/give resignation/notice
    | leave office/post/helm/job
    | vacate/relinquish/surrender office/post/chair/seat/chairmanship/presidency/premiership
    | give up_post/office/chair/seat/job | fall on_sword
dismissal: show door | give boot/sack/push/marching_orders
    | remove/oust/drive/throw/hound from_office/post/power/job | relieve of_duties/command/post/office
    | strip of_post/office/command
appointment: take oath | come/rise/return/sweep to_power
    | assume/take office/charge/helm/reins/command/chair/presidency/chairmanship/up_post/up_office/up_duties
    | assume duties/post/power
coup: seize/grab/usurp/wrest power/control_of_government/control_of_state/reins_of_power
    | stage/mount/launch coup/putsch
    | overthrow/topple/depose/oust government/regime/president/king/emperor/monarchy/junta
ousting: pay with job/post/career/position
retirement: go into_retirement | hang up_boots/gloves/stethoscope/apron/robe/whistle | enter retirement
joining: put pen_to_paper
founding: open for_business | come into_being/existence
closure: cease/stop/end trading/operations/production/publication/business | go out_of_business/dark
    | close/shut doors/gates/shutters | put/bring/pull up_shutters/down_shutters | go into_liquidation
bankruptcy: file for_bankruptcy/for_insolvency/for_administration/for_chapter/for_creditor_protection
    | file for_protection/for_receivership/for_liquidation
    | go bust/bankrupt/to_wall/into_administration/into_receivership/into_liquidation/belly_up
    | enter administration/receivership/insolvency/bankruptcy/liquidation/chapter
    | file/lodge/submit bankruptcy/chapter/insolvency/winding-up/petition_for_bankruptcy
    | seek/declare/announce bankruptcy/insolvency/protection_from_creditors/chapter
    | call in_administrators/in_receivers/in_liquidators | appoint administrators/receivers/liquidators
    | collapse/fall/slide/plunge into_administration/into_receivership/into_insolvency/into_bankruptcy
    | become insolvent/bankrupt
    | place/put into_administration/in_administration/into_receivership/under_administration | turn to_receivers
opening: open/throw doors/gates/open_doors/open_gates | cut ribbon
    | go/enter/come into_service/into_operation/on_stream/live/service
    | welcome/receive/admit first_visitors/first_guests/first_passengers/first_patients/first_customers/first_pupils
launch: carry/send/put/loft/place/boost/hurl/fire/lift/deliver/take into_orbit/into_space/to_orbit/aloft/skyward
    | leave pad/launchpad/launch-pad/launch_pad | ride into_orbit/into_space
    | soar/roar/climb/thunder into_sky/into_space/skyward/from_pad | make debut | hit showroom/market
    | go on_sale/on_market
departure: set sail | put to_sea | slip moorings | weigh anchor | hit road
landing: make landfall | come/blow/go/sweep ashore | hit/slam/batter/strike coast/coastline/shore
crash: leave/jump/come rail/rails/tracks/track/runway/off_rails/off_tracks/off_road/off_track
    | run/slide/skid/fly off_rails/off_road/off_track/off_runway/off_tracks
sinking: slip/sink/disappear/vanish/slide beneath_waves/beneath_surface/below_waves/below_surface/under_waves
    | go/sink beneath_waves/below_waves/to_bottom
    | keel over | turn turtle | settle on_bottom/on_seabed
flooding: burst/break/overflow/spill/top banks/over_banks/levees
collapse: give way | come crashing_down/tumbling_down | crash/fall/topple to_ground
burning: go up_in_flames/up_in_smoke | burst into_flames/into_flame | catch fire/light/alight
    | set fire/alight/ablaze/on_fire | burn to_ground | engulf in_flames | reduce to_ashes
attack: open/trade fire | come under_fire/under_attack | go on_rampage | spray with_bullets
    | mount/stage/carry/launch attack/assault/ambush/raid
arrest: take into_custody | put/place under_arrest/in_custody/in_handcuffs
    | lead/take away_in_handcuffs/in_handcuffs
imprisonment: send to_prison/to_jail/to_gaol/down | put/place behind_bars/in_prison/in_jail/away
    | throw in_jail/into_jail/in_prison
    | receive/get/draw/hand/give/earn custodial_term/custodial_sentence/prison_term/prison_sentence
    | receive/get/draw/hand/give/earn jail_term/jail_sentence/sentence
release: walk/go/set free/out_of_prison/out_of_jail | leave prison/jail/custody/cell | regain freedom/liberty
    | let out_of_prison | get out_of_prison
escape: break out_of_prison/out_of_jail/out_of_custody | go on_run | make escape/getaway | give slip
    | take to_heels
surrender: give/hand/turn himself_up/herself_up/themselves_up/himself_in/herself_in/themselves_in/himself_over
    | lay down_arms/down_weapons | raise/wave white_flag
charge: bring/press/lay/prefer/file charges/charge
conviction: find guilty
acquittal: find not_guilty
trial: go/stand/come/put on_trial/to_trial/trial
hearing: appear/come/go/bring in_court/before_court/before_judge/before_magistrate/before_magistrates/before_tribunal
    | take witness_stand | give evidence/testimony
lawsuit: bring/file/lodge/launch suit/lawsuit/action/court_action/proceedings | take to_court | go to_court
    | see in_court
settlement: settle out_of_court
strike: down/lay tools/down_tools | walk off_job | stop/refuse work | come/go on_strike/out_on_strike
    | withdraw labour/labor | take/begin/start industrial_action | mount/stage walkout/stoppage/walk-out
protest: take to_streets
ceasefire: agree/sign/declare/announce/call/reach ceasefire/truce/armistice
    | agree to_ceasefire/to_truce/on_ceasefire/on_truce/to_armistice/on_armistice
    | bury hatchet | silence guns
start: break ground | turn/cut first_sod | lay foundation/cornerstone/keel/first_stone/first_brick
    | get under_way/underway/off_ground | take effect | come/go/enter into_force/into_effect/force/effect
    | become effective/law
end: come/draw/bring to_end/to_close | reach end/conclusion | fall silent | burn out
suspension: grind/come/bring/shudder/screech/skid to_halt/to_standstill/to_stop | call halt/halt_to
resumption: get going_again | start up_again
approval: give go-ahead/green_light/nod/approval/consent/blessing/thumbs-up/clearance/permission/assent
    | give backing/all-clear
    | get/receive/win/obtain/secure/gain/grant/earn go-ahead/green_light/nod/approval/consent/blessing
    | get/receive/win/obtain/secure/gain/grant/earn clearance/permission/assent/authorisation/all-clear
    | sign off_on | wave/nod through
rejection: throw/kick/chuck out_of_court | say no | give thumbs-down
    | deny/refuse/withhold permission/consent/approval/licence/authorisation
adoption: vote through | pass into_law | become law | place on_statute_book
vote: go to_polls | cast ballots/ballot/votes/vote
signature: put/set/affix names/name/signature/signatures/pen_to/hand_to
agreement: shake hands | come to_terms | see eye_to_eye
meeting: sit down_with/down_together | hold talks
visit: pay visit/call | lead delegation/mission
discovery: come to_light | stumble on/upon/across/over
missing: go missing | lose contact/touch/radio_contact | drop out_of_sight/off_radar
rescue: pull/bring/pluck/take/winch/lead/carry to_safety/ashore/aboard
    | pull/pluck/take/winch/lift/carry off_roof/off_rooftop/off_cliff/off_ledge/off_rocks/off_mountain/off_deck
evacuation: move/lead/bring to_safety | clear building/site
layoff: lose job/jobs/post/posts | hand/give pink_slips/redundancy_notices
outage: plunge into_darkness | go dark | lose electricity/current
winning: take/claim/clinch/capture/scoop/win/seize/land gold/title/crown/trophy/cup/honours/victory
    | come/finish first/top | carry day
recall: pull/take/withdraw off_shelves/from_shelves/off_market/from_market/from_sale
publication: hit shelves/bookshops/newsstands | come/appear off_press/in_print | go to_press
travel: make journey
withdrawal: lay down_candidacy | drop out_of_race/out_of_contest
"""
"""What happens, and the idioms for it: verbs with "/" between them, then what follows, in which "_" joins what stands
together in this order, articles, adjectives and owners between them left aside."""

_SPACED = frozenset({"DET", "POSS", "ADJ", "ADV", "NUM", "ORD", "TIME"})
_REACH = 7
"""Tokens after a verb within which an idiom ends."""
_NOT_AFTER = {"way": frozenset({"to", "on", "in"})}
"""Words after an idiom that make it another: to give way to somebody."""


@cache
def _by_verb() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """For each verb what may follow it, longest first, and what happens then; the first concept listed wins."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    concept = ""
    for line in _IDIOMS.replace("\n    ", " ").splitlines():
        concept, _, rest = line.partition(":")
        for idiom in filter(None, map(str.strip, rest.split("|"))):
            verbs, *after = idiom.split()
            for verb, *words in product(verbs.split("/"), *(part.split("/") for part in after)):
                found.setdefault(verb, {}).setdefault(tuple("_".join(words).split("_")), concept)
    return {verb: tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row))) for verb, rows in found.items()}


def idiom_after(verb: str, tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
    """What a verb and the tokens from `place` on tell of together, and where the idiom ends; null where nothing."""
    for words, concept in _by_verb().get(verb, ()):
        end = _match(words, tokens, place)
        if end is not None:
            following = tokens[end].lower if end < len(tokens) else ""
            if following not in _NOT_AFTER.get(words[-1], ()):
                return concept, end
    return None


def idioms_of_object(verb: str, noun: str) -> Iterator[str]:
    """What a verb and a noun that undergoes it tell of ("charges were brought")."""
    return (concept for words, concept in _by_verb().get(verb, ()) if words in ((noun,), (noun + "s",)))


def _match(words: Sequence[str], tokens: Sequence[Token], place: int) -> int | None:
    """Where the words end that follow from `place` on, little words between them left aside."""
    last = min(place + _REACH, len(tokens))
    at = 0
    while place < last:
        token = tokens[place]
        if token.lower == words[at] or (token.tag == "NOUN" and token.lemma == words[at]):
            at += 1
            if at == len(words):
                return place + 1
        elif token.tag not in _SPACED and not (
            token.tag == "PREP" and place + 1 < len(tokens) and tokens[place + 1].tag == "TIME"
        ):
            return None
        place += 1
    return None
