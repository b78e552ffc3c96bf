"""Chinese verbs of one character, what completes them (拧+紧, 拔+出), and names that begin with either."""

from collections.abc import Iterator

from sopcurric.linguistics.levels import VerbLevel, word_set

BARE: dict[VerbLevel, str] = {
    VerbLevel.PERCEIVE: "盯瞧闻嗅",
    VerbLevel.PREPARE: "选领拿佩蹲办",
    VerbLevel.PROTECT: "堵",
    VerbLevel.OPERATE: "摇扳拨踩扭拧吊开关停合按",
    VerbLevel.HANDLE: "插拔扒塞绑捆扎抽灌浇捞捅挖掏拖拽挪移扶托抓捏捡收扔埋筛兑晾烘烧洒泼蘸拌攥抖",
    VerbLevel.CLEAN: "刷吹涮掸铲剔",
    VerbLevel.ASSEMBLE: "焊割锯锉钻铣镗铰攻顶卡钉铆缠撬剪砸松掀揭摘拴搭砌戳凿",
    VerbLevel.ADJUST: "设",
    VerbLevel.RECORD: "签画抄",
    VerbLevel.COMMUNICATE: "喊叫问请",
}
"""Verbs of one character beside those that stand with the others, under their level."""

BOUND: dict[VerbLevel, str] = {
    VerbLevel.PERCEIVE: "守",
    VerbLevel.PREPARE: "备配带站",
    VerbLevel.PROTECT: "锁封撤",
    VerbLevel.OPERATE: "旋转点熄落打",
    VerbLevel.HANDLE: "充注举握吸引导码立烤晒扑裹摆运",
    VerbLevel.CLEAN: "清冲",
    VerbLevel.ASSEMBLE: "磨刨切紧校修压夹扣套垫支撑包粘翻固",
    VerbLevel.ADJUST: "找对退铺",
}
"""Verbs of one character that also begin many names, so that they are verbs only where something completes them."""

_COMPLETIONS = (
    ("拔插推拉抽提吊抬搬取拿拖拽挪移扶托举捞掏挖扒铲撬顶敲砸放倒装卸退引导吸排收抓切剪割", "上下出开入进回起"),
    ("推拉提抬搬拿拖挪移运吊", "走离"),
    ("拧旋压夹卡扣绑捆扎系缠套垫塞堵封锁钉焊粘贴盖包裹接装挂插固紧顶撑支盯守抓握扶", "上住紧好牢死严满稳"),
    ("拧旋撬敲剪切割锯砸扳拨翻掀揭摘拆卸换刮铲擦扒扫刷冲吹洗清捅磨锉打", "下开掉净干断松碎通透光"),
    ("调校找磨刮垫摆放立装扶拉对铺码刨铣锉", "平正准直齐"),
    ("关合", "上严死紧"),
    ("戴穿佩系备领带站写填签报擦洗清停修换选配", "上好齐足全"),
    ("停放", "稳"),
    ("涂抹", "满匀好"),
    ("打撤退取调", "出回下开"),
    ("烘烤晾吹擦抽晒", "干"),
    ("放抽排倒", "空净尽光"),
    ("装灌注加倒", "入满足"),
    ("充", "入足"),
    ("落点熄扑", "下着灭"),
)
"""Verbs and what may complete them: where to (上下出入…) and with what result (住紧净平…)."""

NAMES = word_set(
    """
    插头 插座 插件 插销 插板 选矿 选型 选项 领导 领班 备件 备品 备机 配件 配电 配重 配置 配比 配方 带式
    站长 站房 站内 站台 锁具 锁扣 锁紧 围栏 围堰 围带 隔膜 隔板 隔热 隔壁 封头 封条 封面 堵头 堵板 罩子 罩壳 避雷 避让
    泄漏 泄露 摇臂 摇把 摇表 扳手 扳机 拨叉 拨杆 拨码 拧矩 旋风 旋塞 旋流 旋钮 转盘 转速 转臂 转动 转向 转台 转换 点位
    点焊 点火 点数 吊具 吊钩 吊带 吊索 吊耳 吊点 吊车 吊物 吊环 吊臂 吊篮 吊梁 吊链 吊绳 吊杆 落差 落料 落地 落物
    开关 开停 开裂 关节 停电 停水 停风 停气 合闸 合同 合理 按钮 按键 塞尺 塞子 塞棒 绑带 绑绳 扎带 扎线 抽屉 抽风
    灌区 充电 充分 注射 注意 注浆 浇口 浇铸 浇包 喷嘴 喷枪 喷头 喷淋 喷雾 喷煤 喷油 喷射 喷咀 浸出 浸没 拖车 拖链
    拖拉 移相 移液管 扶手 扶梯 托辊 托架 托盘 托轮 托槽 托板 举升 抓斗 抓手 握把 握力 捏合 收尘 收集 收入 收发
    扔弃 埋弧 堆垛 堆场 堆焊 滤饼 滤液 滤布 滤网 滤芯 滤板 滤片 滤纸 滤料 滤室 滤机 滤袋 筛网 筛板 筛分 筛机 投影
    喂料 烘炉 烘箱 烘房 烤箱 刷子 刷握 刷架 清水 清液 清单 清洁 清晰 清楚 冲击 冲程 冲压 吹管 吹炉 铲刀 铲斗
    焊机 焊枪 焊条 焊缝 焊口 焊工 焊丝 焊剂 焊接 焊渣 焊材 焊点 焊钳 焊把 焊件 割枪 割刀 割炬 割嘴 锯条 锯床 锯片 锉刀
    磨机 磨床 磨头 磨损 磨辊 磨盘 磨轮 磨粒 磨削 磨矿 磨内 磨音 磨尾 磨煤 钻头 钻床 钻孔 钻机 铣刀 铣床 刨床 刨刀
    刨花 镗床 镗刀 镗孔 镗杆 铰刀 铰链 铰孔 套管 套筒 套圈 套环 垫片 垫圈 垫铁 垫板 垫块 垫木 支架 支座 支柱 支承 支路
    支点 支管 支护 支腿 支票 撑杆 撑脚 顶杆 顶部 顶丝 顶针 顶盖 顶板 顶压 顶尖 顶升 顶端 顶轴 压力 压差 压缩 压板 压盖
    压滤 压风 压头 压辊 压线 压环 压块 压实 压浆 压片 压裂 压机 压榨 压煮 夹具 夹子 夹板 夹角 夹头 夹层 夹渣 夹钳
    卡具 卡盘 卡箍 卡子 卡钳 卡尺 卡环 卡涩 卡阻 卡料 卡片 卡套 卡死 卡轨 卡扣 卡口 扣件 扣板 钉子 铆钉 缠绕 裹挟 包装
    包括 包子 包壁 包内 包体 包车 包机 粘度 粘结 粘土 粘接 撬棍 撬杠 撬棒 剪刀 剪切 剪床 切口 切线 切削 切屑 切割 切点
    锤头 锤击 锤子 紧固 紧急 紧凑 紧度 松动 松香 松紧 松弛 校准 校验 修理 修正 补偿 补给 翻车机 翻斗 翻板 摘要 解体 解决
    解吸 设备 设施 设置 设定 设计 设为首 设想 设防 签名 签字 签章 画面 画笔 标准 标识 标志 标牌 标高 标签 标尺 标本 标示
    标样 标液 标号 标定 问题 请示 请假 叫号 拿捏 扭矩 扭力 扭转 启闭 启封 躲避 遮阳 遮光 撤离 扒渣 扒皮 挖机 挖掘 拖动
    移动 拨动 点动 点检 点击 点表 打火机 打壳机 打包机 打磨机 打印机 打捆机 打标机
    上部 下部 上端 下端 上盖 下盖 上层 下层 上侧 下侧 上轴瓦 下轴瓦 上限 下限 上位机 上游 下游 上料 下料 上水 下水 回水
    回油 回风 回路 进水 进风 进油 出水 出料 出渣 出风 出铝 出铜 开口 起重机 起动机 干燥剂 干粉 平衡块 平台 平面 直流
    净水 净油 净化 满负荷 断路器 断面 正极 正面 直径 松紧度 通道 通风 通气 透平 齿轮
    办公 办法 办公室 搭接头 砌体 砌块 凿子 拌料机 抖动 抄表员 洒水车
    烧杯 烧瓶 烧结 烧嘴 烧损 烧碱 烧伤 烧成 进给 进给量 吃刀量 背吃刀量
    推进液 推进器 推进剂 校园 校区 校企 校内 校外 加药量 加药泵 加药计量泵 供料风机 停送电
    抽空 卡死 锁号 公开 引导 辅导 主导 吸入 炉前
    对中仪 测量仪 力矩扳手
    """,
)
"""Names and longer words that begin with one of these verbs or with what completes one."""


def completed() -> Iterator[tuple[str, str]]:
    """Each verb that is made of one character and what completes it, with its first character."""
    for heads, ends in _COMPLETIONS:
        yield from ((head + end, head) for head in heads for end in ends if head + end not in NAMES)
    yield from ((f"{head}干净", head) for head in "清擦洗扫冲刷刮铲吹抹捞掏")
