package org.vigie.training.figures;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.sentence.Sentence;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;
import org.vigie.training.sentence.SentenceTemplates;

/**
 * How often signs count in invented sentences that say, deny or report them, of templates that no
 * sentence trained on is made of; beside what the words of negation and warning alone do.
 */
final class SentenceFigures implements FigureSource {
  private static final String SUBJECT = "signs in sentences";

  @Override
  public List<Figure> measure(Places places) throws IOException {
    Taxonomy taxonomy = Taxonomy.load(places.models());
    IndicatorFinder whole = IndicatorFinder.load(places.models(), taxonomy);
    IndicatorFinder words = IndicatorFinder.byWordsAlone(places.models(), taxonomy);
    List<Sentence> all = SentenceTemplates.load().apart();
    List<Sentence> said = all.stream().filter(Sentence::isSaid).toList();
    List<Sentence> not = all.stream().filter(s -> !s.isSaid()).toList();
    return List.of(
        figure("share found where said", FigureTarget.atLeast(0.95), said, whole, words),
        figure(
            "share counted where denied or reported", FigureTarget.atMost(0.5), not, whole, words));
  }

  private static Figure figure(
      String name,
      FigureTarget target,
      List<Sentence> sentences,
      IndicatorFinder whole,
      IndicatorFinder words) {
    String remark =
        String.format(
            Locale.ROOT,
            "%d invented sentences of %d templates not trained on; by the words beside a phrase alone"
                + " %.3f",
            sentences.size(),
            sentences.stream().map(Sentence::template).distinct().count(),
            share(sentences, words));
    return Figure.measured(SUBJECT, name, target, share(sentences, whole), remark);
  }

  private static double share(List<Sentence> sentences, IndicatorFinder finder) {
    return sentences.stream().mapToInt(s -> isFound(s, finder) ? 1 : 0).average().orElse(0);
  }

  private static boolean isFound(Sentence sentence, IndicatorFinder finder) {
    Advert advert =
        Advert.builder(Channel.FILE, "figures", Instant.EPOCH).body(sentence.text()).build();
    NormalizedText text = NormalizedText.of(advert.text());
    return finder.find(advert, text, Words.of(text), List.of()).stream()
        .flatMap(indicator -> indicator.spans().stream())
        .anyMatch(span -> span.overlaps(sentence.phrase()));
  }
}
