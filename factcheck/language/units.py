"""Units of measurement: their names and signs, what they measure, and conversion between them."""

import re
from typing import NamedTuple

from factcheck.language.currencies import CURRENCIES, PARTS


class Unit(NamedTuple):
    """A unit. `factor` takes it to its dimension's base unit (null: not convertible); `name` is it in words."""

    code: str
    name: str
    dimension: str
    factor: float | None = None
    offset: float = 0.0
    """What is added before the factor: only temperatures have one."""


_TABLE = """
length m metre 1 metres,meter,meters,metre,m
length km kilometre 1000 kilometres,kilometer,kilometers,km,kms
length cm centimetre 0.01 centimetres,centimeter,centimeters,cm,cms
length mm millimetre 0.001 millimetres,millimeter,millimeters,mm
length um micrometre 1e-6 micrometres,micrometers,micron,microns,µm,μm
length nm nanometre 1e-9 nanometres,nanometers,nanometer,nm
length mi mile 1609.344 miles,mi
length nmi nautical_mile 1852 nautical_miles,nautical_mile,nmi
length yd yard 0.9144 yards,yd,yds
length ft foot 0.3048 feet,ft,ft.,′
length in inch 0.0254 inches,in.,in,″
length ly light-year 9.4607e15 light-years,light_years,light_year,lightyears
area m2 square_metre 1 square_metres,square_meters,square_meter,sq_m,sqm,m2,m²,sq._m
area km2 square_kilometre 1e6 square_kilometres,square_kilometers,square_kilometer,sq_km,sqkm,km2,km²,sq._km
area mi2 square_mile 2589988.11 square_miles,sq_mi,sq_miles,sq_mile,mi2
area ft2 square_foot 0.09290304 square_feet,square-foot,sq_ft,sqft,sq._ft,ft2,ft²
area yd2 square_yard 0.83612736 square_yards,sq_yd
area acre acre 4046.8564224 acres
area ha hectare 10000 hectares,ha
volume l litre 0.001 litres,liter,liters,l,L,ltr
volume ml millilitre 1e-6 millilitres,milliliter,milliliters,ml,mL
volume cl centilitre 1e-5 centilitres,centiliters,cl
volume m3 cubic_metre 1 cubic_metres,cubic_meters,cubic_meter,cu_m,m3,m³
volume km3 cubic_kilometre 1e9 cubic_kilometres,cubic_kilometers
volume cm3 cubic_centimetre 1e-6 cubic_centimetres,cubic_centimeters,cc,cm3,cm³
volume ft3 cubic_foot 0.0283168466 cubic_feet,cu_ft,ft3,cf,cubic-foot
volume gal gallon 0.003785411784 gallons,gal
volume bbl barrel 0.158987295 barrels,bbl
volume pt pint 0.000473176473 pints
volume qt quart 0.000946352946 quarts
volume bu bushel 0.0352390702 bushels
volume fl_oz fluid_ounce 2.95735296e-5 fluid_ounces,fl_oz
volume acre_ft acre-foot 1233.48184 acre-feet,acre_feet
volume tbsp tablespoon 1.47867648e-5 tablespoons,tbsp
volume tsp teaspoon 4.92892159e-6 teaspoons,tsp
volume TEU twenty-foot_equivalent_unit - TEU,TEUs
mass g gram 0.001 grams,gramme,grammes,g,gm
mass kg kilogram 1 kilograms,kilogramme,kilogrammes,kg,kgs,kilo,kilos
mass mg milligram 1e-6 milligrams,mg
mass ug microgram 1e-9 micrograms,µg,μg,mcg
mass ng nanogram 1e-12 nanograms,nanogramme,nanogrammes,ng
mass pg picogram 1e-15 picograms,picogramme,picogrammes
mass t metric_ton 1000 tonnes,tonne,metric_tons,metric_tonnes,t
mass ton ton 907.18474 tons,short_tons
mass Mt megaton 1e9 megatonnes,megatons,megatonne,Mt
mass kt kiloton 1e6 kilotonnes,kilotons,kiloton
mass Gt gigaton 1e12 gigatonnes,gigatons,Gt
mass lb pound-mass 0.45359237 lb,lbs,lb.,lbs.,pound,pounds
mass oz ounce 0.0283495231 ounces,oz
mass st stone 6.35029318 st
mass ct carat 0.0002 carats,carat
mass dr dram 0.0017718452 drams
time s second 1 seconds,sec,secs,s
time ms millisecond 0.001 milliseconds,ms
time us microsecond 1e-6 microseconds,µs
time ns nanosecond 1e-9 nanoseconds
time min minute 60 minutes,min,mins
time h hour 3600 hours,hr,hrs,h
time d day 86400 days
time week week 604800 weeks
time fortnight fortnight 1209600 fortnights
time month month 2629746 months
time year year 31556952 years,yr,yrs
time decade decade 315569520 decades
time century century 3155695200 centuries
time millennium millennium 31556952000 millennia,millenniums
speed km/h kilometre_per_hour 0.2777777777777778 kilometres_per_hour,kilometers_per_hour,kilometre_per_hour
speed km/h kilometre_per_hour 0.2777777777777778 kilometres_an_hour,kilometers_an_hour,kilometer_per_hour,km/h
speed km/h kilometre_per_hour 0.2777777777777778 kmh,kph,km/hr,kmph,km_per_hour
speed mph mile_per_hour 0.44704 miles_per_hour,miles_an_hour,mile_per_hour,mph,mi/h,miles/hour
speed m/s metre_per_second 1 metres_per_second,meters_per_second,m/s
speed ft/s foot_per_second 0.3048 feet_per_second,ft/s
speed kn knot 0.5144444444444445 knots,kn,kt,kts
speed mach mach 340.3 mach
power W watt 1 watts,W
power kW kilowatt 1000 kilowatts,kW,KW,kw
power MW megawatt 1e6 megawatts,MW
power GW gigawatt 1e9 gigawatts,GW
power TW terawatt 1e12 terawatts,TW
power hp horsepower 745.699872 horsepower,hp,HP,bhp,brake_horsepower
power PS metric_horsepower 735.49875 PS,cv
energy J joule 1 joules,J
energy kJ kilojoule 1000 kilojoules,kJ
energy MJ megajoule 1e6 megajoules,MJ
energy kWh kilowatt_hour 3.6e6 kilowatt-hours,kilowatt_hours,kilowatt_hour,kilowatt-hour,kWh,kwh
energy MWh megawatt_hour 3.6e9 megawatt-hours,megawatt_hours,megawatt-hour,MWh
energy GWh gigawatt_hour 3.6e12 gigawatt-hours,gigawatt_hours,GWh
energy TWh terawatt_hour 3.6e15 terawatt-hours,terawatt_hours,TWh
energy cal calorie 4.184 calories,cal
energy kcal kilocalorie 4184 kilocalories,kcal
energy BTU BTU 1055.06 btu,BTU,btus,BTUs
torque Nm newton_metre 1 newton-metres,newton-meters,newton_metres,newton_meters,Nm,N·m
torque lb-ft pound-foot 1.355817948 pound-feet,pound-foot,lb-ft,lb_ft,ft-lb,foot-pounds,foot-pound
force N newton 1 newtons,N
force kN kilonewton 1000 kilonewtons,kN
pressure Pa pascal 1 pascals,Pa
pressure hPa hectopascal 100 hectopascals,hPa
pressure kPa kilopascal 1000 kilopascals,kPa
pressure MPa megapascal 1e6 megapascals,MPa
pressure bar bar 100000 bar
pressure mbar millibar 100 millibars,mb,mbar
pressure psi psi 6894.757 psi,pounds_per_square_inch
pressure mmHg millimetre_of_mercury 133.322 mmHg
frequency Hz hertz 1 hertz,Hz
frequency kHz kilohertz 1000 kilohertz,kHz
frequency MHz megahertz 1e6 megahertz,MHz
frequency GHz gigahertz 1e9 gigahertz,GHz
frequency rpm revolution_per_minute 0.016666666666666666 rpm,RPM,revolutions_per_minute
frequency bpm beat_per_minute 0.016666666666666666 bpm,beats_per_minute
frequency fps frame_per_second 1 fps,frames_per_second
voltage V volt 1 volts,V
voltage kV kilovolt 1000 kilovolts,kV
voltage mV millivolt 0.001 millivolts,mV
current A ampere 1 amps,amp,amperes
current mA milliampere 0.001 milliamps,mA
charge mAh milliampere-hour 3.6 mAh,milliampere-hours,milliamp-hours
charge Ah ampere-hour 3600 Ah,amp-hours
charge C coulomb 1 coulombs
capacitance F farad 1 farads,F
resistance ohm ohm 1 ohms,Ω
data bit bit 1 bits,b
data byte byte 8 bytes
data kB kilobyte 8e3 kilobytes,kB,KB
data MB megabyte 8e6 megabytes,MB
data GB gigabyte 8e9 gigabytes,GB,gig,gigs
data TB terabyte 8e12 terabytes,TB
data PB petabyte 8e15 petabytes,PB
data Mb megabit 1e6 megabits,Mb
data Gb gigabit 1e9 gigabits,Gb
data-rate kbps kilobit_per_second 1e3 kbps,Kbps,kilobits_per_second
data-rate Mbps megabit_per_second 1e6 Mbps,mbps,megabits_per_second,Mb/s
data-rate Gbps gigabit_per_second 1e9 Gbps,gbps,gigabits_per_second,Gb/s
data-rate MB/s megabyte_per_second 8e6 MB/s,MBps,megabytes_per_second
data-rate GB/s gigabyte_per_second 8e9 GB/s,GBps
image MP megapixel 1e6 megapixels,MP
image px pixel 1 pixels,px
angle deg degree 1 degrees,degree,deg,°
angle arcmin arcminute 0.016666666666666666 arcminutes
temperature C celsius 1 degrees_celsius,degree_celsius,degrees_centigrade,degree_centigrade,celsius,centigrade
temperature C celsius 1 °C,degC,deg_C,degrees_C,degree_C,℃,C
temperature F fahrenheit 0.5555555555555556 degrees_fahrenheit,degree_fahrenheit,fahrenheit,°F,degF,deg_F
temperature F fahrenheit 0.5555555555555556 degrees_F,degree_F,℉
temperature K kelvin 1 kelvins,degrees_kelvin
sound dB decibel 1 decibels,dB
light lm lumen 1 lumens
light nit nit 1 nits
radiation Sv sievert 1 sieverts
radiation mSv millisievert 0.001 millisieverts,mSv
radiation Bq becquerel - becquerels
share percent percentage 0.01 percent,%,per_cent,pct,pc,％
share permille per_mille 0.001 ‰,per_mille
share ppm part_per_million 1e-6 ppm,parts_per_million
share ppb part_per_billion 1e-9 ppb,parts-per-billion,parts_per_billion
share-point pp percentage_point 1 percentage_points,percentage_point,percentage-point,percent_points,pp,ppts,ppt
share-point bp basis_point 0.01 basis_points,basis_point,bps
magnitude magnitude magnitude 1 magnitude
generation generation generation - G
"""

_OFFSETS = {"C": 273.15, "F": 459.67}


def _table() -> tuple[dict[str, Unit], dict[str, str], dict[str, str]]:
    units: dict[str, Unit] = {}
    signs: dict[str, str] = {}
    words: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        dimension, code, name, factor, forms = line.split()
        name = name.replace("_", " ")
        number = None if factor == "-" else float(factor)
        units[code] = Unit(code, name, dimension, number, _OFFSETS.get(code, 0.0))
        words.setdefault(name.lower(), code)
        for form in forms.replace("_", " ").split(","):
            if form.isalpha() and form.islower() and len(form) > 3:
                words.setdefault(form, code)
            elif " " in form or "-" in form:
                words.setdefault(form.lower(), code)
            else:
                signs.setdefault(form, code)
    units["day"] = units["d"]
    for code, name in CURRENCIES.items():
        units[code] = Unit(code, name, "money", 1.0)
    for code, (name, part) in PARTS.items():
        units[code] = Unit(code, name, "money", part)
    return units, signs, words


UNITS, SIGNS, WORDS = _table()
"""Code -> unit; sign as written ("km/h", "MW") -> code; lower-case word or phrase ("square miles") -> code."""


def dimension(code: str | None) -> str:
    """What a unit measures; a counted noun measures a count."""
    unit = UNITS.get(code or "")
    return unit.dimension if unit else "count"


def name(code: str | None) -> str | None:
    """A unit in words ("kilometre per hour"); what is no unit is given back."""
    unit = UNITS.get(code or "")
    return unit.name if unit else code


def convertible(one: str | None, other: str | None) -> bool:
    """Whether a value in one unit can be said in the other."""
    if one == other:
        return True
    first, second = UNITS.get(one or ""), UNITS.get(other or "")
    if first is None or second is None or first.dimension != second.dimension:
        return False
    if first.dimension == "money":
        return first.code[:3] == second.code[:3]
    return first.factor is not None and second.factor is not None


def convert(value: float, one: str | None, other: str | None) -> float:
    """The value, given in the first unit, in the second. Raises ValueError where they do not convert."""
    if one == other:
        return value
    first, second = UNITS.get(one or ""), UNITS.get(other or "")
    if first is None or second is None or not first.factor or not second.factor or not convertible(one, other):
        raise ValueError(f"{one} cannot be converted into {other}")
    return (value + first.offset) * first.factor / second.factor - second.offset


AWAY = re.compile(
    r"[\s\u00a0](?:away|apart|off(?! the (?:road|track|line|length|record|time))|distant|"
    r"(?:due )?(?:north|south|east|west)(?:[ -]?(?:east|west))?(?:wards?)? of)\b"
)
"""What follows a length that tells how far one thing is from another: "18 miles | north of"."""
FROM = re.compile(
    r"[\s\u00a0]from[\s\u00a0](?!(?!us\b|here\b)[^,.;]{1,40}? to\b)(?:(?:here|us|the|its|their)\b|(?=[A-Z]))"
)
"""The same, and not "from A to B"."""
