package org.vigie.search.alert;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Query;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Orders;

/** The alerts of an index counted by what they have in common; no record is read for it. */
final class AlertTally {
  private final IndexDocuments documents;

  AlertTally(IndexDocuments documents) {
    this.documents = documents;
  }

  /**
   * Alerts with one value in a field.
   *
   * @param first where the first of them stands
   */
  record Group(String value, long alerts, Rank first) {
    static final Comparator<Group> MOST_URGENT_FIRST =
        Comparator.comparing(Group::first).thenComparing(Group::value);

    Group and(Group other) {
      Rank least = first.compareTo(other.first) <= 0 ? first : other.first;
      return new Group(value, alerts + other.alerts, least);
    }
  }

  /**
   * Where an alert stands among others, as {@link Orders#MOST_URGENT} has them.
   *
   * @param control how many strong signs of control it quotes
   * @param time in milliseconds since 1970
   */
  record Rank(long severity, long control, long adverts, long time) implements Comparable<Rank> {
    private static final Comparator<Rank> MOST_URGENT_FIRST =
        Comparator.comparingLong(Rank::severity)
            .thenComparingLong(Rank::control)
            .thenComparingLong(Rank::adverts)
            .thenComparingLong(Rank::time)
            .reversed();

    @Override
    public int compareTo(Rank other) {
      return MOST_URGENT_FIRST.compare(this, other);
    }
  }

  /** Reads where the alerts of a segment stand. */
  private record Ranks(
      SortedNumericDocValues severities,
      SortedNumericDocValues controls,
      SortedNumericDocValues adverts,
      SortedNumericDocValues times) {
    static Ranks of(LeafReader reader) throws IOException {
      return new Ranks(
          DocValues.getSortedNumeric(reader, Fields.SEVERITY),
          DocValues.getSortedNumeric(reader, Fields.CONTROL),
          DocValues.getSortedNumeric(reader, Fields.SIZE),
          DocValues.getSortedNumeric(reader, Fields.TIME));
    }

    Rank of(int doc) throws IOException {
      return new Rank(
          number(severities, doc), number(controls, doc), number(adverts, doc), number(times, doc));
    }
  }

  /** Returns the groups of the alerts that match, that with the first alert first. */
  List<Group> groups(Query query, String field) throws IOException {
    Map<String, Group> groups = new HashMap<>();
    documents.each(
        query,
        leaf -> {
          var values = DocValues.getSorted(leaf.reader(), field);
          Ranks ranks = Ranks.of(leaf.reader());
          return doc -> {
            if (values.advanceExact(doc)) {
              String value = values.lookupOrd(values.ordValue()).utf8ToString();
              groups.merge(value, new Group(value, 1, ranks.of(doc)), Group::and);
            }
          };
        });
    return groups.values().stream().sorted(Group.MOST_URGENT_FIRST).toList();
  }

  /** Returns the name of what raised alerts → UTC days since 1970 → alerts of that day. */
  SortedMap<String, SortedMap<Long, Long>> days(Query query) throws IOException {
    SortedMap<String, SortedMap<Long, Long>> days = new TreeMap<>();
    documents.each(
        query,
        leaf -> {
          var rules = DocValues.getSorted(leaf.reader(), Fields.RULE);
          var times = DocValues.getSortedNumeric(leaf.reader(), Fields.TIME);
          return doc -> {
            if (rules.advanceExact(doc)) {
              long day = Math.floorDiv(number(times, doc), TimeUnit.DAYS.toMillis(1));
              days.computeIfAbsent(
                      rules.lookupOrd(rules.ordValue()).utf8ToString(), rule -> new TreeMap<>())
                  .merge(day, 1L, Long::sum);
            }
          };
        });
    return days;
  }

  private static long number(SortedNumericDocValues values, int doc) throws IOException {
    return values.advanceExact(doc) ? values.nextValue() : 0;
  }
}
