"""Verbs and phrases by which a text says who said something."""

SAYING = frozenset(
    """
say said says saying tell told tells telling state stated states stating add added adds adding note noted notes
noting announce announced announces announcing claim claimed claims claiming report reported reports reporting
explain explained explains explaining argue argued argues arguing believe believed believes believing warn warned
warns warning insist insisted insists insisting acknowledge acknowledged acknowledges acknowledging admit admitted
admits admitting deny denied denies denying confirm confirmed confirms confirming declare declared declares
declaring write wrote writes writing written tweet tweeted tweets tweeting comment commented comments commenting
remark remarked remarks remarking reply replied replies replying respond responded responds responding ask asked
asks asking allege alleged alleges alleging suggest suggested suggests suggesting estimate estimated estimates
estimating predict predicted predicts predicting forecast forecasts forecasting reveal revealed reveals revealing
disclose disclosed discloses disclosing recall recalled recalls recalling recount recounted recounts stress stressed
stresses stressing emphasise emphasised emphasises emphasising emphasize emphasized emphasizes emphasizing point
pointed points conclude concluded concludes concluding observe observed observes observing pledge pledged pledges
pledging promise promised promises promising vow vowed vows vowing urge urged urges urging demand demanded demands
demanding caution cautioned cautions cautioning concede conceded concedes conceding complain complained complains
complaining maintain maintained maintains assert asserted asserts asserting contend contended contends contending
indicate indicated indicates indicating show showed shows shown showing find found finds quote quoted quotes quoting
cite cited cites citing describe described describes describing call called calls calling term termed terms terming
dub dubbed dubs dubbing label labelled labeled labels labelling brand branded brands branding denounce denounced
denounces condemn condemned condemns praise praised praises praising criticise criticised criticises criticize
criticized accuse accused accuses accusing welcome welcomed welcomes hail hailed hails hailing express expressed
expresses expressing voice voiced voices voicing joke joked jokes joking shout shouted shouts shouting whisper
whispered testify testified testifies testifying think thought thinks feel felt feels hope hoped hopes fear feared
fears expect expected expects expecting speak spoke speaks spoken speaking characterise characterised characterises
characterize characterized liken likened likens refer referred refers referring advise advised advises advising
assure assured assures assuring notify notified inform informed informs informing reiterate reiterated reiterates
reiterating repeat repeated repeats clarify clarified clarifies quip quipped continue continued lament lamented
laments boast boasted boasts order ordered orders rule ruled rules read reads reading dismiss dismissed dismisses
dismissing deride derided derides decry decried decries slam slammed slams blast blasted blasts mock mocked mocks
defend defended defends deplore deplored deplores lambast lambasted
""".split()
)
"""Every form of a verb that may bring in another's words."""

STRONG = frozenset(
    "say said says tell told tells state stated states add added adds note noted notes announce announced explain "
    "explained explains argue argued argues believe believes warn warned warns insist insisted write wrote writes "
    "tweet tweeted reply replied comment commented remark remarked declare declared claim claimed claims confirm "
    "confirmed recall recalled report reported reports ask asked asks stress stressed emphasise emphasised "
    "emphasized admit admitted acknowledge acknowledged conclude concluded concludes observe observed continued "
    "joked testified quipped complained suggested suggests predicted pledged promised vowed urged cautioned "
    "conceded responded".split()
)
"""Forms after or before which a name is somebody who speaks."""

DOCUMENTS = frozenset(
    "report reports study studies statement statements article articles paper papers document documents letter "
    "letters release bulletin memo memorandum filing filings email e-mail tweet post speech interview communique "
    "communiqué notice survey review analysis briefing assessment audit editorial column book dossier note "
    "guidance manual transcript testimony affidavit complaint lawsuit indictment judgment judgement ruling "
    "verdict order resolution declaration agreement contract treaty press-release newsletter blog dispatch "
    "prospectus account accounts log diary minutes summary poll census leaflet pamphlet petition advisory alert "
    "update factsheet record records website page documentary video".split()
)
"""Nouns for what words are quoted from."""

WEAK = frozenset(
    "show showed shows shown showing find found finds suggest suggested suggests suggesting indicate indicated "
    "indicates indicating reveal revealed reveals revealing feel felt feels hope hoped hopes fear feared fears "
    "expect expected continue continued read reads reading rule ruled rules order ordered orders point pointed "
    "points expects".split()
)
"""Forms that bring in words only where somebody, or a document, is their subject."""
