"""How amounts stand in a plain sentence: lengths, sizes, steps, times, tokens, and numbers that count nothing."""

from __future__ import annotations

import re

from energy.reading.numerals import VAGUE_MARK
from energy.reading.vocabulary import PLURALS

TIME = r"(?:milliseconds?|millisecondes?|ms|seconde?s?|secs?|s|minutes?|mins?|mn|m|hours?|heures?|hrs?|h)"
PART = rf"\d+(?:\.\d+)?[\s-]*{TIME}\b"
SIZE = re.compile(
    r"(?<![\w.])(?:(\d{3,4}\s?p|\d{2,5}\s?(?:px)?\s?(?:[x*]|par|by|sur)\s?\d{2,5}(?:\s?px)?|"
    r"(?:full|ultra|quad)[\s-]?hd|pleine hd|[uf]?hd|qhd|[248]k|1080i|"
    r"(?:(?:tres|ultra|full|pleine)\s)?(?:haute?|high|hi)[\s-]?def(?:inition)?|(?<=en )sd|(?<=in )sd)"
    r"|(?:square|carree?s?|resolution|taille|size|format)\s*[:=]?\s*(?:(?:of|de|chez)\s+)?(\d{3,4})(?!\.?\d)"
    r"|(?:in|en|at|chez)\s+(256|320|360|480|512|540|576|640|720|768|800|832|896|960|1024|1080|1152|1280|1344|1440|1536|2048|2160)"
    rf"(?!\.?\d|\s*(?:{TIME}|(?:[a-z]+\s)?(?:{PLURALS}))\b)"
    r"|(\d{3,4})\s*(?:px|pixels?|square|carree?s?))(?:\d{2})?(?!\w)"
)
TOKENS = re.compile(
    r"(?<![\w.])(\d+(?:\.\d+)?)[\s-]*(?:(?:output|generated|full|whole|a4|pleines?|bonnes?|completes?|long|de|of)\s+)?"
    r"(tokens?|toks?|jetons?|words?|mots?|pages?)\b"
)
ONE_LENGTH = re.compile(PART)
LENGTH = re.compile(
    rf"(?<![\w.])(?:\d+\s?(?:h|mn|min|m)[0-5]\d(?:\s?{TIME})?\b|{PART})(?:\s*{PART})*"
    rf"(?:(?<=[mnseh])\s*[0-5]\d\b(?!\s*(?:x|p|k|%|times|fois|steps|etapes|fps|tokens|words|mots|pages|:|\.\d|{PLURALS})\b))?"
)
CLOCK = re.compile(r"(?<![\w:])(\d{1,3}):([0-5]\d)(?![\w:])")
STEPS = re.compile(
    r"\b(?:(\d{1,9})[\s-]*(?:(?:inference|sampling|diffusion|denoising)\s+)?(?:steps?|etapes?|pas\b|iterations?)"
    r"|(?:steps?|etapes?|iterations?)\s*[:=]?\s*(\d{1,9}))(?!\w)"
)
TIMES = re.compile(r"(?<![\w.])(?:(\d+)\s*(?:x|times|fois)(?!\w)|x\s?(\d+)(?![\w.]))|\*\s?(\d+)(?![\w.])")
NOISE = re.compile(
    r"(?<![\w.:])(?:(?:16|9|4|3|1|21|2|5)\s?[:/]\s?(?:16|9|4|3|1|2|5)(?![\w:])"
    r"|\d+(?:\.\d+)?\s*(?:fps|ips|hz|frames?(?:\s+(?:per|par|/)\s+(?:second|s|sec))?|images?\s*(?:par|per|/)\s*s(?:econde?|ec)?)\b"
    r"|\d+(?:\.\d+)?\s*(?:input|prompt)\s+(?:tokens?|words?|mots?)\b"
    r"|\d+(?:\.\d+)?\s*(?:tokens?|jetons?|mots?)\s+(?:en|d)?\s*entree\b"
    r"|\d+(?:\.\d+)?[\s-]*(?:days?|jours?|weeks?|semaines?|months?|mois|years?|ans?|annees?|people|persons?|personnes?|users?"
    r"|students?|eleves?|utilisateurs?|gpus?|[kmg]?wh|watts?|eur|euros?|dollars?|kg|g|km|%|€|\$)(?![\w])"
    r"|(?:par|per|/|every|each)\s*(?:second|seconde|minute|min|hour|heure|s)\b)"
)
MONEY = re.compile(r"[$€£]\s?\d+(?:\.\d+)?")
PARTS_OF_TEXT = re.compile(
    r"(?<![\w.])\d+(?:\.\d+)?[\s-]*(?:lines?|lignes?|sentences?|phrases?|verses?|vers|strophes?|stanzas?|characters?|caracteres?"
    r"|chars?|signes?|chapitres?|chapters?|bullet|bullets|paragraph(?=\s+[a-z])|articles? de loi|minutes?\s+read)\b"
)
VERSION = re.compile(r"([\ue000-\uf8ff])\s+v?(\d+(?:\.\d+)?)(?![\w.])")
NUMBER = re.compile(r"(?<![\w.:])\d+(?:\.\d+)?(?![\w:]|\.\d)")
BATCHES = re.compile(
    r"\b(\d+)\s+(?:sets?|batch(?:es)?|series|packs?|lots?|grids?|grilles?|groups?|groupes?|paquets?|fois)\s+(?:of|de)\s+(\d+)\b"
)
REASONING = re.compile(
    r"\b(?:reasoning|reason|raisonne\w*|thinking|thinks?|reflexion|reflechi\w*|deepresearch"
    r"|deepthink|chain of thought)\b"
)
VAGUE_TIME = re.compile(rf"\b{VAGUE_MARK} \d+[\s-]*{TIME}\b")
VAGUE_TOKENS = re.compile(rf"\b{VAGUE_MARK} \d+ (?:tokens|words|mots|jetons|pages)\b")
VAGUE = re.compile(rf"\b{VAGUE_MARK} \d")
AFTER_NOUN = re.compile(r"\s*(?:[:=x]\s*)?(\d+)(?![\w.])(?!\s*(?:x|times|fois)\b)")
BARE_LENGTH = re.compile(r"\s*[:=]?\s*(\d{1,3})\s*$")
HELD = re.compile(
    r"(?<![\w.])(\d+)\s+(?:\w+\s+)?(?:messages|questions|prompts|requetes|echanges|exchanges|turns|tours|replies|reponses|answers)\b"
)
MOVES = re.compile(r"\b(?:animee?s?|animated|moving)\b")
