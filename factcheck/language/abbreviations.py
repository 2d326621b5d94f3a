"""Abbreviations that end in a full stop, by what may follow them. Lower case, without the last full stop."""

TITLES = frozenset(
    "mr mrs ms mx dr prof gen col lt lieut maj capt cmdr cdr cpl sgt pvt adm brig gov sen rep rev hon pres amb fr sr br"
    " st ste mt ft msgr supt insp det ald cllr messrs mme mlle dep asst atty sec-gen lt-gen maj-gen brig-gen lt-col"
    " vice-adm"
    " rear-adm dir spc pfc ens rt".split()
)
"""Stand before a name: no sentence ends here."""

NUMBERED = frozenset(
    "no nos nº n°s vol vols p pp art arts sec secs fig figs ch chap chaps para paras pt pts ed eds cl cls reg regs res"
    " ser iss doc docs rs ksh tk col cols app ex sched tab tbl eq n nn fn fol ff lot bk vers ver".split()
)
"""Stand before a number, or a numeral."""

MONTHS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
"""Months and days."""

INSIDE = frozenset(
    "e.g i.e eg ie cf viz vs v approx ca c est incl esp resp dept univ assn bros govt intl natl b d".split()
)
"""Stand inside a sentence, whatever follows."""

EITHER = frozenset(
    "u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c n.y a.m p.m a.d b.c b.c.e c.e ph.d m.d b.a m.a m.sc b.sc ll.b ll.m d.phil"
    " inc ltd co corp plc llc gmbh s.a s.p.a b.v n.v jr esq etc al bldg ave blvd rd hwy calif fla ariz colo conn ill"
    " ind kan"
    " mass mich minn okla ore penn tenn tex wis ont".split()
)
"""May end a sentence: it does before a word that usually begins one."""

UNITS = frozenset(
    "ft in oz lb lbs kg km cm mm ml hr hrs min mins wk wks yr yrs mo mos bn mn tn sq mph sec secs".split()
)
"""The same, but only after a number."""

ENDING = frozenset("ibid op.cit loc.cit cit id supra infra".split())
"""Complete in themselves: a capital after them begins something new."""

STARTERS = frozenset(
    "the a an this that these those he she it they we you i his her its their our my your in on at by for from with"
    " after"
    " before during since until when while where who what which why how if although though because as but and or nor"
    " so yet"
    " however moreover meanwhile furthermore nevertheless nonetheless also still then there here now today yesterday"
    " tomorrow"
    " some many most several few all both each every no not another other others such according despite under"
    " through among"
    " between once later earlier finally overall instead indeed thus hence therefore given following asked see to"
    " about more"
    " less only even just perhaps maybe additionally similarly likewise conversely subsequently previously recently"
    " officials critics analysts experts police people nobody everyone someone anyone none let without within"
    " against unlike"
    " like whether whereas whenever wherever eventually currently initially originally of having being".split()
)
"""Words that, capitalised, usually begin a sentence."""

SPEECH = frozenset(
    "said says say asked asks told tells replied answered added wrote writes noted explained warned argued insisted"
    " shouted"
    " cried demanded wondered recalled continued declared joked quipped exclaimed tweeted stated".split()
)
"""Verbs that follow quoted words with their speaker."""
