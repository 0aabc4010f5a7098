package org.vigie.world;

import java.util.List;

/** A pronounceable name that belongs to nobody, in the script of a language. */
final class CoinedName {
  private static final Syllables LATIN =
      new Syllables(
          "Bra Dre Fol Gri Hev Kal Lum Mor Nev Pra Rin Sel Tor Vil Zan Tre Kru Bel Dor Fen Gal Har"
              + " Jas Kol Lor Mel Nol Per Ros Sam Tal Ver Wen Zel Cro Sti",
          "va do ri ne lo ma ti ku sa be do zi ga po re lu fi ca mo ta",
          "n nt s dric ris nel vor mond lis tan well gar dil ston vek rand thal quin bron mir");
  private static final Syllables CYRILLIC =
      new Syllables(
          "Бра Дре Гор Лум Мор Нев Пра Рин Сел Тор Віл Зан Кру Бел Дор Фен Гал Хар Кол Лор Мел"
              + " Рос Сам Тал Вер",
          "ва до рі не ло ма ти ку са бе зи га по ре лу",
          "н нт с дрик рис нель вор монд ліс тан гар діл стон век ранд");
  private static final Syllables ARABIC =
      new Syllables(
          "بر در غر لم مر نف رن سل تر فل زن كر بل دو فن غل هر كل لر مل رس سم تل ور",
          "ا و ي دا ري لو ما تي كو سا با زي غا را لا",
          "ن نت س ريس نال فور ليس تان غار ديل ستون فيك راند مير");

  private CoinedName() {}

  /** Returns a name drawn from some ten thousand. */
  static String draw(String language, Draw draw) {
    return switch (language) {
      case "uk" -> CYRILLIC.join(draw);
      case "ar" -> ARABIC.join(draw);
      default -> LATIN.join(draw);
    };
  }

  private record Syllables(List<String> first, List<String> middle, List<String> last) {
    Syllables(String first, String middle, String last) {
      this(List.of(first.split(" ")), List.of(middle.split(" ")), List.of(last.split(" ")));
    }

    String join(Draw draw) {
      return draw.from(first) + draw.from(middle) + draw.from(last);
    }
  }
}
