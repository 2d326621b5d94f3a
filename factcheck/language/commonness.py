"""How much a word tells of what a text is about: less the more texts hold it, whatever they are about.

Made by bench/words.py of some 1,500 invented news texts. A word's weight is the logarithm of how many texts there are
to one that holds it, in halves, less what nearly all texts share: inverse document frequency (Sparck Jones 1972).
"""

import re
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

BANDS = 9
"""The weight of a word that is not listed: of a name, or of what few texts are about."""

_WORDS = re.compile(r"[^\W\d_]{3,}|\d[\d.,:]*\d")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "ly")
_STEM, _LEAST = 7, 4
"""Letters of a stem at most, and those that an ending must leave."""


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """What words of one root have in common, roughly: small letters, without an ending."""
    word = word.lower()
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _LEAST), "")
    return word.removesuffix(ending)[:_STEM]


def words_in(text: str) -> AbstractSet[str]:
    """The stems of a text's words, and its numbers of three digits or more but for years."""
    found = set[str]()
    for word in set(_WORDS.findall(text)):
        if not word[0].isdigit():
            found.add(stem(word))
        elif len(word) > 2 and not _YEAR.fullmatch(word):
            found.add(word)
    return found


def weight(word: str) -> int:
    """How much a stem, or a number, tells: from 0, in nearly all texts, to `BANDS`."""
    return _weights().get(word, BANDS)


@cache
def _weights() -> dict[str, int]:
    found: dict[str, int] = {}
    band = 0
    for word in _TABLE.split():
        if word.endswith(":"):
            band = int(word[:-1])
        else:
            found[word] = band
    return found


_TABLE = """
0: and are been for from had has have its not said that the two was were will with year
1: after all before cent first last million month more one out over people per since than their them there they this
   three week when which who work
2: about asked back but came clos company cost day days did down five found four half her his hour january june march
   may monday new night nine off open other our report second she six thursda time told took tuesday under until
   wednesd what would
3: again against april august because being between board call can chief childre come contrac count country court crew
   died directo each eight eleven end even every executi expect februar fell follow form friday given hand home
   hospita inspect into left like line long look lost made memb metr minist minut morn most near next nobody novemb
   now numb octob offic office old only order paid part pay plant put reach receiv record remain road run saturda say
   says school septemb seven should some station still sunday take taken ten then third those train want water went
   where within without you
4: above accord account among announc any authori away bank began begin behind billion boat bought build built cannot
   car carr case clear complet confirm could council cut dead deal decemb distric does driv engine euro ever far farm
   final find fire forty full furth gave good governm ground group hall head health heard held help high him hold
   house how july keep kill kilomet know largest late lead less light list live lower make man manag market meet men
   ministr miss money must name nationa need never offer officia once own pass passeng patient percent point police
   port price promis public publish quart questio rain ran read recomme repair result roof room rose sale same season
   see service set shar show sign sold spring staff stand start state stay stood stopp summ test thank thirty through
   today tonn too total town trial turn twelve twenty union used vote wait walk way well whose
5: accept acciden afterno ago air airport almost already also anoth anyone appeal approv around arriv ask autumn
   average below best bett bill book both bridge brought burn bus busines capital captain carry cash centre chair
   change charge city claim climb clock close club coast commiss committ complai conditi contain control county cover
   cross custom damag data date death debt declar delay deliver departm describ dollar done door due during early east
   effect emergen employ ended examin fail fall fami famil fewer fifth figur fill finish firm fish flood forecas
   fourth free fund gate get give gone got governo happen harbour hard hear here hill hous hundr hurt inform injur
   intervi investi island judge just kept known lake land later lawy learn least leave led let lett level little local
   loss maker many mayor measur met mile mine moved much museum neighbo news none noon north note noth nurs oper
   operat opposit outside owner paper park parliam past person place plan plann post pound pres present preside pric
   produc profit program purchas rail rais rang rate recover region regiona release replac residen rest return review
   right rise river round runn safety saw sea seen sell sent sentenc share shareho ship short shut side site sixty
   small somebod sound south speak spent stateme street strike struck study support survey swimm system table talk
   teach team telepho these think thousan ticket tower track transpo treat tree trust twice unit univers use valley
   vehicl vessel villag village visit volunte warn watch weath weigh wheth whole why wind wint women worth yesterd yet
6: acros added advis affect age aged agency agre agreeme ahead aircraf alarm allow along analyst annual answ anybody
   anyth appear appoint army arrest attack auditor bad ballot beat beds begun bell block box break bring broke broken
   budget buse buy cabin cable camp care cars caus chairma chang check christm clean coach cold collaps colleag
   collect command communi compar concern consult continu coopera countr cros crown damage dawn dear decisio declin
   deep degre demand depot deputy destroy differe disast dividen doctor dose dry earli eightee electri employe empty
   energy enough enter estimat everyon everyth evidenc fair ferry few field figure finance fine firefig fisherm fitt
   flat flight floor food foot fourtee front gas general goes gold grant great grow guilty gust having heat hectar
   helicop highest history hit hope househo ice ill includ increas inquiry inside install institu interes investo issu
   itself job jobs join journal jury kilogra kind knew lane large law leak leav legal licence life lift limit lived
   loan lock lorry lose low lowest machin machine main mark matt mean mill mountai named net ninetee ninety norther
   notice oil operato outbrea pack paint panel parish patrol payment period pilot plac power previou prison product
   profess project propos prosecu provinc pump pupil quay radio railway reason recall receive relativ releas relief
   rent reopen replace requir rescu researc respons revenue ring roll runs safe sat saving schedul search seat secreta
   section serv shall shop single slope slow speed spend sport step stock stop storm student such sum summary supp
   suppl suspect suspend switch taking tank tax tell tend term termina thing though thought touch trad trade traffic
   treasur treatme turnout van very visitor voted voter wall ward warehou warm weekend west while whom witness woman
   won word worst written wrong yard your
7: able abroad absence action add adverti advice agree aid alive alone althoug altoget alway ambulan amount applic
   approac approva area arm arrive ashore aside asking asks assemb attend attenda author availab award badly based
   battery beach bear become bed beginn believe belong beyond biggest biscuit blam blame blue bodi bord born borrow
   boxe boy branch bread brief brigade bulleti bureau burnt buyer calm campaig card cargo cast caught cause central
   century ceremon chain chamb charg cheap child church civil coming comment common compan competi conclud conduct
   conside constru consum contact contrib convict cook couri course cousin credit crowd cubic current custody cutt
   dang daught decad decid defect defence deni departu design desk detain dismiss distrib divisio dock documen dogs
   dozen draw drawn drew drill drink drive driven dropp duty earn eastern electio else elsewhe ends equipme escap
   establi evacu evacuat event exercis expert face factor factory failure fallen fast fault feed feet fifteen fifty
   file financi fined fing fixed flow force foreign forest fortnig freight friend fuel gallery garden gauge going
   green grew grid grown guard guest handl harvest haul heavy height himself hotel hull hung inciden income indepen
   instruc instrum insur intend interim introdu invit item judg judgmen jump kitchen knee labour lack lamp landsli
   larg launch lay lesson lie lies link listen litr living load longest lunch magistr majorit managem manufac margin
   mass mast meal meant measl medal media medical medicin method middle midnigh might millime minute mission moment
   moth motorwa move mud municip neith network newspap normal noted notic nurse object observ occasio occurr older
   oldest ones online organis overnig owned page pandemi parent partn party peak photogr pick pipe plain plane play
   please policy poll pool positio possibl prepar prevent primary private proceed protect provid pull quality queu
   queue race rath ready refus regist registe reject relat renew repl represe request rescue reserv resign resum
   resume retir risen risk rival rock rough route row rule ruled sail sand sang save saved saying scheme seal securit
   senator send senior separat servic several shed sheet shift shore shown signatu silence silv sitt situ sixteen size
   sleep slept smoke society someth soon soup spoke spokesm spot square standar stat steel stolen stud subject succes
   suppli surpris survivo target taught tea technic tenant tenth thrown timetab togeth toll tomorro top trac tram
   transcr travel truck tunnel unchang upon upper usual value vehicle victim wash wave weak wheel window wing wish
   withdra wreck wrote yes young
8: appl backgro bakery basi bras broth canteen capacit cheer chosen conclus connect conserv dark debate defend deny
   develop discuss distanc doing eighty eith everybo explain fare fath favour fear fees felt foresee forward giving
   holiday honour illnes lodg narrow oblig ours paying print reduc rememb repeat reply respect seek serve smell
   souther spare spokesw statist success suffer surviv tarpaul therefo toward unaccou view wept white win world
   younges
"""
"""Stems by their weight."""
