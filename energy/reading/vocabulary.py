"""The words people use for things made with AI, English and French, folded: lower case, no accents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from energy.book.records import Activity, AudioKind


@dataclass(frozen=True, slots=True)
class Noun:
    """What a word names. A weak one gives way to any other; a firm one keeps the lead before another noun."""

    activity: Activity
    kind: AudioKind | None = None
    weak: bool = False
    firm: bool = False
    verb: bool = False
    plural: bool = False


def each(words: str) -> tuple[str, ...]:
    """The words of a line."""
    return tuple(words.split())


def _words(words: str, noun: Noun) -> dict[str, Noun]:
    return dict.fromkeys(words.split(), noun)


def _things(words: str, activity: Activity, kind: AudioKind | None = None, **is_: bool) -> dict[str, Noun]:
    """Nouns and their plurals in s."""
    one, many = Noun(activity, kind, **is_), Noun(activity, kind, plural=True, **is_)
    return _words(words, one) | {f"{word}s": many for word in words.split()}


_VIDEO = _things("video vid clip animation film gif movie reel tiktok trailer teaser timelapse videoclip", "video")
_VIDEO |= _words("footage animated cinematic", Noun("video")) | _things("sequence scene", "video", weak=True)
_VIDEO |= _words("animate animer", Noun("video", verb=True, firm=True))
_IMAGE = _things(
    "image img picture pic photo photograph photographie dessin drawing visuel visual artwork portrait logo"
    " painting peinture poster affiche wallpaper sticker avatar icon icone thumbnail miniature vignette selfie croquis"
    " banner banniere headshot infographic infographie caricature coloriage illu mockup flyer texture tof snapshot",
    "image",
)
_IMAGE |= _things("illustration", "image", firm=True) | _words("pix memes sketches visuals", Noun("image", plural=True))
_IMAGE |= _words("sketch comic comics bd meme", Noun("image")) | _things("render rendu rendering", "image", weak=True)
_IMAGE |= _words("draw paint illustrate dessine dessiner dessinez illustre illustrer", Noun("image", verb=True))
_TEXT = _things(
    "text texte answer reponse question querie message msg email mail courriel letter lettre essay dissertation"
    " redaction paragraph paragraphe article conte poem poeme script conversation discussion dialogue report"
    " rapport blog post blogpost tweet document novel roman completion haiku sonnet texto sms cv newsletter"
    " response explication explanation correction synopsis scenario convo reply",
    "text",
)
_TEXT |= _words("queries stories histoires replies sommaires essays", Noun("text", plural=True))
_TEXT |= _words("query story histoire rep poetry poesie code lyrics paroles discours questionnaire", Noun("text"))
_TEXT |= _things("requete prompt", "text", weak=True) | _words("chat chats request requests", Noun("text", weak=True))
_TEXT |= _things("summary resume synthese translation traduction description caption legende recap", "text", firm=True)
_TEXT |= _words("summaries", Noun("text", firm=True, plural=True))
_TEXT |= _words(
    "summarize summarise summarizing summarising resumer resumez translate translating traduire traduis traduisez"
    " describe decris decrire decrivez analyse analyze analyser",
    Noun("text", firm=True, verb=True),
)
_TEXT |= _words("reasoning raisonnement deepresearch", Noun("text", weak=True))
_MUSIC = _things("song chanson musique jingle beat melodie melody tune soundtrack instrumental instrumentale instru"
                 " track", "audio", "music")  # fmt: skip
_MUSIC |= _words("music morceau melodies lofi bgm", Noun("audio", "music"))
_MUSIC |= _words("morceaux", Noun("audio", "music", plural=True))
_SOUND = _things("sound son soundeffect bruitage ambiance ambience bruit noise sonorite", "audio", "sound")
_SOUND |= _words("sfx foley", Noun("audio", "sound"))
_SPEECH = _things("voiceover voice speech narration doublage dubbing audiobook podcast vocal", "audio", "speech")
_SPEECH |= _words("voix tts vocaux readaloud speeches narrate", Noun("audio", "speech"))
_SPEECH |= _words("readaloudverb", Noun("audio", "speech", firm=True, verb=True))
_TRANSCRIPTION = _things("transcription transcript soustitre subtitle dictation dictee retranscription", "audio",
                         "transcription", firm=True)  # fmt: skip
_TRANSCRIPTION |= _words("soustitrage subtitling stt", Noun("audio", "transcription", firm=True))
_TRANSCRIPTION |= _words(
    "transcribe transcribed transcribing transcrire transcris transcrit transcrivez retranscrire soustitrer dicter"
    " dictate",
    Noun("audio", "transcription", firm=True, verb=True),
)
_AUDIO = _things("audio", "audio")
NOUNS: dict[str, Noun] = (
    _VIDEO | _IMAGE | _TEXT | _MUSIC | _SOUND | _SPEECH | _TRANSCRIPTION | _AUDIO
)  # fmt: skip
# Words that stand for whatever the model beside them makes.
GENERATIONS = frozenset(each("generation generations output outputs demande demandes interaction interactions essai"))
SONGS = frozenset(("song", "songs", "chanson", "chansons"))
# A language model makes the words of these, not the sound.
SPOKEN_OR_WRITTEN = SONGS | {"speech", "speeches", "podcast", "podcasts"}
HOLDERS = frozenset(each("conversation conversations discussion chat dialogue convo"))

_PHRASES = {
    "video": "music video|video clip|clip video|clip musical|text to video|texte vers video|image to video"
    "|photo to video|images to video|image vers video|dessin anime|court metrage|short film|bande annonce|image animee"
    "|photo animee|animated image|animated picture|animated gif|gif anime|video prompt|prompt video|slow motion",
    "videos": "music videos|video clips|clips video|clips videos|clips musicaux|dessins animes|courts metrages"
    "|short films|bandes annonces|images animees|animated images|animated gifs|gifs animes",
    "image": "text to image|texte vers image|image to image|fond d ecran|fond ecran|concept art|pixel art"
    "|bande dessinee|image prompt|prompt image|photo montage|album cover|pochette d album|book cover",
    "images": "fonds d ecran|bandes dessinees|album covers|book covers",
    "text": "image to text|text message|message texte",
    "texts": "text messages",
    "email": "e mail",
    "emails": "e mails",
    "post": "blog post|article de blog|billet de blog",
    "posts": "blog posts|articles de blog|billets de blog",
    "script": "video script|script video|script de video|film script|scenario video",
    "letter": "cover letter|lettre de motivation",
    "deepresearch": "deep research|recherche approfondie|recherches approfondies|deep search|deep dive",
    "soundeffect": "sound effect|effet sonore|sound fx|sound clip|clip sonore|extrait sonore|effet audio|audio effect"
    "|sound design|fx sound|son ambiance|son d ambiance",
    "soundeffects": "sound effects|effets sonores|sound clips|clips sonores|extraits sonores|audio effects",
    "voiceover": "voice over|voix off|message vocal|note vocale|voice message|voice note|voice clip|voix off"
    "|voice acting|synthese vocale|text to speech|text to voice|text to audio|texte vers voix|texte vers parole"
    "|texte en parole|texte en audio|texte en voix|text into audio|text into speech|text into voice"
    "|speech synthesis|voice synthesis|voix de synthese|voix synthetique|livre audio"
    "|audio book|audio description|voice line|voice generation|generated voice|cloned voice|voix clonee",
    "voiceovers": "voice overs|messages vocaux|notes vocales|voice messages|voice notes|voice clips|livres audio"
    "|audio books|voice lines",
    "readaloud": "reading aloud|reading out loud|lecture a voix haute|lecture a haute voix|lecture chez voix haute"
    "|lecture chez haute voix|lecture vocale",
    "readaloudverb": "read aloud|read out loud|read out|lire a voix haute|lire chez voix haute|lis chez voix haute"
    "|lis a voix haute|lire chez haute voix|read it aloud",
    "transcription": "speech to text|voice to text|audio to text|video to text|sous titrage|speech recognition"
    "|reconnaissance vocale|closed captions|closed captioning",
    "soustitre": "sous titre",
    "soustitres": "sous titres|subtitle file|fichier de sous titres",
    "soustitrer": "sous titrer",
    "audio": "audio clip|clip audio|extrait audio|fichier audio|piste audio|audio file|audio track|bande audio"
    "|enregistrement audio",
    "audios": "audio clips|clips audio|extraits audio|fichiers audio|pistes audio|audio files|audio tracks",
    "music": "bande son|bande originale|background music|musique de fond|musique d ambiance|fond musical|ambient music"
    "|theme song",
    "videogame": "video game|video games|jeu video|jeux video|video call|google search",
    "song lyrics": "paroles de chanson",
}
_CANONICAL = {phrase: word for word, phrases in _PHRASES.items() for phrase in phrases.split("|")}
_ANY_PHRASE = re.compile(
    r"\b(?:" + "|".join(p.replace(" ", r"[\s'-]+") for p in sorted(_CANONICAL, key=len, reverse=True)) + r")\b"
)
_GAP = re.compile(r"[\s'-]+")

PLURALS = "|".join(sorted((word for word, noun in NOUNS.items() if noun.plural), key=len, reverse=True))


def in_single_words(text: str) -> str:
    """The text with "voice-over", "text to video" and the like each in one word."""
    return _ANY_PHRASE.sub(lambda found: _CANONICAL[_GAP.sub(" ", found[0])], text)


# Nouns and units whose misspellings are corrected, and common words that only look like one.
SPELLING_TARGETS: tuple[str, ...] = each(
    "video videos image images picture pictures photo photos question questions answer answers reponse reponses "
    "animation animations illustration illustrations transcription translation traduction summary article requete "
    "requetes message messages prompt prompts conversation dissertation chanson musique paragraph dessin email "
    "seconds secondes second seconde minutes minute tokens jetons resolution etapes steps"
)
# Words that are no name of a model and no misspelt noun, however near they come.
COMMON = frozenset(
    each(
        "a about actually after ai ainsi all also an and animal animated animateur animaux any apples aprem are "
        "around as ask asked aspect at au audible audience aussi autre aux avec avez avoir beaucoup beautiful belle "
        "belles besoin bonjour bonsoir but by c ca can carbon carbone ce cela ces chaque chaussure chez claudia cloud "
        "coffee combien comes command commande comme comment compare compared comparer compute consommation consomme "
        "consomment consommer cost costs could coute d dans de demain demande demander depense des design destin "
        "detail different do does doing dois donc during each eau electricite electricity emission emissions en "
        "energie energy environ est et etre every faire fais fait faites flash flask fois footprint for from gemeaux "
        "generate generated generating generation generative genere generee generees generer get getting give go "
        "grande great hello her hey high his how i ia ideal il ils imaginaire imaginary imagination imagine imagined "
        "imaginer imprimante in into is it j jour jours just killing kind kitchen know l la lampe large larger le les "
        "like limage little long longue lot lumiere lunar lunettes mages maison make makes making many marine massage "
        "massages maximal me medium mes mieux minimal minimum minus moche moi moins mon month more much my nations "
        "need needs negative new nice nous of on one only or ou our par passage pendant per person personne petite "
        "photocopie photon pictural pictured pixar please plus pomme potion pour pourquoi power produce produced puis "
        "qu qualite quality quand que quel quelle quelles quels qui quoi rather reason recent respond responsible "
        "rough runaway salut sans se secret secrets session should simple since six small so soir some son sonata "
        "sore sort sorte sortie soup standard stations store stp sur svp take takes tell ten test than thank thanks "
        "that the their them then there these they thing this time to tokyo tu un une usage use used uses using "
        "utilisant utilise utiliser va vais very veux via vider vieo view views voisin voiture voudrais vous voyage "
        "want was water watt watts wattson we week what whats when which will with world would year you your"
    )
)
