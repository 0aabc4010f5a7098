package org.vigie.pipeline.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Age;
import org.vigie.advert.Evidence;
import org.vigie.advert.Place;
import org.vigie.advert.Span;

/** How facts of adverts are written where they are part of a sum. */
public final class CompactFacts {
  /** GeoNames tells degrees to five decimals: a metre. */
  private static final int DEGREE = 100_000;

  private CompactFacts() {}

  public static void write(Span span, CompactOutput out) throws IOException {
    out.number(span.start());
    out.number(span.length());
  }

  public static Span readSpan(CompactInput in) throws IOException {
    int start = (int) in.number();
    return new Span(start, start + (int) in.number());
  }

  public static void write(Age age, CompactOutput out) throws IOException {
    out.number(age.least());
    out.number(age.most());
    write(age.span(), out);
  }

  public static Age readAge(CompactInput in) throws IOException {
    return new Age((int) in.number(), (int) in.number(), readSpan(in));
  }

  /** Writes a place, or that there is none. */
  public static void write(@Nullable Place place, CompactOutput out) throws IOException {
    out.octet(place == null ? 0 : 1);
    if (place != null) {
      out.number(place.geonamesId());
      out.text(place.name());
      out.text(place.country());
      out.decimal(place.latitude());
      out.decimal(place.longitude());
      write(place.span(), out);
    }
  }

  public static @Nullable Place readPlace(CompactInput in) throws IOException {
    return in.octet() == 0
        ? null
        : new Place(
            (int) in.number(), in.text(), in.text(), in.decimal(), in.decimal(), readSpan(in));
  }

  /** Writes a place, or that there is none, with its texts as words. */
  public static void writeInWords(@Nullable Place place, CompactOutput out) throws IOException {
    out.signed(place == null ? 0 : place.geonamesId() + 1L);
    if (place != null) {
      out.word(place.name());
      out.word(place.country());
      out.fraction(place.latitude(), DEGREE);
      out.fraction(place.longitude(), DEGREE);
      write(place.span(), out);
    }
  }

  public static @Nullable Place readPlaceInWords(CompactInput in) throws IOException {
    long number = in.signed();
    return number == 0
        ? null
        : new Place(
            (int) (number - 1),
            in.word(),
            in.word(),
            in.fraction(DEGREE),
            in.fraction(DEGREE),
            readSpan(in));
  }

  /**
   * Writes where each indicator stands, with its name as a word.
   *
   * @param own the advert that most of it is of
   */
  public static void writeInWords(Map<String, Evidence> evidence, String own, CompactOutput out)
      throws IOException {
    out.number(evidence.size());
    for (Evidence found : SortedArrayMap.of(evidence).values()) {
      out.word(found.indicator());
      out.number(2L * found.spans().size() + (found.advertId().equals(own) ? 1 : 0));
      if (!found.advertId().equals(own)) {
        out.id(found.advertId());
      }
      for (Span span : found.spans()) {
        write(span, out);
      }
    }
  }

  public static SortedArrayMap<String, Evidence> readEvidenceInWords(String own, CompactInput in)
      throws IOException {
    SortedArrayMap<String, Evidence> evidence = new SortedArrayMap<>();
    for (long left = in.number(); left > 0; left--) {
      String indicator = in.word();
      long header = in.number();
      String advert = (header & 1) != 0 ? own : in.id();
      List<Span> spans = new ArrayList<>();
      for (long more = header >>> 1; more > 0; more--) {
        spans.add(readSpan(in));
      }
      evidence.put(indicator, new Evidence(indicator, advert, spans));
    }
    return evidence;
  }

  /** Writes where each indicator stands. */
  public static void write(Map<String, Evidence> evidence, CompactOutput out) throws IOException {
    out.number(evidence.size());
    for (Map.Entry<String, Evidence> found : SortedArrayMap.of(evidence).entrySet()) {
      out.text(found.getKey());
      out.id(found.getValue().advertId());
      out.number(found.getValue().spans().size());
      for (Span span : found.getValue().spans()) {
        write(span, out);
      }
    }
  }

  public static SortedArrayMap<String, Evidence> readEvidence(CompactInput in) throws IOException {
    SortedArrayMap<String, Evidence> evidence = new SortedArrayMap<>();
    for (long left = in.number(); left > 0; left--) {
      String indicator = in.text();
      String advert = in.id();
      List<Span> spans = new ArrayList<>();
      for (long more = in.number(); more > 0; more--) {
        spans.add(readSpan(in));
      }
      evidence.put(indicator, new Evidence(indicator, advert, spans));
    }
    return evidence;
  }
}
