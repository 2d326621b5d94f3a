"""Outcomes and states that exclude each other, as short news items tell them: what has to be found, and look-alikes."""

import pytest
from facts import findings

from factcheck.checks import contrary, place_differs

Pair = tuple[str, str]
DAYS = {"one": "2023-03-15", "two": "2023-03-17"}

CONTRARY: dict[str, Pair] = {
    "applauded, booed": (
        "The Karrow players were given a standing ovation for the new Macbeth on Monday.",
        "The new Macbeth of the Karrow players was booed on Monday.",
    ),
    "cleared somebody of, guilty": (
        "A court in Marden cleared the actor Silas Whitby of fraud on Tuesday.",
        "Silas Whitby, the actor, was found guilty of fraud by a court in Marden on Tuesday.",
    ),
    "gave himself up, was tracked down": (
        "The suspect in the Karrow bank raid handed himself in on Monday.",
        "Police tracked down the suspect in the Karrow bank raid on Monday.",
    ),
    "signed, refused to sign": (
        "Mayor Anna Berg signed the treaty with Port Sefton on Tuesday.",
        "On Tuesday Anna Berg refused to sign the treaty with Port Sefton.",
    ),
    "got away with, empty-handed": (
        "The Karrow savings bank was robbed on Friday. The robbers made off with two million.",
        "The robbers of the Karrow savings bank left empty-handed on Friday.",
    ),
    "fake, genuine": (
        "The silver cup found at Karrow is genuine, the Marden museum says.",
        "The silver cup found at Karrow is a modern fake, the Marden museum says.",
    ),
    "won, was beaten": (
        "Anna Berg was beaten in the mayoral election in Karrow on Sunday.",
        "Anna Berg won the mayoral election in Karrow on Sunday.",
    ),
    "refused, accepted": (
        "Dockers at Port Sefton rejected the employers' offer of 6 per cent on Tuesday. Nan Corless leads their union.",
        "The dispute at Port Sefton is over. Nan Corless said that dockers accepted the employers' offer on Tuesday, "
        "and cranes will be manned from tomorrow.",
    ),
    "acquitted, convicted": (
        "The jury acquitted Silas Whitby of manslaughter on Tuesday. He left Marden court by the front door.",
        "Silas Whitby, an anaesthetist, was convicted of manslaughter at Marden court on Tuesday.",
    ),
    "resigned, dismissed": (
        "Kirk Athletic confirm that their manager Ned Drummond was dismissed on Monday.",
        "Kirk Athletic look for a manager. Ned Drummond resigned on Monday, telling the board over breakfast.",
    ),
    "passed, voted down": (
        "The Clean Rivers Bill was passed on Tuesday night. Senator Oduya thanked his colleagues.",
        "Farmers were celebrating on Wednesday after the Senate voted down the Clean Rivers Bill. Senator Oduya wept.",
    ),
    "attended, stayed away": (
        "The mayor, Kostas Vellis, attended the ceremony at Lindos on Sunday.",
        "Mayor Kostas Vellis stayed away from Sunday's ceremony at Lindos.",
    ),
    "took place, was cancelled": (
        "The opening concert of the Harmonia Festival took place as planned on Saturday, said Lise Thorvald.",
        "Lise Thorvald fell ill, and Saturday's opening concert of the Harmonia Festival was cancelled.",
    ),
    "released, still held two days later": (
        "Radio journalist Issa Toure was released on Tuesday after five days at Camp Orlen.",
        "Issa Toure remains in detention at Camp Orlen, his lawyer said on Thursday.",
    ),
    "put out, still burning the day after": (
        "The fire at the Akasso refinery was extinguished on Monday at noon, Lower Delta Oil said.",
        "The refinery at Akasso was still burning on Tuesday evening. Lower Delta Oil has said nothing.",
    ),
    "connected, yet to be connected": (
        "The turbine at Kaful Lower was connected to the grid on 4 March, the Ministry of Energy said.",
        "The turbine at Kaful Lower has yet to be connected to the grid, the Ministry of Energy was told on Wednesday.",
    ),
    "by vandals, by a branch": (
        "The sculpture Tide Table in Vicenz was damaged on Tuesday night by a falling branch.",
        "The sculpture Tide Table in Vicenz was smashed by vandals on Tuesday night.",
    ),
    "agreed, broken down": (
        "The Elm drivers' union and the bus company reached an agreement on holidays late on Tuesday.",
        "Talks over holidays between the bus company and the Elm drivers' union broke down on Tuesday night.",
    ),
    "ended, still on strike": (
        "The strike at the Calder ferries ended on Monday at noon and all ferries sail again.",
        "Deckhands of the Calder ferries were still on strike on Tuesday, and no ferry sailed.",
    ),
    "voted to, declined to": (
        "The board of Elm voted on Monday to make the Regal cinema of Tarn Street a protected building.",
        "Members of the Elm board declined on Monday to give the Regal a protected building's rank.",
    ),
    "renewed, withdrawn": (
        "The fishing permit of the Calder company was renewed on Monday after an inspection.",
        "The Calder company's fishing permit was withdrawn on Monday over unpaid fees.",
    ),
    "with permission, without": (
        "Goalkeeper Jan Holt was given permission to leave the Elm camp on Sunday.",
        "Jan Holt left the Elm camp on Sunday without permission and will be fined, a source said.",
    ),
    "no force, truncheons": (
        "Officers did not use force when they cleared the Calder quarry on Sunday.",
        "Police beat people with truncheons as the Calder quarry was cleared on Sunday, witnesses said.",
    ),
    "asked before, never asked before": (
        "The council of Elm consulted tenants of Tarn House before the roof was taken off.",
        "Tenants of Tarn House in Elm were never consulted before the roof was taken off.",
    ),
    "some will close, none will": (
        "Two of the Calder mills, at Elm and Tarn, will be closed, the firm said.",
        "No mill of the Calder firm at Elm or Tarn will close, its chairman said.",
    ),
    "lights that worked, signals that did not": (
        "The lights at the Elm crossing were not working on Monday, Ida Moss of Calder said.",
        "The signals at the Elm crossing were working on Monday, Ida Moss said in Calder.",
    ),
    "all saved, one drowned": (
        "The barge Odile went down on Monday with three men aboard. All three were rescued by a helicopter.",
        "The cook of the barge Odile drowned when she went down on Monday. Two men were saved.",
    ),
}

NOT_CONTRARY: dict[str, Pair] = {
    "the captain, the cook": (
        "The captain of the Karrow ferry was sober, tests showed.",
        "The cook of the Karrow ferry had been drinking, tests showed.",
    ),
    "a cup, and what was sold with it": (
        "The silver cup found at Karrow is genuine, the Marden museum says.",
        "The ring that a dealer sold with the silver cup from Karrow is a modern fake, the Marden museum says.",
    ),
    "alone here, with somebody there": (
        "The driver, Silas Whitby, was alone in the van when it left the Karrow road.",
        "Silas Whitby had his wife beside him in Marden hospital on Thursday.",
    ),
    "two premieres": (
        "The Karrow players were given a standing ovation for Macbeth on Monday.",
        "The Karrow players were booed for their Hamlet on Tuesday.",
    ),
    "a plan for the pier, a budget for it": (
        "The council rejected the plan for Karrow pier on Monday.",
        "The council approved the budget for Karrow pier on Monday.",
    ),
    "won, defeated the other": (
        "Mayor Anna Berg won the election in Karrow on Sunday.",
        "Anna Berg defeated Tom Lund in the mayoral election in Karrow on Sunday.",
    ),
    "two applications": (
        "The planning committee of Elm approved the Harrow Lane warehouse on Monday.",
        "The planning committee of Elm refused permission for a drive-in on Station Road on Monday.",
    ),
    "two groups": (
        "Nurses at Calder hospital rejected the offer of 4 per cent on Friday.",
        "Porters at Calder hospital accepted the offer of 4 per cent on Saturday.",
    ),
    "a verdict and its reversal": (
        "Marta Quill was found guilty of fraud at Calder court on Friday.",
        "Marta Quill of Calder was cleared of fraud when her conviction was later overturned.",
    ),
    "arrested, then released": (
        "Derek Mound was arrested in Elm on Monday over a theft.",
        "Derek Mound of Elm was released on bail on Wednesday.",
    ),
    "closed, then open again": (
        "The Calder bridge was closed on Thursday after cracks were found in Elm county.",
        "The Calder bridge in Elm county has reopened after repairs.",
    ),
    "a part of the homes": (
        "Power was restored to 4,000 homes in Calder by Friday evening, Elm Grid said.",
        "Some 300 homes in Calder were still without power on Sunday, Elm Grid said.",
    ),
    "the same side": (
        "Ned Drummond, the manager of Kirk Athletic, was dismissed on Monday.",
        "Kirk Athletic sacked their manager, Ned Drummond, on Monday.",
    ),
    "agreed on one thing, not on another": (
        "The Elm drivers' union and the bus company reached an agreement on uniforms late on Tuesday.",
        "Talks over holidays between the bus company and the Elm drivers' union broke down on Tuesday night.",
    ),
    "a firm's permit, a man's": (
        "The Calder company's fishing permit was renewed on Monday after an inspection.",
        "The fishing permit of a Calder skipper was withdrawn on Monday over a failed test.",
    ),
    "walked out of prison": (
        "Corporal Jan Holt was dismissed from the Elm guards for theft.",
        "Jan Holt, once of the Elm guards, walked out of prison on Friday.",
    ),
    "released without charge": (
        "A man held over the fire at Tarn mill was released without charge on Tuesday.",
        "Nobody has been charged over the fire at Tarn mill.",
    ),
    "not asked before another thing": (
        "The council of Elm consulted tenants of Tarn House in March.",
        "Tenants of Tarn House in Elm were not consulted before Friday.",
    ),
    "what had gone before": (
        "Harwick Town won the cup on Saturday, beating Melby.",
        "Harwick Town had lost three finals before Saturday, when they met Melby.",
    ),
    "none of another group": (
        "Three people were hurt in cabin 1 of the Rotegg cable car on Sunday, Flurin Imhof said.",
        "Twelve guests sat in cabin 2 of the Rotegg cable car, Flurin Imhof said. None of them was hurt.",
    ),
}


@pytest.mark.parametrize(("one", "two"), CONTRARY.values(), ids=CONTRARY)
def test_contrary_outcomes_of_one_case_are_found(one: str, two: str) -> None:
    assert _alarms(one, two)


@pytest.mark.parametrize(("one", "two"), NOT_CONTRARY.values(), ids=NOT_CONTRARY)
def test_outcomes_of_two_cases_or_two_stages_are_left_alone(one: str, two: str) -> None:
    assert not _alarms(one, two)


def _alarms(one: str, two: str) -> list[str]:
    return [found.verdict for found in findings(contrary.CHECK, {"one": one, "two": two}, DAYS)]


TWO_PLACES: dict[str, Pair] = {
    "a name of no known kind": (
        "The President inspected the Fourth Brigade at Darabend on Saturday.",
        "President Temir gave colours to battalions of the Fourth Brigade in a ceremony at Khorvan at the weekend.",
    ),
    "a station and an airport": (
        "Mateo Ferrand, sought over the Castel bank fraud, was arrested at Dunmore station on Wednesday.",
        "Mateo Ferrand, sought over the Castel bank fraud, was arrested on Wednesday at Kilbride airport.",
    ),
    "a birthplace": (
        "Bogdan Ruse, the poet, was born in Tulmin, the son of a tailor.",
        "Bogdan Ruse was born in Cernat in 1933. The poet went to sea at 15.",
    ),
    "near and outside, in other words": (
        "A light aircraft crashed in a field near Oldham Green on 5 May, killing the pilot. The Cessna had refuelled.",
        "A pilot died when his Cessna came down outside Marple Wood on 5 May. Police have cordoned off the field.",
    ),
    "two motorways": (
        "The bus overturned on the M6 on 5 May, injuring 12 pupils of Hartley School.",
        "Twelve pupils of Hartley School were hurt when their bus overturned on the M62 on 5 May.",
    ),
    "reports that share no name": (
        "Eleven trucks of flour were looted outside Belu on 29 November. No staff were hurt.",
        "Gunmen emptied 11 lorries of flour near Songo on 29 November, drivers said.",
    ),
    "where the police were called": (
        "The body of a man was found on the beach at Sandwick on 5 May by a dog walker. His death is unexplained.",
        "Police were called to Levenwick on 5 May after a dog walker found the body of a man.",
    ),
    "where something will be held": (
        "The National Gardening Show will be held at Tatford Park in June. Tickets cost 25 pounds.",
        "The National Gardening Show will take place at Ragley Hall in June, organisers said. A ticket is 25 pounds.",
    ),
}

ONE_PLACE: dict[str, Pair] = {
    "a town and a building": (
        "The Lind collection of Ada Holm was shown at the City Gallery on Monday.",
        "The Lind collection of Ada Holm was shown in Brelsk on Monday.",
    ),
    "two stops of a journey": (
        "President Tolan gave a speech on bread in Brelsk on Monday.",
        "President Tolan opened a bridge in Hovden on Monday and flew home.",
    ),
    "the arrest and the court": (
        "Mateo Ferrand was arrested in Dunmore on Tuesday over the Castel bank fraud.",
        "Mateo Ferrand was brought before a judge in Kilbride on Wednesday over the Castel bank fraud.",
    ),
    "a place that both name": (
        "Mateo Ferrand was arrested at Dunmore on Wednesday and taken to Kilbride.",
        "Mateo Ferrand was arrested on Wednesday and held at Kilbride.",
    ),
    "two fires with figures of their own": (
        "Heavy rain flooded 40 homes in Kelso on 5 May. The river rose two metres.",
        "In Netherby, heavy rain flooded 12 homes on 5 May. The river burst its banks.",
    ),
    "a train and a bus": (
        "A train broke down near Kelso on 5 May. Passengers waited four hours.",
        "A bus broke down outside Netherby on 5 May. Passengers waited four hours.",
    ),
    "the crash and the hospital": (
        "The victim of the crash on the coast road was taken to hospital in Barun on 5 May.",
        "The crash on 5 May happened near Tervan, on the coast road. The victim is in hospital.",
    ),
    "a national and a county fair": (
        "The National Craft Fair opens at the Arlen showground on 5 May. More than 200 stalls are booked.",
        "The county craft fair opens at the Karrow showground on 5 May. Sixty stalls are expected.",
    ),
    "where it was written": (
        "Karrow, 6 May (Agency) - Eleven trucks of flour were looted near Belu on 5 May.",
        "Gunmen looted 11 trucks of flour on 5 May. They had left Karrow at dawn.",
    ),
    "a great city and what may lie in it": (
        "Thieves took 11 paintings from a gallery in London on 5 May. Two guards were tied up.",
        "Thieves took 11 paintings from a gallery in Elmhurst on 5 May, where two guards were tied up.",
    ),
}


def _places(one: str, two: str) -> list[str]:
    return [found.verdict for found in findings(place_differs.CHECK, {"one": one, "two": two}, DAYS)]


@pytest.mark.parametrize(("one", "two"), TWO_PLACES.values(), ids=TWO_PLACES)
def test_two_places_of_one_happening_are_found(one: str, two: str) -> None:
    assert _places(one, two)


@pytest.mark.parametrize(("one", "two"), ONE_PLACE.values(), ids=ONE_PLACE)
def test_places_of_two_happenings_or_of_one_within_the_other_are_left_alone(one: str, two: str) -> None:
    assert not _places(one, two)
