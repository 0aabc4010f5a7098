package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.advert.TemplatePart.constant;
import static org.vigie.advert.TemplatePart.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.advert.DescriptionLength;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;

class TemplateAlignerTest {
  @Test
  void tellsConstantTextFromSlots() {
    Template template =
        TemplateAligner.align(
            List.of(
                "Visits by Ana in Cork from 10 to 20 h",
                "Visits by Bea in Galway from 10 to 22 h",
                "Visits by Eva Maria in Cork from 10 to 20 h"));

    assertThat(template.parts())
        .containsExactly(
            constant("Visits by "),
            slot(List.of("Ana", "Bea", "Eva Maria")),
            constant(" in "),
            slot(List.of("Cork", "Galway")),
            constant(" from 10 to "),
            slot(List.of("20", "22")),
            constant(" h"));
  }

  @Test
  void keepsLineBreaksAndSaysWhereATextHasNothing() {
    assertThat(TemplateAligner.align(List.of("Call\nAna  now", "Call\n  now")).parts())
        .containsExactly(constant("Call\n"), slot(List.of("", "Ana")), constant(" now"));
  }

  @Test
  void partsWordsAtEveryKindOfSpace() {
    assertThat(TemplateAligner.align(List.of("a \u2003b\u2003 c", "a x c")).parts())
        .containsExactly(constant("a "), slot(List.of("b", "x")), constant(" c"));
  }

  @Test
  void takesOneTextForConstantThroughout() {
    assertThat(TemplateAligner.align(List.of("all the same")).parts())
        .containsExactly(constant("all the same"));
    assertThat(TemplateAligner.align(List.of())).isEqualTo(Template.empty());
    assertThat(TemplateAligner.align(List.of("  ")).parts()).isEmpty();
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
      Template template = TemplateAligner.align(texts);
      assertThat(texts).as("seed %d, round %d", seed, round).allMatch(t -> spells(template, t));
    }
  }

  @Test
  void reckonsTheLengthOfTheTemplateAndOfWhatFillsItsSlots() {
    DescriptionLength length =
        TemplateAligner.align(List.of("Visits by Ana in Cork", "Visits by Eva Maria in Cork"))
            .length();

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
      double saved = TemplateAligner.align(planted(60, varying, random)).length().saved(500);
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
  @Timeout(20)
  void boundsTheWorkOnVeryLongTexts() {
    String text = "word ".repeat(200_000);

    assertThat(TemplateAligner.align(List.of(text, text + "end")).parts()).isNotEmpty();
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
