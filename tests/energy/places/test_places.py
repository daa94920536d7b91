"""Places answer to the names people give them, in both languages; what has no figure of its own says who answers."""

from __future__ import annotations

import tomllib

import pytest

from energy import FactorBook, Refusal, Usage, estimate, load_book, place_of
from energy.book.loading import DATA

REGIONS = tomllib.loads((DATA / "regions.toml").read_text(encoding="utf-8"))
WHYS = {"mix", "city", "apart", "neighbour", "group"}

ALIASES = {
    "ARE": ("UAE", "United Arab Emirates", "the United Arab Emirates", "Émirats", "les Émirats", "Émirats arabes unis"),
    "ATG": ("Antigua and Barbuda", "Antigua-et-Barbuda"),
    "BFA": ("Burkina", "Burkina Faso"),
    "BHS": ("The Bahamas", "Bahamas"),
    "BIH": ("Bosnia", "Bosnie", "Bosnia and Herzegovina", "Bosnie-Herzégovine"),
    "BLR": ("Belarus", "Bélarus", "Biélorussie"),
    "BOL": ("Bolivia", "Bolivie"),
    "BRB": ("Barbados", "La Barbade"),
    "BRN": ("Brunei",),
    "CHE": ("Switzerland", "Suisse"),
    "CIV": ("Ivory Coast", "Côte d'Ivoire", "Côte d’Ivoire", "cote d ivoire"),
    "COD": ("DR Congo", "DRC", "RDC", "République démocratique du Congo", "Congo-Kinshasa"),
    "COG": ("Congo", "Republic of the Congo", "République du Congo", "Congo-Brazzaville"),
    "CPV": ("Cape Verde", "Cap-Vert", "Cabo Verde"),
    "CZE": ("Czechia", "Czech Republic", "Tchéquie", "République tchèque"),
    "DEU": ("Germany", "Allemagne", "Deutschland"),
    "EUU": ("EU", "UE", "European Union", "Union européenne"),
    "FLK": ("Falklands", "Malouines"),
    "FRA": ("France", "FR", "fra", "France métropolitaine"),
    "FRO": ("Faroe Islands", "Féroé"),
    "GBR": ("UK", "U.K.", "United Kingdom", "Great Britain", "Royaume-Uni", "Grande-Bretagne", "the UK"),
    "GEO": ("Georgia", "Géorgie"),
    "GMB": ("The Gambia", "Gambie"),
    "GUF": ("Guyane", "French Guiana"),
    "HKG": ("Hong Kong", "Hong-Kong"),
    "IRL": ("Ireland", "Irlande", "Éire"),
    "IRN": ("Iran",),
    "KGZ": ("Kyrgyzstan", "Kirghizistan", "Kirghizie"),
    "KNA": ("Saint Kitts and Nevis", "St Kitts"),
    "KOR": ("South Korea", "Corée du Sud", "Korea", "Corée"),
    "LAO": ("Laos",),
    "LCA": ("Saint Lucia", "Sainte-Lucie"),
    "LCN": ("Latin America", "Amérique latine"),
    "MAC": ("Macao", "Macau"),
    "MDA": ("Moldova", "Moldavie"),
    "MKD": ("North Macedonia", "Macédoine du Nord", "Macédoine"),
    "MMR": ("Myanmar", "Burma", "Birmanie"),
    "MUS": ("Mauritius", "Maurice", "île Maurice", "l'île Maurice"),
    "NLD": ("Netherlands", "The Netherlands", "Holland", "Pays-Bas", "Hollande"),
    "PHL": ("The Philippines", "Philippines"),
    "PRK": ("North Korea", "Corée du Nord"),
    "PSE": ("Palestine", "State of Palestine"),
    "PYF": ("Tahiti", "Polynésie", "Polynésie française"),
    "REU": ("Réunion", "La Réunion", "reunion"),
    "RUS": ("Russia", "Russie", "Russian Federation"),
    "SAU": ("Saudi Arabia", "Arabie saoudite"),
    "SPM": ("Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon"),
    "STP": ("Sao Tome and Principe", "São Tomé"),
    "SUR": ("Suriname", "Surinam"),
    "SWZ": ("Eswatini", "Swaziland"),
    "SYR": ("Syria", "Syrie"),
    "TLS": ("East Timor", "Timor-Leste", "Timor oriental"),
    "TTO": ("Trinidad and Tobago", "Trinité-et-Tobago", "Trinidad"),
    "TUR": ("Turkey", "Turquie", "Türkiye"),
    "TWN": ("Taiwan", "Taïwan"),
    "TZA": ("Tanzania", "Tanzanie"),
    "USA": ("USA", "US", "U.S.A.", "United States", "États-Unis", "Etats Unis", "United States of America", "Amérique"),
    "US-CA": ("California", "Californie"),
    "US-DC": ("Washington DC", "Washington D.C.", "District of Columbia"),
    "US-NY": ("New York", "New York State"),
    "US-TX": ("Texas",),
    "VCT": ("Saint Vincent and the Grenadines", "Saint Vincent"),
    "VEN": ("Venezuela",),
    "VNM": ("Vietnam", "Viet Nam", "Viêt Nam"),
    "WLD": ("World", "monde", "le monde", "worldwide"),
}


@pytest.mark.parametrize(("identity", "name"), [(i, name) for i, names in ALIASES.items() for name in names])
def test_a_place_answers_to_the_names_people_give_it(book: FactorBook, identity: str, name: str) -> None:
    assert book.place_id(name) == identity
    assert book.place_id(name.upper()) == identity
    assert book.place_id(f"  {name.lower()} ") == identity


def test_every_place_answers_to_its_names_in_both_languages_and_its_codes(book: FactorBook) -> None:
    for identity, place in book.places.items():
        for name in (identity, place.en, place.fr, *([place.iso2] if place.iso2 else []), *place.aliases):
            assert book.place_id(name) == identity


def test_an_ampersand_may_be_written_out(book: FactorBook) -> None:
    for identity, place in book.places.items():
        assert book.place_id(place.en.replace("&", "and")) == identity


@pytest.mark.parametrize("name", ["Atlantis", "nowhere", "42", ""])
def test_a_place_that_is_none_is_refused_with_names_that_work(book: FactorBook, name: str) -> None:
    with pytest.raises(Refusal) as refused:
        book.place_id(name)
    assert refused.value.code == "place.unknown"
    assert all(identity in book.places for identity in refused.value.params["ids"].split(","))


def test_every_part_belongs_to_a_place_and_says_why(book: FactorBook) -> None:
    assert len(REGIONS) >= 60
    for identity, part in REGIONS.items():
        assert part["part_of"] in book.places, identity
        assert part["why"] in WHYS, identity
        assert part.keys() <= {"en", "fr", "part_of", "why", "aliases"}, identity


def test_the_provinces_of_canada_are_all_there() -> None:
    assert sum(part["part_of"] == "CAN" and part["why"] in ("mix", "apart") for part in REGIONS.values()) == 13


REGIONS_BY_NAME = {
    "CAN": ("Québec", "Quebec", "QC", "Ontario", "Colombie-Britannique", "Nunavut", "Montréal", "Beauharnois"),
    "GBR": ("Scotland", "Écosse", "England", "Angleterre", "Wales", "pays de Galles", "Northern Ireland", "London"),
    "FRA": ("Bretagne", "Corse", "Paris", "Lyon", "Marseille", "Gravelines", "Île-de-France", "Monaco"),
    "DEU": ("Bavaria", "Bavière", "Bayern", "Berlin", "Frankfurt", "Francfort"),
    "CHE": ("Genève", "Geneva", "Zürich", "Zurich", "Liechtenstein"),
    "BEL": ("Wallonie", "Flandre", "Flanders", "Bruxelles", "Brussels"),
    "ESP": ("Catalonia", "Catalogne", "Andorre"),
    "US-NY": ("New York City", "NYC"),
    "US-CA": ("Los Angeles", "San Francisco"),
    "US-VA": ("Ashburn", "Northern Virginia"),
    "IRL": ("Dublin",),
    "JPN": ("Tokyo",),
    "IND": ("Mumbai",),
    "BRA": ("São Paulo", "sao paulo"),
    "SWE": ("Stockholm",),
    "ITA": ("San Marino", "Vatican"),
    "AFR": ("Mayotte", "Central African Republic", "Centrafrique"),
    "OCE": ("Micronesia", "Micronésie", "Îles Marshall", "Palau", "Tuvalu"),
}


@pytest.mark.parametrize(("identity", "name"), [(i, name) for i, names in REGIONS_BY_NAME.items() for name in names])
def test_a_part_is_answered_by_its_place_which_says_so(book: FactorBook, identity: str, name: str) -> None:
    place = place_of(book, name)
    assert place.id == identity == book.place_id(name)
    asked = getattr(place, "asked", None)
    assert asked is not None
    result = estimate(Usage("video", 5.0), book, place)
    note = next(note for note in result.notes if note.code == "place.part")
    assert dict(note.params) == {"part": asked, "place": identity, "why": REGIONS[asked]["why"]}
    assert REGIONS[asked]["en"] in note.text
    assert place.en in note.text


def test_a_part_has_the_figures_of_its_place(book: FactorBook) -> None:
    whole, part = (estimate(Usage("video", 5.0), book, place_of(book, name)) for name in ("Canada", "Québec"))
    assert (part.carbon_g, part.water_ml, part.trace) == (whole.carbon_g, whole.water_ml, whole.trace)


def test_a_country_asked_for_by_name_has_no_note_about_parts(book: FactorBook) -> None:
    place = place_of(book, "Canada")
    assert getattr(place, "asked", None) is None
    assert not [n for n in estimate(Usage("video", 5.0), book, place).notes if n.code == "place.part"]


def test_every_part_answers_to_its_names_in_both_languages() -> None:
    book = load_book()
    for part in REGIONS.values():
        for name in (part["en"], part["fr"], *part.get("aliases", [])):
            assert book.place_id(name) == part["part_of"], name


def test_a_state_has_the_water_of_the_united_states_and_says_whose_it_is(book: FactorBook) -> None:
    country = book.places["USA"].grid_water_l_per_kwh
    assert country is not None
    states = [identity for identity in book.places if identity.startswith("US-")]
    assert len(states) >= 50
    for identity in states:
        state = place_of(book, identity)
        assert state.grid_water_l_per_kwh == book.factors.grid.water_spread.range.scaled(country), identity
        assert (state.id, state.water_is_of) == (identity, "USA")


def test_a_country_has_its_own_water_and_the_worlds_where_it_has_no_figure(book: FactorBook) -> None:
    spread, world = book.factors.grid.water_spread.range, book.places["WLD"].grid_water_l_per_kwh
    assert world is not None
    countries = {i: record.grid_water_l_per_kwh for i, record in book.places.items() if not i.startswith("US-")}
    assert None in countries.values()
    for identity, own in countries.items():
        place = place_of(book, identity)
        assert place.grid_water_l_per_kwh == spread.scaled(world if own is None else own), identity
        assert place.water_is_of == ("WLD" if own is None else identity)


def test_a_place_with_a_range_of_its_own_keeps_it_and_others_have_that_of_the_methods(book: FactorBook) -> None:
    methods = book.factors.grid.method_spread.range
    own = 0
    for identity, record in book.places.items():
        carbon, around = place_of(book, identity).carbon_g_per_kwh, methods.scaled(record.carbon_g_per_kwh)
        low, high = record.low_g_per_kwh, record.high_g_per_kwh
        own += low is not None and high is not None and (low, high) != (around.low, around.high)
        expected = (around.low if low is None else low, around.high if high is None else high)
        assert (carbon.low, carbon.high) == expected, identity
    assert own


def test_an_answer_says_where_its_place_is_only_the_providers_usual_one(book: FactorBook) -> None:
    usage = Usage("video", 5.0, model="veo-3.1")
    usual = place_of(book, None, usage.model)
    (note,) = (note for note in estimate(usage, book, usual).notes if note.code.startswith("place."))
    assert (note.code, note.params) == ("place.usual", (("place", usual.id),))
    assert usual.en in note.text
    stated = place_of(book, usual.id, usage.model)
    assert not [note for note in estimate(usage, book, stated).notes if note.code.startswith("place.")]
