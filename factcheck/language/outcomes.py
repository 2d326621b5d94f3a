"""How things went, told by phrases and verbs: outcomes and states that exclude each other, in many fields.

The format is that of the scales of `opposites`, and a phrase may begin with `*` (any form of its first word), have `~`
for up to four words of any kind, and alternatives in brackets.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product

from factcheck.language.verbs import forms_of

OUTCOMES = """
company~: on_their_own by_(himself|herself|themselves) the_only_(person|one)_(on_board|aboard|there|inside|in) solo
    nobody_with_(him|her) with_nobody_else travelling_alone | (beside|alongside)_(him|her) at_(his|her)_side
    in_the_company_of in_company *accompany_by sitting_next_to_(him|her) in_the_(passenger|seat_next_to) co-driver
    with_(his|her|a|their)_(wife|husband|son|daughter|friend|colleague|brother|sister|partner|mother|father|child|dog)
    with_(two|three|four|several)_(friends|others|companions|colleagues|passengers|children)
upholding^: *let_~_stand *leave_~_in_place dismissed_the_appeal rejected_the_appeal threw_out_the_appeal
    turned_down_the_appeal lost_(his|her|its|their)_appeal | allowed_the_appeal won_(his|her|its|their)_appeal
    *throw_out_the_(order|verdict|conviction|sentence|decision|ruling) *set_~_aside *strike_~_down reverse
    *lift_the_(order|ban|injunction)
verdict: *find_~_guilty guilty_verdict found_guilty guilty_of pleaded_guilty | *clear_~_of *find_~_not_guilty
    *walk_free *let_~_off not_guilty_of not_guilty_verdict *throw_out_the_case was_acquitted *acquit_~_of
sentence^: *send_to_prison *send_~_to_prison *send_~_to_jail custodial_sentence *begin_(his|her)_sentence
    prison_term jail_term *jail_for | suspended_sentence community_service *spare_(jail|prison)
    *spare_~_(jail|prison) *avoid_(jail|prison) *escape_(jail|prison) *escape_with_a_fine *let_off_with_a
plea-kept^: *own_up *come_clean *make_a_full_confession confessed_to admitted_to | *protest_(his|her)_innocence
    *maintain_(his|her)_innocence denies_all denied_all *deny_any *insist_(he|she)_(was|is)_innocent
appeal^: *accept_the_(verdict|ruling|sentence|judgment|judgement) decided_not_to_appeal waived_(his|her|its)_right |
    *lodge_an_appeal *file_an_appeal has_appealed have_appealed *appeal_against_the_(verdict|ruling|sentence)
silence^: *answer_questions *answer_every_question *answer_all *speak_to_reporters *speak_to_the_press
    *talk_to_reporters | *remain_silent *stay_silent *keep_silent *keep_quiet *refuse_to_answer *refuse_to_speak
    *decline_to_comment no_comment *say_nothing *make_no_comment
capture^: *give_(himself|herself)_up *hand_(himself|herself)_in *turn_(himself|herself)_in
    *walk_into_a_police_station *surrender_to_(police|the_police) | *track_down *hunt_down *overpower *corner
    was_caught were_caught was_seized *catch_at *arrest_(at|in)_(his|her|a)_(home|house|hotel|flat|hideout|raid)
signature^: sign sign-off initial *put_(his|her|its|their)_(name|signature|pen)_to *add_(his|her|its|their)_name |
    *refuse_to_sign *decline_to_sign left_unsigned remains_unsigned unsigned *withhold_(his|her|its|their)_signature
    *walk_out_without_signing *leave_without_signing would_not_sign
apology^: *say_sorry apologise *express_(his|her|its|their|deep)_regret *beg_forgiveness *ask_for_forgiveness |
    *refuse_to_apologise no_apology unrepentant unapologetic *stand_by_(his|her|its|their)_(words|remarks|story)
    *have_nothing_to_apologise_for *offer_no_apology
attendance: *sit_through in_the_audience in_the_front_row *look_on was_there were_there *be_there_to
    *take_(his|her)_seat *join_the_mourners *walk_behind_the_coffin | *stay_away
    *send_(his|her|their)_(apologies|excuses) was_absent were_absent empty_chair snub skip *give_~_a_miss was_abroad
    *stay_at_home *stay_home *fail_to_appear *fail_to_show *fail_to_turn_up was_nowhere_to_be_seen *watch_from_home
agreement^: *shake_hands_on *come_to_terms *settle_their a_deal_was *seal_a_deal *agree_a_deal *sign_a_deal
    *reach_a_settlement *reach_a_compromise *bury_the_hatchet | nothing_agreed *walk_out_of empty-handed
    without_result ended_in_failure *end_in_deadlock *end_in_stalemate *reach_deadlock no_breakthrough
    without_a_breakthrough *remain_deadlocked
sale^: *sell_to *sell_for under_the_hammer *find_a_buyer changed_hands | *refuse_to_sell still_owns still_belongs
    not_for_sale unsold *fail_to_sell no_bidder no_bidders no_buyer *fail_to_find_a_buyer *turn_the_money_down
    *fail_to_meet_its_reserve *buy_in *reject_~_offer_for
purchase-price^: free_of_charge for_free for_nothing without_a_fee *waive_(his|her|their|its)_fee without_charge
    unpaid without_pay | *charge_a_fee *pay_a_fee for_a_fee *charge_for *pay_handsomely handsomely_paid well_paid
payment: *pay_in_full *hand_over_the_(money|ransom|cash) *pay_up *settle_the_bill *pay_the_ransom
    *clear_(his|her|its)_debts | not_a_penny not_a_cent nothing_was_paid *refuse_to_pay no_ransom
    no_money_(was|has|had) *leave_without_paying *fail_to_pay *owe_still still_owes
protection~: wearing_a_(helmet|seat_belt|seatbelt|life_jacket|lifejacket|mask|harness)
    in_(helmets|life_jackets|harness) *wear_(helmets|masks|seat_belts|life_jackets|lifejackets|harnesses)
    strapped_in belted_in buckled_up (wore|worn)_a_(helmet|seat_belt|seatbelt|life_jacket|lifejacket|mask|harness)
    had_(his|her)_(helmet|seat_belt)_on | bareheaded bare-headed unbelted unmasked unharnessed unroped
    (without|no)_a_(helmet|seat_belt|seatbelt|life_jacket|lifejacket|mask|harness|rope)
    (without|no)_(helmets|helmet|seat_belts|seat_belt|life_jackets|life_jacket|masks|lifejackets|rope)
arming~: *carry_a_(gun|knife|pistol|rifle|weapon|revolver|machete|shotgun) *have_a_(gun|knife|pistol|weapon)
    *pull_a_(gun|knife|pistol) *draw_a_(gun|knife|pistol) *draw_(his|her)_(gun|knife|pistol) brandishing *brandish_a
    with_a_(gun|knife|pistol|rifle|weapon)_in_(his|her)_hand | no_weapon no_weapons without_a_weapon without_weapons
    empty_hands nothing_in_(his|her)_hands
fire-held^: *open_fire *fire_first *fire_a_shot *fire_shots shots_were_fired *fire_into_the_crowd | *hold_their_fire
    *hold_fire without_a_shot no_shots no_shot not_a_shot
announcement: had_warned had_been_warned *warn_of *give_warning after_warnings forewarned *forecast
    had_been_forecast *predict | without_any_warning out_of_the_blue no_warning *take_everyone_by_surprise
    *catch_everyone_unawares *take_~_by_surprise
structure^: *stand_firm *hold_firm withstand *stand_up_to *weather_the held_through *hold_against *hold_out
    *hold_throughout | *give_way burst collapse breach *wash_away *sweep_away *cave_in crumble buckle *be_breached
danger^: live primed *about_to_explode could_have_exploded set_to_explode *packed_with_explosives | dummy hoax inert
    harmless decoy *contain_no_explosives no_explosives *false_alarm made_of_wood made_of_plastic toy
authenticity^: real original the_real_thing *come_from_the_hand_of from_the_master's_hand *bear_out_its_age |
    forgery hoax replica sham imitation reproduction copy a_modern_copy fraud *turn_out_to_be_a_copy
truth^: true accurate *bear_out *stand_up correct well_founded | false untrue invented made_up *make_~_up fabricate
    baseless unfounded *have_no_basis groundless a_lie lies fiction
edible^: edible drinkable fit_to_drink safe_to_drink safe_to_eat fit_to_eat potable fit_for_human_consumption |
    undrinkable inedible *turn_to_vinegar unfit_for_human_consumption unfit_to_drink unfit_to_eat *go_off *go_bad
    spoilt rancid corked poisonous
poison^: harmless non-toxic non-poisonous | poisonous venomous toxic deadly lethal
severity^: mild benign low-risk less_dangerous least_dangerous | severe dangerous malignant virulent high-risk
    highly_(dangerous|contagious|pathogenic|infectious) most_dangerous cancerous the_deadly the_dangerous
condition^: in_good_order in_working_order roadworthy seaworthy airworthy well_maintained in_good_repair sound
    faultless *work_properly *work_perfectly free_of_faults no_fault no_faults nothing_wrong *find_no_fault
    in_good_condition properly_serviced recently_serviced | worn worn_out worn-out faulty defective unroadworthy
    unseaworthy rusted rusty corroded badly_maintained poorly_maintained in_poor_repair rotten malfunction
    *fall_apart not_working cracked in_poor_condition in_a_poor_state neglected unserviced
emotion^: weep sob *break_down_in_tears in_tears *shed_tears *burst_into_tears *wipe_away_tears trembling |
    no_emotion dry-eyed unmoved impassive composed without_emotion expressionless smile laugh *smile_as stony-faced
speed~: within_the_speed_limit below_the_speed_limit under_the_speed_limit below_the_limit within_the_limit slowly
    at_walking_pace crawl *keep_to_the_(speed_)limit *drive_slowly | speed speeding too_fast
    *race_(through|along|down) at_high_speed twice_the_limit twice_the_speed_limit over_the_speed_limit
    above_the_speed_limit excessive_speed *break_the_speed_limit *exceed_the_speed_limit at_great_speed
    well_over_the_limit
signal~: on_green at_green (was|were|showed|showing|turned|shows)_green at_clear at_proceed | on_red at_red
    (was|were|showed|showing|turned|shows)_red at_danger *jump_the_lights *run_a_red_light at_stop
    through_a_red_light *pass_a_red *jump_a_red
consciousness~: talking speaking lucid responsive *regain_consciousness *come_round *come_to *stay_conscious
    never_lost_consciousness alert | pass-out *lose_consciousness *knock_out *knock_unconscious out_cold in_a_coma
    unresponsive faint *black_out
survival: *pull_through out_of_danger *walk_away_from *walk_away *recover_in_hospital *live_to_tell *escape_death
    alive_and_well *cling_to_life | *pass_away *die_of *die_in *be_killed dead_on_arrival fatally *bleed_to_death
    (body|bodies|remains)_(was|were|has|have)_(been_)?(found|recovered|pulled|brought) recovered_the_(body|bodies)
    found_the_(body|bodies) funeral_of mourners
walking^: will_walk_again *walk_again able_to_walk | never_walk_again paralysed wheelchair-bound in_a_wheelchair
damage: slash slit rip pierce shatter chip stain soak gash puncture slashed torn shattered ripped broken_into
    in_pieces in_shreds beyond_repair riddled *burn_to | in_one_piece without_a_scratch not_a_scratch pristine
    unblemished good_as_new *come_to_no_harm as_good_as_new
completion: ready_for_use *put_the_finishing_touches *finish_on | half-built half_built
    far_from_(finished|ready|complete) not_ready *lie_unfinished *leave_unfinished still_being_built
finding^: *turn_up_in *recover_from *trace_to was_recovered were_recovered *come_to_light is_back was_back |
    still_missing never_found never_been_found *vanish_without_trace no_trace yet_to_be_found *remain_missing
    never_recovered *disappear_for_good never_seen_again never_turned_up
theft^: steal *make_off_with *get_away_with *clean_out loot *empty_the_(safe|till|shop|vault) swipe
    *help_themselves_to | nothing_was_(taken|stolen|missing) nothing_(taken|stolen|missing) *leave_empty-handed
    *flee_empty-handed *escape_empty-handed left_untouched *get_away_with_nothing *take_nothing
    no_~_(was|were|have_been|has_been|had_been)_(taken|stolen)
marriage^: married wed *tie_the_knot *exchange_vows *get_married | divorce *split_up *call_off_the_wedding
    *go_their_separate_ways *break_off_the_engagement jilt separated *part_company
result-of-operation^: *be_a_success went_well without_complications *go_smoothly *go_to_plan *go_off_without_a_hitch
    without_a_hitch | *go_wrong complications botch *end_in_failure *be_a_failure *end_in_disaster misfire *go_awry
effect^: effective *work_well protective *prove_effective *cut_the_risk | ineffective no_effect
    no_better_than_placebo no_better_than_a_placebo *make_no_difference no_benefit useless no_use
confirmation^: confirm replicate reproduce corroborate *bear_out vindicate *back_up | *fail_to_replicate
    *fail_to_reproduce could_not_(reproduce|replicate) refute disprove contradict retract debunk *rule_out
orbit^: *reach_orbit *lift_off_successfully in_orbit *enter_orbit into_orbit | *fail_to_reach_orbit *fall_back
    *fall_short_of_orbit *explode_(on|after|during|shortly|seconds|minutes) *break_up_(on|after|during|over)
contact~: in_contact responding transmitting *make_contact *send_signals *send_back | *lose_contact contact_was_lost
    out_of_contact no_signal *fall_silent *go_silent *stop_responding not_responding
doping^: test_negative *test_negative *pass_a_(drug|drugs|dope|doping)_test *pass_the_(drug|dope|doping)_test clean
    | *test_positive *fail_a_(drug|drugs|dope|doping)_test *fail_the_(drug|dope|doping)_test
fitness^: *pass_fit fully_fit *play_the_full *start_the_match in_the_starting *play_all | *rule_out
    *miss_the_(match|game) sidelined on_the_bench *miss_the_rest *pull_up_lame *go_off_injured
qualifying^: *qualify_for *go_through_to *reach_the_(final|semi-finals|quarter-finals|next) *win_promotion promoted
    advance | *knock_out eliminate *crash_out_of *go_out_of *fail_to_qualify *bow_out relegated *miss_out
record^: *break_the_record *set_a_(new_)?(world_|national_)?record *beat_the_record new_record new_world_record
    *smash_the_record | *miss_the_record short_of_the_record outside_the_record *fail_to_break fell_short
match^: beat defeat *win_against victorious *see_off thrash *edge_out *lift_the_(cup|trophy|title)
    *retain_(his|her|their)_title | *lose_to *go_down_to *beat_by *defeat_by *fall_to_defeat
    *lose_(his|her|their)_title
reception^: standing_ovation cheer applaud *greet_with_cheers *greet_with_applause *receive_warmly rave_reviews
    acclaim to_(loud|great|warm|thunderous)_applause *carry_shoulder-high | boo jeer whistle heckle pan boos jeers
    catcalls *meet_with_silence in_stony_silence *walk_out_in slow-handclap pelt
house^: sold_out sold-out full_house *sell_out to_a_packed packed_house packed_hall standing_room | half-empty
    half_empty empty_seats empty_rows rows_of_empty poorly_attended near-empty almost_empty
appearance^: *sing_the *sing_in *sing_at *sing_every *dance_the *perform_the *conduct_the *play_the_lead
    *take_the_stage *go_on_stage *sing_to_the | replace *stand_in_for *step_in_for *fill_in_for *take_~_place
    understudy *lose_(his|her)_voice *take_over_from *cry_off *call_in_sick
control^: capture overrun *fall_to *take_control_of *seize_control_of *drive_out_of in_rebel_hands in_enemy_hands |
    repel repulse *beat_back *fight_off *fend_off *beat_off *throw_back under_government_control *hold_out_against
    in_government_hands *hold_on_to
ground^: *pull_back retreat *fall_back withdraw | *push_forward *stand_(his|her|its|their)_ground
    *hold_(its|their)_ground *dig_in advance *push_on
flight^: *land_safely *return_to_base *return_safely *make_it_back | *shoot_down *bring_down *crash_into
    *come_down_in *plunge_into *go_down_over
target^: *hit_the_target *hit_its_target *strike_the *find_its_mark *find_the_target
    *hit_the_(bar|post|building|ship) direct_hit | *miss_the *miss_its_target *fall_short_of *go_wide *sail_over
    *fly_over *land_in_the_sea *miss_by
demolition^: demolish raze *pull_down *knock_down *tear_down bulldoze *flatten *cut_down *chop_down | still_standing
    still_stands spare *save_from_demolition reprieve *win_a_reprieve is_to_stay stays_standing
cull^: *put_down *put_to_sleep shot_dead cull *have_to_be_shot destroy | *release_into rehome *capture_alive
    tranquillise *return_to_the_wild *set_free *catch_alive
alarm^: *ring_out wail *sound_at *go_off_at alarm_sounded alarm_rang alarms_sounded alarms_rang alarm_went_off
    sirens_sounded *raise_the_alarm_at | alarm_was_(silent|off) *stay_silent *remain_silent *fail_to_sound
    *fail_to_go_off switched_off disconnected disabled *make_no_sound
recording^: *catch_on_camera *capture_on_camera *catch_on_film was_filmed were_filmed cctv_footage footage_shows
    cameras_recorded *record_by | no_footage not_recording cameras_were_(off|broken|down)
    camera_was_(off|broken|down) switched_off *fail_to_record no_recording
timing: to_the_minute on_the_dot ahead_of_time in_good_time | (minutes|hours|days|weeks|months|years)_late *run_late
    (minutes|hours|days)_behind *overrun
going-ahead: as_normal as_usual *run_normally | *rain_off *call_off abandon
mode^: in_person face_to_face face-to-face in_the_flesh | by_video by_telephone by_phone by_video_link on_a_screen
    via_video online remotely by_email by_letter in_writing
ballot^: by_secret_ballot secret_ballot secret_vote | by_(a_)?show_of_hands open_vote roll-call
burial^: bury inter *lay_to_rest *lower_into_the_grave | cremate ashes_were cremated *scatter_(his|her|their)_ashes
    (his|her|their)_ashes
newness^: brand-new brand_new factory-new | second-hand secondhand second_hand used
publicity: in_open_court livestreamed *open_to_the_public in_full_view *open_to_reporters | in_camera
    *close_to_the_public *shut_out_the_press *exclude_the_public no_reporters *bar_reporters
leaving: of_(his|her|their)_own_free_will *hand_in_(his|her)_resignation *hand_in_(his|her)_notice *step_aside
    *walk_out_of_(his|her)_job *leave_of | *give_the_sack *show_the_door *push_out *force_out *let_~_go *boot_out
    axe *lose_(his|her)_job *kick_out *fire_(him|her) *drop_from
locking~: lock bolt padlock *lock_up bolted padlocked barred *shut_fast locked chained_shut | unlocked wide_open
    *stand_open *leave_open ajar *stand_ajar *leave_unlocked unbolted forced_open
whereabouts~: in_hiding at_large on_the_loose *give_~_the_slip | back_in_custody back_behind_bars *pick_up_by_police
    recapture
election^: *win_the_(election|seat|vote|ballot|race) *hold_(his|her|its|their)_seat *keep_(his|her|its|their)_seat
    re-elected *win_(his|her)_seat *win_a_seat | *lose_(his|her|its|their)_seat *vote_out unseat *fail_to_win
    *lose_the_(election|seat|vote|race) *concede_defeat *sweep_from_office
bill^: *sail_through *pass_into_law *become_law *sign_into_law *go_through *carry_by *scrape_through *vote_through |
    *talk_out *vote_down *throw_out *fall_by *be_lost *fail_to_pass *go_down_by *kick_into
decision: *give_the_nod *get_the_green_light *get_the_go-ahead *get_the_nod *win_approval *win_the_backing
    *give_the_all-clear *clear_for_use *say_yes_to may_now_be | *turn_~_down *say_no_to *pull_the_plug *rule_out
    *give_the_thumbs_down *send_back_to may_not_be must_not_be
profit^: *make_a_profit in_the_black *return_to_profit *post_a_profit *report_a_profit *turn_a_profit | *make_a_loss
    in_the_red *slide_into_the_red *post_a_loss *report_a_loss *slump_to_a_loss *fall_into_loss loss-making
merger^: *complete_the_merger *agree_to_merge *merge_with *complete_the_takeover | *walk_away_from
    *call_off_the_merger *drop_its_bid *abandon_the_merger *pull_out_of_the_(deal|merger|takeover|talks)
    *break_off_talks
solvency^: *save_from_bankruptcy *rescue_from *stay_afloat *stave_off solvent | *go_bankrupt *go_bust insolvent
    *file_for_bankruptcy *go_under *go_into_(administration|liquidation|receivership) *collapse_with_debts bankrupt
ceremony^: *go_off_peacefully without_incident peaceful peacefully *pass_off_peacefully | *end_in_violence
    *turn_violent *descend_into clashes scuffles *break_out_in
extinction^: extinct *die_out *wipe_out_by | alive_and_well still_found *survive_in *cling_on thriving
going-on: press-on *keep_going *play_on *go_ahead_with | *come_to_a_halt *bring_to_a_halt *grind_to_a_halt
    *stop_early *end_early *call_a_halt
veto^: *sign_into_law *sign_the_(bill|act|law) *give_(its|his|her)_assent | veto *send_back_to_parliament
    *refuse_(his|her|its)_assent *withhold_(his|her|its)_assent *block_the_(bill|act|law)
removal^: *take_down remove *cart_away *haul_away *topple *pull_from_its_(plinth|base|pedestal) | still_in_place
    still_stands *stay_put *stay_where *leave_in_place *remain_in_place *remain_on_its
explosion-set^: explode *blow_up detonate *go_off_in *go_off_at went_off | *fail_to_explode *fail_to_go_off
    *fail_to_detonate unexploded defuse *make_safe *render_harmless
duty^: compulsory mandatory obligatory *must_be_worn | voluntary optional *up_to_each *free_to_choose
origin-of-species^: native indigenous | invasive alien introduced non-native
patient~: stable out_of_danger *sit_up *breathe_unaided off_the_ventilator | critical
    *fight_for_(his|her|their)_life *hang_between_life *on_life_support on_a_ventilator
supply~: *back_on *restore_to *be_restored reconnected *get_power_back | *still_without cut_off *still_cut
    *without_power
emptying^: *evacuate *clear_of_people *bring_to_safety *lead_out *order_out |
    *stay_in_their_(homes|classrooms|seats|rooms) *remain_in_their_(homes|classrooms|seats|rooms) *allow_to_stay
    *tell_to_stay
patent^: *grant_a_patent *award_a_patent patented | *refuse_a_patent *deny_a_patent *reject_the_patent
wills^: *leave_everything_to *leave_~_fortune_to *inherit | *cut_out_of *disinherit *leave_nothing_to *get_nothing
eating^: *eat_nothing *refuse_food *refuse_to_eat hunger_strike | *eat_normally *take_food *accept_food
    *start_eating
pay-rise^: *get_a_(pay_)?rise *win_a_(pay_)?rise *receive_a_pay_rise | *pay_cut *take_a_pay_cut *wage_freeze
    *pay_freeze
reply^: *reply_to *respond_to *answer_the *pick_up_the_phone | *ignore *make_no_reply *not_reply no_reply no_answer
    *leave_unanswered unanswered *go_unanswered
help^: *come_to_(his|her|their)_aid *stop_to_help *rush_to_help *give_first_aid | *walk_past *drive_past
    *look_the_other_way *look_away *stand_by_and *fail_to_help *refuse_to_help nobody_helped no_one_helped
shelter^: *take_in *give_shelter *open_its_doors_to *let_in | *turn_away *shut_its_doors_to *refuse_entry *send_away
remorse^: *show_remorse *express_remorse remorseful contrite | no_remorse *show_no_remorse *show_no_regret
    without_remorse
hearing^: *hear_in_full *hear_the_case *go_to_trial *send_for_trial *stand_trial | *throw_out_the_case
    *dismiss_the_case *drop_the_case *settle_out_of_court unfit_to_stand
return^: *come_home *return_home *be_home *back_home | *stay_away *remain_abroad *refuse_to_return never_returned
warning-heeded^: *heed *follow_the_advice *take_the_advice *act_on_the_warning | ignore *disregard *brush_aside
    *take_no_notice *pay_no_heed
depth-of-water^: *run_dry *dry_up *dried_up | *brim *overflow *burst_its_banks *full_to_the_brim
proof^: *stand_up_to_scrutiny *hold_water *be_borne_out | *fall_apart_under *not_stand_up *collapse_under
"""
"""A name and its words, as in `opposites`."""

_GAP = 4
_WORD = re.compile(r"[a-z][\w’'-]*")
_CHOICE = re.compile(r"\(([^()]*)\)(\?)?_?")
_STOPS = re.compile(r"[.;:,!?()]")


def expanded(item: str) -> Iterator[str]:
    """Each wording of an item: its alternatives and the forms of its first word, with spaces."""
    pieces: list[list[str]] = []
    at = 0
    for match in _CHOICE.finditer(item):
        joint = "_" if match[0].endswith("_") and not match[1].endswith("_") else ""
        choices = [f"{choice}{joint}" for choice in match[1].split("|")]
        pieces += [[item[at : match.start()]], [*choices, *([""] if match[2] else [])]]
        at = match.end()
    for parts in product(*pieces, [item[at:]]):
        words = "".join(parts).strip("_").split("_")
        for first in forms_of(words[0][1:]) if words[0].startswith("*") else words[:1]:
            yield " ".join((first, *words[1:]))


@cache
def _by_first_words(phrases: frozenset[str]) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Phrases by their first two words, or by the one before a gap, the longest first: what they begin with, what
    follows a gap, and the phrase."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        head, _, tail = phrase.partition(" ~ ")
        found.setdefault(" ".join(head.split(" ")[:2]), []).append((head, tail, phrase))
    return {word: tuple(held) for word, held in found.items()}


def found_in(text: str, phrases: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Which of some phrases stand where in a lower-case text; none within another."""
    known, over = _by_first_words(phrases), 0
    places = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    for (start, word), (_, following) in pairwise([*places, (len(text), "")]):
        held = known.get(f"{word} {following}", ()) or known.get(word, ())
        for head, tail, phrase in held if start >= over else ():
            end = _end(text, start, head, tail)
            if end:
                yield start, phrase
                over = end
                break


def _end(text: str, start: int, head: str, tail: str) -> int:
    """Where a phrase that begins at a place ends; 0 where it does not stand there."""
    end = start + len(head)
    if not text.startswith(head, start) or _goes_on(text, end):
        return 0
    if not tail:
        return end
    at = text.find(f" {tail}", end)
    between = text[end:at]
    if at <= end or _goes_on(text, at + 1 + len(tail)) or len(between.split()) > _GAP or _STOPS.search(between):
        return 0
    return at + 1 + len(tail)


def _goes_on(text: str, end: int) -> bool:
    """Whether the word at the end of a phrase is a longer one."""
    return end < len(text) and (text[end].isalnum() or text[end] in "-_")
