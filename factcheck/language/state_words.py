"""What is said to become of people and what they do, as phrases of base forms under the state that they tell of.

A line is a state, how its phrases stand to those counted, a colon, and the phrases, by commas. Words are base forms;
articles, possessives, auxiliaries and adverbs are left out, and `~` is up to two words of any kind. The ways to stand:
`is` what they are, behind them ("12 people | dead"); `does` what they do ("| lose their lives"); `to` what is done to
them, as a passive behind them or as a verb before them with its rest behind ("took | 12 people | to hospital");
`of` what stands right before them ("the deaths of |"); `noun` what they are called.
"""

STATES = """
death is: dead, lifeless
death does: die, perish, lose life, lose ~ life, pay with life, meet death, meet end, not survive, succumb, drown,
    suffocate, starve to death, freeze to death, burn to death, bleed to death, choke to death, fall to death, plunge
    to death, not make it
death to: shoot dead, find dead, pronounce dead, declare dead, beat to death, burn to death, crush to death, stab to
    death, trample to death, hack to death, burn alive, bury alive, gun down, mow down
death of: fatal for, fatal to, toll to, toll at, toll of, cost life of, claim life of, body of, corpse of, remains of,
    shoot dead, loss of?
death noun: fatality, body, corpse, dead
suicide does: kill themselves, kill himself, kill herself, take own life, die by suicide, commit suicide, end own life
suicide noun: suicide
injury is: hurt, injured, wounded, with ~ injury, with ~ wound, with ~ bone
injury does: suffer ~ injury, sustain ~ injury, receive ~ injury, incur ~ injury, suffer ~ wound, sustain ~ wound,
    receive ~ wound, suffer ~ burn, sustain ~ burn, break bone, come away with ~ bone, get hurt, get injured
injury to: injure, wound, hurt, maim, harm
injury of: injury to, number of wounded, tally of wounded, tally of injured
unhurt is: unhurt, unharmed, uninjured, unscathed, without injury, without scratch, not hurt, not injured, safe and
    sound, not harmed
grave-injury is: in critical condition, in serious condition, in grave condition, in critical state, between life and
    death, in life-threatening condition, with life-threatening injury
grave-injury does: fight for life
missing is: missing, unaccounted for, unaccounted-for, whereabouts unknown, not accounted for, lost at sea
missing does: disappear, vanish, go missing
missing to: not find, not see, not locate, not trace, not hear from, lose at sea
missing of: search for, hunt for ~ missing, whereabouts of, trace of, nothing hear of
rescue to: rescue, save, pluck from, pull alive, pull from ~ water, pull from ~ sea, pull from ~ rubble, pull from ~
    wreckage, pull from ~ ruin, pull from ~ river, pull out alive, dig out alive, dig out, dig from, haul from ~
    water, haul from ~ sea, haul aboard, haul to safety, drag from, drag to safety, pull to safety, lift to safety,
    carry to safety, winch to safety, winch aboard, winch off, winch from, lift off, lift from, bring ashore, bring to
    surface, bring out, bring alive, bring to shore, pick up?, pick up at sea, fish from ~ water, fish out, free?,
    free from?, cut free, take aboard from, take on board from, airlift to safety, airlift from
rescue of: rescue of
survival is: alive
survival does: survive, live through, come out alive, get out alive, escape alive, emerge alive, walk out of ~ wreck,
    walk out of ~ wreckage, escape with life, escape death, escape with ~ life, cheat death, pull through?, live to
    tell
survival noun: survivor
trapped is: trapped, stuck in, stuck inside, stuck underground, stuck under, stuck below, cut off below, cut off
    underground, pinned under, pinned beneath, buried under, buried beneath, entombed, below ground, underground,
    under ~ rubble, under ~ debris, under ~ snow
trapped does: not get out
trapped to: trap, pin under, pin down, bury under, bury beneath, entomb, cut off underground, cut off below
stranded is: stranded, marooned, stuck at, stuck on, stuck for, cut off
stranded does: spend night in, spend night on, spend night at
stranded to: strand, maroon, cut off?
evacuation is: out of danger
evacuation does: abandon home, leave home, have to leave, have to go, evacuate
evacuation to: evacuate, move out, move out of, move from, bring to safety, take to safety, bring out of, lead to
    safety, lead out, get out, get out of, clear from, clear out, tell to leave, order to leave, order out, tell to
    evacuate, tell to get out, order from, order to evacuate, ask to leave, advise to leave, urge to leave, force to
    leave, force to abandon home, make to leave, take to mainland, take to shelter, carry to safety, relocate, carry
    away, take away from, take to higher ground, move to safety, move to shelter, move to higher ground
evacuation of: evacuation of, evacuation order cover, evacuation order for, evacuation order to
evacuation noun: evacuee
displacement is: on run, displaced, uprooted, in flight
displacement does: flee, take flight, take to flight, leave behind home
displacement to: displace, uproot, drive out, drive from home, drive from, force from home, force out, force to flee,
    put to flight, send flee, chase from, chase out, force from, make refugee, internally displace, expel from home
displacement of: exodus of, displacement of
homelessness is: homeless, without roof, without home, without shelter, on street, without roof over head, roofless
homelessness does: lose home, sleep rough, sleep on street, have no roof, have nowhere to live, have no home
homelessness to: make homeless, render homeless, leave homeless, rob of home, deprive of home
homelessness noun: homeless
illness is: ill, sick, unwell, poorly, with food poisoning
illness does: fall ill, fall sick, become ill, become unwell, become sick, get sick, feel ill, feel unwell, feel sick,
    come down with, go down with, get food poisoning, suffer ~ poisoning, develop symptom, show symptom, report
    symptom, suffer from vomit, suffer from diarrhoea, suffer from nausea, complain of, suffer from ~ illness, vomit,
    suffer ~ symptom
illness to: affect?, take ill, take sick, make ill, make sick, poison, sicken, lay low, strike down, strike down with,
    afflict
illness of: illness among, poisoning of
infection does: catch, contract, come down with ~ virus, test positive, become infected, get infected, fall ill with ~
    virus
infection is: positive for, infected, infectious
infection to: infect, diagnose, diagnose with, find to have, find to carry, confirm with, find infected, diagnose as
    have
infection of: positive for, diagnose in, find in, disease strike, virus strike, disease infect
hospitalisation is: in hospital, in hospitals, in clinic
hospitalisation does: end up in hospital, land in hospital, need ~ hospital, need hospital treatment, require
    hospitalisation, require hospital, go to hospital, need hospitalisation, remain in hospital, receive hospital
    treatment, stay in hospital
hospitalisation to: hospitalise, admit, take to ~ hospital, rush to ~ hospital, bring to ~ hospital, send to ~
    hospital, fly to ~ hospital, airlift to ~ hospital, transfer to ~ hospital, move to ~ hospital, put in ~ hospital,
    land in ~ hospital, treat in ~ hospital, treat at ~ hospital, carry to ~ hospital, take to ~ clinic, rush to ~
    clinic, admit to ~ clinic, keep in ~ hospital, admit to ~ hospital, ferry to ~ hospital
hospitalisation of: hospitalisation of, admission of
discharge is: out of hospital, home from hospital
discharge does: leave hospital, go home from hospital, come out of hospital
discharge to: discharge, discharge from, send home, send home from hospital, let out of hospital, release from
    hospital, release?, allow home, let home, allow to go home, release from clinic
intensive-care is: in intensive care, on ventilator, in icu, on life support, on intensive care
intensive-care does: need intensive care, require intensive care, need ventilator, need ventilation
intensive-care to: admit to ~ intensive care, move to ~ intensive care, take to ~ intensive care, admit to icu, treat
    in intensive care, put on ventilator, place on ventilator, transfer to intensive care, ventilate, move to icu,
    take to icu
intensive-care of: intensive care unit hold, patient in intensive care
recovery is: cured, back in ~ health, free of ~ symptom, free of ~ disease, back on foot
recovery does: recover, get better, get well, make ~ recovery, overcome disease, overcome illness, overcome virus,
    regain health, shake off ~ virus, pull through?
recovery to: cure, nurse back to health, heal
vaccination is: vaccinated, immunised, jabbed, inoculated
vaccination does: receive jab, get jab, have jab, receive ~ vaccine, get ~ vaccine, have ~ vaccine, receive ~ shot,
    get ~ shot, have ~ shot, receive ~ dose, get ~ dose, have ~ dose, receive ~ vaccination, get ~ vaccination, have ~
    vaccination, get vaccinated, receive ~ jab, get ~ jab, have ~ jab
vaccination to: vaccinate, immunise, inoculate, jab, give ~ vaccine, give ~ jab, give ~ shot
vaccination of: vaccine give to, vaccine to, jab to, vaccination team reach, vaccination of, vaccination reach, shot
    to, vaccine reach, vaccine for
unvaccinated is: unvaccinated, not vaccinated, not immunised
unvaccinated does: miss ~ jab, miss ~ vaccination, refuse vaccine, refuse jab, decline vaccine, go without ~ jab, not
    get ~ jab, not have ~ jab, not receive ~ vaccine
test does: take test, take ~ test, undergo testing, undergo ~ test, have ~ test, get tested, undergo screening, give
    sample, sit test
test to: test, screen, swab
test of: testing of, swab from, sample from
negative does: test negative
negative is: negative for
arrest is: in custody, under arrest, in handcuff, in detention, in police cell, behind bar after
arrest does: spend night in ~ cell
arrest to: arrest, hold?, hold over?, detain, apprehend, capture, nab, handcuff, round up, take into custody, place
    under arrest, put under arrest, pick up?, take away by police, lead away, hold in custody, remand, remand in
    custody, hold on suspicion, take in for questioning, seize?, bust, collar, haul in, keep in custody
arrest of: arrest of, detention of
charge does: face charge, face ~ charge, stand accuse, face prosecution, face trial, stand trial, go on trial, appear
    in court, answer ~ charge
charge is: on trial, in dock, under indictment
charge to: charge, indict, prosecute, accuse, arraign, charge with, put on trial, bring to trial, bring before court,
    formally accuse, send to trial, commit for trial
charge of: charge against, charge bring against, charge file against, charge lay against, indictment against,
    indictment of
conviction is: guilty
conviction to: convict, find guilty, find guilty of
conviction of: conviction of, guilty verdict ~ against, guilty verdict against, conviction against, verdict return
    against
plea does: plead guilty, admit charge, enter ~ guilty plea, admit ~ charge, confess
plea noun: guilty plea
imprisonment is: behind bars, behind bar, in jail, in prison, in gaol
imprisonment does: receive ~ prison sentence, get prison term, get jail term, receive jail term, go to prison, go to
    jail, receive ~ sentence, get ~ sentence, receive prison term
imprisonment to: jail, imprison, incarcerate, intern, lock up, send to prison, send to jail, put in prison, put in
    jail, put behind bar, sentence to ~ prison, sentence to ~ jail, sentence to ~ year, sentence to ~ month, give jail
    term, give prison term, give ~ prison sentence, give ~ jail sentence, commit to prison, gaol, throw in jail, hand
    ~ sentence, give ~ year
imprisonment of: hand ~ term to, hand ~ sentence to, give ~ sentence to, imprisonment of, impose ~ sentence on, pass ~
    sentence on, hand ~ term ~ to
acquittal is: not guilty, innocent
acquittal does: walk free from court, walk free, leave court free
acquittal to: acquit, clear?, clear of ~ charge, exonerate, find not guilty, find innocent, absolve
acquittal of: acquittal of
prisoner noun: inmate, prisoner, convict
prisoner does: serve time, serve ~ sentence, serve ~ term, do time
prisoner of: jail hold, prison hold, jail house, prison house, prison population be, prison population
release is: free, at liberty
release does: walk free, go free, regain freedom, win freedom, leave captivity, return from captivity
release to: free, release, liberate, set free, let go?, let free, set at liberty, pardon, amnesty, parole, bail,
    release on bail, free on bail, let out of prison, let out of jail, release from, free from ~ captivity, release
    from jail, release from prison, give amnesty
release of: release of, freedom for, pardon to, amnesty for, hand over, amnesty to, freedom to, liberation of
execution does: face firing squad, go to gallows, die on gallows
execution to: execute, put to death, hang, behead, electrocute, guillotine, send to gallows, put before firing squad,
    send to death
execution of: execution of, hanging of, beheading of
kidnapping is: in captivity, captive, hostage, hostages
kidnapping to: kidnap, abduct, take hostage, hold as hostage, hold hostage, carry off, march off, snatch, snatch from,
    seize?, seize from?, hold captive, hold prisoner, take captive, bundle into, drag away, spirit away, take away by
    ~ gunman
kidnapping of: abduction of, kidnapping of, make off with, kidnap of, seizure of, ransom for
kidnapping noun: hostage, captive
aboard is: aboard, on board, on boat, on ferry, on plane, on flight, on ship, on train, on bus, on coach, on vessel,
    on aircraft, on helicopter, on airliner, on jet
aboard of: ship carry, boat carry, ferry carry, plane carry, vessel carry, manifest list, bus carry, helicopter carry,
    aircraft carry, airliner carry, jet carry, dinghy carry, train carry, coach carry, flight carry, minibus carry
crew noun: crew, crew member, crewman
crew is: strong crew
crew of: crew of, crew number, crew be, man by, crew by
attendance is: in attendance, present
attendance does: attend, turn out, turn up, march, demonstrate, rally?, protest, take to street, parade, gather,
    assemble, flock, throng, line street, line route, line road, pack, take part, participate, come to festival, come
    to concert, come to ~ rally, come to ~ show, come to ~ fair, join march, join ~ protest, join ~ rally, join ~
    demonstration, join ~ march, file past, pour into street, fill street, fill square, fill stadium, watch match,
    watch game, watch ~ match, pay last respect, pay respect, go on march
attendance of: draw, attract, crowd of, attendance be, attendance of, attendance stand at, turnout at, turnout of,
    attend by, join by, before ~ crowd of, watch by, gate be, gate of, bring onto street, audience of, crowd number,
    play before, in front of, attendance at
attendance noun: demonstrator, protester, marcher, spectator, mourner, concertgoer, festivalgoer, participant,
    attendee, reveller, delegate, crowd
dropout does: drop out, drop out of, withdraw from ~ study, withdraw from ~ trial, withdraw from ~ course, withdraw from
    ~ programme, withdraw from?, leave ~ study, leave ~ trial, quit ~ study, quit ~ trial, pull out of ~ study, pull
    out of ~ trial, discontinue participation, discontinue treatment, discontinue?, give up on ~ study, give up on?,
    walk away from?, break off treatment, stop ~ treatment
dropout noun: dropout
absence does: stay away, boycott
audience does: tune in, watch ~ final, watch on television, watch ~ on television, watch broadcast, watch programme,
    watch ~ episode, watch ~ series, see ~ episode, watch live on
audience of: viewer number, viewing figure peak at, viewing figure of, audience of, audience be, audience reach, watch
    by ~ viewer, viewing figure be, viewing figure reach
audience noun: viewer
support is: in favour, for bill, for motion, in support
support does: vote for, vote in favour, vote yes, vote to approve, vote to pass, say yes?, back?, endorse?, approve?,
    support?, vote aye, favour?, vote to accept, cast vote for, vote to back
support of: support of, support by?, back by?, aye number, vote ~ for number, endorsement of, approve by?
rejection is: opposed, opposed to
rejection does: vote against, oppose?, reject?, say no?, vote no, vote to reject, turn down?, vote nay
rejection of: oppose by?, noes number, opposition of, reject by?
abstention does: abstain, abstain from, withhold vote, sit out vote, not vote, decline to vote, cast blank
abstention of: abstention number, abstention be
abstention noun: abstention
turnout does: vote, cast ballot, cast vote, cast ~ ballot, cast ~ vote, go to poll, turn out to vote, exercise right
    to vote, exercise right, go to ballot box, queue to vote
turnout of: turnout be, turnout stand at, number of people who vote be
electorate is: registered to vote, eligible to vote, entitled to vote, on electoral roll, on electoral register, on
    voting register, on voter roll, register to vote
electorate does: have right to vote, have vote, register to vote, have right vote
electorate of: electorate number, electorate of, electorate be, roll list, register list
electorate noun: registered voter, eligible voter, elector
membership does: belong to, pay due
membership of: union represent, membership stand at, membership of, membership number, membership be, membership rise
    to, membership fall to, union speak for, association represent, association speak for, federation represent
membership noun: member
employment is: on payroll, in work, in employment
employment does: work for, work at, work in ~ factory, work there, have job at, earn living at, hold job at
employment to: employ, have on payroll, employ at, keep in work
employment of: employ, give work to, provide work for, provide job for, workforce of, staff of, payroll be, payroll
    stand at, headcount of, workforce number, payroll of, headcount be, workforce be, headcount stand at, payroll
    number, employment to
layoff is: redundant, out of job
layoff does: lose job, lose ~ job, lose post, lose ~ post, lose position, lose livelihood, lose employment, receive
    notice, face redundancy
layoff to: lay off, make redundant, let go?, sack, dismiss, give notice, show door, put out of work, throw out of
    work, fire, give redundancy, give marching order, pay off, axe, make unemployed, put out of job, deprive of job,
    cost job
layoff noun: job loss, job cut, redundancy, layoff, dismissal, sacking
layoff of: layoff of, dismissal of, sacking of, layoff total, layoff number, job loss reach, job loss total,
    redundancy total, redundancy number
hiring does: join company, join firm, join staff, join payroll, find work at, start work at, get job at
hiring to: hire, recruit, take on?, engage?, add to payroll, appoint
hiring of: hiring of, recruitment of
strike is: on strike, on picket line
strike does: strike, go on strike, walk out, down tool, stop work, lay down tool, come out on strike, take industrial
    action, join strike, join walkout, stage walkout, refuse to work, join stoppage, be on strike, stage ~ strike,
    walk off job, withdraw labour, begin strike
strike of: strike by, walkout by, strike involve, stoppage by, walkout of, strike of, walkout involve, strike bring
    out
strike noun: striker
vacancy is: vacant, unfilled, unoccupied
vacancy does: wait to be filled, need filling, stand empty, fall vacant
vacancy noun: vacancy, open position, unfilled post, vacant post, unfilled position, unfilled job, opening
vacancy of: short of, shortage of, lack, lack of, vacancy for, shortfall of
unemployment is: unemployed, out of work, jobless, without work, without job, out of job, on dole, workless
unemployment does: have no job, have no work, look for work, seek work, draw dole, claim unemployment benefit
unemployment of: unemployment stand at, unemployment be, unemployment rise to, unemployment fall to
unemployment noun: jobseeker, unemployed, jobless
candidate is: in race, in running, on ballot
candidate does: stand for, run for, vie for, compete for ~ seat, compete for ~ post, contest, throw hat into ring, be
    in race, seek nomination, seek post, seek presidency, enter race, run in ~ election, stand in ~ election,
    run in ~ contest
candidate noun: candidate, contender, hopeful, nominee, aspirant
application does: apply, apply for, apply to, put in application, submit application, seek place, send in application,
    file application, make application
application of: application number, application total
application noun: applicant
bid does: submit ~ bid, put in ~ bid, bid, bid for, tender, tender for, compete for contract, compete for ~ contract,
    make ~ offer, make offer for, submit tender, submit ~ offer, submit ~ tender, take part in tender, enter ~ bid,
    put forward ~ bid, lodge ~ bid, vie for contract, vie for ~ contract, make ~ bid, offer to build, place ~ bid
bid noun: bidder, tenderer
pupil is: enrolled, on roll, in school
pupil does: go to school, attend school, attend ~ school, attend college, attend university, study at, go to college
pupil to: teach?, enrol?, enrol at, enrol in, educate, enrol on, teach at, register at
pupil of: school teach, roll stand at, enrolment stand at, enrolment of, enrolment be, school attend by, roll of,
    enrolment rise to, enrolment fall to, school have, college have, college enrol, university enrol
pupil noun: pupil, student, undergraduate
graduation does: graduate, graduate from, take degree, receive diploma, receive degree, complete degree, get diploma,
    earn degree, complete course, gain degree, complete study, finish degree, obtain degree, get degree
graduation noun: graduate
treatment does: receive treatment, receive ~ treatment, undergo treatment, undergo ~ treatment, get ~ care, receive ~
    care, receive medical attention, need treatment, need ~ treatment, get ~ treatment
treatment to: treat, treat at, treat for, see?, see at clinic, care for, look after, give treatment, tend
treatment of: treatment to, treatment of, care to, care for, look after, treatment give to, clinic see, doctor see,
    doctor treat
queue is: on waiting list, on waiting lists, in queue, on list, in line for
queue does: wait for ~ surgery, wait for ~ operation, wait for ~ treatment, await ~ operation, await ~ surgery, await
    ~ treatment, queue for, be on waiting list, wait to see, await, wait for
queue of: waiting list stand at, queue ~ grow to, queue stand at, waiting list be, waiting list rise to, waiting list
    grow to, waiting list fall to, waiting list of, people wait for ~ rise to, queue of, waiting list reach
birth does: come into world, see light of day
birth to: bear, deliver?
birth of: give birth to, birth of
birth noun: newborn, birth
population is: live in, resident in
population does: live in, make home in, live there, inhabit, live on, reside in
population of: home to, population of, population be, population stand at, population number, population rise to,
    population fall to, population grow to, population, population shrink to, city of, village of, town of, count
    resident, live by
population noun: inhabitant, townspeople
outage is: without power, without electricity, without light, without ~ power, in dark, in darkness, off grid, with no
    power, blacked out, powerless, dark
outage does: whose power fail, whose electricity fail, whose light go out,
    lose power, lose electricity, lose ~ power, have no power, have no electricity, go dark, go without
    power, black out, suffer ~ outage, suffer ~ blackout, be in dark, experience ~ outage
outage to: black out, plunge into darkness, leave in dark, cut off from power, disconnect, deprive of power, deprive
    of electricity, plunge into dark
outage of: power cut to, knock out power to, cut power to, electricity fail in, power fail in, outage affect, outage
    hit, blackout hit, blackout affect, power go out in, power go off in, power go out at, cut off electricity to,
    knock out electricity to, cut off power to, electricity cut to, power knock out to, power lose to, light go out
    in, outage at, blackout in, outage for, power lose in, power cut affect, power cut hit
reconnection does: get power back, get electricity back, have power back
reconnection to: reconnect
reconnection of: power restore to, restore power to, electricity restore to, restore electricity to, restore supply
    to, power return to, power back in
dry-tap is: without water, without ~ water, with no water, without ~ water supply
dry-tap does: lose water, lose ~ water, have no water, have no ~ water, have no running water, go without water, lose
    water supply
dry-tap to: deprive of water, cut off from water, leave without water
dry-tap of: water cut off to, tap run dry in, tap dry in, cut off water to, cut water to, tap dry up in
arrival does: arrive, reach island, reach coast, reach ~ shore, reach ~ island, land on coast, land on ~ coast, land
    in, cross sea, cross ~ border, come ashore, enter country, enter ~ country, come by sea, cross channel, cross ~
    sea, make crossing, come across ~ border, set foot, reach country, pour in, pour into, land on, reach ~ coast,
    come to country, make it to
arrival to: take in?, receive?, admit to country, welcome?
arrival of: arrival of, influx of, arrival number, arrival rise to, arrival total
arrival noun: arrival
asylum does: apply for asylum, seek asylum, claim asylum, ask for asylum, request asylum, file for asylum, seek
    refuge, lodge asylum claim, request protection, apply for refugee status
asylum of: asylum application ~ to, asylum claim ~ to, asylum application number
asylum noun: asylum application, asylum request, asylum claim, asylum seeker, asylum bid, application for asylum,
    claim for asylum, request for asylum
expulsion to: deport, expel, send back?, remove from country, remove from ~ country, throw out of country, turn back,
    fly home against will, fly home, put on plane home, send home, send packing, banish, extradite, deport to, expel
    from, throw out, force to return, push back, return to country
expulsion of: deportation of, expulsion of, removal of
complaint does: complain, complain to, complain about, lodge ~ complaint, register ~ complaint, make ~ complaint, file
    ~ complaint, submit ~ complaint
complaint noun: complainant, complaint
signature does: sign, put name to, sign petition, add name, add name to, sign up to
signature of: sign by, petition with, petition of
signature noun: signatory, signature
visitor does: visit, come to see, pass through door, tour, pass through ~ door, walk through door, come to museum,
    come to ~ island, come to island, flock to, descend on, come as tourist, holiday in, come on holiday
visitor of: visit by, visitor number reach, visitor number rise to, visitor number fall to, visitor number be, tour by
visitor noun: visitor, visit, tourist, holidaymaker, sightseer
subscriber does: subscribe, subscribe to, pay for service, take ~ subscription, pay subscription, pay for ~ service
subscriber noun: subscriber
user does: use app, use ~ app, use site, use ~ service, use platform, log in, log on
user of: use by
user noun: user
customer does: buy from, be customer of, bank with
customer noun: customer, client
hunger is: hungry, short of food, dependent on food aid, in need of food, without food, food insecure, without enough
    food, malnourished, on brink of famine, undernourished
hunger does: go hungry, face hunger, face famine, need food, need food aid, not have enough to eat, have too little to
    eat, starve, suffer hunger, suffer from hunger, face starvation, rely on food aid, depend on food aid, face ~
    hunger, have not enough to eat, lack food, not get enough to eat
quarantine is: in quarantine, under quarantine, in isolation
quarantine does: isolate, go into quarantine, self-isolate, enter quarantine
quarantine to: quarantine, isolate, place under quarantine, put in quarantine, put in isolation, put into quarantine,
    tell to isolate, place in quarantine, send into quarantine, order into quarantine, place in isolation
quarantine of: quarantine of
lawsuit does: sue, go to court, take to court, take ~ to court, bring ~ suit, file ~ suit, file ~ lawsuit, bring
    action, take ~ legal action, bring ~ case, bring lawsuit
lawsuit noun: plaintiff, claimant, litigant, lawsuit, suit, legal action
fine does: pay fine, have to pay fine, receive fine, get fine, incur fine
fine to: fine, hit with fine, hand fine
fine of: fine on, fine hand to, fine ~ on, penalty on, penalise
suspension to: suspend, ban, bar from, ban from, exclude from, disqualify, bar, suspend from
suspension is: under suspension
suspension of: ban on, ban ~ on, suspension of
deployment to: deploy, station, mobilise, garrison
deployment of: deployment of, deploy, guard by, force number
defection does: leave party, quit party, defect, resign from party, walk out of party, desert party, cross floor,
    break with party, defect from, switch party, leave ~ party, quit ~ party, defect to
return does: go home, return home, return to home, go back, come home, move back, go back home, return
return to: allow back, allow to return, let back, send back to home, allow to go back, repatriate, take home, give
    home, let return
refusal does: refuse to leave, stay in home, stay put, stay behind, choose to stay, refuse to go, ignore ~ call,
    ignore order, ignore ~ order, defy order, remain in home, stay home
work-resumption does: return to work, go back to work, resume work
"""
