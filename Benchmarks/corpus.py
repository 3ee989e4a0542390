#!/usr/bin/env python3
"""Writes a folder of made acts to measure with: the same bytes for the same count and seed.

    corpus.py FOLDER COUNT [--seed N] [--scale N]

COUNT is the number of files: each act is an order with a regulation, a roster and a roadmap. Every tenth act is the
superior of the nine that follow. Sizes are spread as in life: most files have 2 to 8 KB, some ten times as much;
with --scale all acts have one size: 1 makes five or six pages in print. Everything in them is invented.
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

REGIONS = ["Заозёрской области", "Приреченской области", "Светлогорского края", "Верхнедольской области"]
THEMES = [
    "доступности официальной информации", "понятного официального языка", "электронного документооборота",
    "бережного отношения к воде", "безопасности дорожного движения", "развития народных промыслов",
    "цифровой грамотности населения", "охраны памятников природы", "поддержки молодых семей",
    "качества дорожного покрытия", "работы с обращениями граждан", "развития внутреннего туризма",
]
BODIES = [
    ("рабочая группа", "рабочей группы", "рабочей группе", "Рабочая группа", "руководитель", "f"),
    ("комиссия", "комиссии", "комиссии", "Комиссия", "председатель", "f"),
    ("координационный совет", "координационного совета", "координационном совете", "Координационный совет", "председатель", "m"),
]
SURNAMES = [
    "Абрамов", "Белов", "Власов", "Громов", "Данилов", "Егоров", "Жуков", "Зимин", "Ильин", "Карпов", "Лапин",
    "Маслов", "Носов", "Орлов", "Панин", "Рябов", "Савин", "Титов", "Уваров", "Фомин", "Храмов", "Чернов", "Шилов", "Яшин",
]
GIVEN = [("Илья", "Петрович"), ("Олег", "Иванович"), ("Анна", "Сергеевна"), ("Вера", "Павловна"), ("Глеб", "Юрьевич"), ("Нина", "Олеговна")]
POSTS = ["начальник отдела", "заместитель министра", "директор учреждения", "ведущий советник", "начальник управления", "главный специалист"]
OFFICES = ["Министерство развития", "Департамент информации", "Управление делами", "Комитет по труду", "Агентство связи"]
DATIVE = {"Министерство": "Министерству", "Департамент": "Департаменту", "Управление": "Управлению", "Комитет": "Комитету", "Агентство": "Агентству"}
DUTIES = [
    "подготовить предложения о мерах, которые необходимы для достижения целей настоящего акта",
    "представить сведения о выполнении работ и о препятствиях, которые выявлены при их выполнении",
    "обеспечить размещение документов на официальном сайте в доступном для чтения виде",
    "провести совещание с представителями заинтересованных организаций и обобщить его итоги",
]
TASKS = [
    "рассматривает предложения органов исполнительной власти и готовит по ним заключения",
    "обобщает опыт других областей и предлагает меры, которые могут быть применены",
    "оценивает ход работ и сообщает о задержках должностному лицу, ответственному за их выполнение",
    "даёт разъяснения по вопросам, отнесённым к её ведению, и публикует ответы на частые вопросы",
    "согласует действия организаций, участвующих в выполнении работ, и разрешает разногласия между ними",
]
WORKS = [
    ("Определение перечня {x}", "перечень {x}"), ("Разработка порядка учёта {x}", "проект порядка учёта {x}"),
    ("Утверждение порядка учёта {x}", "приказ об утверждении порядка учёта {x}"), ("Инвентаризация {x}", "справка об итогах инвентаризации {x}"),
    ("Обучение служащих по вопросам {x}", "отчёт об обучении служащих"), ("Опубликование сведений о состоянии {x}", "страница официального сайта"),
    ("Оценка состояния {x}", "отчёт об оценке состояния {x}"),
]
OBJECTS = ["официальных страниц", "общественных приёмных", "учебных программ", "подъездных путей", "архивных дел", "сельских библиотек"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]


def printed(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} г."


def weekday(day):
    """A day from Tuesday to Thursday, away from the days that decrees move."""
    while day.weekday() not in (1, 2, 3) or (day.month, day.day) in {(1, d) for d in range(1, 12)} | {(11, 4), (11, 3), (5, 1), (5, 9), (6, 12), (2, 23), (3, 8), (12, 31), (12, 30), (4, 29), (4, 30), (5, 8), (5, 2)}:
        day += timedelta(days=1)
    return day


class Act:
    def __init__(self, index, seed, scale=None):
        self.random = random.Random(f"{seed}/{index}")
        pick = self.random.choice
        self.region, self.theme, self.body = pick(REGIONS), pick(THEMES), pick(BODIES)
        self.day = weekday(date(2021, 1, 12) + timedelta(days=self.random.randrange(1500)))
        self.number = f"{index + 1}-р"
        # Sizes as in life: a long tail.
        self.scale = min(16, max(1, round(self.random.lognormvariate(1.4, 0.75))))
        if scale:
            self.scale = scale

    def head(self, **keys):
        return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n\n"

    def order(self):
        nominative, genitive, prepositional, short, chair, _ = self.body
        title = f"О {prepositional} по вопросам {self.theme} в {self.region.replace('ой области', 'ой области')}"
        keys = dict(вид="распоряжение", название=title, номер=self.number, дата=self.day.isoformat(), место="г. Верхнеозёрск",
                    орган=f"Правительство {self.region}", статус="действует", подписал=f"\n  должность: Губернатор {self.region}\n  имя: А.С. Ильменев",
                    приложения="\n  - polozhenie.md\n  - sostav.md\n  - dorozhnaya-karta.md")
        text = self.head(**keys)
        text += f"В целях {self.theme} в {self.region} и во исполнение Федерального закона от 9 февраля 2009 г. № 8-ФЗ «Об обеспечении доступа к информации о деятельности государственных органов и органов местного самоуправления»:\n\n"
        accusative = {"рабочая группа": "рабочую группу", "комиссия": "комиссию"}.get(nominative, nominative)
        text += f"1. Образовать {accusative} по вопросам {self.theme} (далее – {short}).\n\n2. Утвердить:\n\n"
        text += f"1) Положение о {prepositional} по вопросам {self.theme} согласно приложению № 1 к настоящему распоряжению;\n\n2) состав {genitive} по вопросам {self.theme} согласно приложению № 2 к настоящему распоряжению;\n\n"
        text += f"3) план мероприятий по вопросам {self.theme} согласно приложению № 3 к настоящему распоряжению.\n\n"
        point = 3
        for _ in range(self.scale * 2):
            office = self.random.choice(OFFICES)
            first, rest = office.split(" ", 1)
            due = weekday(self.day + timedelta(days=self.random.randrange(20, 200)))
            text += f"{point}. {DATIVE[first]} {rest} {self.region} не позднее {printed(due)} {self.random.choice(DUTIES)}.\n\n"
            point += 1
        text += f"{point}. Контроль за исполнением настоящего распоряжения возложить на вице-губернатора {self.region}.\n\n"
        return text + f"{point + 1}. Настоящее распоряжение вступает в силу со дня его подписания.\n"

    def regulation(self):
        _, genitive, prepositional, short, chair, _ = self.body
        of = genitive[0].upper() + genitive[1:]
        text = self.head(вид="положение", название=f"Положение о {prepositional} по вопросам {self.theme}", **{"коллегиальный-орган": short})
        text += f"## 1. Общие положения\n\n1.1. Настоящее Положение определяет порядок работы {genitive} по вопросам {self.theme} (далее – {short}).\n\n1.2. {short} руководствуется Конституцией Российской Федерации, федеральными законами и настоящим Положением.\n\n## 2. Задачи\n\n"
        for number in range(1, 3 + self.scale * 3):
            text += f"2.{number}. {short} {self.random.choice(TASKS)}.\n\n"
        text += f"## 3. Порядок работы\n\n3.1. {short} состоит из {chair}я {of}, заместителя {chair}я {of}, секретаря {of} и членов {of}.\n\n"
        text += f"3.2. Заседания {of} проводятся не реже одного раза в квартал.\n\n3.3. Секретарь {of} извещает членов {of} о заседании не позднее чем за 5 рабочих дней до дня заседания.\n\n"
        text += f"3.4. Заседание правомочно, если на нём присутствует не менее половины членов {of}.\n\n3.5. Решение принимается открытым голосованием простым большинством голосов присутствующих на заседании членов {of}. При равенстве голосов решающим является голос председательствующего на заседании.\n\n"
        text += f"3.6. Протокол заседания оформляется секретарём {of} в течение 3 рабочих дней со дня заседания и подписывается председательствующим на заседании. Копии протокола направляются членам {of} в течение 2 рабочих дней со дня подписания протокола.\n\n"
        return text + f"3.7. Член {of}, не согласный с решением, вправе изложить особое мнение, которое прилагается к протоколу в соответствии с пунктом 3.6 настоящего Положения.\n"

    def roster(self):
        _, genitive, _, short, chair, _ = self.body
        text = self.head(вид="состав", название=f"Состав {genitive} по вопросам {self.theme}", **{"коллегиальный-орган": short})
        people = self.random.sample(SURNAMES, min(len(SURNAMES), 5 + self.scale * 2))
        people = people[:3] + sorted(people[3:])
        roles = [f"{chair} {genitive}", f"заместитель {chair}я {genitive}", f"секретарь {genitive}"]
        lines = []
        for index, surname in enumerate(people):
            given, patronymic = self.random.choice(GIVEN)
            surname += "а" if patronymic.endswith("на") else ""
            post = f"{self.random.choice(POSTS)} {self.random.choice(OFFICES).replace('Министерство', 'Министерства').replace('Департамент', 'Департамента').replace('Управление', 'Управления').replace('Комитет', 'Комитета').replace('Агентство', 'Агентства')} {self.region}"
            lines.append(f"- {surname} {given} {patronymic} – {post}" + (f", {roles[index]}" if index < 3 else ""))
        return text + ";\n".join(lines) + ".\n"

    def roadmap(self, superior):
        keys = dict(вид="план мероприятий", название=f"План мероприятий по вопросам {self.theme}")
        if superior:
            keys["исполняет"] = f"../{superior}/dorozhnaya-karta.md"
        text = self.head(**keys)
        due = self.day + timedelta(days=30)
        for section in range(min(10, 2 + self.scale // 2)):
            text += f"## {ROMAN[section]}. {self.random.choice(['Организация работы', 'Учёт и подготовка', 'Обучение', 'Проведение работ', 'Оценка итогов'])}\n\n"
            text += "| № п/п | Мероприятие | Срок | Ответственный | Результат |\n|---|---|---|---|---|\n"
            for row in range(1, 4 + self.random.randrange(1 + self.scale)):
                work, result = self.random.choice(WORKS)
                thing = self.random.choice(OBJECTS)
                due = weekday(due + timedelta(days=self.random.randrange(3, 20)))
                text += f"| {section + 1}.{row}. | {work.format(x=thing)} | {due.strftime('%d.%m.%Y')} | {self.random.choice(OFFICES)} {self.region} | {result.format(x=thing)} |\n"
            text += "\n"
        return text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=int)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    bodies = "".join(f"  орган-{index}-{place}:\n    название: {office} {region}\n"
                     for place, region in enumerate(REGIONS) for index, office in enumerate(OFFICES))
    governments = "".join(f"  правительство-{place}:\n    название: Правительство {region}\n" for place, region in enumerate(REGIONS))
    (options.folder / "acta.yml").write_text(
        "# Всё здесь вымышлено и составлено программой.\nсайт:\n  название: Составленные акты\n  адрес: https://akty.example\n"
        f"органы:\n{governments}{bodies}", encoding="utf-8")
    total = written = 0
    for index in range((options.count + 3) // 4):
        act = Act(index, options.seed, options.scale)
        name = f"{act.day.year}/{index:05d}"
        superior = None if index % 10 == 0 else superior_name
        if index % 10 == 0:
            superior_name = name
        folder = options.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        path = f"../{superior}" if superior else None
        files = {"order.md": act.order(), "polozhenie.md": act.regulation(), "sostav.md": act.roster(), "dorozhnaya-karta.md": act.roadmap(path)}
        for file, text in files.items():
            data = text.encode()
            (folder / file).write_bytes(data)
            total += len(data)
            written += 1
    print(f"{written} файлов, {total} байт, в среднем {total // max(written, 1)}")


if __name__ == "__main__":
    main()
