"""Closed-class words of English, and common adjectives and adverbs that no suffix gives away."""

_CLASSES = {
    "DET": "the a an this that these those every each either neither no some any all both such another what which "
    "whose several many few much more most less fewer enough half my your his her its our their",
    "PREP": "of in on at by for from with without into onto upon over under above below between among amongst "
    "amid amidst across along around against behind beside besides beneath beyond despite during except "
    "inside outside near off out past since through throughout till until toward towards up down via "
    "within versus vs per about after before like unlike as than concerning regarding including excluding "
    "following notwithstanding alongside aboard atop circa ahead because-of according plus minus",
    "PRON": "i you he she it we they me him us them myself yourself himself herself itself ourselves themselves "
    "who whom whoever somebody someone something anybody anyone anything nobody none nothing everybody everyone "
    "everything mine yours hers ours theirs oneself others whatever there",
    "CONJ": "and or but nor yet so &",
    "SUB": "because although though while whereas if unless whether when where whenever wherever why how that "
    "lest once",
    "MODAL": "can could may might must shall should will would ought cannot dare",
    "NOT": "not n't never n’t",
    "TO": "to",
    "AUX": "be am is are was were been being 're 'm ’re ’m have has had having 've ’ve do does did",
    "ADV": "again ago almost already also altogether always anyway apart as aside away back barely best better deep "
    "downstream earlier else elsewhere even ever far fast forever forth forward furthermore hard hence here hereby "
    "however indeed instead just late later least likewise longer maybe meanwhile moreover much namely nearby "
    "nearly nevertheless next nonetheless now nowhere often once only otherwise outright overall overseas perhaps "
    "pretty quite rather roughly seldom so somehow sometimes somewhat somewhere soon sooner still then "
    "thereafter thereby therefore thus today together tomorrow tonight too twice upstream upwards very well "
    "worldwide yesterday yet downwards thrice afterwards beforehand upfront not-withstanding abroad ahead alone "
    "alike annually daily weekly monthly yearly",
    "ADJ": "ablaze adrift afloat aground ajar akin aloof awake awry amiss intact unhurt unharmed unscathed uninjured "
    "undamaged untouched idle offline online operational functional dormant extinct unsafe vacant "
    "able absent abrupt absolute abstract acute adequate adverse afraid ample ancient annual anxious "
    "apparent apt arid asleep available average aware awful bad bald bare basic big bitter black bland "
    "blank bleak blind blue blunt bold brave brief bright broad broken brown calm capable certain cheap "
    "civil clean clear clever close coastal cold collective common compact complete complex concrete "
    "conscious considerable consistent constant content cool correct corrupt crazy crucial crude cruel "
    "current dangerous dark dead deadly dear deep definite delicate dense different difficult direct dirty "
    "distant distinct divine domestic double dramatic dry due dull dumb eager early easy east eastern "
    "economic elderly elite empty enormous entire equal essential ethnic evil exact exclusive exempt "
    "existing exotic expensive explicit extra extreme fair false familiar famous fat fatal favourite "
    "favorite federal female few fierce final financial fine firm fiscal fit fixed flat fluent "
    "foreign formal former fragile frank free frequent fresh friendly full fundamental further future "
    "general genuine global golden good grand grave gray great green grey gross guilty happy hard harsh "
    "healthy heavy high historic holy honest hot huge human humble hungry ideal ill illegal immediate "
    "immense imminent important inner innocent intense internal junior just keen key large last late "
    "latter lead lean left legal likely literal little local lone lonely long loose loud low lower loyal "
    "lucky mad main major male marine marvellous mature maximum mean medium mental mere mid middle mild "
    "military minimum minor mobile moderate modern modest moral multiple mutual naive naked narrow nasty "
    "national native naval near neat necessary net neutral new next nice noble normal north northern "
    "northeast northwest notable novel nuclear numerous obvious odd official old only open opposite "
    "optimal oral orange ordinary other outer outright overall overseas own parallel past perfect "
    "permanent pink plain pleasant plus polite political poor popular positive possible potential precise "
    "predominant preliminary premium present previous primary prime prior private profound proper proud "
    "public pure purple quick quiet radical random rapid rare raw ready real recent red regular reliable "
    "remote rich rigid right ripe robust rough round royal rude rural sad safe same secret secure senior "
    "sensitive separate serious severe shallow sharp short shy sick significant silent silly similar "
    "simple single slight slim slow small smart smooth so-called social soft sole solid sorry sour south "
    "southern southeast southwest spare special specific square stable stark steady steep stiff straight "
    "strange strategic strict strong stubborn stupid subsequent substantial subtle such sudden sufficient "
    "super superb superior supreme sure sweet swift tall temporary tender tense terrible thick thin tight "
    "tiny tired top total tough toxic tragic true typical ugly ultimate ultra unable underlying unfair "
    "uniform unique united universal unknown unlikely upper urban urgent useful usual vague valid various "
    "vast vital vulnerable warm weak wealthy weird west western wet white whole wide wild willing wise "
    "wooden worth worthy wrong yellow young zero bigger biggest larger largest smaller smallest higher "
    "highest lowest longer longest shorter shortest older oldest younger youngest newer newest latest "
    "earliest earlier greater greatest better best worse worst fewest less least more most stronger "
    "strongest weaker weakest richer richest poorer poorest closer closest nearer nearest wider widest "
    "deeper deepest faster fastest slower slowest cheaper cheapest heavier heaviest lighter lightest "
    "tougher tighter hotter colder warmer busier busiest easier easiest harder hardest farther further "
    "furthest alive aged advanced experienced armed unarmed unmanned unprecedented sophisticated renowned "
    "alleged so-called",
}

CLOSED: dict[str, str] = {}
"""Lower-case word -> tag; an earlier class wins ("about" is a preposition)."""

for _tag, _words in _CLASSES.items():
    for _word in _words.split():
        CLOSED.setdefault(_word, _tag)
CLOSED["his"] = CLOSED["her"] = CLOSED["its"] = "DET"
for _word in "more most less fewer few many much several enough".split():
    CLOSED[_word] = "DET"

ADVERBS = frozenset(_CLASSES["ADV"].split())
ADJECTIVES = frozenset(_CLASSES["ADJ"].split())

SUBJECTS = frozenset("i you he she it we they who".split())
"""Pronouns after which a verb is expected."""

TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpt sgt adm brig cmdr rep sen gov pres hon rev fr st sr jr messrs supt "
    "insp det".split()
)
"""Titles that take a full stop when shortened."""

ABBREVIATIONS = TITLES | frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec no nos vol vols pp p ed eds est inc ltd corp co bros vs etc "
    "al ca approx dept fig figs ch cf ibid op cit loc para paras art sec ft sq mt mon tue tues wed thu thur thurs "
    "fri sat sun rs min max avg mass calif ariz ave blvd rd esp".split()
)
"""Words that a full stop follows without ending the sentence."""
