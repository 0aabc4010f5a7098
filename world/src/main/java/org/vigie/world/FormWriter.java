package org.vigie.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.advert.Outcome;

/** Writes the adverts of one template: the same clauses, with other numbers, prices and slips. */
final class FormWriter {
  /** How many signs of risk a risky advert carries: one in ten carries none. */
  private static final int[] RISKY = {0, 1, 1, 2, 2, 2, 3, 3, 4, 5};

  /** How many another advert carries: three in ten carry some. */
  private static final int[] ORDINARY = {0, 0, 0, 0, 0, 0, 0, 1, 1, 2};

  private static final List<String> JOINTS = List.of(". ", ".\n", "\n", " - ", ", ", "! ");
  private static final List<String> ENDINGS = List.of("org", "com", "net");

  private static final List<NumberDisguise> DISGUISES =
      List.of(
          NumberDisguise.SPACED,
          NumberDisguise.DOTS,
          NumberDisguise.LOOKALIKE,
          NumberDisguise.KEYCAP,
          NumberDisguise.FULLWIDTH,
          NumberDisguise.WORDS);

  /** Languages whose number words {@link NumberDisguise} knows. */
  private static final Set<String> WITH_NUMBER_WORDS = Set.of("en", "fr", "es", "ro", "uk", "ar");

  private final PhraseTable table;
  private final PhraseTable signs;
  private final SignPhrases phrases;
  private final String form;
  private final String language;
  private final int half;
  private final Draw draw;

  FormWriter(
      PhraseTable table,
      PhraseTable signs,
      SignPhrases phrases,
      String form,
      String language,
      int half,
      Draw draw) {
    this.table = table;
    this.signs = signs;
    this.phrases = phrases;
    this.form = form;
    this.language = language;
    this.half = half;
    this.draw = draw;
  }

  /** Returns one to three adverts of what is meant. */
  List<String> write(Outcome truth) {
    List<String> clauses = clauses(truth);
    String joint = draw.from(truth == Outcome.SPAM_OR_SCAM ? JOINTS : JOINTS.subList(0, 5));
    boolean priced = draw.below(10) < (truth == Outcome.SPAM_OR_SCAM ? 3 : 6);
    int copies = draw.between(1, 3);
    List<String> texts = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      List<String> parts = new ArrayList<>(clauses);
      if (priced) {
        parts.add(draw.between(3, 40) * 10 + (draw.onceIn(3) ? " EUR" : " €"));
      }
      parts.addAll(contacts(truth));
      String text = SentenceCase.capitalize(String.join(joint, parts));
      texts.add(draw.onceIn(6) ? slipped(text) : text);
    }
    return texts;
  }

  /** Returns what all adverts of one template say. */
  List<String> clauses(Outcome truth) {
    List<String> clauses = new ArrayList<>();
    boolean offers = truth == Outcome.RISK || draw.below(10) < (spam(truth) ? 6 : 3);
    if (offers) {
      add(clauses, form + ".offer", 1);
    }
    switch (truth) {
      case RISK -> {
        add(clauses, form + ".offer", draw.below(2));
        // A business may be the front of it.
        add(clauses, form + ".business", draw.onceIn(5) ? 1 : 0);
        add(clauses, form + ".independent", draw.onceIn(8) ? 1 : 0);
      }
      case INDEPENDENT -> add(clauses, form + ".independent", draw.between(1, 2));
      case BUSINESS -> add(clauses, form + ".business", draw.between(1, 2));
      default -> {
        add(clauses, "spam", draw.between(1, 2));
        add(clauses, form + ".business", draw.onceIn(4) ? 1 : 0);
      }
    }
    add(clauses, "plain", draw.between(0, 2));
    int risky = draw.from(boxed(truth == Outcome.RISK ? RISKY : ORDINARY));
    addSigns(clauses, form + ".risk", risky);
    if (truth != Outcome.RISK || draw.onceIn(6)) {
      String own = truth == Outcome.RISK ? "independent" : truth.label();
      addSigns(clauses, own, draw.below(10) < 6 ? 1 : 0);
    }
    for (int i = clauses.size() - 1; i > 1; i--) {
      int other = 1 + draw.below(i);
      clauses.set(i, clauses.set(other, clauses.get(i)));
    }
    return clauses;
  }

  private static boolean spam(Outcome truth) {
    return truth == Outcome.SPAM_OR_SCAM;
  }

  private void add(List<String> clauses, String section, int count) {
    List<String> lines = half(table.require(section));
    for (int i = 0; i < count; i++) {
      String line = draw.from(lines);
      if (!clauses.contains(line)) {
        clauses.add(line);
      }
    }
  }

  private void addSigns(List<String> clauses, String section, int count) {
    for (int i = 0; i < count; i++) {
      String sign = draw.from(List.of(signs.require(section).getFirst().split(" ")));
      // A stem alone is no word.
      List<String> whole =
          phrases.of(sign, language).stream().filter(phrase -> phrase.indexOf('*') < 0).toList();
      if (whole.size() > 1) {
        clauses.add(draw.from(half(whole)));
      }
    }
  }

  /** Every second line is of one half. */
  private List<String> half(List<String> lines) {
    List<String> mine = new ArrayList<>();
    for (int i = half; i < lines.size(); i += 2) {
      mine.add(lines.get(i));
    }
    return mine;
  }

  /** Returns contacts as an advert gives them, others each time. */
  List<String> contacts(Outcome truth) {
    List<String> contacts = new ArrayList<>();
    String site = CoinedName.draw("en", draw).toLowerCase(Locale.ROOT);
    if (spam(truth)) {
      if (!draw.onceIn(6)) {
        contacts.add("https://" + site + ".example.org/" + draw.below(100));
      }
      if (draw.onceIn(4)) {
        contacts.add(phone(10));
      }
      return contacts;
    }
    if (truth == Outcome.BUSINESS && draw.below(10) < 6) {
      contacts.add("www." + site + ".example." + draw.from(ENDINGS));
      contacts.add("info@" + site + ".example.org");
    }
    if (!draw.onceIn(10)) {
      contacts.add(phone(truth == Outcome.RISK ? 45 : 8));
    }
    if (draw.onceIn(truth == Outcome.RISK ? 3 : 8)) {
      contacts.add("Telegram @" + site + draw.between(10, 99));
    }
    return contacts;
  }

  /**
   * Returns a phone number kept free for fiction.
   *
   * @param disguised in how many of a hundred it is disguised
   */
  private String phone(int disguised) {
    FictionNumber number =
        switch (draw.below(3)) {
          case 0 -> new FictionNumber("+44", "7700900" + draw.between(100, 999));
          case 1 -> new FictionNumber("+33", "63998" + draw.between(1000, 9999));
          default -> new FictionNumber("+353", "2091" + draw.between(10_000, 99_999));
        };
    List<NumberDisguise> ways =
        WITH_NUMBER_WORDS.contains(language)
            ? DISGUISES
            : DISGUISES.subList(0, DISGUISES.size() - 1);
    NumberDisguise way = draw.below(100) < disguised ? draw.from(ways) : NumberDisguise.PLAIN;
    String label = draw.onceIn(3) ? "WhatsApp " : "Tel. ";
    return label + way.write(number, language, false);
  }

  /** Returns a text with two neighbouring letters changed over, as typing fast does. */
  private String slipped(String text) {
    int at = draw.below(Math.max(1, text.length() - 1));
    if (!Character.isLetter(text.charAt(at)) || !Character.isLetter(text.charAt(at + 1))) {
      return text;
    }
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
