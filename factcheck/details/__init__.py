"""What is told of one thing by one word of many that exclude each other: its cargo, a weapon, an offence."""
