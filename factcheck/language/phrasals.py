"""Verbs of two words, and verbs whose meaning hangs on what does them: lights go out, dams fail."""

OTHERWISE = frozenset(
    """
back-down back-off back-out back-up black-out blow-off blow-out blow-over break-away break-down break-in
break-off break-up bring-back bring-down bring-in bring-up burn-out buy-up call-in call-out call-up carry-on
carry-out catch-on catch-up check-in come-on kick-in check-out check-up clear-up close-in close-off come-away come-back
come-down come-in come-off come-out come-up count-on cover-up cut-back cut-down cut-off cut-out double-down
draw-back draw-in draw-up drop-off drop-out end-up fall-back fall-off fall-out fence-off fill-in fill-up
find-out get-away get-back get-in get-off get-on get-out get-up give-away give-back give-in give-up go-ahead
go-away go-back go-down go-in go-off go-on go-out go-over go-up hand-back hand-in hand-on hand-out hang-on hang-up
hold-back hold-off hold-on hold-out keep-on keep-out keep-up knock-down knock-out lay-out let-down let-in
let-off let-out live-on log-off log-on look-away look-on look-out look-up make-out make-up meet-up move-away
move-in move-on move-out move-over open-up pass-on pass-out pass-up pay-back pay-off pay-up phase-in phase-out
pick-out pick-up point-out pull-back pull-down pull-off pull-over pull-up put-away put-down put-out put-up
roll-back roll-out rope-off rule-out run-away run-down run-off run-out run-over run-up scale-back scale-down
scale-up seal-off see-off sell-off sell-out send-back send-off send-out set-back set-in set-off set-out set-up
shoot-down shut-off shut-out sign-off sign-up sort-out speak-out speak-up spell-out stand-by stand-out stand-up start-up
stay-away stay-on step-back step-in step-up sweep-away switch-off switch-on switch-over take-away take-back
take-down take-in take-on take-out take-over take-up tear-down tear-up test-out throw-away throw-out tie-up
track-down try-on try-out turn-away turn-back turn-down turn-off turn-on turn-out turn-up use-up vote-down
vote-in vote-out warm-up wash-away wash-out wash-up wear-out weigh-in wind-down wind-up wipe-out work-out
write-down write-off write-up
""".split()
)
"""Verbs whose adverb gives them another meaning."""

VESSELS = frozenset(
    "ship ferry boat trawler tanker freighter yacht barge tug submarine liner dinghy raft canoe".split()
)
FIGURES = frozenset(
    "price cost rate number inflation temperature fever level unemployment share sale profit revenue demand tax fare "
    "wage value yield output total bill interest".split()
)
POWER = frozenset("power electricity light lighting current supply grid mains signal".split())
BARRIERS = frozenset("dam dyke dike levee embankment bank wall reservoir".split())
BUILT = frozenset(
    "home house dwelling building hut shack cabin bridge road car vehicle boat tent shop school barn stall".split()
)
PREMISES = frozenset(
    "home house flat apartment office headquarters premise building residence villa shop warehouse property school "
    "mosque church factory".split()
)
PROPOSALS = frozenset(
    "merger deal takeover tie-up acquisition sale plan bid scheme project proposal bill drug vaccine medicine "
    "application purchase listing motion reform budget offer proposals".split()
)
SUBJECTS: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    "go-down": ((VESSELS, "sinking"), (frozenset({"aircraft", "helicopter", "glider"}), "crash")),
    "come-down": ((frozenset({"aircraft", "helicopter", "glider", "balloon"}), "crash"),),
    "go-out": ((POWER, "outage"),),
    "fail": ((POWER, "outage"), (BARRIERS, "collapse")),
    "lose": ((POWER - {"supply", "signal"}, "outage"),),
    "go-off": ((frozenset({"bomb", "device", "charge", "explosive", "grenade", "mine"}), "explosion"),),
    **dict.fromkeys(("burst", "breach", "break", "rupture", "overtop"), ((BARRIERS, "collapse"),)),
    **dict.fromkeys(("sweep-away", "wash-away", "carry-off", "wipe-out"), ((BUILT, "destruction"),)),
}
"""Verbs that tell of something of their own when certain things do it or undergo it: lights go out, dams fail."""

_PACTS = frozenset("agreement contract treaty deal pact accord alliance lease memorandum convention".split())
OBJECTS: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    "take": ((frozenset({"power"}), "appointment"), (frozenset({"part"}), "attendance")),
    "search": ((PREMISES, "raid"),),
    "clear": ((PROPOSALS, "approval"),),
    "conclude": ((_PACTS, "signature"),),
    "back": ((PROPOSALS, "approval"),),
    "lose": (
        (frozenset("position livelihood employment".split()), "layoff"),
        (frozenset("sight eyesight vision".split()), "blindness"),
    ),
    "lift": ((frozenset("ban embargo curfew siege blockade restriction".split()), "end"),),
}
"""Verbs that tell of something of their own of certain objects: to search a house, to lose the sight of an eye."""
