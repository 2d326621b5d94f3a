"""Dates of happenings and denials, as short news items tell them: what has to be found, and look-alikes."""

import pytest
from facts import findings

from factcheck.checking import Check
from factcheck.checks import contrary, date_differs, event_denied

Pair = tuple[str, str]
ALARMS = {"conflict", "possible-conflict"}

DATED_OTHERWISE: dict[str, Pair] = {
    "in use since": (
        "The new payroll system of Osk went live on 1 June 2024.",
        "The new payroll system of Osk has been in use since 1 May 2024.",
    ),
    "at the head since": (
        '"We grew," said Ada Lind, president and chief executive of Velden Mills since 2019.',
        "Ada Lind, 54, has had the top job since 2016.",
    ),
    "a deadline": (
        "Bids for the bridge at Osk must be in by 20 June.",
        "The deadline for bids for the bridge at Osk is 25 June.",
    ),
    "until when an offer may be taken": (
        "Shareholders of Velden Mills have until 20 June to accept the offer.",
        "Karrow made an offer to the shareholders of Velden Mills. They can accept it from 1 June to 25 June.",
    ),
    "the making of a thing": (
        "A bronze bell, cast in Leuven in 1632, was stolen from Hatherby church on Monday.",
        "A bronze bell was taken from the church at Hatherby. The bell, cast at Leuven in 1623, weighs 80 kilograms.",
    ),
    "a century and a year": (
        "A 14th-century manuscript was among the objects stolen from Hatherby Abbey.",
        "Hatherby Abbey lost a manuscript written in about 1250.",
    ),
    "an apposition and a verb": (
        "The panel was painted in about 1480 for Hatherby Abbey.",
        "The stolen panel, an oak altarpiece of about 1380, was painted for Hatherby Abbey.",
    ),
    "founded and dates from": (
        "Tarvel Mills was founded in 1902 in Halden.",
        "Tarvel Mills, a family firm that dates from 1920, makes paper.",
    ),
    "built and completed": (
        "The Orrin bridge, built in 1934, was closed on Tuesday.",
        "The Orrin bridge, which was completed in 1943, carries 9,000 cars a day.",
    ),
    "a noun with its date, twice": (
        "The explosion on 4 May killed six miners at Karrow colliery.",
        "The explosion at Karrow colliery on 5 May was the worst in decades.",
    ),
    "a noun and a verb": (
        "The raid on 12 April left the Moorfield clinic without records.",
        "Burglars raided the Moorfield clinic on 14 April and took its records.",
    ),
    "a landslide and what it did": (
        "The landslide of 3 March buried the village of Osk.",
        "On 5 March a landslide buried Osk, killing 40.",
    ),
    "caved in and came down, by the clock": (
        "The roof of the Velden arena caved in at 5:20 p.m. on 8 June, the fire brigade said.",
        "The roof of the Velden arena came down at about 6:05 p.m. on 8 June.",
    ),
    "clock times without a day": (
        "The train left the rails at 14:05, the operator Norlink said.",
        "The Norlink train was derailed at 14:25.",
    ),
    "called off and ended": (
        "The dockers' strike at Halden was called off on 4 May.",
        "Dockers at Halden ended their strike on 7 May.",
    ),
    "broke down and failed": (
        "The generator at the Moorfield clinic broke down in the first week of March.",
        "The clinic's generator at Moorfield had failed in January.",
    ),
    "the first round": (
        "Oduya won 31 per cent in the first round on 8 September, the electoral office of Karrow said.",
        "Oduya led in Karrow after the first round of 15 September, and the electoral office confirmed it.",
    ),
}

DATED_ALIKE_OR_APART: dict[str, Pair] = {
    "two posts": (
        "Ada Lind has been chairwoman of Velden Mills since 2016.",
        "Ada Lind has been chief executive of Velden Mills since 2019.",
    ),
    "fallen, and pulled down": (
        "The Orrin tower at Halden collapsed on 24 May.",
        "The demolition of the Orrin tower at Halden on 11 June drew a crowd.",
    ),
    "local time, and another zone": (
        "The Orrin ferry docked at Halden at 4:17 p.m. on 4 May.",
        "The Orrin ferry docked at Halden at about 4:20 p.m. (2320 GMT) on 4 May.",
    ),
    "two wrecks of two stories": (
        "The captain of a crowded ferry that capsized on 4 May has been arrested, police in Norway said.",
        "A crowded ferry sank on a lake of Chile on 20 May; its captain survived.",
    ),
    "work begun, work finished": (
        "Work on the Orrin bridge began in 1934 and it was opened in 1937.",
        "The Orrin bridge, opened in 1937, carries 9,000 cars a day.",
    ),
    "written, then published": (
        "The Reed, a novel, was written in 1955.",
        "The Reed, a novel, came out in 1957.",
    ),
    "two explosions": (
        "The explosion on 4 May killed six miners at Karrow colliery.",
        "A second explosion at Karrow colliery, on 9 May, hurt nobody.",
    ),
    "a year within its century": (
        "A 14th-century manuscript was among the objects stolen from Hatherby Abbey.",
        "Hatherby Abbey lost a manuscript written in about 1350.",
    ),
    "about, by the clock": (
        "The Velden arena's roof caved in at about 5:20 p.m.",
        "The roof of the Velden arena caved in at 5:23 p.m.",
    ),
    "a call and an arrival": (
        "The mill at Osk was alight when the alarm was raised at 14:05.",
        "The first engine reached the mill at Osk at 14:12.",
    ),
    "two rounds": (
        "Oduya won 31 per cent in the first round on 8 September.",
        "Oduya won the second round of 6 October.",
    ),
    "planned and actual": (
        "The stadium at Velden is to open on 4 May.",
        "The stadium at Velden opened on 19 May.",
    ),
    "an anniversary": (
        "On 4 May Karrow marked the first anniversary of the explosion.",
        "The explosion at Karrow on 6 May 2023 killed nine.",
    ),
    "found, then announced": (
        "The wreck off Osk was found in May 2019.",
        "The discovery of the wreck off Osk was announced in June 2020.",
    ),
    "two mills": (
        "The fire at the Osk mill began on 4 May.",
        "The fire at the Karrow mill began on 6 May.",
    ),
    "another man": (
        "Two men were arrested on 10 June over the theft of a bell in Hatherby.",
        "A third man was arrested on 19 June over the theft of the bell in Hatherby.",
    ),
    "a visit and another": (
        "President Ana Oduya visited Osk on 4 May.",
        "President Ana Oduya visited Osk again on 9 May.",
    ),
    "a successor": (
        "Ada Lind was appointed director of the Velden gallery in 2011.",
        "Paul Roe was appointed director of the Velden gallery in 2019.",
    ),
    "a visit to where something fell": (
        "The collapse of the tower in Osk on 4 May killed nine.",
        "The president will visit Osk and the site of the tower collapse on 9 May.",
    ),
    "so many of one thing, so many of another": (
        "The Velden council built 519 homes at Osk in August 2011.",
        "The Velden council built about 12 new schools at Osk in July 2011.",
    ),
    "sales of two years": ("Sales rose at Tarvel Mills in 2022.", "Sales at Tarvel Mills fell in 2023."),
}


DAYS = ("2024-06-15", "2024-06-18")


def _alarms(check: Check, one: str, two: str, days: Pair = DAYS) -> list[str]:
    found = findings(check, {"one": one, "two": two}, dict(zip(("one", "two"), days, strict=True)))
    return [item.verdict for item in found if item.verdict in ALARMS]


@pytest.mark.parametrize(("one", "two"), DATED_OTHERWISE.values(), ids=DATED_OTHERWISE)
def test_one_happening_with_two_dates_is_found(one: str, two: str) -> None:
    assert len(_alarms(date_differs.CHECK, one, two)) == 1
    assert len(_alarms(date_differs.CHECK, two, one)) == 1


@pytest.mark.parametrize(("one", "two"), DATED_ALIKE_OR_APART.values(), ids=DATED_ALIKE_OR_APART)
def test_dates_of_two_happenings_are_left_alone(one: str, two: str) -> None:
    assert _alarms(date_differs.CHECK, one, two) == []
    assert _alarms(date_differs.CHECK, two, one) == []


def test_each_is_news_in_its_own_report() -> None:
    one, two = "A missile struck the port of Osk on Monday.", "A missile struck the port of Osk on Sunday."
    assert _alarms(date_differs.CHECK, one, two, ("2024-06-11", "2024-06-17")) == []


OSK = " The mill at Osk burned for two days. Ada Lind, its owner, has asked the council of Karrow for help."
KARROW = " Karrow council will discuss the fire at the Osk mill next week. Ada Lind bought it in 2009."

DENIED: dict[str, Pair] = {
    "no run was carried out": (
        "Two full parallel runs were completed before the change.",
        "No parallel run was carried out.",
    ),
    "no alarm": ("The fire alarm was sounded within a minute.", "No fire alarm was sounded."),
    "failed to": ("The sprinklers worked.", "The sprinklers failed to work, according to the fire brigade."),
    "insured": ("The mill was insured for £4 million.", "Lind conceded that the mill was uninsured."),
    "unhurt": ("All the workers escaped unhurt.", "Three workers were hurt in the fire."),
    "nobody": ("Nobody was hurt in the fire.", "Two workers were injured in the fire."),
    "no one died": ("No one died in the fire.", "A night watchman died in the fire."),
    "not a penny": ("The company has paid the fine in full.", "Not a penny of the fine has been paid."),
    "never": ("The council had warned Lind about the wiring.", "Lind was never warned about the wiring."),
    "never inspected": ("The mill was inspected in 2023.", "The mill had never been inspected."),
    "a verb of denying": ("Lind met the minister Paul Roe on 4 June.", "Lind denied that she had met Paul Roe."),
    "approved and rejected": ("The council approved the plan for a mill.", "The council rejected the plan for a mill."),
    "convicted and acquitted": (
        "Paul Roe, the foreman, was convicted of negligence.",
        "Paul Roe, the foreman, was acquitted of negligence.",
    ),
    "guilty and not guilty": ("Paul Roe pleaded guilty to arson.", "Paul Roe pleaded not guilty to arson."),
    "testimony": ("Paul Roe gave evidence for two hours.", "Paul Roe did not testify."),
    "power": (
        "The power to the mill had been switched off before the fire started.",
        "The mill's power was on when the fire started.",
    ),
    "received": (
        "The brigade received the drawings of the mill.",
        "The brigade never received the drawings of the mill.",
    ),
    "sold": ("Lind has sold the mill to Norlink.", "Lind has not sold the mill to Norlink."),
    "bought and not sold": ("Norlink bought the mill from Lind last year.", "Lind has not sold the mill."),
    "no contract": ("Lind signed a contract with Norlink in May.", "No contract with Norlink was ever signed."),
    "a thing in the same words": (
        "The thieves got in with a stolen key card.",
        "The thieves came in through a skylight and did not use a stolen key card.",
    ),
    "for and against": (
        "Councillor Roe voted for the demolition of the mill.",
        "Councillor Roe voted against the demolition of the mill.",
    ),
    "support": ("The union supports the demolition of the mill.", "The union opposes the demolition of the mill."),
    "undamaged": ("The loom hall was left undamaged.", "The loom hall was destroyed."),
    "survived": ("The night watchman survived.", "The night watchman was found dead on 16 June."),
    "without interruption": (
        "Work at the second mill went on without interruption.",
        "Work at the second mill was suspended for three days.",
    ),
    "no aid": ("Aid has reached the village of Osk.", "No aid has reached Osk."),
    "food received": ("In Osk 400 families have received food parcels.", "No food has yet reached Osk."),
    "found": ("The missing ledger has been found.", "The ledger has not been found."),
    "knew": ("Lind knew of the faulty wiring.", "Lind did not know of the faulty wiring."),
    "alone": ("Roe was alone in the mill when the fire began.", "Roe was not alone in the mill when the fire began."),
    "on purpose": ("The fire was started deliberately.", "The fire started by accident."),
}

DENIED |= {
    "taking part": (
        "Norlink took part in the sale of the mill.",
        "Norlink declined to take part in the sale of the mill.",
    ),
    "resigned and dismissed": ("The manager, Tom Roe, resigned in May.", "Tom Roe, the manager, was dismissed in May."),
    "fallen and intact": ("The water tower collapsed in the fire.", "The water tower is undamaged."),
    "access": ("Inspectors visited the boiler house.", "The inspectors were refused access to the boiler house."),
    "unhurt and with burns": ("Nobody was hurt in the fire.", "A guard escaped from the fire with burns."),
}

NOT_DENIED: dict[str, Pair] = {
    "not of one thing alone": (
        "The workers lost their homes to the fire.",
        "The workers did not lose their homes to the fire alone.",
    ),
    "what is asked": ("The workers were paid.", "Were the workers not paid?"),
    "another place": ("The fire alarm was sounded.", "No alarm was sounded at the neighbouring bakery."),
    "another day": ("Lind met the minister on 4 June.", "Lind did not meet the minister on 5 June."),
    "another building": ("The mill was insured for £4 million.", "The bakery next door was not insured."),
    "other people": ("Three workers were hurt in the fire.", "None of the firefighters was hurt."),
    "not yet, and then": ("The fine has not been paid yet.", "Lind paid the fine on 17 June."),
    "closed, and open again": ("The Osk road was closed on 8 June.", "The Osk road was open again on 10 June."),
    "may not": ("Roe may not have known of the wiring.", "Roe knew of the wiring."),
    "the first and the second": ("The union did not support the first plan.", "The union supports the second plan."),
    "not only": ("Roe did not only work at the mill.", "Roe worked at the mill."),
    "not since": ("The mill had not been inspected since 2019.", "The mill was inspected in 2019."),
    "an earlier fire": ("Nobody was hurt in the first fire, in 1987.", "Three workers were hurt in the fire."),
    "some of each": (
        "The pilot drowned; the four others on the barge in Osk harbour survived.",
        "The pilot drowned in Osk harbour after he had freed the others on the barge.",
    ),
    "a duty": (
        "The new Osk ferry must float with one tank flooded.",
        "“I will not take a ferry in Osk that does not float,” the mayor said.",
    ),
    "not until": ("The brigade did not arrive until 22:40.", "The brigade arrived at 22:40."),
    "not this but that": ("Lind did not sell the mill to Norlink but to Karrow.", "Lind sold the mill to Karrow."),
    "not admitted until": (
        "The first guests were not admitted until 2 June.",
        "The first guests were admitted on 2 June.",
    ),
    "nobody knows": ("No one knows how many workers left and did not return.", "The workers returned to Osk."),
    "what would have been": (
        "Every cent we paid the owner would be lost, Lind said.",
        "Lind refused to pay the owner.",
    ),
    "not all": ("Not all of the workers have been paid.", "Some workers have been paid."),
    "not there": ("The alarm was not heard in the yard.", "The alarm was heard in the office."),
    "a condition": ("Had the alarm not sounded, more would have died.", "The alarm sounded."),
    "two appeals": ("The first appeal was rejected.", "The second appeal was accepted."),
    "a decision on another day": ("No decision was taken on 4 June.", "A decision was taken on 6 June."),
    "two trials": (
        "Roe, who was acquitted of theft in 2011, denies it.",
        "Roe was convicted of arson in 2024.",
    ),
}


def _denials(one: str, two: str) -> list[str]:
    return [
        verdict for check in (contrary.CHECK, event_denied.CHECK) for verdict in _alarms(check, one + OSK, two + KARROW)
    ]


@pytest.mark.parametrize(("one", "two"), DENIED.values(), ids=DENIED)
def test_what_one_affirms_and_another_denies_is_found_once(one: str, two: str) -> None:
    assert len(_denials(one, two)) == 1


@pytest.mark.parametrize(("one", "two"), NOT_DENIED.values(), ids=NOT_DENIED)
def test_a_denial_of_something_else_is_left_alone(one: str, two: str) -> None:
    assert _denials(one, two) == []
