package org.vigie.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of one ordinary advert in the making. */
final class OrdinaryText {
  private final int rank;
  private final long rankInLanguage;
  private final long turn;
  private final int names;
  private final InventedKind kind;
  private final String language;
  private final PhraseTable table;
  private final Draw draw;
  private final String topic;
  private final String[] town;
  private final String price;
  private final String firm;

  /**
   * @param rank rank among all originals, which makes its mail address its own
   * @param rankInLanguage rank among those of its language, which makes its number its own
   * @param turn rank among those of its language and kind, which deals it its sentences
   * @param names how many coined names it lists without bearing on the matter
   */
  OrdinaryText(
      int rank,
      long rankInLanguage,
      long turn,
      int names,
      InventedKind kind,
      String language,
      PhraseTable table,
      Draw draw) {
    this.rank = rank;
    this.rankInLanguage = rankInLanguage;
    this.turn = turn;
    this.names = names;
    this.kind = kind;
    this.language = language;
    this.table = table;
    this.draw = draw;
    topic = draw.from(kind.topics());
    town = draw.from(table.require("town")).split("\\|");
    price = drawPrice();
    firm = drawFirm();
  }

  Content write() {
    Map<String, Supplier<String>> variables = variables();
    Composer composer = new Composer(table, draw, turn, topic, variables);
    variables.put("aside", () -> aside(composer));
    String body = composer.compose(kind.label());
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : body.split("//")) {
      paragraphs.add(SentenceCase.capitalize(paragraph.strip()));
    }
    String title = SentenceCase.capitalize(composer.compose(kind.label() + ".title"));
    boolean named = kind == InventedKind.JOB && !draw.onceIn(8);
    return new Content(
        kind,
        language,
        title,
        paragraphs,
        town[1],
        town[0],
        new Content.Price(price, "EUR"),
        named ? firm : "");
  }

  private Map<String, Supplier<String>> variables() {
    Map<String, Supplier<String>> variables = new HashMap<>();
    String shown = language.equals("en") ? price : price.replace('.', ',');
    fixed(variables, "town", town[0]);
    fixed(variables, "price", shown);
    fixed(variables, "wage", shown);
    fixed(variables, "firm", firm);
    fixed(variables, "brand", CoinedName.draw(language, draw));
    fixed(variables, "reply", "");
    variables.put("coin", () -> CoinedName.draw(language, draw));
    variables.put("ref", this::reference);
    switch (kind) {
      case JOB -> fixed(variables, "role." + topic, draw.from(table.require("role." + topic)));
      case GOODS -> {
        String item = draw.from(table.require("item.goods"));
        fixed(variables, "item", item);
        fixed(variables, "item.goods", item);
      }
      case LESSON -> fixed(variables, "subject", draw.from(table.require("subject")));
      case SERVICE, ROOM -> {}
    }
    reply(variables);
    return variables;
  }

  /** Six in ten show a number, as long as there are numbers; the others mail or answer here. */
  private void reply(Map<String, Supplier<String>> variables) {
    Optional<FictionNumber> phone =
        draw.below(10) < 6 ? FictionNumber.forOrdinary(language, rankInLanguage) : Optional.empty();
    String mail =
        CoinedName.draw("en", draw).toLowerCase(Locale.ROOT) + "." + rank + "@example.org";
    String section =
        phone.isPresent() ? "reply.phone" : draw.onceIn(2) ? "reply.mail" : "reply.form";
    phone.ifPresent(number -> fixed(variables, "phone", written(number)));
    fixed(variables, "mail", mail);
    Composer composer = new Composer(table, draw, turn, topic, variables);
    fixed(variables, "reply", composer.compose(section));
  }

  /** Returns a sentence without bearing on the matter, with a list of names if there are any. */
  private String aside(Composer composer) {
    String sentence = composer.compose("aside");
    if (names == 0) {
      return sentence;
    }
    return Stream.generate(() -> CoinedName.draw(language, draw))
        .limit(names)
        .collect(Collectors.joining(", ", sentence + " ", "."));
  }

  private String written(FictionNumber number) {
    return number.isFrom(town[1]) && !draw.onceIn(4) ? number.national() : number.international();
  }

  private String reference() {
    return String.format(
        Locale.ROOT,
        "%c%c-%04d",
        (char) ('A' + draw.below(26)),
        (char) ('A' + draw.below(26)),
        draw.below(10_000));
  }

  private String drawFirm() {
    if (kind != InventedKind.JOB) {
      return "";
    }
    String own = "firm." + topic;
    String pattern = draw.from(table.require(table.has(own) ? own : "firm"));
    return pattern.replace("{coin}", CoinedName.draw(language, draw));
  }

  private String drawPrice() {
    return switch (kind) {
      case JOB -> draw.between(11, 18) + "." + draw.between(1, 9) + "0";
      case SERVICE -> String.valueOf(draw.between(28, 92));
      case GOODS -> String.valueOf(draw.between(15, 940));
      case ROOM -> String.valueOf(draw.between(380, 1290));
      case LESSON -> String.valueOf(draw.between(12, 64));
    };
  }

  private static void fixed(Map<String, Supplier<String>> variables, String name, String value) {
    variables.put(name, () -> value);
  }
}
