"""Words that lead to a Chinese verb, and what makes a verb the first part of a name."""

import re

from sopcurric.linguistics.hand_verbs_zh import completed
from sopcurric.linguistics.levels import VerbLevel, word_set

LABEL = re.compile(
    r"\s*(?:[（(【\[]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）】\].、](?!\d)|"
    r"[（(【\[][^）)】\]]{1,16}[)）】\]]|[-–—*•·]\s+)\s*",
)
"""A number, a bullet or a bracketed remark before a step."""

_ADVERBS = word_set(
    """
    首先 先 然后 再 最后 随后 接着 继而 同时 并 并且 而后 之后 此后 立即 立刻 马上 及时 迅速 尽快 快速 缓慢 缓缓
    慢慢 逐渐 逐步 渐渐 依次 逐一 逐个 逐项 逐台 逐级 逐点 分别 重新 再次 反复 多次 定期 定时 按时 准时 每班
    每天 每日 每周 每月 每年 每小时 每次 必须 应当 应 须 需 需要 务必 一定 可 可以 方可 才能 方能 即可 就地 现场
    远程 远方 手动 自动 人工 就近 在线 当场 仔细 认真 全面 彻底 严格 正确 准确 规范 合理 小心 谨慎 轻轻 轻 轻微
    用力 均匀 平稳 匀速 稳妥 妥善 充分 完全 全部 完整 统一 集中 共同 双人 两人 一人 专人 单人 相互 互相 主动
    提前 事先 预先 及早 持续 连续 不断 间断 间歇 交替 对称 交叉 对角 顺时针 逆时针 单手 双手 亲自 当面 面对面
    口头 书面 电话 微 稍 稍微 略 适当 适量 少量 大量 严密 密切 加强 尽量 优先 随时 始终 一直 全程 全天 暂时 临时
    紧急 直接 不 勿 都 均 也 还 又 则 便 就 即 方 请 小幅 大幅 侧身 弯腰 下蹲 对口 确保安全后 依规 如实 详细
    清晰 清楚 实时 快 慢 缓 早 已 试 初步 进一步 继续 开始 停止后 停机后 由外向内 由内向外 自上而下 自下而上
    由上至下 由远及近 由小到大 由低到高
    分步 分批 分段 分次 赶紧 赶快 随即 当即 即刻 据此 只 只准 务须 千万 一律 平行 带压 带电 带病 自行 擅自 随意
    任意 盲目 单独 强行
    野蛮 违章 无证 照常 照样 再行 陆续 先行 首次 多人 轮流 缓 精心 细心 勤 经常
    """,
)
ADVERB = re.compile(
    r"(?:\s+|[^\W\d_]{1,5}地(?=[检确打关启停清测调紧拆安放取加开拧转推拉擦])|"
    r"每\s?(?:隔\s?)?[\d一二两三四半]*\s?个?(?:班|天|日|周|月|年|小时|h|min|分钟|"
    r"次)(?:至少)?(?:[一1两2]\s?次)?"
    r"|[\d一二两三四五十]+\s?(?:min|h|s|分钟|小时|秒)\s?(?:内|后|前)|[两二三一双2]\s?人(?:以上|一组)?|"
    r"提前\s?[\d一二两三半]+\s?个?(?:分钟|小时|min|h|天|班)|注意(?=观察|检查|监视|倾听|听|查看|控制|保持|调整|监护|核对)|第[一二三四]次|逐[槽台级个点项步层段班日相只]|"
    + "|".join(sorted(_ADVERBS, key=lambda word: (-len(word), word)))
    + ")",
)
"""One adverb, or a frequency or a deadline."""

PREPOSITIONS = re.compile(
    "按照|按|根据|依据|依照|参照|对照|遵照|结合|借助|通过|使用|利用|采用|运用|用|以|凭|经由|经|沿着|沿|从|自|"
    "在|于|由|随着|随|会同|配合|手持|拿(?![出下走掉起开好稳])|"
    "前往|进入|到达|到|去|于|趁|除",
)
"""Words that lead a phrase of means, place or order; some are verbs where nothing follows."""

WEAK_VERBS = word_set("按 拿 收到 使用 采用 到 到达 前往 进入 发现 等待 等 接到 接收 对照 配合 会同 遵守")
"""Verbs that give way to a verb in a later clause."""

CONDITION_START = re.compile(
    r"待|当(?!班|场|面|日)|若|如(?!实|下)|倘|假如|一旦|遇|每当|发现|发生|出现|因|由于|为(?!了?保)|为了|凡|除|接到|收到|[听看]到|[听看]见|闻到|感到"
)
CONDITION_END = re.compile(
    r"(?:(?<!前|最)后|(?<!目|面|提)前|(?<!及|定|计|按|准|实|小)时|期间|过程中|情况下|的同时|条件下|(?<!检查)状态下)$",
)
CONDITION_TURN = re.compile(
    r"之后|以后|之前|以前|(?<![前最])后(?!端|轴|侧|部|级|方|续|备|果)|(?<![目面提])前(?!端|轴|侧|部|级|方|往|"
    r"后)|(?<![及定计按准实同])时(?!间|效|段|候|钟)|"
    r"期间|过程中|情况下|的同时|状态下|条件下|完毕",
)
"""What begins, ends and turns a condition."""

TERMINATOR = re.compile(
    "顺序|次序|要求|规程|方法|方式|原则|标准|规定|计划|路线|步骤|程序|方案|比例|曲线|速度|速率|制度|指令|"
    "指示|操作票|工作票|票|表|清单|图纸|图|方向|配方|说明书|说明|数量|"
    "周期|频次|分工|结果|情况|需要|条件|参数|指标|范围|流程|内容|卡|单|位置|用量|浓度|温度|压力|分类|类别|规格",
)
"""Words that end a phrase with 按 or 根据."""

ROLE_END = re.compile(
    "(?:人员|[员工人长者师]|师傅|岗位|班组|双方|部门|单位|监护|主控|外操|内操|主操|副操|中控|调度|室|现场|"
    "集控|作业|方|侧|上|下|中|内|处|前|后|时|就地|远程)$",
)
"""Ends of a phrase that says who acts or where."""

VALUE_VERBS = frozenset("选调设开关放加减提抽打充拧降升摇插紧松转倒拉送装抬推配取烘磨刮铣钻镗烧串")
"""Verbs of one character that may stand between a thing and the value or the place that it is brought to."""

VALUE = re.compile(
    r"\s*(?:[至到为成](?!位|底)|在(?=[^，]))|(?:[上下进出回过起]|(?<=[上下进出回过起]))[去来]|(?<=[入至到在为])|(?<=对准)|"
    r"\s*(?:约|各|不[大小高低少多]于|不超过)?\s*[≤≥＜＞<>±+−-]?\s*[\d０-９]|"
    r"(?:半|[一二两三四五六七八九十]+)(?=[个圈扣遍次格档挡声步道层点分小秒])"
)
"""What a thing is brought to, behind the verb: `调|到`, `设|为`, `控制|50%`, `开|两扣`, `放|下去`, `插入|`."""

DRIFTING = word_set(
    """
    升 降 上升 下降 升高 降低 增加 减少 增大 减小 升温 降温 达到 稳定 保持 维持 运行 运转 停留 停止 停车 停机 停运
    超过 静置 等待 进入 冷却 等于 空转 反转 移动 提高 变化
    """,
)
"""Verbs that also tell what a thing does by itself, so that they give way to one in another clause."""

ATTAINED = re.compile(r"干净|平整|平直|牢固?|平|均匀|到位|合格|整齐|光滑|紧|好|净|严密|完整|齐全?")
"""What a work by hand attains where the clause ends with it: `焊缝打磨|平整`."""

COMES = re.compile(r"[\u4e00-\u9fff](?=[上下进出回过起开][来去]|[到至入](?=[^，]))")
"""A character before what tells where to, so that it is a verb though no list has it: `把渣|钩出来`."""

WITH = re.compile(
    r"(?<![使采作费备利专常通应公信急惯调选启停占适合])用(?![品具户量途于]|[电水气汽风料煤油药][量户点])(?=[^，]{2,})"
)
"""Means in the middle of a clause, behind the thing that is worked on: `轴承|用煤油清洗`."""

LIMIT = re.compile(r"超过|超出|大于|小于|高于|低于|多于|少于|以上|以下|异常|不[足良正]|[过超][高低大小快慢]")
"""What shows that a clause tells a state of things."""

PROHIBITION = re.compile(
    r"严禁|禁止|不得|不准|不许|不允许|不要|不应|不可|切勿|请勿|勿|切忌|严防|千万别|别(?=[^的处人墅名])"
)
"""Words that forbid what follows."""

MODAL = re.compile(
    rf"(?:{PROHIBITION.pattern}|必须|务必|应当|应该|(?<![反供相效对适感响])应(?![急力变答付有对])|"
    r"(?<![必所急])需要?(?![求氧])|(?<!必)须|(?<![主重需必只不次概摘纪扼紧])要(?![求点素害件领么是])|(?<![取获使所难])得(?=[先把将用在戴穿等关停开])|一律|方可|才能|才可|就(?![地近位绪])|立即|立刻|马上|赶紧|随即)"
)
"""Words inside a clause that what is to be done, or not to be done, follows."""

SOON = re.compile(r"就(?![地近位绪])|立即|立刻|马上|赶紧|赶快|随即|方可|才能")
"""Words that turn from what is noticed to what is done about it."""

_PROCESSES = word_set(
    """
    进料 出料 下料 加料 配料 给料 放料 卸料 上料 循环 冷却 回收 洗涤 过滤 输送 搅拌 干燥 沉降 溶出 焙烧 保温 加热 排气
    排污 排风 送风 补水 给水 供水 加药 稀释 电解 熔炼 吹炼 浇铸 升压 增压 降压 润滑 搅动 吸附 混合 反应 净化 运行
    启动 停车 切换 操作 焊接 切割 喷吹 清灰 通风 均压 鼓风 预热 烘干 充电 放电 起吊 制动
    """,
)
_PROCESS_THING = re.compile(
    r"(?:(?<=[出入回])[管口阀]|[塔槽罐机泵阀炉箱柜器釜窑池仓段带])(?![^，]{0,2}$)|时间|温度|压力|流量|浓度|速度|转速|周期|电流|电压|量|比|液位|风量|间隔|次数"
)
"""Processes, and what they are put before to name a thing or what is measured: `干燥塔`, `排气压力`."""

RESULT = re.compile(r"好(?!转)|完毕|完成|完(?![整好善])|净(?!化|水)|掉|清楚|齐全?")
"""What may follow a verb and belongs to it."""

SINGLE_FRONTED = frozenset(
    "放装挂推拉打开关置移送调升降加倒收交报存拆拧旋换接切插吊抬提投转退引取卸导排停擦擦扣压存锁贴归运"
    "摇设拔扒塞绑抽灌充注浇喷吹烧割磨钻缠捞扳剪拖拽挪扶托举拿堵封撤泄混投喂选敲撬砸刷刮涂焊夹顶"
)
"""Verbs of one character that may follow an object with 将."""

SAFE_SINGLE = frozenset(
    "停关开接调测拆装换挂查降减加升取抬推拉擦盖戴穿洗称放送插拔扒塞绑捆堵拧铲舀倒灌注抽吹扫刮敲砸扳摇选填写卸搬吊扶剪割焊提"
)
"""Verbs of one character that may follow a condition without a comma."""

ROLE_START = re.compile(
    r"(?:[^，\d]{0,8}?(?:人员|双方|本人|负责人|监护人|[电焊钳仪表]工|操作员|班长|组长|主控|中控|外操|内操|"
    r"主操|副操|师傅|两人|一人))(?=[^，]{2})",
)
"""Who acts, at the head of a clause."""

CHANGES = re.compile("下降|上升|升高|提高|降低|变化|增加|减少|增大|减小")
"""Verbs that close a phrase with 随."""

_ABOUT = re.compile(
    r"器|柜|票|员|钮|仪|盘|负责人|顺序|步骤|要求|规程|程序|标准|方案|记录(?!$)|方法|方式|原则|规定|计划|作业|"
    r"工作|过程|期间|[前后](?![轴端])|时(?!间)|的|结果|质量|"
    "部位|部件|按钮|曲线|指令|路线|次数|画面|内容|周期|现场|手柄|岗位|制度|合格的|用品|工具|机构|工(?!作|件|具|艺|序|况|程|业|段|器|装)|项目|申请|和(?=.{1,4}(?:条件|情况|状态))",
)
_PROPERTY = re.compile(
    "情况|状态|条件|位置|信号|参数|时间|负荷|系统|措施|温度|压力|电流|流量|装置|阀(?!门)|泵(?!体)|槽|"
    "深度|力矩|速度|高度|频率|行程|转速"
)
_MEASURED = frozenset(
    {VerbLevel.CLEAN, VerbLevel.ADJUST, VerbLevel.MEASURE, VerbLevel.VERIFY, VerbLevel.PERCEIVE, VerbLevel.RECORD}
)
_HANDS = frozenset({VerbLevel.OPERATE, VerbLevel.HANDLE, VerbLevel.ASSEMBLE})
_EXTENT = re.compile("的|余量|公差|误差|深度|力矩|速度|高度|间隔|周期|频率|行程|角度")
_DIRECTED = frozenset("入至到在为成")
COMPLETED = frozenset(word for word, _ in completed())
"""Verbs with what completes them."""

_OUT, _OPENINGS = frozenset("出入回进"), frozenset("管口阀泵压量侧端深速温角")
"""`吸出管`, `排出口`: where something comes out is called so."""


def inner_names(text: str, after: int, verb: str, level: VerbLevel) -> bool:
    """Whether what follows makes the verb the first part of a name (检修记录, 启动条件)."""
    if verb in COMPLETED or verb[-1] in _DIRECTED:
        return verb[-1] in _OUT and text[after : after + 1] in _OPENINGS
    return bool(_ABOUT.match(text, after) or (level not in _MEASURED and _PROPERTY.match(text, after)))


def leads_name(text: str, verb: str, level: VerbLevel) -> bool:
    """Whether the verb that a clause begins with is the first part of a name (干燥塔, 排气压力, 升温速度)."""
    if verb in _PROCESSES or verb[-1] in _OUT:
        return bool(_PROCESS_THING.match(text, len(verb)))
    return level in _HANDS and bool(_EXTENT.match(text, len(verb)))
