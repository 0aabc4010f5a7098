package org.vigie.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.advert.StrongControl;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReading;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Tells documents that are to be brought along from those that are demanded early: employers must
 * look at them. Beside a strong sign of control both are demands.
 */
final class BroughtDocuments {
  static final String FILE = "brought-documents.yaml";

  private final PhraseAutomaton bringing;
  private final int near;

  private BroughtDocuments(PhraseAutomaton bringing, int near) {
    this.bringing = bringing;
    this.near = near;
  }

  /**
   * Reads the words of a models folder.
   *
   * @throws IllegalArgumentException if the file says what it must not
   */
  static BroughtDocuments load(Path models, ModelImage image) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("near", "words");
    YamlMap byLanguage = yaml.map("words");
    List<String> words = new ArrayList<>();
    for (String language : byLanguage.keys()) {
      words.addAll(byLanguage.texts(language));
    }
    PhraseAutomaton bringing =
        image.part(
            FILE, PhraseAutomaton::write, PhraseAutomaton::read, () -> PhraseAutomaton.of(words));
    return new BroughtDocuments(bringing, yaml.number("near"));
  }

  /** A word of bringing, and the stretch of its clause in which it tells what is brought. */
  private record Bringing(Span word, Span reach) {}

  /** Returns the same without demands for documents that are only to be brought. */
  ChildGoods.Shown without(ChildGoods.Shown shown, NormalizedText text, List<Word> words) {
    SignReading reading = shown.reading();
    List<Indicator> indicators = shown.indicators();
    if (indicators.stream().noneMatch(BroughtDocuments::isDemand)
        && reading.said().stream().noneMatch(BroughtDocuments::isDemand)) {
      return shown;
    }
    if (indicators.stream().anyMatch(indicator -> StrongControl.isOne(indicator.id()))
        || reading.said().stream().map(Sign::family).anyMatch(Family::isStrongControl)) {
      return shown;
    }
    List<Bringing> brought = bringing(text, words);
    return new ChildGoods.Shown(
        reading.without(sign -> isDemand(sign) && isBrought(sign, brought)),
        indicators.stream()
            .flatMap(indicator ->
                isDemand(indicator) ? without(indicator, brought) : Stream.of(indicator))
            .toList());
  }

  private static boolean isDemand(Indicator indicator) {
    return Family.ofRow(indicator.id()).filter(Family.DOCUMENTS_DEMANDED::equals).isPresent();
  }

  private static boolean isDemand(Sign sign) {
    return sign.family() == Family.DOCUMENTS_DEMANDED;
  }

  /** Returns whether the handing over that a frame rests on is a bringing. */
  private static boolean isBrought(Sign sign, List<Bringing> brought) {
    return !sign.frame().isEmpty()
        && sign.spans().stream()
            .anyMatch(at -> brought.stream().anyMatch(one -> one.word().overlaps(at)));
  }

  private static Stream<Indicator> without(Indicator indicator, List<Bringing> brought) {
    List<Span> kept =
        indicator.spans().stream()
            .filter(at -> brought.stream().noneMatch(one -> one.reach().overlaps(at)))
            .toList();
    return kept.isEmpty() ? Stream.empty() : Stream.of(indicator.at(kept));
  }

  private List<Bringing> bringing(NormalizedText text, List<Word> words) {
    List<Bringing> all = new ArrayList<>();
    for (PhraseAutomaton.Hit hit : bringing.find(words)) {
      int last = hit.lastWord();
      int most = Math.min(words.size() - 1, hit.lastWord() + near + 1);
      while (last < most && words.get(last + 1).clause() == words.get(hit.lastWord()).clause()) {
        last++;
      }
      int start = words.get(hit.firstWord()).start();
      all.add(
          new Bringing(
              text.originalSpan(start, words.get(hit.lastWord()).end()),
              text.originalSpan(start, words.get(last).end())));
    }
    return all;
  }
}
