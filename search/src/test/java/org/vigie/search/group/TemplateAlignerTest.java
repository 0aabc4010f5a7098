package org.vigie.search.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.advert.TemplatePart.constant;
import static org.vigie.advert.TemplatePart.slot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.advert.Age;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.DescriptionLength;
import org.vigie.advert.Entities;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.SlotKind;
import org.vigie.advert.Span;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;

class TemplateAlignerTest {
  @Test
  void tellsConstantTextFromSlots() {
    Template template =
        align(
            List.of(
                "Visits by Ana in Cork from 10 to 20 h",
                "Visits by Bea in Galway from 10 to 22 h",
                "Visits by Eva Maria in Cork from 10 to 20 h"));

    assertThat(template.parts())
        .containsExactly(
            constant("Visits by "),
            slot(SlotKind.WORDS, List.of("Ana", "Bea", "Eva Maria")),
            constant(" in "),
            slot(SlotKind.WORDS, List.of("Cork", "Galway")),
            constant(" from 10 to "),
            slot(SlotKind.NUMBER, List.of("20", "22")),
            constant(" h"));
  }

  @Test
  void keepsLineBreaksAndSaysWhereATextHasNothing() {
    assertThat(align(List.of("Call\nAna  now", "Call\n  now")).parts())
        .containsExactly(
            constant("Call\n"), slot(SlotKind.WORDS, List.of("", "Ana")), constant(" now"));
  }

  @Test
  void partsWordsAtEveryKindOfSpace() {
    assertThat(align(List.of("a \u2003b\u2003 c", "a x c")).parts())
        .containsExactly(constant("a "), slot(SlotKind.WORDS, List.of("b", "x")), constant(" c"));
  }

  @Test
  void takesOneTextForConstantThroughout() {
    assertThat(align(List.of("all the same")).parts()).containsExactly(constant("all the same"));
    assertThat(align(List.of())).isEqualTo(Template.empty());
    assertThat(align(List.of("  ")).parts()).isEmpty();
  }

  @Test
  void spellsEveryTextOutOfConstantsAndSlots() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        StringBuilder text = new StringBuilder("start");
        for (int word = 0; word < random.nextInt(12); word++) {
          text.append(' ').append((char) ('a' + random.nextInt(4)));
        }
        texts.add(text.toString());
      }
      Template template = align(texts);
      assertThat(texts).as("seed %d, round %d", seed, round).allMatch(t -> spells(template, t));
    }
  }

  @Test
  void reckonsTheLengthOfTheTemplateAndOfWhatFillsItsSlots() {
    DescriptionLength length =
        align(List.of("Visits by Ana in Cork", "Visits by Eva Maria in Cork")).length();

    assertThat(length)
        .isEqualTo(
            new DescriptionLength(
                DescriptionLength.ofTemplate(4, 1),
                (DescriptionLength.ofSlot(1) + DescriptionLength.ofSlot(2)) / 2,
                (DescriptionLength.ofText(5) + DescriptionLength.ofText(6)) / 2));
  }

  @Test
  void findsPlantedTemplatesTheMoreOrganisedTheFewerOfTheirWordsVary() {
    SplittableRandom random = new SplittableRandom(5);
    double before = 1;
    for (int varying : List.of(0, 3, 12, 30, 60)) {
      double saved = align(planted(60, varying, random)).length().saved(500);
      assertThat(saved).as("%d of 60 words vary", varying).isLessThan(before);
      // What the slots leave to save, less their places and lengths.
      assertThat(saved).isBetween((60 - varying) / 60.0 - 0.35, (60 - varying) / 60.0);
      before = saved;
    }
    assertThat(before).as("texts that share nothing").isZero();
  }

  /** Eight texts of so many words, of which some differ from text to text, evenly spread. */
  private static List<String> planted(int words, int varying, SplittableRandom random) {
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < ClusterTemplates.MAX_TEXTS; i++) {
      texts.add(new ArrayList<>());
    }
    for (int word = 0; word < words; word++) {
      boolean varies = word * varying / words != (word + 1) * varying / words;
      for (int i = 0; i < texts.size(); i++) {
        texts.get(i).add(varies ? "v" + random.nextInt(1_000_000) : "w" + word);
      }
    }
    return texts.stream().map(text -> String.join(" ", text)).toList();
  }

  @Test
  void namesTheKindOfWhatStandsInEachSlot() {
    List<ReadText> texts =
        List.of(
            offer("Ana", "24", "Cork", "80", "+44 7700 900123", "Mondays"),
            offer("Bea", "31", "Galway", "100", "+44 7700 900456", "any time"),
            offer("Eva Maria", "28", "Sligo", "90", "+44 7700 900789", "at night"));

    assertThat(TemplateAligner.align(texts).parts())
        .containsExactly(
            constant("I am "),
            slot(SlotKind.NAME, List.of("Ana", "Bea", "Eva Maria")),
            constant(" of "),
            slot(SlotKind.AGE, List.of("24", "28", "31")),
            constant(" years and live in "),
            slot(SlotKind.PLACE, List.of("Cork", "Galway", "Sligo")),
            constant(" for "),
            slot(SlotKind.PRICE, List.of("100", "80", "90")),
            constant(" euro\ncall +44 7700 "),
            slot(SlotKind.PHONE, List.of("900123", "900456", "900789")),
            constant(" on "),
            slot(SlotKind.WORDS, List.of("Mondays", "any time", "at night")));
  }

  @Test
  void callsASlotWordsWhereTooFewOfItsValuesAreOfOneKind() {
    assertThat(kindOfNames(5, 0)).isEqualTo(SlotKind.NAME);
    assertThat(kindOfNames(3, 2)).as("three in five").isEqualTo(SlotKind.NAME);
    assertThat(kindOfNames(4, 3)).as("less than three in five").isEqualTo(SlotKind.WORDS);
    assertThat(kindOfNames(0, 3)).isEqualTo(SlotKind.WORDS);
  }

  @Test
  void countsTheTextsThatFillASlotAndNotItsValues() {
    List<ReadText> texts = new ArrayList<>(Collections.nCopies(3, greeting("Ana", true)));
    texts.add(greeting("friends", false));
    texts.add(greeting("all", false));

    assertThat(TemplateAligner.align(texts).parts().get(1))
        .isEqualTo(slot(SlotKind.NAME, List.of("Ana", "all", "friends")));

    texts.addAll(Collections.nCopies(4, new ReadText("Hello dear", List.of(), Entities.none())));
    assertThat(TemplateAligner.align(texts).parts().get(1).kind())
        .as("texts with nothing there say nothing of it")
        .isEqualTo(SlotKind.NAME);
  }

  @Test
  void takesForANumberOrDateWhatHalfOfBeginsWithDigits() {
    for (String value : List.of("7", "12/03/2026", "10-20", "3rd", "12 May", "١٢", "(2)")) {
      assertThat(align(List.of("on " + value + " we", "on 1 we", "on we")).parts().get(1).kind())
          .as(value)
          .isEqualTo(SlotKind.NUMBER);
    }
    for (String value : List.of("b2b now", "***", "x", "May 12 or so")) {
      assertThat(align(List.of("on " + value + " we", "on we")).parts().get(1).kind())
          .as(value)
          .isEqualTo(SlotKind.WORDS);
    }
  }

  /** Returns the kind of a slot with so many names and so many words that nothing was found in. */
  private static SlotKind kindOfNames(int names, int others) {
    List<ReadText> texts = new ArrayList<>();
    for (int i = 0; i < names + others; i++) {
      texts.add(greeting("Ana" + (char) ('a' + i), i < names));
    }
    return TemplateAligner.align(texts).parts().get(1).kind();
  }

  private static ReadText greeting(String whom, boolean isName) {
    String text = "Hello " + whom + " dear";
    return new ReadText(
        text,
        List.of(),
        found(List.of(), List.of(), List.of(), isName ? List.of(name(text, whom)) : List.of()));
  }

  private static ReadText offer(
      String name, String age, String town, String price, String phone, String when) {
    String text =
        "I am %s of %s years and live in %s for %s euro\ncall %s on %s"
            .formatted(name, age, town, price, phone, when);
    return new ReadText(
        text,
        List.of(new Contact(ContactType.PHONE, phone.replace(" ", ""), "GB", span(text, phone), 0)),
        found(
            List.of(
                new Price(
                    Double.parseDouble(price),
                    Double.parseDouble(price),
                    "EUR",
                    PricePeriod.UNSTATED,
                    span(text, price + " euro"))),
            List.of(
                new Age(Integer.parseInt(age), Integer.parseInt(age), span(text, age + " years"))),
            List.of(new Place(1, town, "IE", 52, -8, span(text, town))),
            List.of(name(text, name))));
  }

  private static Entities found(
      List<Price> prices, List<Age> ages, List<Place> places, List<PersonName> names) {
    return new Entities(prices, ages, List.of(), places, names);
  }

  private static PersonName name(String text, String name) {
    return new PersonName(name, span(text, name));
  }

  private static Span span(String text, String part) {
    int start = text.indexOf(part);
    return new Span(start, start + part.length());
  }

  /** The template of texts in which nothing was found. */
  private static Template align(List<String> texts) {
    return TemplateAligner.align(
        texts.stream().map(text -> new ReadText(text, List.of(), Entities.none())).toList());
  }

  @Test
  @Timeout(120)
  void boundsTheWorkOnVeryLongTexts() {
    String text = "word ".repeat(200_000);

    assertThat(align(List.of(text, text + "end")).parts()).isNotEmpty();
  }

  private static boolean spells(Template template, String text) {
    return spells(template.parts(), 0, text);
  }

  private static boolean spells(List<TemplatePart> parts, int part, String rest) {
    String left = rest.strip();
    if (part == parts.size()) {
      return left.isEmpty();
    }
    TemplatePart next = parts.get(part);
    if (!next.isSlot()) {
      String constant = next.text().strip();
      return left.startsWith(constant)
          && spells(parts, part + 1, left.substring(constant.length()));
    }
    return spells(parts, part + 1, left)
        || next.values().stream()
            .anyMatch(value ->
                left.startsWith(value) && spells(parts, part + 1, left.substring(value.length())));
  }
}
