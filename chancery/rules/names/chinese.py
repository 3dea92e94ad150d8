"""Names in Chinese characters: surname and given name, simplified forms, readings in pinyin."""

import re
from functools import lru_cache

from anyascii import anyascii

_TWO_SIGN_SURNAMES_TABLE = """
欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐
司徒 端木 宇文 长孙 長孫 轩辕 軒轅 独孤 獨孤 南宫 南宮 呼延 赫连 赫連 澹台 澹臺 淳于
太史 申屠 闻人 聞人 钟离 鍾離 西门 西門 百里 东郭 東郭 南门 南門 第五 公冶 司空 闾丘
閭丘 濮阳 濮陽 单于 單于 拓跋
"""
_TWO_SIGN_SURNAMES = frozenset(_TWO_SIGN_SURNAMES_TABLE.split())

# Signs that are read otherwise as a surname than elsewhere.
_SURNAME_READINGS = {
    "曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "仇": "qiu", "查": "zha", "盖": "ge", "蓋": "ge",
    "朴": "piao", "区": "ou", "區": "ou", "覃": "qin", "翟": "zhai", "乐": "yue", "樂": "yue", "员": "yun",
    "員": "yun", "缪": "miao", "繆": "miao", "召": "shao", "尉迟": "yuchi", "尉遲": "yuchi", "令狐": "linghu",
    "秘": "bi", "折": "she", "黑": "he", "燕": "yan", "宁": "ning", "寧": "ning", "薄": "bo", "种": "chong",
    "冼": "xian", "洗": "xian", "长孙": "zhangsun", "長孫": "zhangsun",
}  # fmt: skip

# Traditional and simplified form of signs that are frequent in personal names.
_TRADITIONAL = (
    "習張陳劉楊趙黃吳孫馬羅鄭謝許韓馮鄧蕭蔣沈葉蘇呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯黎喬賴齊莊龐單魯歐陽關鮑"
    "諸馬東孫圖聶藍畢倫寧齡駱竇聞紀項嶽華國軍偉強麗娜艷紅鳳蘭蓮鵬飛慶祥榮貴寶財發達傑輝勝業興義禮賢聖聰聲樂"
    "遠進連運遲學書畫詩詞曉曇時曄昇暉來條楓樹櫻權歡澤濤潔瀾滿漢淵瀟為爾瑋瑤環瑩璽產畢異蒼蔭薔藝節築簡綠"
    "純紹綺緒維綱縱績縈經繼練終紜絢絳統羨翹聯腸膽臺與舊嬌媧媽嬋孌孝實寬將尋導岡島峽崢嵐嶺帥幹廣廬張彌彎後從德"
    "愛慧慮憲懷戰戲擇據撫敏斷於無曆會機歲歸氣滄準煥煒燁燦爭獻獨現瓊靈靜韻頌頓頤願顏顯風飄馳驍驊驥魏鴻鸞麟黛齊龜"
    "鳴鶴鷹鑫鋒銳銘鋼錦鍵鎮鐵鑒長門開陰隊際雙雲電霧霽韜"
)
_SIMPLIFIED = (
    "习张陈刘杨赵黄吴孙马罗郑谢许韩冯邓萧蒋沈叶苏吕卢钟谭陆贾韦邹阎龙贺顾龚万钱严汤黎乔赖齐庄庞单鲁欧阳关鲍"
    "诸马东孙图聂蓝毕伦宁龄骆窦闻纪项岳华国军伟强丽娜艳红凤兰莲鹏飞庆祥荣贵宝财发达杰辉胜业兴义礼贤圣聪声乐"
    "远进连运迟学书画诗词晓昙时晔升晖来条枫树樱权欢泽涛洁澜满汉渊潇为尔玮瑶环莹玺产毕异苍荫蔷艺节筑简绿"
    "纯绍绮绪维纲纵绩萦经继练终纭绚绛统羡翘联肠胆台与旧娇娲妈婵娈孝实宽将寻导冈岛峡峥岚岭帅干广庐张弥弯后从德"
    "爱慧虑宪怀战戏择据抚敏断于无历会机岁归气沧准焕炜烨灿争献独现琼灵静韵颂顿颐愿颜显风飘驰骁骅骥魏鸿鸾麟黛齐龟"
    "鸣鹤鹰鑫锋锐铭钢锦键镇铁鉴长门开阴队际双云电雾霁韬"
)
_TO_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)

# How frequent surnames are spelt in Hong Kong, Taiwan and abroad, by their pinyin.
_OTHER_SPELLINGS_TABLE = """
wang: wong ong heng; chen: chan tan chin tran; li: lee lei ly; zhang: cheung chang teo
teoh; wu: ng woo goh ngo;
lin: lam lim; he: ho hoh; liang: leung liong neo; zhou: chow chou chau; cai: tsai choi choy chua;
jiang: chiang keung kong; liu: lau lew low; guo: kwok kuo quek; yang: yeung yeoh young;
zheng: cheng chang tay;
deng: tang teng; xu: hsu hui tsui chui koh; zeng: tsang tseng chan; huang: wong hwang
ng ooi; zhao: chao chiu jiu;
xie: hsieh tse che chia; zhu: chu choo; gao: kao ko; luo: lo law loh; ma: mah; hu: hoo woo oh; ye: yeh yip ip;
lu: lui loo; su: soo so; xiao: hsiao siu siew; song: soong sung; mao: mo; cao: tsao
tso; feng: fung; fang: fong;
qian: chien chin; peng: pang phang; sun: suen soon sen
"""
_OTHER_SPELLINGS = {
    reading.strip(): frozenset(spelt.split())
    for reading, spelt in (entry.split(":") for entry in _OTHER_SPELLINGS_TABLE.split(";"))
}

_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_LONG_FINALS = "iang|iong|uang|iao|ian|ing|uai|uan|ang|eng|ong"
_FINALS = f"{_LONG_FINALS}|ia|ie|iu|in|ua|uo|ui|un|ue|ve|vn|ai|ei|ao|ou|an|en|[aoeiuv]"
_SYLLABLE = re.compile(f"(?:{_INITIALS})(?:{_FINALS})|ang|eng|ai|ei|ao|ou|an|en|er|a|o|e")
_PINYIN = re.compile(f"(?:{_SYLLABLE.pattern})+")
_JAPANESE = re.compile(
    r"(?:(?:[kstnhmrgzdbp]y?|sh|ch|ts|[yfjw])?[aeiou]{1,2}(?:n(?![aeiouy]))?|(?<=[aeiou])[kstp])+"
)
_JAPANESE_SECOND_SIGNS = frozenset("田本山川木村藤井野島口崎原沢橋上下中森林石池谷内部辺渡津倉宮泉")


def parts(word: str) -> tuple[str, ...]:
    """Part a run of Chinese characters into surname and given name; longer than four signs it stays whole."""
    length = 2 if word[:2] in _TWO_SIGN_SURNAMES else 1
    if not length < len(word) <= 4:
        return (word,)
    return word[:length], word[length:]


@lru_cache(maxsize=20_000)
def pinyin(word: str) -> str:
    """Read Chinese characters in pinyin without tones or spaces; a surname by its reading as a surname."""
    if word in _SURNAME_READINGS:
        return _SURNAME_READINGS[word]
    return "".join(anyascii(sign).lower() for sign in word if sign.isalnum())


def simplified(word: str) -> str:
    """Write the traditional signs that are frequent in names in their simplified form."""
    return word.translate(_TO_SIMPLIFIED)


def is_pinyin(word: str) -> bool:
    """Whether a lower-case Latin word can be cut into syllables of pinyin."""
    return _PINYIN.fullmatch(word.replace("ü", "v")) is not None


def is_syllable(word: str) -> bool:
    """Whether a lower-case Latin word is one syllable of pinyin, as most Chinese surnames are."""
    return _SYLLABLE.fullmatch(word.replace("ü", "v")) is not None


def spellings(reading: str) -> frozenset[str]:
    """How a surname read so in pinyin is spelt elsewhere; empty if nothing is known."""
    return _OTHER_SPELLINGS.get(reading, frozenset())


def may_be_japanese(signs: str, latin: str) -> bool:
    """Whether Chinese characters may be a Japanese name for which the Latin words are the reading."""
    is_typical = len(signs) >= 3 and (signs[1] in _JAPANESE_SECOND_SIGNS or parts(signs) == (signs,))
    is_long = len(signs) == 4 and signs[:2] not in _TWO_SIGN_SURNAMES
    return (is_typical or is_long) and all(_JAPANESE.fullmatch(word) for word in latin.split())
