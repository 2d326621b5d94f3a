"""What is denied of all ("nobody was hurt", "the hall had no sprinklers") against one case of another source."""

import pytest
from facts import findings

from factcheck.checks import contrary

DAYS = {"one": "2024-03-05", "two": "2024-03-06"}
FIRE = "The fire at Karrow Hall in Penbury broke out on 3 March 2024, said Ines Saldanha of the Halvard Brigade. "

DENIED = [
    ("A man died in the fire.", "Nobody was hurt in the fire."),
    ("A man died in the fire.", "There were no casualties."),
    ("A man died in the fire.", "Nobody was seriously hurt in the fire."),
    ("Two horses died in the fire.", "No animals were harmed in the fire."),
    ("Two guests were taken to hospital.", "No one was taken to hospital."),
    ("Two guests were taken to hospital.", "No one needed hospital treatment."),
    ("Two guests were in the building when the fire broke out.", "Nobody was in the building at the time."),
    ("A barrel burst at Karrow Hall on 3 March.", "No barrel has failed at Karrow Hall."),
    ("The alarm rang at once.", "The alarm failed."),
    ("The sprinklers of the hall were switched on.", "The hall had no sprinklers."),
    ("The alarm in the hall was tested in January.", "The hall never had an alarm."),
    ("The hall's fire certificate was renewed in 2023.", "The hall had no fire certificate."),
    ("A cleaner was killed.", "Everyone got out safely."),
    ("The fire killed a cleaner.", "The fire caused no deaths."),
    ("Two firefighters were hurt.", "No injuries were reported."),
    ("Sixty guests were evacuated.", "No evacuation was ordered."),
    ("The inspector found eleven faults.", "The inspector found no faults."),
    ("The report names the owner.", "The report names nobody."),
]

LEFT_ALONE = [
    ("A man died in the fire.", "One man died. Nobody else was hurt."),
    ("A man died in the fire.", "One man died. Nobody was injured."),
    ("A firefighter was hurt in the fire.", "No guest was hurt."),
    ("A firefighter died in the fire.", "No horse was hurt."),
    ("In 1998 a man died in a fire at Karrow Hall.", "Nobody was hurt in the fire."),
    ("A pump failed in the fire.", "No windows failed in the fire."),
    ("Two guests were in the lounge at the time of the fire.", "Nobody was in the kitchen at the time of the fire."),
    ("The man is in hospital after a fall at home.", "No one was taken to hospital."),
    ("A shell hit the hall and wounded two in January.", "A drone hit it on 3 March. This time nobody was hurt."),
    ("The emergency exit of the hotel was locked.", "The hall had no emergency exit."),
    ("Two firefighters were hurt.", "No serious injuries were reported."),
    ("Two guests were hurt in the fire.", "Nobody was seriously hurt in the fire."),
    ("A soldier was killed in the fire.", "No civilian casualties were reported."),
    ("A man died in the fire.", "The brigade will treat any injuries."),
    ("Fires destroyed some 110,000 hectares last year.", "The masts were not damaged by fire."),
]


@pytest.mark.parametrize(("told", "denied"), DENIED)
def test_a_case_contradicts_what_is_denied_of_all(told: str, denied: str) -> None:
    assert findings(contrary.CHECK, {"one": FIRE + told, "two": FIRE + denied}, DAYS)


@pytest.mark.parametrize(("told", "denied"), LEFT_ALONE)
def test_others_another_time_and_another_place_do_not(told: str, denied: str) -> None:
    assert not findings(contrary.CHECK, {"one": FIRE + told, "two": FIRE + denied}, DAYS)
