"""Vietnamese syllables as they are spelt: which words can be Vietnamese at all."""

from vietnamese.fold import nfc
from vietnamese.letters import TONES, split_letter

_ONSET_TABLE = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = ("", *_ONSET_TABLE.split())
_RHYME_TABLE = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych yn ynh yp yt yêm yên yêng yêt yêu
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
"""
_RHYMES = frozenset(_RHYME_TABLE.split())
_SHAPED = "ăâêôơư"
_STOPS = ("c", "ch", "p", "t")
_EITHER_PLACE = ("oa", "oe", "uy")


def is_syllable(word: str) -> bool:
    """Whether the word is spelt as a Vietnamese syllable may be: onset, rhyme, at most one tone, in its place.

    It need not exist ("nghoèo" does not). Both places of the tone in a final oa, oe, uy are right.
    """
    composed = nfc(word)
    if len(composed) > len("nghiêng"):
        return False
    pairs = [split_letter(char) for char in composed]
    letters = [letter for letter, _ in pairs]
    toned = [i for i, (_, marks) in enumerate(pairs) if marks]
    marks = "".join(marks for _, marks in pairs)
    if len(marks) > 1 or any(mark not in TONES for mark in marks):
        return False
    spelt = "".join(letters)
    starts = [len(onset) for onset in _ONSETS if spelt.startswith(onset) and spelt[len(onset) :] in _RHYMES]
    if not toned:
        return bool(starts) and not spelt.endswith(_STOPS)
    return any(_tone_fits(spelt[start:], toned[0] - start, marks) for start in starts)


def _tone_fits(rhyme: str, place: int, tone: str) -> bool:
    """Whether the tone may stand on that letter of the rhyme; before c, ch, p, t only sắc and nặng occur."""
    vowels = rhyme.rstrip("bcghmnpt")
    coda = rhyme[len(vowels) :]
    if coda in _STOPS and tone not in "\u0301\u0323":
        return False
    shaped = [i for i, letter in enumerate(vowels) if letter in _SHAPED]
    if shaped:
        return place == shaped[-1]
    if coda:
        return place == len(vowels) - 1
    if vowels in _EITHER_PLACE:
        return place in (0, 1)
    return place == len(vowels) // 3
