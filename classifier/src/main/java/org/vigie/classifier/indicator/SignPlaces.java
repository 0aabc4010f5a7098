package org.vigie.classifier.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.text.Trace;

/** The places where one indicator shows, none of which overlaps another. */
final class SignPlaces {
  /** More places of one indicator tell an analyst nothing new. */
  private static final int MAX_SPANS = 20;

  private final List<Place> places = new ArrayList<>();

  /**
   * A place.
   *
   * @param traces what had to be undone to read it, as {@link Trace} bits
   */
  private record Place(Span span, Lexicon.Phrase phrase, int traces) {}

  /** Keeps the longer of two places that overlap. */
  void add(Span span, Lexicon.Phrase phrase, int traces) {
    Place place = new Place(span, phrase, traces);
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).span().overlaps(span)) {
        if (span.length() > places.get(i).span().length()) {
          places.set(i, place);
        }
        return;
      }
    }
    if (places.size() < MAX_SPANS) {
      places.add(place);
    }
  }

  Indicator toIndicator(IndicatorCatalogue catalogue, String id) {
    places.sort(Comparator.comparingInt(place -> place.span().start()));
    List<String> names = places.stream().map(SignPlaces::name).distinct().limit(3).toList();
    return catalogue.indicator(
        id, places.stream().map(Place::span).toList(), found(String.join(", ", names)));
  }

  private Finding found(String wording) {
    int most = places.stream().mapToInt(place -> Trace.steps(place.traces())).max().orElse(0);
    Finding found = Finding.of(most == 0 ? "wording" : "wording-disguised");
    Finding worded = found.with("wording", wording);
    return most == 0 ? worded : worded.with("steps", most);
  }

  private static String name(Place place) {
    return "'" + place.phrase().text() + "' (" + place.phrase().language() + ")";
  }
}
