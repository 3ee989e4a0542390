/// What the pages of the preview carry beside what is published: a script that reloads them where the reader was and
/// sets the findings beside their words, and its style.
enum LiveScript {
  static let script = """
    "use strict";
    (() => {
      const own = document.currentScript;
      const act = own.dataset.act || "";
      const version = own.dataset.version || "0";
      const key = "acta-live " + location.pathname;

      const load = (address) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          setTimeout(wait, 1000);
        };
        document.head.append(script);
      };
      const wait = () => load("/_acta/wait.js?version=" + version);

      window.actaLive = (now) => {
        if (String(now) === version) {
          wait();
          return;
        }
        sessionStorage.setItem(key, String(scrollY));
        location.reload();
      };

      const mark = (place, words) => {
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = node.data.indexOf(words);
          if (start < 0 || node.parentElement.closest(".acta-finding")) continue;
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + words.length);
          const found = document.createElement("mark");
          found.className = "acta-words";
          range.surroundContents(found);
          return;
        }
      };

      window.actaFindings = (findings) => {
        for (const finding of findings) {
          const place = document.getElementById(finding.anchor) || document.querySelector("main");
          if (!place) continue;
          if (finding.words && !finding.words.includes("\\n")) mark(place, finding.words);
          const note = document.createElement("aside");
          note.className = "acta-finding acta-" + finding.level;
          const help = finding.help ? " – " + finding.help : "";
          note.textContent = finding.message + help;
          const rule = document.createElement("small");
          rule.textContent = finding.rule + " · " + finding.place;
          note.append(rule);
          const row = place.closest("tr");
          if (row) (row.lastElementChild || row).append(note);
          else if (place.matches("section, article, main, ol, ul")) place.prepend(note);
          else place.append(note);
        }
        const at = sessionStorage.getItem(key);
        if (at !== null) scrollTo(0, Number(at));
        sessionStorage.removeItem(key);
      };

      if (act) load("/_acta/findings.js?act=" + encodeURIComponent(act));
      else {
        const at = sessionStorage.getItem(key);
        if (at !== null) scrollTo(0, Number(at));
        sessionStorage.removeItem(key);
      }
      wait();
    })();
    """

  static let style = """
    .acta-words { background: #fff3c4; color: #1a1a1a; text-decoration: underline wavy #b3261e 1px; }
    .acta-finding {
      margin: .5rem 0; padding: .4rem .6rem; border-left: 4px solid #b3261e; background: #fbeceb;
      color: #1a1a1a; font: 14px/1.4 system-ui, sans-serif; text-align: left; text-indent: 0;
    }
    .acta-finding small { display: block; color: #555; }
    .acta-warning { border-color: #9a6700; background: #fff8e1; }
    .acta-note { border-color: #2f5d8a; background: #eaf2fa; }
    @media print { .acta-finding { display: none; } .acta-words { all: unset; } }
    """
}
