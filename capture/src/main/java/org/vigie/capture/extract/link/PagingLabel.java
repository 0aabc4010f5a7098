package org.vigie.capture.extract.link;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What sites write on links to other pages of a list. */
final class PagingLabel {
  /** Longer texts are sentences, not buttons. */
  private static final int MAX_LABEL = 30;

  private static final int MAX_NUMBER = 1_000_000;

  /** What sites write on the way to the next page; arrows count where a pager is. */
  private static final Set<String> NEXT =
      Set.of(
          "next",
          "next page",
          "older",
          "older posts",
          "more",
          "load more",
          "show more",
          "suivant",
          "suivante",
          "page suivante",
          "siguiente",
          "página siguiente",
          "siguientes",
          "weiter",
          "nächste",
          "nächste seite",
          "vor",
          "successivo",
          "successiva",
          "avanti",
          "pagina successiva",
          "próximo",
          "próxima",
          "próxima página",
          "seguinte",
          "volgende",
          "volgende pagina",
          "następna",
          "następne",
          "następny",
          "następna strona",
          "dalej",
          "další",
          "následující",
          "ďalšia",
          "ďalej",
          "următoarea",
          "următorul",
          "înainte",
          "pagina următoare",
          "следующая",
          "следующие",
          "следующая страница",
          "далее",
          "вперед",
          "вперёд",
          "наступна",
          "далі",
          "вперед →",
          "следваща",
          "напред",
          "sljedeća",
          "sljedeće",
          "sledeća",
          "следећа",
          "naslednja",
          "következő",
          "tovább",
          "επόμενη",
          "επόμενο",
          "sonraki",
          "sonraki sayfa",
          "ileri",
          "nästa",
          "neste",
          "næste",
          "seuraava",
          "järgmine",
          "nākamā",
          "kitas",
          "toliau",
          "التالي",
          "التالية",
          "الصفحة التالية",
          "הבא",
          "بعدی",
          "अगला",
          "下一页",
          "下一頁",
          "下页",
          "次へ",
          "次のページ",
          "다음",
          "ถัดไป",
          "trang sau",
          "tiếp",
          "berikutnya",
          "selanjutnya",
          "seterusnya",
          "inayofuata");

  /** The same without spaces. */
  private static final Set<String> NEXT_UNSPACED =
      NEXT.stream().map(PagingLabel::unspaced).collect(Collectors.toUnmodifiableSet());

  /** By {@link #beginning}: with which two letters of a to z labels begin. */
  private static final BitSet BEGINNINGS =
      NEXT_UNSPACED.stream()
          .mapToInt(PagingLabel::beginning)
          .filter(beginning -> beginning >= 0)
          .collect(BitSet::new, BitSet::set, BitSet::or);

  private static final Set<String> ARROWS = Set.of(">", ">>", "»", "›", "→", "⟩", "❯", "▶");

  private PagingLabel() {}

  /**
   * Returns whether a text, or one with other spaces, would be taken for the label of a link to
   * another page of the same list.
   */
  static boolean mayBe(@Nullable String text) {
    if (text == null || text.isEmpty() || beginsUnlikeAny(text)) {
      return false;
    }
    String unspaced = unspaced(text);
    String label = withoutEnd(unspaced.toLowerCase(Locale.ROOT));
    return NEXT_UNSPACED.contains(label) || ARROWS.contains(unspaced) || number(label) > 0;
  }

  /** Tells most links at a glance: few of them begin with the two letters of a label. */
  private static boolean beginsUnlikeAny(String text) {
    int beginning = beginning(text);
    return beginning >= 0 && !BEGINNINGS.get(beginning);
  }

  /** Returns a number for the first two characters, if they are letters of a to z; else -1. */
  private static int beginning(String text) {
    if (text.length() < 2) {
      return -1;
    }
    int first = (text.charAt(0) | 0x20) - 'a';
    int second = (text.charAt(1) | 0x20) - 'a';
    boolean letters = first >= 0 && first < 26 && second >= 0 && second < 26;
    return letters ? first * 26 + second : -1;
  }

  /** Returns whether a label is a word on the way to the next page. */
  static boolean saysNext(String label) {
    return NEXT.contains(label);
  }

  /** Returns whether a label is an arrow on the way to the next page. */
  static boolean isArrow(String label) {
    return ARROWS.contains(label);
  }

  /** Returns a text as a number, or 0 if it isn't one that a page could have. */
  static int number(String text) {
    if (text.isEmpty() || text.length() > 7 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int number = Integer.parseInt(text);
    return number <= MAX_NUMBER ? number : 0;
  }

  /** Returns what an anchor says: its text, else its label, else its title. */
  static String of(Element anchor) {
    String text = trimmed(anchor.childNodeSize() > 8 ? "" : anchor.text());
    String label = text.isEmpty() ? trimmed(anchor.attr("aria-label")) : text;
    return label.isEmpty() ? trimmed(anchor.attr("title")) : label;
  }

  private static String trimmed(@Nullable String text) {
    if (text == null || text.length() > MAX_LABEL) {
      return "";
    }
    String lower = text.toLowerCase(Locale.ROOT).strip();
    if (ARROWS.contains(lower)) {
      return lower;
    }
    return withoutEnd(lower);
  }

  private static String withoutEnd(String label) {
    int end = label.length();
    while (end > 0 && " >»›→….:".indexOf(label.charAt(end - 1)) >= 0) {
      end--;
    }
    return label.substring(0, end);
  }

  /** Returns the beginning of a text without spaces and what isn't seen, longer than any label. */
  private static String unspaced(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && out.length() <= MAX_LABEL; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x200b && c != 0xad) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
