"""Words by which rules recognise dangers, lockouts, special operations, roles and reports in Chinese and English."""

import re
from collections.abc import Mapping

from sopcurric.linguistics.levels import word_set


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


VAGUE = _words(
    "适当|适量|酌情|合适|合理(?!化)|尽快|尽量|及时|必要时|视情况|视情(?!况)|一段时间|少许|稍许|若干",
    "一定的?(?:量|时间|温度|压力|程度|范围|高度|距离|数量|比例|浓度|开度|速度|间隔)",
    r"\bas (?:needed|necessary|required|appropriate)\b|\b(?:if|when|where) (?:necessary|needed)\b|\bfor some time\b",
    r"\bas soon as possible\b|\b(?:in)?appropriate(?:ly)?\b|\badequate(?:ly)?\b|\bsufficient(?:ly)?\b",
    r"\breasonabl[ey]\b|\bsuitabl[ey]\b",
)
"""Words that leave open how much, how long or when."""

MEASURE = _words(
    r"[≥≤＞＜±]|\d\s*(?:[%‰℃°ΩµμA-Za-z]|小时|分钟|秒|天|次|倍|米|毫米|厘米|吨|公斤|千克|克|升|兆帕|帕|度|圈|格|成|处)",
    r"\d+/\d+|不(?:超过|低于|高于|少于|大于|小于|足)|(?:大|小|高|低|多|少)于|以[上下内]",
    r"\b(?:at least|at most|less than|more than|not (?:above|below|over)|between)\b",
)
"""A number with its unit, or a comparison."""

STANDARD = _words(
    "无(?!关)|不(?:得|能|应|漏|动|再)|应(?!急)|一致|符合|合格|齐全|完好|正常|到位|为零|指零|达到|确认|全[开关通]|平稳|稳定",
    "穿戴|佩戴|持[^，,]{0,10}证|急停|撤离",
    "直[至到]|排[净空尽]|清楚|规定|要求|畅通|关严|锁定|归零|灵活|可靠",
    r"\b(?:must|should|shall|no|none|zero|until|within|intact|complete|stable|according to)\b",
    r"\b(?:make sure|confirm|without)\b",
)
"""Words that say what must hold when a step is done."""

PROHIBITED = _words("禁止|严禁|不得(?!不)|不准|不许|切勿|勿", r"\b(?:never|do not|don't|must not|no)\b")
"""Words that forbid what follows."""

SAID_AS_STEP: Mapping[str, re.Pattern[str]] = {
    "warnings": _words(
        r"\s*(?:警告|严禁|禁止|切勿|不得|不准)|\s*危险(?=[:：！!，,])|\s*[当小]心(?=[:：！!，,烫触坠滑碰夹中])",
        r"\s*(?:warning|danger)(?=[:!.,])|\s*(?:never|do not|don't)\b",
    ),
    "cautions": _words(r"\s*注意(?!力|观察|监视|检查|倾听|听|查看|保持)", r"\s*(?:caution|attention)(?=[:!.,])"),
    "notes": _words(r"\s*(?:备注|提示|说明|注)[:：]", r"\s*note:"),
}
"""Beginnings of sentences that are no deed, by the key that they belong to."""

DANGER_BEHIND = _words(
    r"[，,。；;]\s*(?:注意|当心|小心|谨防|防止)[^，。；,;]{0,6}(?:烫|灼|触电|坠|滑|碰|夹|中毒|窒息|爆|喷|砸|绞|伤)",
    r"[,;.]\s*(?:beware of|watch out for|mind the)\b",
)
"""A danger to people that is told behind the deed."""

LEAD_IN = _words(
    r"(?:[:：]|如下|(?:以下|下列)(?:步骤|内容|顺序|要求|项目|几点|方法|规定)(?:操作|执行|进行|处理)?)[。.]?\s*\Z",
    r"\b(?:as follows|the following(?: \w+)?)[.:]?\s*\Z",
)
"""Ends of sentences that announce something below."""

THEN = _words(r"[；;]|然后|随后|接着|之后再", r",?\s+and then\b|,\s*then\b")
"""What parts one deed from the next."""

CONDITION = _words(
    r"\s*(?:当|若|如|待|否则|必要时|发现|遇|仅|仍|超过|低于|高于|应(?!急)|无|须(?:为|在))|[^，,]{0,18}(?<![及定按准同小])时(?![间候段])"
)
"""Beginnings of a part that is done in some cases only, or says what must hold."""

ROLE = _words(
    "(?<!无)人(?!孔|工)|[长员师]|[电焊钳仪操化]工|主任|经理|调度|中控|主控|内操|外操|值班|部门?|班组|车间|岗位|双方|安环|科|处",
    r"\b(?:operator|leader|supervisor|foreman|engineer|manager|electrician|technician|control room|inspector|officer|"
    r"head|team|worker|fitter|person|shift|dispatcher|laboratory|department|chief)s?\b",
)
"""Words for somebody who may release, sign or be told."""

REPORT = _words(
    "报告|汇报|上报|报[请经告]|通知|移交|请示|联系|呼叫|报警|告知|交(?:由|给|班|检修|设备|电工|仪表|岗位|下一?班)",
    r"\b(?:report|notify|inform|hand(?:ed)? over|call|tell|alert|contact)\w*\b",
)
"""Words by which a matter is passed on to somebody."""

SHIFTS = _words(
    "[三四五两二][班值]|倒班|轮班|轮值|班制|交接班",
    r"\b(?:two|three|four|five|rotating|night|in) shifts?\b|\bshift (?:work|system|rota)\b",
)
"""Words for work in shifts."""

HANDING_OVER = _words("交接|接班|交班", r"\bhand(?:ing)?[- ]?over\b")
"""Words for the hand-over of a shift."""

TELEPHONE = _words("电话|拨打|对讲|内线|分机|呼叫|报警|120|119", r"\b(?:phone|call|radio|extension|dial)\b")
"""Words for a call."""

# --- Lockout (GB/T 33579) ---

LOCKING = _words(
    "上锁|挂锁|锁定|加锁|挂牌|上牌|能量隔离|LOTO",
    r"\block(?:ed|ing)?[- ]?(?:out|and tag)?\b|\btag(?:ged|ging)?[- ]?out\b",
)
"""Words for locking an isolation point."""

ISOLATING = _words(
    "隔离|断电|停电|切断(?:动力)?电源|断开(?:动力)?电源|盲板|隔断|拉下?闸",
    r"\bisolat\w+|\bde-?energi[sz]\w+|\bblinds?\b",
)
"""Words for cutting off energy otherwise."""

LOCKED = _words("上锁|挂锁|加锁", r"\block(?:ed)? (?:out|the|each|it)\b|\blockout\b|\bapply (?:the |a )?locks?\b")
"""Words for the deed of locking itself."""

RELEASING = _words(
    "解锁|摘牌|开锁|取[下锁]锁?|拆[除下]?锁|锁具?.{0,12}(?:解除|拆除|取下|摘除)|解除.{0,6}(?:锁|隔离|挂牌)|撤锁|摘锁",
    r"\bunlock\w*\b|\b(?:remov|releas|tak)\w* (?:\w+ ){0,3}(?:locks?|tags?|lockout|isolation)\b",
    r"\block(?:s|out)? (?:\w+ ){0,3}(?:removed|released|off)\b",
)
"""Words for taking locks and tags off."""

TEST_START = _words(
    "试启动|试启(?!动)|试开机|按.{0,4}启动按钮", r"\btry to start\b|\btest start\b|\battempt(?:ed)? (?:a )?start\b"
)
"""Words for proving by a start that fails."""

DISMANTLING = _words(
    "拆卸|拆开|拆除(?!锁|盲板|警戒)|拆下|解体|打开人孔|拆检|揭盖",
    "清[理扫除洗].{0,8}(?:内部|内壁|腔内|筒体|叶轮|滚筒|滤网)|疏通|清堵",
    "更换.{0,10}(?:轴承|密封|阀|隔膜|皮带|叶轮|衬板|滤布|电机|电动机|联轴器|刀|锤头|托辊|链条|泵)",
    r"\b(?:dismantl|disassembl|dismount)\w*|\bopen the manhole\b",
    r"\breplac\w+ (?:\w+ ){0,3}(?:bearing|seal|valve|belt|impeller|liner|pump|motor)s?\b",
)
"""Words for work inside a machine."""

# --- Special operations: GB 30871 and work that needs a certificate ---

SPECIAL_WORK: Mapping[str, re.Pattern[str]] = {
    "hot-work": _words("动火|电焊|气焊|气割|焊接|焊补|补焊", r"\b(?:weld|gas[- ]cutting|hot work|flame[- ]cut)\w*"),
    "confined-space": _words(
        "[受有]限空间",
        r"(?:\A|[\n，。；、,;]|人员?|后|再|方可)进[入到]?[^，。；,;]{0,6}(?:罐|槽|釜|塔|仓|炉膛|窑|容器|烟道|地沟|井)"
        r"(?:内|里|中|清|检|作业)",
        r"进[罐槽釜塔仓窑]",
        r"\bconfined space\b",
        r"\b(?:enter|climb into|go into) the (?:\w+ )?(?:tank|vessel|silo|bin|furnace|kiln|pit|digester|settler)\b",
    ),
    "height": _words("高处作业|高空作业|登高", r"\bwork(?:ing)? at height"),
    "lifting": _words("吊装(?!孔|口|带|索|具|环)", r"\bheavy lift\w*|\blifting operation"),
    "temporary-power": _words("临时用电|临时电源|接临时电", r"\btemporary power\b"),
    "blind-plate": _words(
        "抽堵盲板|抽[加插]盲板|[加插装抽拆]装?[除]?盲板|盲板抽堵",
        r"\b(?:insert|fit|remove|install)\w* (?:the |a )?blinds?\b",
    ),
    "excavation": _words("动土(?!豆)|破土|开挖", r"\bexcavat\w+"),
    "road-closure": _words("断路作业", r"\broad closure\b|\bclose the road\b"),
}
"""Words for the special operations of GB 30871, by kind of permit."""

PERMITTED = _words("作业票|作业证|许可证|工作票|动火证|审批|办票|作业许可", r"\bpermits?\b")
"""Words that say that leave was given."""

CERTIFIED_WORK: Mapping[str, re.Pattern[str]] = {
    "electrical": _words(
        "电气作业|倒闸|接线(?!盒|端|图|柱|牢|状|情|后|时|前|正|错)|拆线|验电|测量[^，、,]{0,8}绝缘|摇测|测绝缘|更换(?:保险|熔断器|接触器)|断开动力电源",
        r"\b(?:connect|disconnect) the (?:motor|cable)",
        r"\binsulation resistance\b|\bswitching operation\b|\bprove (?:it )?dead\b",
    ),
    "welding": _words("电焊|气焊|气割|焊接|焊补|补焊", r"\bweld\w*|\bgas[- ]cut\w*"),
    "height": _words("高处作业|高空作业|登高", r"\bwork(?:ing)? at height"),
    "refrigeration": _words("制冷机|充[灌注]?氟|氨制冷|制冷剂", r"\brefrigerant\b|\bammonia refrigeration\b"),
    "gas": _words(
        "带煤气|煤气.{0,6}(?:置换|吹扫|点火|送气|停气|引气|取样|放散|检修)|引煤气|送煤气",
        r"\b(?:coal|producer|converter) gas\b.{0,20}\b(?:purg|ignit|sampl)\w*",
    ),
    "crane": _words(
        "操作(?:行车|天车|桥式起重机|起重机)|开行车|开天车", r"\b(?:operate|drive) the (?:overhead )?crane\b"
    ),
}
"""Words for work of which the one who does it must hold a certificate."""

CERTIFICATE = _words("持.{0,14}证|持证|作业证|操作证|资格证|证书", r"\bcertificat\w+|\blicen[cs]e\w*|\bqualified\b")
"""Words for a certificate."""

# --- Parameters ---

DIMENSIONLESS = _words(
    r"α|pH|比值|[铝钠钙]硅比|分子比|摩尔比|质量比|[液固]{2}比|铁硅比|比例|比\Z|指数|系数|A/S|N/S|C/S|比重|相对密度|功率因数",
    r"等级|级别|品级|个数|台数|次数|档位|编号|因数|MR\b",
    r"\b(?:ratio|factor|coefficient|index|grade|count|number of|modulus)\b",
)
"""Names of quantities without a unit."""

# --- Check lists by tag ---

CHECK_LISTS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "molten-metal": {
        "dry-tools": _words("干燥|预热|烘[干烤]|烤干|无水分|去潮|不潮湿", r"\bdry\b|\bdried\b|\bpreheat\w*"),
        "dry-pit": _words(
            "(?:坑|地面|地坪|沟|铸井|作业区|事故区).{0,12}(?:积水|潮湿|干燥|无水)|(?:无|有|清除|排净|严禁)积水",
            r"\b(?:pit|floor|spill area)s?\b.{0,30}\b(?:dry|water)\b|\bno (?:standing )?water\b",
        ),
        "cooling-water": _words(
            "(?:冷却水|水套|水冷|循环水|冷却件|结晶器).{0,20}(?:漏|断水|中断|温差|流量)|(?:漏|断)水.{0,20}(?:停|撤|切断|应急)",
            r"\b(?:cooling water|water jacket|water-cooled)\b.{0,40}\b(?:leak|fail|loss|flow|temperature)\w*",
        ),
        "crane-path": _words(
            "(?:吊运|吊包|行车|天车|起重机|吊物|包).{0,16}(?:下方|路线|通道|经过|范围|站人|停留|撤离|警戒|避让)",
            r"\b(?:crane|ladle|load)\b.{0,40}\b(?:path|under|below|route|clear|keep)\w*",
        ),
    },
    "toxic-gas": {
        "gas-monitor": _words(
            "(?:检测|报警|监测).{0,4}仪|气体报警|便携式|固定式.{0,6}(?:检测|报警)",
            r"\b(?:gas|CO|portable) (?:monitor|detector|alarm)s?\b",
        ),
        "ventilation": _words("通风|排风|换气|置换|上风", r"\bventilat\w+|\bupwind\b|\bpurg\w+"),
        "breathing-apparatus": _words(
            "呼吸器|防毒面具|长管|供气式", r"\bbreathing apparatus\b|\bgas mask\b|\brespirator\b|\bSCBA\b"
        ),
    },
    "high-pressure": {
        "relief-before-opening": _words(
            "[泄卸]压|泄放|放空|压力.{0,8}(?:为零|归零|至零|到零|指零)|(?:严禁|禁止|不得).{0,4}带压",
            r"\bdepressuri[sz]\w+|\brelie(?:ve|f)\b|\bvent(?:ed|ing)?\b|\bzero pressure\b|\bunder pressure\b",
        ),
        "safety-valve": _words("安全阀|爆破片|泄压装置", r"\b(?:safety|relief) valves?\b|\brupture dis[ck]s?\b"),
    },
    "live-line": {
        "insulation": _words("绝缘(?:手套|靴|鞋|垫|工具|杆|台|毯)", r"\binsulat\w+ (?:gloves|boots|mat|tool|pole)s?\b"),
        "two-point-contact": _words(
            "两点|同时(?:接触|触及)|跨接|短路|零相|验电|接地|两槽|槽间",
            r"\btwo[- ]point\b|\bbridg\w+|\bshort[- ]circuit\b|\bearth(?:ed|ing)\b",
        ),
    },
}
"""What an SOP must speak of, by its tag (domain: SOP-10 for molten metal; general rules for the others)."""

MOLTEN = _words(
    "铝液|铝水(?!泥)|铁水|钢水|铜水|冰铜|熔体|熔融金属|熔铝|铜锍|粗铜液|锌液|铅液",
    r"\bmolten (?:metal|aluminium|aluminum|iron|copper)\b|\bmatte\b",
)
"""Words for molten metal."""

# --- Abbreviations ---

ABBREVIATION = re.compile(r"(?<![A-Za-z0-9/_.\-])[A-Z]{2,6}(?![A-Za-z0-9/_\-₀-₉ₐ-ₜ])")
"""A word of capitals that is no part of a number, tag or formula."""

KNOWN_ABBREVIATIONS = word_set(
    """
    GB GBZ YS AQ TSG DB JB HG HJ SH DL JJG JJF ISO IEC EN OK NO ID PLC DCS CAT CO HF SO NH HCL PVC LED UPS AC DC PDF PPM
    DN PN II III IV VI VII VIII XI XII KV KW MPA KPA PH LL HH SOP
    """
)
"""Abbreviations that need no explanation: standards, units, formulas, numerals, common instruments."""

_CLAUSE = re.compile(r"[，。；,;]")


def is_done(words: str, cue: re.Pattern[str]) -> bool:
    """Whether work that a cue stands for is done in a sentence, and not only forbidden."""
    return any(cue.search(clause) and not PROHIBITED.search(clause) for clause in _CLAUSE.split(words))
