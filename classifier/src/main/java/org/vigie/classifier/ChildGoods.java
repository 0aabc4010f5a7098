package org.vigie.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Polarity;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReading;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Tells adverts of things for small children, and of young animals, from those that give a child
 * away, which use the same words: "newborn", "good home", "to give away".
 */
final class ChildGoods {
  static final String FILE = "child-goods.yaml";

  /** Concepts beside which goods tell what is offered. */
  private static final Set<String> OF_CHILDREN = Set.of("baby", "children");

  /** Concepts of a child, of who bears it and of who takes it: a sign without any is a slip. */
  private static final Set<String> ABOUT_CHILDREN =
      Set.of(
          "baby",
          "children",
          "young",
          "pregnant",
          "surrogacy",
          "adopt",
          "couple",
          "family",
          "women",
          "reward");

  /** A phrase of a list is taken back where goods are part of it, or the next word. */
  private static final int NEXT = 1;

  /** Of these languages words are written together, and goods stand within a longer one. */
  private static final Set<String> TOGETHER = Set.of("th");

  private final PhraseAutomaton phrases;
  private final List<Phrase> meant;
  private final int near;

  private ChildGoods(PhraseAutomaton phrases, List<Phrase> meant, int near) {
    this.phrases = phrases;
    this.meant = meant;
    this.near = near;
  }

  /** What a phrase means in one language, unless a concept says that a child is meant. */
  private record Phrase(String text, String language, Set<String> unless) {}

  /**
   * Reads the words of a models folder.
   *
   * @throws IllegalArgumentException if the file says what it must not
   */
  static ChildGoods load(Path models, ModelImage image) throws IOException {
    YamlMap yaml =
        YamlMap.read(models.resolve(FILE)).allowOnly("near", "unless", "goods", "animals");
    YamlMap unless = yaml.map("unless").allowOnly("goods", "animals");
    List<String> words = new ArrayList<>();
    List<Phrase> meant = new ArrayList<>();
    for (String kind : List.of("goods", "animals")) {
      Set<String> concepts = Set.copyOf(unless.texts(kind));
      YamlMap byLanguage = yaml.map(kind);
      for (String language : byLanguage.keys()) {
        List<String> here = byLanguage.texts(language);
        words.addAll(here);
        here.forEach(word -> meant.add(new Phrase(word, language, concepts)));
      }
    }
    PhraseAutomaton phrases =
        image.part(
            FILE, PhraseAutomaton::write, PhraseAutomaton::read, () -> PhraseAutomaton.of(words));
    return new ChildGoods(phrases, meant, yaml.number("near"));
  }

  /** What a text says, and the rows that its phrases show. */
  record Shown(SignReading reading, List<Indicator> indicators) {
    boolean showsChild() {
      return reading.signs().stream().anyMatch(ChildGoods::isTold)
          || indicators.stream().anyMatch(ChildGoods::isShown);
    }
  }

  /**
   * Returns the same without what tells of a child given away where goods or animals are meant, or
   * nothing is said of a child.
   */
  Shown withoutGoods(Shown all, NormalizedText text, List<Word> words, String language) {
    Shown shown = new Shown(all.reading().without(ChildGoods::isSlip), all.indicators());
    List<Span> goods =
        shown.showsChild() ? goods(shown.reading(), text, words, language) : List.of();
    if (goods.isEmpty()) {
      return shown;
    }
    SignReading reading = shown.reading();
    boolean besideChild =
        reading.concepts().stream()
            .filter(concept -> OF_CHILDREN.contains(concept.name()))
            .anyMatch(concept -> isWithin(near, concept.span(), goods));
    return new Shown(
        besideChild ? reading.without(ChildGoods::isTold) : reading,
        shown.indicators().stream()
            .filter(one ->
                !isShown(one) || one.spans().stream().noneMatch(at -> isWithin(NEXT, at, goods)))
            .toList());
  }

  private static boolean isTold(Sign sign) {
    return sign.family() == Family.CHILD && sign.polarity() == Polarity.SAID;
  }

  private static boolean isSlip(Sign sign) {
    return isTold(sign)
        && sign.frame().isEmpty()
        && Collections.disjoint(sign.concepts(), ABOUT_CHILDREN);
  }

  private static boolean isShown(Indicator indicator) {
    return Family.ofRow(indicator.id()).filter(Family.CHILD::equals).isPresent();
  }

  /** Returns where goods stand in the original text, unless a child is said to be meant. */
  private List<Span> goods(
      SignReading reading, NormalizedText text, List<Word> words, String language) {
    Set<String> concepts =
        reading.concepts().stream().map(SignReading.Concept::name).collect(Collectors.toSet());
    List<Span> goods = new ArrayList<>();
    for (PhraseAutomaton.Hit hit : phrases.find(words)) {
      Phrase phrase = meant.get(hit.phrase());
      if (phrase.language().equals(language) && Collections.disjoint(phrase.unless(), concepts)) {
        goods.add(
            new Span(
                text.originalStart(words.get(hit.firstWord()).start()),
                text.originalEnd(words.get(hit.lastWord()).end())));
      }
    }
    if (TOGETHER.contains(language)) {
      addWithin(text.original(), language, concepts, goods);
    }
    return goods;
  }

  private void addWithin(String text, String language, Set<String> concepts, List<Span> goods) {
    for (Phrase phrase : meant) {
      if (phrase.language().equals(language) && Collections.disjoint(phrase.unless(), concepts)) {
        int at = text.indexOf(phrase.text());
        while (at >= 0) {
          goods.add(new Span(at, at + phrase.text().length()));
          at = text.indexOf(phrase.text(), at + phrase.text().length());
        }
      }
    }
  }

  /** Returns whether there are at most so many characters between a span and one of others. */
  private static boolean isWithin(int characters, Span span, List<Span> others) {
    return others.stream()
        .anyMatch(other ->
            other.start() - span.end() <= characters && span.start() - other.end() <= characters);
  }
}
